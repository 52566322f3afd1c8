import { describe, expect, it } from 'vitest';
import { machine } from '../../helpers/run-aimi.js';

interface Row {
  readonly model: string;
  readonly sku: string | null;
  readonly total: string | null;
  readonly times: string | null;
  readonly reason: string | null;
}

async function compare(line: string): Promise<readonly Row[]> {
  const { stdout, stderr } = await machine().run(`cost compare ${line} -o json`);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('aimi cost compare', () => {
  it('puts the cheapest first and says how many times as much the others cost', async () => {
    const rows = await compare('gpt-4.1 gpt-4.1-mini --input-tokens 1M --sku global,datazone');
    expect(rows.map(({ model, sku, total, times }) => [model, sku, total, times])).toEqual([
      ['gpt-4.1-mini', 'GlobalStandard', '0.4', '1.00'],
      ['gpt-4.1-mini', 'DataZoneStandard', '0.44', '1.10'],
      ['gpt-4.1', 'GlobalStandard', '2', '5.00'],
      ['gpt-4.1', 'DataZoneStandard', '2.2', '5.50'],
    ]);
  });

  it('takes a discount off every row, and says so', async () => {
    const line = 'gpt-4.1 gpt-4.1-mini --input-tokens 1M --sku global --discount 12.5%';
    const rows = await compare(line);
    expect(rows.map(({ total, times }) => [total, times])).toEqual([
      ['0.35', '1.00'],
      ['1.75', '5.00'],
    ]);
    expect((await machine().run(`cost compare ${line}`)).stderr).toContain('A discount of 12.5 %');
    expect((await machine().run('cost compare gpt-4.1 --input-tokens 1 --discount 101%')).exit).toBe(2);
  });

  it('names what has no price, after all that has, without an amount', async () => {
    const rows = await compare('nope gpt-4.1 --input-tokens 1M --sku global');
    expect(rows.map(({ model, total }) => [model, total])).toEqual([
      ['gpt-4.1', '2'],
      ['nope', null],
    ]);
    expect(rows[1]?.reason).toContain("'nope'");
  });

  it('prices each of the regions that are asked for', async () => {
    const rows = await compare('gpt-4.1 --sku regional --region eastus,northeurope --input-tokens 1M');
    expect(rows.map((row) => row.total)).toEqual(['2.2', '2.64']);
  });

  it('takes models of the catalog by capability and publisher', async () => {
    const rows = await compare('--capability embeddings --publisher openai --input-tokens 1M --sku global');
    expect(rows.filter(({ total }) => total !== null).map(({ model }) => model)).toEqual([
      'text-embedding-ada-002',
      'text-embedding-3-large',
    ]);
  });

  it('is not found when nothing has a price, and a usage error without models', async () => {
    expect((await machine().run('cost compare nope --input-tokens 1')).exit).toBe(3);
    expect((await machine().run('cost compare --input-tokens 1')).exit).toBe(2);
    expect((await machine().run('cost compare --publisher nobody --input-tokens 1')).exit).toBe(3);
  });

  it('draws bars on a terminal only', async () => {
    const line = 'cost compare gpt-4.1 gpt-4.1-mini --input-tokens 1M --sku global';
    const terminal = await machine().run(line, { answers: [], columns: 120 });
    expect(terminal.stdout).toMatch(/gpt-4\.1-mini .* █{4}\n/);
    expect(terminal.stdout).toMatch(/gpt-4\.1 .* █{20}\n/);
    expect((await machine().run(line)).stdout).not.toContain('█');
  });
});
