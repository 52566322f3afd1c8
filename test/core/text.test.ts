import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripControls } from '../../src/core/text.js';

describe('stripControls', () => {
  it.each([
    ['plain text', 'gpt-4o 深い ✓', 'gpt-4o 深い ✓'],
    ['colour', '\x1b[31mred\x1b[0m', 'red'],
    ['a move of the cursor', 'a\x1b[2Jb\x1b[10;20Hc', 'abc'],
    ['a window title', 'a\x1b]0;owned\x07b', 'ab'],
    ['a title ended by ST', 'a\x1b]0;owned\x1b\\b', 'ab'],
    ['a hyperlink', '\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\', 'here'],
    ['a device control string', 'a\x1bP1$r0m\x1b\\b', 'ab'],
    ['an eight-bit control sequence', 'a\x9b31mb', 'ab'],
    ['an eight-bit title', 'a\x9d0;owned\x9cb', 'ab'],
    ['an unfinished title, whose text stays', 'a\x1b]0;rest', 'a0;rest'],
    ['a lone escape', 'a\x1b', 'a'],
    ['a charset switch', 'a\x1b(0b', 'ab'],
    ['bells, backspaces and DEL', 'a\x07\x08\x7fb', 'ab'],
    ['a bidirectional override', 'user\u202egnp.exe\u202c', 'usergnp.exe'],
    ['bidirectional isolates and marks', '\u2066a\u2069\u200fb\u061c', 'ab'],
    ['line breaks and tabs, which become one blank', 'a\r\n\tb\u2028c\rd', 'a b c d'],
  ])('cleans %s', (_story, text, expected) => {
    expect(stripControls(text)).toBe(expected);
  });

  it('keeps line feeds and tabs when asked, and makes every break a line feed', () => {
    expect(stripControls('a\r\n\tb\rc\u0085d\x1b[1m', { keepLines: true })).toBe('a\n\tb\nc\nd');
  });

  it('keeps colours when asked, and still nothing that moves', () => {
    expect(stripControls('\x1b[31mred\x1b[39m\x1b[2K\x1b[H', { keepStyles: true })).toBe(
      '\x1b[31mred\x1b[39m',
    );
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom('\x1b', '[', ']', '0;', 'm', '\x07', '\\', '\x9b', '\x9d', '\u202e', '\r\n'),
        fc.string(),
      ),
    )
    .map((parts) => parts.join(''));

  it('leaves nothing that steers a terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(stripControls(text)).not.toMatch(
          /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });

  it('changes nothing the second time, in every mode', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), fc.boolean(), (text, keepLines, keepStyles) => {
        const once = stripControls(text, { keepLines, keepStyles });
        expect(stripControls(once, { keepLines, keepStyles })).toBe(once);
      }),
    );
  });

  it.each([
    '\x1b]'.repeat(50_000),
    '\x9d'.repeat(100_000),
    '\x1b[0;'.repeat(30_000),
    `\x1b[${'0'.repeat(100_000)}`,
  ])('takes time in proportion to the text (%#)', (text) => {
    const startedMs = performance.now();
    stripControls(text);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});
