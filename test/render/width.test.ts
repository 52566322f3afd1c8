import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { displayWidth, takeColumns, truncate } from '../../src/render/width.js';

const LETTERS = fc.string({
  unit: fc.constantFrom(
    ...'aZ0 -é深い한국ｱＡ✓…–→🚀🇩🇪👩‍💻👍🏽'.normalize('NFC'),
    'é',
    'Å',
    '👨‍👩‍👧',
    '🇫🇷',
    '❤️',
    'क',
    'ก้',
  ),
});

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['gpt-4o', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['深い', 4],
    ['한국어', 6],
    ['ＡＢ', 4],
    ['ｱ', 1],
    ['✓ – …', 5],
    ['🚀', 2],
    ['👩‍💻', 2],
    ['👍🏽', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['\x1b[31mred\x1b[39m', 3],
  ])('counts the columns of %j as %i', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it('agrees with string-width on text of many scripts', () => {
    const words = [
      'Hello',
      'naïve',
      '深層学習',
      '한국어 모델',
      'Ω≈ç√',
      'модель',
      'مرحبا',
      'שלום',
      '🚀 go',
      '👨‍👩‍👧‍👦',
      '🇩🇪🇫🇷',
      '①②',
      '㈱',
      '「」',
      '〜',
      '｡',
    ];
    expect(words.map(displayWidth)).toEqual(words.map((word) => stringWidth(word)));
  });

  it('agrees with string-width on every assigned wide or narrow letter', () => {
    const different: string[] = [];
    for (let point = 0x20; point < 0x30000; point += 1) {
      const letter = String.fromCodePoint(point);
      // Letters, symbols and punctuation; marks and formats are counted with what they belong to.
      if (!/^[\p{L}\p{N}\p{S}\p{P}]$/u.test(letter) || (point >= 0x1160 && point <= 0x11ff)) continue;
      if (point >= 0x1f1e6 && point <= 0x1f1ff) continue;
      // Terminals draw these in one column without U+FE0F; string-width counts the emoji.
      if (/^\p{Emoji}$/u.test(letter) && !/^\p{Emoji_Presentation}$/u.test(letter)) continue;
      if (displayWidth(letter) !== stringWidth(letter)) different.push(point.toString(16));
    }
    expect(different).toEqual([]);
  });
});

describe('truncate and takeColumns', () => {
  it.each([
    ['gpt-4o-mini', 8, 'gpt-4o-…'],
    ['gpt-4o', 6, 'gpt-4o'],
    ['深層学習', 5, '深層…'],
    ['深層学習', 4, '深…'],
    ['a b c d', 4, 'a b…'],
    ['👩‍💻👩‍💻👩‍💻', 4, '👩‍💻…'],
    ['abc', 1, 'a'],
  ])('cuts %s to %i columns', (text, width, expected) => {
    expect(truncate(text, width, '…')).toBe(expected);
  });

  it('never exceeds the width, and keeps what fits', () => {
    fc.assert(
      fc.property(LETTERS, fc.integer({ min: 0, max: 20 }), (text, width) => {
        const cut = truncate(text, width, '…');
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        if (displayWidth(text) <= width) expect(cut).toBe(text);
      }),
    );
  });

  it('takes a start of the text that cannot be longer by a character', () => {
    fc.assert(
      fc.property(LETTERS, fc.integer({ min: 0, max: 20 }), (text, width) => {
        const start = takeColumns(text, width);
        expect(text.startsWith(start)).toBe(true);
        if (start !== text) expect(displayWidth(start)).toBeGreaterThan(width - 2);
      }),
    );
  });
});
