import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../src/core/topics/topic.js';
import { ASCII_SYMBOLS, PLAIN_THEME, type Theme } from '../../../src/render/theme.js';
import { topicView } from '../../../src/render/topics/topic-view.js';
import { displayWidth } from '../../../src/render/width.js';

const TEA: Topic = {
  topic: 'tea',
  about: 'azure',
  summary: '',
  questions: [],
  text: [
    '# Tea',
    '## How hot?',
    'As hot as **the kettle** makes `boiling water` [^b], but see [cups](cups.md), [errors](errors/cups.md) and [tea](https://example.com/t) [^a].',
    '- one that is long enough to be broken over two lines of a terminal',
    '1. first',
    '```sh\naimi help tea --with-a-flag-that-is-longer-than-the-line\n```',
    '| kind | how it is made |\n| --- | --- |\n| green | with water that has cooled down a little |\n| black | hot |',
  ].join('\n\n'),
  sources: [
    { id: 'a', title: 'About tea', url: 'https://example.com/a', date: '2026-04' },
    { id: 'b', title: 'Boiling', url: 'https://example.com/b', date: '2025-01-02' },
  ],
};
const view = topicView(new Set(['tea', 'cups']));
const at = (width: number | null, more: Partial<Theme> = {}): string =>
  view(TEA, { ...PLAIN_THEME, width, ...more });

describe('a topic', () => {
  it('has headings at the left, text under them, and numbered sources at its end', () => {
    expect(at(60)).toBe(`Tea

How hot?

  As hot as the kettle makes boiling water [1], but see cups
  (aimi help cups), errors and tea (https://example.com/t)
  [2].

  • one that is long enough to be broken over two lines of a
    terminal

  1. first

    aimi help tea --with-a-flag-that-is-longer-than-the-line

  kind   how it is made
  green  with water that has cooled down a little
  black  hot

Sources
  [1] Boiling, 2025-01-02
      https://example.com/b
  [2] About tea, 2026-04
      https://example.com/a
`);
  });

  it('wraps cells, and puts them below each other when the words do not fit', () => {
    expect(at(40)).toContain('  green  with water that has cooled down\n         a little\n');
    expect(at(14)).toContain('  green\n    how it\n      is made:\n      with\n');
  });

  it.each([40, 80])('fits into %i columns but for code and addresses', (width) => {
    const long = at(width)
      .split('\n')
      .filter((line) => displayWidth(line) > width && !/^ {4}aimi |https:/.test(line));
    expect(long).toEqual([]);
  });

  it('is as wide as 80 columns in a pipe, and never wider than 100', () => {
    const widest = (text: string): number => Math.max(...text.split('\n').map(displayWidth));
    const long = { ...TEA, text: 'word '.repeat(80).trim(), sources: [] };
    expect(widest(view(long, PLAIN_THEME))).toBeLessThanOrEqual(80);
    expect(widest(view(long, PLAIN_THEME))).toBeGreaterThan(70);
    expect(widest(view(long, { ...PLAIN_THEME, width: 200 }))).toBeLessThanOrEqual(100);
    expect(widest(view(long, { ...PLAIN_THEME, width: 200 }))).toBeGreaterThan(90);
  });

  it('uses the bullets of the terminal', () => {
    expect(at(60, { symbols: ASCII_SYMBOLS })).toContain('  * one that is');
  });

  it('styles words one by one, so that a broken line keeps no style open', () => {
    const style = { ...PLAIN_THEME.style, bold: (text: string) => `\x1b[1m${text}\x1b[22m` };
    const lines = at(60, { style }).split('\n');
    expect(lines).toContain('\x1b[1mHow hot?\x1b[22m');
    expect(lines.join('\n')).toContain('\x1b[1mthe\x1b[22m \x1b[1mkettle\x1b[22m');
    for (const line of lines) expect(line.split('\x1b[1m').length).toBe(line.split('\x1b[22m').length);
  });

  it('lets no control character through', () => {
    const bad = {
      ...TEA,
      text: 'a\x1b[2Jb\u202e\n\n```\nc\x07d\n```\n\n| e\x1b]0;x\x07 |\n| --- |\n| f\x9b1mg |',
    };
    expect(view(bad, PLAIN_THEME)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });
});
