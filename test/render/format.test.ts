import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { OUTPUT_FORMATS } from '../../src/config/settings.js';
import { formatData } from '../../src/render/format.js';
import { renderGenericTable } from '../../src/render/formats/generic-table.js';
import { PLAIN_THEME } from '../../src/render/theme.js';

const ROWS = [
  { name: 'gpt-4o', tpm: 1000, skus: ['Standard'], retires: null },
  { name: 'a\tb\nc', tpm: -5, skus: [], extra: true },
];

describe('formatData', () => {
  it.each([
    [
      'json',
      ROWS.slice(0, 1),
      '[\n  {\n    "name": "gpt-4o",\n    "tpm": 1000,\n    "skus": [\n      "Standard"\n    ],\n    "retires": null\n  }\n]\n',
    ],
    ['json', undefined, 'null\n'],
    [
      'jsonl',
      ROWS,
      '{"name":"gpt-4o","tpm":1000,"skus":["Standard"],"retires":null}\n{"name":"a\\tb\\nc","tpm":-5,"skus":[],"extra":true}\n',
    ],
    ['jsonl', { a: 1 }, '{"a":1}\n'],
    ['jsonl', [], ''],
    ['yaml', [{ a: 'yes', b: '007', c: null }], '- a: "yes"\n  b: "007"\n  c: null\n'],
    ['yaml', null, 'null\n'],
    ['tsv', ROWS, 'gpt-4o\t1000\t["Standard"]\t\t\na b c\t-5\t[]\t\ttrue\n'],
    ['tsv', ['a', 'b'], 'a\nb\n'],
    [
      'tsv',
      [
        ['a', 1],
        ['b', 2],
      ],
      'a\t1\nb\t2\n',
    ],
    ['tsv', 'gpt-4o', 'gpt-4o\n'],
    ['tsv', null, ''],
    [
      'csv',
      ROWS,
      'name,tpm,skus,retires,extra\r\ngpt-4o,1000,"[""Standard""]",,\r\n"a\tb\nc",-5,[],,true\r\n'.replace(
        '\t',
        '\t',
      ),
    ],
    ['csv', ['a', 'b'], 'value\r\na\r\nb\r\n'],
    ['csv', [['a', 1]], 'column1,column2\r\na,1\r\n'],
    ['csv', null, ''],
    ['none', ROWS, ''],
  ] as const)('writes %s', async (format, data, expected) => {
    expect(await formatData(data, format)).toBe(expected);
  });

  it('takes the columns of a presentation in their order', async () => {
    expect(await formatData(ROWS, 'tsv', ['tpm', 'name'])).toBe('1000\tgpt-4o\n-5\ta b c\n');
    expect(await formatData([], 'csv', ['tpm', 'name'])).toBe('tpm,name\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+cmd|x', "'+cmd|x"],
    ['-2+3', "'-2+3"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['-5', '-5'],
    ['+1.5e3', '+1.5e3'],
    ['0.0000025', '0.0000025'],
    ['gpt-4o', 'gpt-4o'],
  ])('keeps a spreadsheet from running %s', async (value, expected) => {
    expect(await formatData([{ a: value }], 'csv')).toBe(`a\r\n${expected}\r\n`);
  });

  it('writes CSV that reads back as the same cells', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'ab",; é深\n') })
      .filter((text) => !/^\s*[=+\-@]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        const text = await formatData(
          rows.map(([a, b]) => ({ a, b })),
          'csv',
        );
        expect(readCsv(text)).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });

  it('writes JSON and YAML that read back as the same data', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string({ unit: 'binary' }), async (value, text) => {
        const data: unknown = JSON.parse(JSON.stringify({ value, text: wellFormed(text) }));
        expect(JSON.parse(await formatData(data, 'json'))).toEqual(data);
        expect(parse(await formatData(data, 'yaml'))).toEqual(data);
      }),
    );
  });

  it('lets nothing that steers a terminal through, in any format', async () => {
    const hostile = fc
      .array(fc.oneof(fc.constantFrom('\x1b[2J', '\x9b', '\u202e', '\x07', '\r', '\u2028'), fc.string()))
      .map((parts) => wellFormed(parts.join('')));
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...OUTPUT_FORMATS), async (value, format) => {
        const data = [{ a: value }, { a: value, [`k${value}`]: 1 }];
        const text =
          format === 'table' ? renderGenericTable(data, PLAIN_THEME) : await formatData(data, format);
        expect(text.replaceAll('\r\n', '\n')).not.toMatch(
          /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });
});

describe('renderGenericTable', () => {
  it.each([
    [
      'objects',
      [
        { name: 'a', n: 1 },
        { name: 'bb', n: 10 },
      ],
      'name   n\na      1\nbb    10\n',
    ],
    ['one object', { name: 'a', nested: { x: 1 } }, 'name  nested\na     {"x":1}\n'],
    ['scalars', ['a', 2, null], 'a\n2\n\n'],
    ['a scalar', 'a', 'a\n'],
    [
      'lists in a list',
      [
        ['a', 1],
        ['b', 2],
      ],
      'column1  column2\na              1\nb              2\n',
    ],
    ['nothing', null, ''],
    ['an empty list', [], ''],
  ])('shows %s', (_story, data, expected) => {
    expect(renderGenericTable(data, PLAIN_THEME)).toBe(expected);
  });
});

/** Lone halves of surrogate pairs do not survive UTF-8. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text)).replaceAll('\ufeff', '');
}

/** A reader of RFC 4180, written for this test alone. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
