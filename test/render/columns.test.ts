import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, renderColumns } from '../../src/render/columns.js';
import { PLAIN_THEME, type Theme } from '../../src/render/theme.js';
import { displayWidth } from '../../src/render/width.js';

const COLUMNS: readonly Column[] = [
  { header: 'NAME' },
  { header: 'PUBLISHER', shrink: 2 },
  { header: 'SKUS', shrink: 1 },
  { header: 'TPM', align: 'right' },
];
const ROWS = [
  ['gpt-4o', 'OpenAI', 'GlobalStandard, Standard', '1000'],
  ['mistral-small', 'Mistral AI', '', '20'],
];
const narrow = (width: number): Theme => ({ ...PLAIN_THEME, width });

describe('renderColumns', () => {
  it('lines columns up with two blanks between and none at the end', () => {
    expect(renderColumns(COLUMNS, ROWS, PLAIN_THEME)).toBe(
      [
        'NAME           PUBLISHER   SKUS                       TPM',
        'gpt-4o         OpenAI      GlobalStandard, Standard  1000',
        'mistral-small  Mistral AI                              20',
        '',
      ].join('\n'),
    );
  });

  it('cuts the column with the lowest number first', () => {
    expect(renderColumns(COLUMNS, ROWS, narrow(50))).toBe(
      [
        'NAME           PUBLISHER   SKUS                TPM',
        'gpt-4o         OpenAI      GlobalStandard,…   1000',
        'mistral-small  Mistral AI                       20',
        '',
      ].join('\n'),
    );
  });

  it('becomes a block of labels and values for each row when cutting does not do', () => {
    expect(renderColumns(COLUMNS, ROWS, narrow(30))).toBe(
      [
        'NAME:      gpt-4o',
        'PUBLISHER: OpenAI',
        'SKUS:      GlobalStandard,',
        '           Standard',
        'TPM:       1000',
        '',
        'NAME:      mistral-small',
        'PUBLISHER: Mistral AI',
        'TPM:       20',
        '',
      ].join('\n'),
    );
  });

  it('is a block of facts for each row for a screen reader', () => {
    expect(renderColumns(COLUMNS, ROWS, { ...PLAIN_THEME, isLinear: true })).toBe(
      [
        'Name: gpt-4o',
        'Publisher: OpenAI',
        'Skus: GlobalStandard, Standard',
        'TPM: 1000',
        '',
        'Name: mistral-small',
        'Publisher: Mistral AI',
        'TPM: 20',
        '',
      ].join('\n'),
    );
  });

  it('draws a column without a name in a block, and does not read it out', () => {
    const columns: readonly Column[] = [{ header: 'NAME' }, { header: '' }];
    const rows = [['a-name-that-is-long', '####']];
    expect(renderColumns(columns, rows, narrow(22))).toBe('NAME:\n  a-name-that-is-long\n      ####\n');
    expect(renderColumns(columns, rows, { ...PLAIN_THEME, isLinear: true })).toBe(
      'Name: a-name-that-is-long\n',
    );
  });

  it('sets groups under a heading with their number, on every width', () => {
    const groupOf = (index: number): string => ROWS[index]?.[1] ?? '';
    const columns = COLUMNS.slice(0, 1);
    const rows = ROWS.map((row) => row.slice(0, 1));
    expect(renderColumns(columns, rows, PLAIN_THEME, { groupOf })).toBe(
      ['  NAME', 'OpenAI (1)', '  gpt-4o', '', 'Mistral AI (1)', '  mistral-small', ''].join('\n'),
    );
    expect(renderColumns(columns, rows, narrow(12), { groupOf })).toBe(
      ['OpenAI (1)', '', 'NAME:', '  gpt-4o', '', 'Mistral AI (1)', '', 'NAME:', '  mistral-small', ''].join(
        '\n',
      ),
    );
  });

  it('links a cell without its padding, in a table and in a block', () => {
    const theme: Theme = { ...PLAIN_THEME, link: (text, address) => `<${address}>${text}</>` };
    const columns: readonly Column[] = [
      { header: 'NAME', address: (index) => (index === 0 ? 'https://a' : null) },
      { header: 'STATE' },
    ];
    const rows = [
      ['chat', 'ok'],
      ['search', 'ok'],
    ];
    expect(renderColumns(columns, rows, theme)).toBe(
      ['NAME    STATE', '<https://a>chat</>    ok', 'search  ok', ''].join('\n'),
    );
    expect(renderColumns(columns, rows.slice(0, 1), { ...theme, width: 9 })).toContain('<https://a>chat</>');
  });

  it('is empty without rows', () => {
    expect(renderColumns(COLUMNS, [], PLAIN_THEME)).toBe('');
  });

  it('pads by display width', () => {
    const text = renderColumns(
      [{ header: 'A' }, { header: 'B' }],
      [
        ['深い', 'x'],
        ['abc', 'y'],
      ],
      PLAIN_THEME,
    );
    expect(text).toBe('A     B\n深い  x\nabc   y\n');
  });

  it('lets no control characters of the service through', () => {
    const text = renderColumns([{ header: 'A' }], [['\x1b[2Jevil\r\nname\u202e']], PLAIN_THEME);
    expect(text).toBe('A\nevil name\n');
  });

  it('styles by column and by cell, the text only and after cutting', () => {
    const theme: Theme = { ...narrow(16), style: { ...PLAIN_THEME.style, green: (text) => `<${text}>` } };
    const columns: Column[] = [
      { header: 'STATE', style: 'green' },
      { header: 'NAME', shrink: 1, styleCell: (text, rowIndex) => `${rowIndex}:${text}` },
    ];
    expect(
      renderColumns(
        columns,
        [
          ['ok', 'a-long-name'],
          ['no', 'b'],
        ],
        theme,
      ),
    ).toBe('STATE  NAME\n<ok>     0:a-long-n…\n<no>     1:b\n');
  });

  it('cuts nothing when there is no terminal, and lines up all right-hand columns', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab 深é-_.') }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const text = renderColumns(
          [{ header: 'A', shrink: 1 }, { header: 'B' }, { header: 'C' }],
          rows,
          PLAIN_THEME,
        );
        const lines = text.split('\n').slice(1, -1);
        expect(lines).toHaveLength(rows.length);
        for (const [index, line] of lines.entries()) {
          expect(line).toBe(line.trimEnd());
          expect(line.replaceAll(' ', '')).toBe((rows[index] ?? []).join('').replaceAll(' ', ''));
        }
      }),
    );
  });

  it('fits the terminal whenever it stays a table', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab深é-'), maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.integer({ min: 18, max: 60 }),
        (rows, width) => {
          const columns: Column[] = [
            { header: 'A', shrink: 1 },
            { header: 'B', shrink: 2 },
          ];
          for (const line of renderColumns(columns, rows, narrow(width)).split('\n')) {
            expect(displayWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});
