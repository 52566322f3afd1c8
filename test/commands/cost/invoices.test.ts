import { describe, expect, it } from 'vitest';
import { machine } from '../../helpers/run-aimi.js';

/**
 * A workload, what it comes to by hand in tokens × dollars per million, and where the dollars were read: codes of
 * src/data/prices-provenance.json, `AGP` and `MM..` for copies of the Retail Prices API, `tables` for marketplace
 * models. The prices are written down here and not taken from the price book.
 */
type Invoice = readonly [line: string, byHand: string, total: string, source: string];

const INVOICES: readonly Invoice[] = [
  ['gpt-4.1 --input-tokens 1M --output-tokens 1M', '1000000 × 2 + 1000000 × 8', '10', 'AGP'],
  ['gpt-4.1 --input-tokens 1000 --cached-tokens 400', '600 × 2 + 400 × 0.5', '0.0014', 'AGP'],
  ['gpt-4.1 --input-tokens 1M --sku datazone', '1000000 × 2.2', '2.2', 'AGP'],
  ['gpt-4.1 --input-tokens 1M --sku standard --region swedencentral', '1000000 × 2.42', '2.42', 'AGP'],
  ['gpt-4.1 --input-tokens 1M --output-tokens 1M --mode batch', '1000000 × 1 + 1000000 × 4', '5', 'AGP'],
  [
    'gpt-4.1 --input-tokens 1M --output-tokens 1M --mode priority',
    '1000000 × 3.5 + 1000000 × 14',
    '17.5',
    'AGP',
  ],
  [
    'gpt-4.1-mini --input-tokens 1200 --output-tokens 300 --requests 50000',
    '60000000 × 0.4 + 15000000 × 1.6',
    '48',
    'AGP',
  ],
  ['gpt-4.1-mini --input-tokens 1M --cached-tokens 1M --mode priority', '1000000 × 0.175', '0.175', 'AGP'],
  ['gpt-4.1-mini --input-tokens 7 --output-tokens 3', '7 × 0.4 + 3 × 1.6', '0.0000076', 'AGP'],
  [
    'gpt-4o --model-version 2024-05-13 --input-tokens 1M --output-tokens 1M',
    '1000000 × 5 + 1000000 × 15',
    '20',
    'AGP',
  ],
  [
    'gpt-4o --model-version 2024-08-06 --input-tokens 10k --cached-tokens 4k --output-tokens 1k',
    '6000 × 2.5 + 4000 × 1.25 + 1000 × 10',
    '0.03',
    'AGP',
  ],
  [
    'gpt-4o --model-version 2024-11-20 --input-tokens 1M --output-tokens 1M --sku datazone --region eastus2',
    '1000000 × 2.75 + 1000000 × 11',
    '13.75',
    'AGP',
  ],
  ['gpt-4o-mini --input-tokens 1M --output-tokens 1M', '1000000 × 0.15 + 1000000 × 0.6', '0.75', 'AGP'],
  [
    'gpt-5 --input-tokens 8k --cached-tokens 6k --output-tokens 2k --reasoning-tokens 1500',
    '2000 × 1.25 + 6000 × 0.125 + 2000 × 10',
    '0.02325',
    'AGP',
  ],
  [
    'gpt-5-mini --input-tokens 1M --output-tokens 1M --mode priority',
    '1000000 × 0.45 + 1000000 × 3.6',
    '4.05',
    'AGP',
  ],
  ['gpt-5.1 --input-tokens 1M --cached-tokens 500k', '500000 × 1.25 + 500000 × 0.125', '0.6875', 'AGP'],
  ['gpt-5.4 --input-tokens 272000', '272000 × 2.5', '0.68', 'AGP'],
  ['gpt-5.4 --input-tokens 272001 --output-tokens 1k', '272001 × 5 + 1000 × 22.5', '1.382505', 'AGP'],
  ['gpt-5.4 --input-tokens 1k --requests 1000000', '1000000000 × 2.5', '2500', 'AGP'],
  [
    'gpt-5.4-mini --input-tokens 1M --cached-tokens 200k --output-tokens 1M --mode flex',
    '800000 × 0.375 + 200000 × 0.0375 + 1000000 × 2.25',
    '2.5575',
    'MMP|AGP',
  ],
  [
    'gpt-5.5 --input-tokens 300k --cached-tokens 100k --output-tokens 10k',
    '200000 × 10 + 100000 × 1 + 10000 × 45',
    '2.55',
    'AGP',
  ],
  [
    'gpt-5.6-sol --input-tokens 10k --cache-write-tokens 2k --cached-tokens 3k --output-tokens 1k',
    '5000 × 5 + 2000 × 6.25 + 3000 × 0.5 + 1000 × 30',
    '0.069',
    'MMP|AGP',
  ],
  ['gpt-5.6-luna --output-tokens 1M --as-of 2026-07-15', '1000000 × 6', '6', 'MMP|AGP'],
  ['gpt-5.6-luna --output-tokens 1M --as-of 2026-08-01', '1000000 × 1.2', '1.2', 'MMP'],
  [
    'gpt-6.1-sol --input-tokens 1M --requests 1 --cached-tokens 500k --as-of 2026-11-01',
    '500000 × 4 + 500000 × 0.2',
    '2.1',
    'MMP',
  ],
  ['o1 --input-tokens 1M --output-tokens 1M', '1000000 × 15 + 1000000 × 60', '75', 'AGP'],
  [
    'o3 --input-tokens 1M --cached-tokens 400k --output-tokens 1M',
    '600000 × 2 + 400000 × 0.5 + 1000000 × 8',
    '9.4',
    'AGP',
  ],
  [
    'o4-mini --input-tokens 1M --cached-tokens 1M --output-tokens 1M --sku datazone --region eastus2',
    '1000000 × 0.303 + 1000000 × 4.84',
    '5.143',
    'AGP',
  ],
  ['text-embedding-3-large --input-tokens 1M', '1000000 × 0.13', '0.13', 'AGP'],
  ['text-embedding-ada-002 --input-tokens 3M', '3000000 × 0.1', '0.3', 'AGP|MMP'],
  ['grok-4.3 --input-tokens 200k --output-tokens 1k', '200000 × 1.25 + 1000 × 2.5', '0.2525', 'MMP'],
  [
    'grok-4.3 --input-tokens 200001 --cached-tokens 1 --output-tokens 1k',
    '200000 × 2.5 + 1 × 0.4 + 1000 × 5',
    '0.5050004',
    'MMP',
  ],
  [
    'grok-4-1-fast-reasoning --input-tokens 100k --output-tokens 1k',
    '100000 × 0.2 + 1000 × 0.5',
    '0.0205',
    'MMP|AGP',
  ],
  ['gpt-oss-120b --input-tokens 1M --output-tokens 1M', '1000000 × 0.15 + 1000000 × 0.6', '0.75', 'AGP'],
  [
    'gpt-realtime --model-version 2025-08-28 --input-tokens 10k --audio-input-tokens 4k --output-tokens 3k --audio-output-tokens 1k',
    '6000 × 4 + 4000 × 32 + 2000 × 16 + 1000 × 64',
    '0.248',
    'AGP',
  ],
  ['claude-sonnet-4-5 --input-tokens 1M --output-tokens 1M', '1000000 × 3 + 1000000 × 15', '18', 'tables'],
  ['Mistral-large-2411 --input-tokens 1M --output-tokens 1M', '1000000 × 2 + 1000000 × 6', '8', 'tables'],
];

