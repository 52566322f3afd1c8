import { describe, expect, it } from 'vitest';
import { parseTopic } from '../../../src/core/topics/topic.js';

const HEAD = '---\ntopic: tea\nabout: azure\nsummary: how tea is made\n---\n';
const COSTS = '[^costs]: [What tea costs](https://example.com/tea), 2026-04-03';

describe('a page with front matter', () => {
  it('is a topic with its questions and sources, and a text without them', () => {
    const page = `${HEAD}<!-- written by hand -->\n# Tea\n\n## How hot?\n\nHot [^costs].\n\n## Cups\n\n${COSTS}\n`;
    expect(parseTopic(page)).toEqual({
      topic: 'tea',
      about: 'azure',
      summary: 'how tea is made',
      questions: ['How hot?'],
      text: '# Tea\n\n## How hot?\n\nHot [^costs].\n\n## Cups',
      sources: [{ id: 'costs', title: 'What tea costs', url: 'https://example.com/tea', date: '2026-04-03' }],
    });
  });

  it('may name questions at its top', () => {
    const page = HEAD.replace('---\n', '---\n').replace(
      /---\n$/,
      'questions:\n  - Green or black?\n---\n# Tea\n',
    );
    expect(parseTopic(page)?.questions).toEqual(['Green or black?']);
  });
});

describe('a page', () => {
  it.each([
    ['no front matter', '# Tea\n\ntopic: tea\n'],
    ['front matter of another kind', '---\ntitle: Tea\n---\n# Tea\n'],
  ])('with %s is no topic', (_name, page) => {
    expect(parseTopic(page)).toBeNull();
  });

  it.each([
    ['no summary', '---\ntopic: tea\nabout: azure\n---\n# Tea\n', /about and summary/],
    ['an unknown subject', '---\ntopic: tea\nabout: cups\nsummary: x\n---\n', /about and summary/],
    ['a source without a date', `${HEAD}[^a]: [Tea](https://example.com)\n`, /not a footnote/],
    ['a source without a title', `${HEAD}[^a]: https://example.com, 2026\n`, /not a footnote/],
  ])('with %s is refused', (_name, page, message) => {
    expect(() => parseTopic(page)).toThrow(message);
  });
});
