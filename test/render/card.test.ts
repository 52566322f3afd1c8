import { describe, expect, it } from 'vitest';
import { renderCard } from '../../src/render/card.js';
import { renderTable } from '../../src/render/table.js';
import { PLAIN_THEME, type Theme } from '../../src/render/theme.js';

const narrow = (width: number): Theme => ({ ...PLAIN_THEME, width });
const colored: Theme = {
  ...PLAIN_THEME,
  style: {
    ...PLAIN_THEME.style,
    bold: (text) => `\x1b[1m${text}\x1b[22m`,
    green: (text) => `\x1b[32m${text}\x1b[39m`,
  },
};
const FIELDS = [
  ['Publisher', 'OpenAI'],
  ['Terms', 'Sold by Microsoft under the Product Terms at https://www.microsoft.com/licensing/terms'],
  ['SKUs', 'GlobalStandard\nStandard'],
  ['Retires', ''],
] as const;

describe('renderCard', () => {
  it('puts values beside their labels, keeps lines and leaves out what is empty', () => {
    expect(renderCard('gpt-4o', FIELDS, PLAIN_THEME)).toBe(
      [
        'gpt-4o',
        'Publisher  OpenAI',
        'Terms      Sold by Microsoft under the Product Terms at https://www.microsoft.com/licensing/terms',
        'SKUs       GlobalStandard',
        '           Standard',
        '',
      ].join('\n'),
    );
  });

  it('wraps at blanks and keeps an address whole, so that it can be copied', () => {
    expect(renderCard('gpt-4o', FIELDS.slice(1, 2), narrow(40))).toBe(
      [
        'gpt-4o',
        'Terms',
        '  Sold by Microsoft under the Product',
        '  Terms at',
        '  https://www.microsoft.com/licensing/terms',
        '',
      ].join('\n'),
    );
  });

  it('puts values below their labels on a very narrow terminal', () => {
    expect(renderCard('', FIELDS.slice(0, 1), narrow(20))).toBe('Publisher\n  OpenAI\n');
  });

  it('lines up labels and lines of wide characters', () => {
    expect(
      renderCard(
        '',
        [
          ['リージョン', 'eastus2'],
          ['tag', '開発チームの会話モデル と 🚀 検索'],
        ],
        narrow(34),
      ),
    ).toBe(
      ['リージョン  eastus2', 'tag         開発チームの会話モデル', '            と 🚀 検索', ''].join('\n'),
    );
  });

  it('is "label: value" for a screen reader, a line for each fact', () => {
    expect(renderCard('gpt-4o', FIELDS, { ...PLAIN_THEME, isLinear: true })).toBe(
      [
        'gpt-4o',
        'Publisher: OpenAI',
        'Terms: Sold by Microsoft under the Product Terms at https://www.microsoft.com/licensing/terms',
        'Skus: GlobalStandard; Standard',
        '',
      ].join('\n'),
    );
  });

  it('keeps the styles of a coloured theme and nothing else that steers a terminal', () => {
    const value = `${colored.style.green('Succeeded')}\x1b[2J`;
    expect(renderCard('', [['State', value]], colored)).toBe('State  \x1b[32mSucceeded\x1b[39m\n');
    expect(renderCard('', [['State', value]], PLAIN_THEME)).toBe('State  Succeeded\n');
  });
});

describe('renderTable', () => {
  const rows = [
    ['header-count', 'The request sends more headers than the service accepts'],
    ['host', 'ok'],
  ];

  it('lines cells up without borders', () => {
    expect(renderTable(['Check', 'Result'], rows, PLAIN_THEME)).toBe(
      [
        'Check         Result',
        'header-count  The request sends more headers than the service accepts',
        'host          ok',
        '',
      ].join('\n'),
    );
  });

  it('is a block of facts for each row for a screen reader', () => {
    expect(renderTable(['CHECK', 'SKU'], [['host', 'a\nb']], { ...PLAIN_THEME, isLinear: true })).toBe(
      'Check: host\nSKU: a; b\n',
    );
  });

  it('wraps the widest column to the terminal', () => {
    expect(renderTable(['Check', 'Result'], rows, narrow(40))).toBe(
      [
        'Check         Result',
        'header-count  The request sends more',
        '              headers than the service',
        '              accepts',
        'host          ok',
        '',
      ].join('\n'),
    );
  });

  it('becomes blocks of labels and values when no column is left to wrap', () => {
    expect(renderTable(['Check', 'Result'], rows.slice(1), narrow(5))).toBe(
      'Check:\n  host\nResult:\n  ok\n',
    );
  });
});
