import { describe, expect, it } from 'vitest';
import { choiceText } from '../../src/render/choice-text.js';

/** As the terminal shows it: broken at its width, the cursor before it. */
function shown(text: string, columns: number): readonly string[] {
  const all = `❯ ${text}`;
  return Array.from({ length: Math.ceil(all.length / columns) }, (_, row) =>
    all.slice(row * columns, (row + 1) * columns).trimEnd(),
  );
}

describe('choiceText', () => {
  it('is the name alone when there is nothing more', () => {
    expect(choiceText('gpt-4o', '', 40)).toBe('gpt-4o');
  });

  it('puts the rest under the name, broken at blanks', () => {
    const text = choiceText('Standard', "processed in the resource's region; 5 units free", 30);
    expect(text).not.toContain('\n');
    expect(shown(text, 30)).toEqual([
      '❯ Standard',
      '    processed in the',
      "    resource's region; 5 units",
      '    free',
    ]);
  });

  it('begins under a name that takes two lines itself', () => {
    const name = 'n'.repeat(45);
    const lines = shown(choiceText(name, 'more', 40), 40);
    expect(lines).toEqual([`❯ ${'n'.repeat(38)}`, 'n'.repeat(7), '    more']);
  });
});
