import { describe, expect, it } from 'vitest';
import { OUTPUT_FORMATS, type OutputFormat } from '../../src/config/settings.js';
import { EXIT } from '../../src/exit-code.js';
import { present } from '../../src/render/present.js';
import { PLAIN_THEME } from '../../src/render/theme.js';

const DATA = [
  { name: 'gpt-4o', tpm: 10 },
  { name: 'o3', tpm: 5 },
];
const PRESENTATION = { table: () => 'the view\n', columns: ['tpm', 'name'] };

async function show(output: OutputFormat, query: string | null = null): Promise<string> {
  let text = '';
  const stdout = {
    write(part: string) {
      text += part;
    },
  };
  await present({ settings: { output }, query, ctx: { stdout } }, { data: DATA }, PRESENTATION, PLAIN_THEME);
  return text;
}

describe('present', () => {
  it.each([
    ['table', 'the view\n'],
    ['json', `${JSON.stringify(DATA, null, 2)}\n`],
    ['jsonl', '{"name":"gpt-4o","tpm":10}\n{"name":"o3","tpm":5}\n'],
    ['yaml', '- name: gpt-4o\n  tpm: 10\n- name: o3\n  tpm: 5\n'],
    ['tsv', '10\tgpt-4o\n5\to3\n'],
    ['csv', 'tpm,name\r\n10,gpt-4o\r\n5,o3\r\n'],
    ['none', ''],
  ] as const)('prints the result as %s', async (format, expected) => {
    expect(await show(format)).toBe(expected);
  });

  it.each([
    ['table', 'gpt-4o\no3\n'],
    ['json', '[\n  "gpt-4o",\n  "o3"\n]\n'],
    ['tsv', 'gpt-4o\no3\n'],
    ['csv', 'value\r\ngpt-4o\r\no3\r\n'],
  ] as const)('prints a projection as %s', async (format, expected) => {
    expect(await show(format, '[].name')).toBe(expected);
  });

  it.each([
    ['table', ''],
    ['tsv', ''],
    ['json', 'null\n'],
  ] as const)('prints a query without a result as %s', async (format, expected) => {
    expect(await show(format, '[7].name')).toBe(expected);
  });

  it.each(OUTPUT_FORMATS)(
    'refuses a wrong query with %s, even when nothing would be printed',
    async (format) => {
      await expect(show(format, '[')).rejects.toMatchObject({ code: 'query-invalid' });
    },
  );

  it('gives the exit code of the outcome, 0 without one', async () => {
    const session = { settings: { output: 'none' as const }, query: null, ctx: { stdout: { write() {} } } };
    expect(await present(session, { data: DATA }, PRESENTATION, PLAIN_THEME)).toBe(EXIT.done);
    expect(await present(session, { data: DATA, exit: EXIT.negative }, PRESENTATION, PLAIN_THEME)).toBe(
      EXIT.negative,
    );
  });
});
