import { describe, expect, it } from 'vitest';
import { machine } from '../../helpers/run-aimi.js';

const LINE = 'cost compare gpt-4.1 gpt-4.1-mini --input-tokens 1M';

async function at(columns: number, line = LINE): Promise<string> {
  return (await machine().run(line, { answers: [], columns })).stdout;
}

describe('the bars of a comparison', () => {
  it('stand at the usual width of a terminal, without cutting anything', async () => {
    const table = await at(80);
    expect(table).toMatch(/^MODEL {9}SKU/);
    expect(table).toMatch(/gpt-4\.1 .* 2\.64 {2}6\.60x {2}█+\n/);
    expect(table).not.toContain('…');
    for (const row of table.split('\n')) expect([...row].length).toBeLessThanOrEqual(80);
  });

  it('keep the versions where a model has several', async () => {
    const table = await at(80, 'cost compare gpt-4o --input-tokens 1M --sku global');
    expect(table).toContain('VERSION');
    expect(table).toContain('2024-05-13');
  });

  it('are left out where there is no room, and where there is no terminal', async () => {
    expect(await at(60)).not.toContain('█');
    expect((await machine().run(LINE)).stdout).not.toContain('█');
  });

  it('are as long as the amounts are large', async () => {
    const lengths = [...(await at(120)).matchAll(/x {2}(█+)/g)].map(([, bar = '']) => bar.length);
    expect(lengths.at(-1)).toBe(20);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });
});