/** Dollars of `tokens × price + ...`, exactly: in units of 10^-12. */
function dollarsOf(byHand: string): bigint {
  return byHand.split(' + ').reduce((sum, term) => {
    const [tokens = '', price = ''] = term.split(' × ');
    const [whole = '', decimals = ''] = price.split('.');
    return sum + BigInt(tokens) * BigInt(whole + decimals.padEnd(6, '0'));
  }, 0n);
}

function unitsOf(amount: string): bigint {
  const [whole = '', decimals = ''] = amount.split('.');
  return BigInt(whole + decimals.padEnd(12, '0'));
}

describe('invoices worked by hand', () => {
  it('are right by themselves, and at least thirty', () => {
    expect(INVOICES.length).toBeGreaterThanOrEqual(30);
    for (const [line, byHand, total] of INVOICES) expect(dollarsOf(byHand), line).toBe(unitsOf(total));
  });

  it.each(INVOICES)('%s = %s', async (line, _byHand, total, source) => {
    const { stdout, stderr } = await machine().run(`cost estimate --model ${line} -o json`);
    expect(stdout, stderr).not.toBe('');
    const estimate: { total: string; lines: { source: string; billing: string }[] } = JSON.parse(stdout);
    expect(estimate.total).toBe(total);
    for (const each of estimate.lines) {
      if (source === 'tables') expect(each.billing).toBe('marketplace');
      else expect(each.source).toMatch(new RegExp(`^(?:${source})`));
    }
  });
});

/** Each was seen in a tool that does the same; names of issues where there is one. */
describe('mistakes of others', () => {
  const total = async (line: string): Promise<string> => {
    const { stdout, stderr } = await machine().run(`cost estimate ${line} -o json`);
    expect(stdout, stderr).not.toBe('');
    return JSON.parse(stdout).total;
  };

  it('cached tokens are not billed twice, nor for nothing', async () => {
    // Twice would be 0.0022, as nothing 0.0012 (BerriAI/litellm issues 37631 and 19532 show both).
    expect(await total('--model gpt-4.1 --input-tokens 1000 --cached-tokens 400')).toBe('0.0014');
    // Without a price of their own they are input, and not nothing.
    expect(await total('--model DeepSeek-V3.2 --input-tokens 1M --cached-tokens 1M')).toBe('0.58');
  });

  it('a data zone or a region is not priced as Global', async () => {
    const totals = await Promise.all(
      ['', '--sku datazone', '--sku standard --region eastus', '--sku standard --region northeurope'].map(
        (sku) => total(`--model gpt-4.1 --input-tokens 1M ${sku}`),
      ),
    );
    expect(totals).toEqual(['2', '2.2', '2.2', '2.64']);
  });

  it('a tier is for one request and not for a sum of requests', async () => {
    // 300 requests of 1,000 tokens are 300,000 tokens and none of them is long; at the long price it would be 1.5.
    expect(await total('--model gpt-5.4 --input-tokens 1000 --requests 300')).toBe('0.75');
    expect((await machine().run('cost estimate --model gpt-5.4 --input-tokens 3M')).exit).toBe(2);
  });

  it.each(['no-such-model', 'openai/gpt-4.1', 'openrouter/gpt-4.1', 'bedrock/claude-sonnet-4-5'])(
    'a model that nobody knows, or of another seller, is not free: %s',
    async (model) => {
      const { exit, stdout } = await machine().run(`cost estimate --model ${model} --input-tokens 1000`);
      expect([exit, stdout]).toEqual([3, '']);
    },
  );

  it('a model that Fireworks sells on Azure does not get the price of the one that Azure sells', async () => {
    const { stdout } = await machine().run('cost prices list -o json');
    const rows: { meterName: string | null; productName: string | null }[] = JSON.parse(stdout);
    expect(
      rows.filter(({ meterName, productName }) => /^FW |Fireworks/.test(`${meterName} ${productName}`)),
    ).toEqual([]);
  });
});
