import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { machine } from '../../helpers/run-aimi.js';

async function emit(line: string): Promise<string> {
  const { stdout, stderr, exit } = await machine().run(`cost estimate --emit ${line}`);
  expect(exit, stderr).toBe(0);
  return stdout;
}

/** Name → the eight prices of a query, without zeros at their ends. */
function pricesIn(query: string): Readonly<Record<string, string>> {
  const rows = query.matchAll(/^ +\(?['"]([^'"]+)['"], ['"][^'"]+['"], ([^\n]+?)\)?,?$/gm);
  return Object.fromEntries(
    [...rows].map(([, name = '', rest = '']) => {
      const values = rest
        .replaceAll(/(?:decimal|long)\(([^)]*)\)?/g, '$1')
        .toLowerCase()
        .split(', ');
      return [name, values.map((value) => value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')).join(' ')];
    }),
  );
}

describe('aimi cost estimate --emit', () => {
  it('inlines the price of one token, by the size of the request where that matters', async () => {
    const prices = pricesIn(await emit('sql --model gpt-5.4'));
    // 2.5, 0.25, (no price for writes: input) 2.5 and 15 per million; above 272,000 tokens 5, 0.5, 5 and 22.5.
    const expected = '272000 0.0000025 0.00000025 0.0000025 0.000015 0.000005 0.0000005 0.000005 0.0000225';
    expect(prices).toEqual({ 'gpt-5.4': expected, 'gpt-5.4-2026-03-05': expected });
  });

  it('writes the same prices into both languages', async () => {
    const [sql, kql] = await Promise.all(
      [emit('sql'), emit('kql')].map(async (query) => pricesIn(await query)),
    );
    expect(Object.keys(sql ?? {}).length).toBeGreaterThan(100);
    expect(kql).toEqual(sql);
  });

  it('takes a discount off each price, exactly', async () => {
    const prices = pricesIn(await emit('sql --model gpt-4.1 --discount 12.5%'));
    expect(prices['gpt-4.1']).toBe('null 0.00000175 0.0000004375 0.00000175 0.000007 null null null null');
  });

  it('names table and columns as they are asked for', async () => {
    const query = await emit(
      'kql --table ApiManagementGatewayLlmLog --map model=ModelName --map input=PromptTokens --map output=CompletionTokens --map time=TimeGenerated --by day',
    );
    expect(query).toContain('  ApiManagementGatewayLlmLog\n');
    expect(query).toContain('day = startofday(todatetime(TimeGenerated))');
    expect(query).not.toContain('cached_tokens =');
  });

  it('gives the query as JSON too', async () => {
    const { stdout } = await machine().run('cost estimate --emit sql --model gpt-4.1 -o json');
    expect(JSON.parse(stdout)).toMatchObject({ language: 'sql', models: ['gpt-4.1'], currency: 'USD' });
  });

  it.each([
    ['a table that is none', 'sql --table "x;y"', 2, 'not a plain name'],
    ['a column that is none', 'sql --map model=a"b', 2, 'not a plain name'],
    ['a field that a query does not have', 'sql --map audioInput=a', 2, 'no field audioInput'],
    ['a name that the query needs', 'sql --by total', 2, '--by total'],
    ['files', 'sql --usage x.jsonl', 2, '--usage'],
    ['token counts', 'sql --model gpt-4.1 --input-tokens 1', 2, 'token counts'],
    ['a limit', 'sql --max 5', 2, '--max'],
    ['another language', 'spl', 2, 'Allowed choices'],
    ['a model without a price', 'sql --model nope', 3, 'nope'],
    ['more digits than a database has', 'sql --discount 1.234567%', 2, 'decimals'],
  ])('refuses %s', async (_story, line, exit, said) => {
    const result = await machine().run(`cost estimate --emit ${line}`);
    expect([result.exit, result.stdout]).toEqual([exit, '']);
    expect(result.stderr).toContain(said);
  });

  it('refuses --table alone', async () => {
    expect((await machine().run('cost estimate --table x --model gpt-4.1 --input-tokens 1')).exit).toBe(2);
  });
});

const database = await (await DuckDBInstance.create(':memory:')).connect();

describe('the emitted SQL, run by DuckDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'emit-'));
  const path = join(folder, 'usage.csv');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function query(
    rows: readonly string[],
    options: string,
  ): Promise<readonly Record<string, unknown>[]> {
    writeFileSync(
      path,
      `timestamp,model,prompt_tokens,cached_tokens,completion_tokens\n${rows.join('\n')}\n`,
    );
    await database.run(`CREATE OR REPLACE VIEW usage AS SELECT * FROM read_csv('${path}')`);
    const result = await database.run(await emit(`sql ${options}`));
    return result.getRowObjectsJson();
  }

  /** Requests of models under all the names that logs have for them, on both sides of every size. */
  function rowsOf(names: readonly string[], sizes: readonly number[]): readonly string[] {
    return names.flatMap((name, index) =>
      sizes.map((size, turn) => {
        const cached = (turn + index) % 3 === 0 ? 0 : Math.floor(size / (turn + 2));
        return `2026-11-0${1 + (index % 9)}T10:00:00Z,${name},${size},${cached},${37 * turn + index}`;
      }),
    );
  }

  const NAMES = [
    'gpt-4.1',
    'GPT-4.1-mini',
    'azure/gpt-4.1',
    'azure_ai/DeepSeek-V3.2',
    'gpt-4o-2024-05-13',
    'gpt-4o-2024-08-06',
    'gpt-4.1-2025-04-14',
    'gpt-5.4',
    'gpt-5.4-2026-03-05',
    'grok-4.3',
    'claude-sonnet-4-5',
    'Phi-4',
    'gpt-oss-120b',
    'grok-4-1-fast-reasoning',
    'grok-4-1-fast-non-reasoning',
  ];
  const SIZES = [1, 7, 1_024, 127_999, 200_000, 200_001, 272_000, 272_001, 900_000];
  const SHORT_SIZES = SIZES.filter((size) => size <= 128_000);

  it.each([
    ['', NAMES, SIZES],
    ['--discount 12.5%', NAMES, SIZES],
    ['--as-of 2026-08-01', NAMES.filter((name) => !name.startsWith('Phi')), SIZES],
    ['--sku datazone --region eastus2', NAMES.slice(0, 3), SIZES],
    ['--sku standard --region swedencentral', ['gpt-4.1', 'gpt-4.1-mini'], SIZES],
    ['--mode batch', ['gpt-4.1', 'gpt-5.4'], SHORT_SIZES],
    ['--mode priority', ['gpt-4.1', 'gpt-5.4'], SHORT_SIZES],
  ])('gives our own total, to the last digit: %s', async (options, names, sizes) => {
    const rows = await query(rowsOf(names, sizes), options);
    const own = await machine().run(`cost estimate --usage ${path} ${options} -o json`);
    expect(own.exit, own.stderr).toBe(0);
    const digits = (amount: unknown) => String(amount).replace(/\.?0+$/, '');
    expect(digits(rows[0]?.total)).toBe(JSON.parse(own.stdout).total);
  });

  it('groups by day as we do', async () => {
    const names = NAMES.filter((name) => !name.includes('reasoning'));
    const rows = await query(rowsOf(names, SIZES), '--by day');
    const own = await machine().run(`cost estimate --usage ${path} --by model,day -o json`);
    const groups: readonly { by: Record<string, string>; amount: string; requests: number }[] = JSON.parse(
      own.stdout,
    ).groups;
    const digits = (amount: unknown) => String(amount).replace(/\.?0+$/, '');
    const key = (model: unknown, day: unknown) => `${model} ${day}`;
    expect(
      Object.fromEntries(
        rows.map((row) => [key(row.model, row.day), [Number(row.requests), digits(row.amount)]]),
      ),
    ).toEqual(
      Object.fromEntries(
        groups.map(({ by, requests, amount }) => [key(by.model, by.day), [requests, amount]]),
      ),
    );
  });

  it.each([
    ['a model without a price', '2026-11-01,mystery-1,1000,0,10'],
    ['a price that depends on the version', '2026-11-01,gpt-4o,1000,0,10'],
    ['more cached tokens than input', '2026-11-01,gpt-4.1,10,20,1'],
    ['a request without a model', '2026-11-01,,1000,0,10'],
  ])('has no total, where we refuse, for %s', async (_story, row) => {
    const rows = await query(['2026-11-01,gpt-4.1-mini,1000,0,10', row], '');
    expect(rows.map(({ total }) => total)).toEqual(rows.map(() => null));
    expect(rows[0]?.amount).toBeNull();
    expect((await machine().run(`cost estimate --usage ${path}`)).exit).not.toBe(0);
  });
});
