import { describe, expect, it } from 'vitest';
import { linkPages } from '../../src/render/link-pages.js';
import { markedText } from '../../src/render/marked-text.js';
import { PLAIN_THEME } from '../../src/render/theme.js';
import { wrapProse, wrapText } from '../../src/render/wrap.js';

describe('wrapProse', () => {
  it.each([
    ['a sentence', 'What it costs depends on the tokens', 16, 'What it costs\ndepends on the\ntokens'],
    [
      'a command in a sentence',
      'Make one: aimi deploy gpt-4o --yes',
      20,
      'Make one:\naimi deploy gpt-4o --yes',
    ],
    [
      'what follows a command',
      'Run aimi deploy gpt-4o --yes; that is quick and free',
      20,
      'Run\naimi deploy gpt-4o --yes;\nthat is quick and\nfree',
    ],
    [
      'a command in brackets',
      'Did you mean gpt-4o? (aimi models show x)',
      24,
      'Did you mean gpt-4o?\n(aimi models show x)',
    ],
    ['words of another script', '東京の地域で配備します', 10, '東京の地域\nで配備しま\nす'],
    ['a word that only begins like one', 'aimiable azure words here', 14, 'aimiable azure\nwords here'],
  ])('wraps %s', (_story, text, width, expected) => {
    expect(wrapProse(text, width)).toBe(expected);
  });

  it('is what a cell of a table is not: there a command breaks too', () => {
    expect(wrapText('Make one: aimi deploy gpt-4o --yes', 20)).toBe('Make one: aimi\ndeploy gpt-4o --yes');
  });
});

describe('markedText', () => {
  it('sets further lines under the first and wraps nothing without a width', () => {
    expect(markedText('✓ ', 'one two three', { width: 9 })).toBe('✓ one two\n  three');
    expect(markedText('✓ ', 'one two three', { width: null })).toBe('✓ one two three');
  });
});

describe('linkPages', () => {
  const theme = { ...PLAIN_THEME, link: (text: string, address: string) => `[${text}](${address})` };

  it.each([
    [
      'the address of a page',
      'see https://aka.ms/oai/access, or',
      'see [https://aka.ms/oai/access](https://aka.ms/oai/access), or',
    ],
    [
      'a cited issue',
      'openai/openai-python issue 460, 2026',
      '[openai/openai-python issue 460](https://github.com/openai/openai-python/issues/460), 2026',
    ],
    [
      'no address of a service',
      'https://contoso.openai.azure.com/openai/v1/',
      'https://contoso.openai.azure.com/openai/v1/',
    ],
    ['no scope', 'https://ai.azure.com/.default', 'https://ai.azure.com/.default'],
  ])('links %s', (_story, text, expected) => {
    expect(linkPages(text, theme)).toBe(expected);
  });

  it('leaves text alone where links do not show', () => {
    expect(linkPages('a/b issue 1: https://aka.ms/x', PLAIN_THEME)).toBe('a/b issue 1: https://aka.ms/x');
  });
});
