import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CostEstimate } from '../../../src/core/pricing/estimate/estimate.js';
import { schemaViolations } from '../../helpers/json-schema.js';
import { machine } from '../../helpers/run-aimi.js';

const SCHEMA: unknown = JSON.parse(
  readFileSync(new URL('../../../docs/schemas/cost-estimate.schema.json', import.meta.url), 'utf8'),
);

async function estimate(line: string): Promise<CostEstimate> {
  const { stdout, stderr } = await machine().run(`cost estimate ${line} -o json`);
  if (stdout === '') throw new Error(stderr);
  const value: CostEstimate = JSON.parse(stdout);
  expect(schemaViolations(SCHEMA, value)).toEqual([]);
  return value;
}

const brief = ({ lines }: CostEstimate): readonly string[] =>
  lines.map(
    (line) => `${line.kind} ${line.modality} ${line.tokens} x ${line.unitPrice}/${line.per} = ${line.amount}`,
  );

// Worked by hand from rows of the bundled prices (source and meter of each: src/data/prices-provenance.json).
describe('aimi cost estimate reckons invoices worked by hand', () => {
  it.each([
    ['--model gpt-4.1-mini --input-tokens 1000 --output-tokens 1000', '0.002'],
    ['--model gpt-4.1-mini --input-tokens 1M --output-tokens 1M', '2'],
    ['--model gpt-4.1-mini --input-tokens 1 --output-tokens 1', '0.000002'],
    ['--model gpt-4.1-mini --input-tokens 7 --requests 3', '0.0000084'],
    ['--model gpt-4.1-mini --input-tokens 1000 --cached-tokens 1000', '0.0001'],
    ['--model gpt-4.1-mini --input-tokens 1000 --cached-tokens 400', '0.00028'],
    ['--model gpt-4.1-mini --input-tokens 1M --output-tokens 1M --sku datazone', '2.2'],
    ['--model gpt-4.1-mini --output-tokens 1M --reasoning-tokens 900k', '1.6'],
    ['--model gpt-4.1 --input-tokens 1M --output-tokens 1M', '10'],
    ['--model gpt-4.1 --input-tokens 1M --output-tokens 1M --sku DataZoneStandard', '11'],
    ['--model gpt-4.1 --input-tokens 1M --sku Standard --region eastus', '2.2'],
    ['--model gpt-4.1 --input-tokens 1M --sku Standard --region swedencentral', '2.42'],
    ['--model gpt-4.1 --input-tokens 1M --sku Standard --region northeurope', '2.64'],
    ['--model gpt-4o --model-version 2024-05-13 --input-tokens 1M', '5'],
    ['--model gpt-4o --model-version 2024-08-06 --input-tokens 1M', '2.5'],
    ['--model gpt-4o-2024-05-13 --input-tokens 1M', '5'],
    ['--model azure/gpt-4.1 --input-tokens 1M', '2'],
    ['--model GPT-4.1 --input-tokens 1M', '2'],
    ['--model gpt-5.4 --input-tokens 272000', '0.68'],
    ['--model gpt-5.4 --input-tokens 272001', '1.360005'],
    ['--model gpt-5.4 --input-tokens 272001 --output-tokens 1k', '1.382505'],
    ['--model gpt-5.4 --input-tokens 1k --requests 1000000', '2500'],
    ['--model gpt-5.4 --input-tokens 300k --cached-tokens 300k', '0.15'],
    ['--model gpt-5.4 --input-tokens 1M --requests 1 --mode batch', '2.5'],
    [
      '--model gpt-5.4 --input-tokens 8k --cached-tokens 6k --output-tokens 1k --requests 5000 --per day',
      '3225',
    ],
    [
      '--model gpt-5.4 --input-tokens 8k --cached-tokens 6k --output-tokens 1k --requests 5000 --days 1',
      '107.5',
    ],
    ['--model gpt-4.1 --input-tokens 1k --per hour --days 2', '0.096'],
    ['--model DeepSeek-V3.2 --input-tokens 1M --output-tokens 1M', '2.26'],
    ['--model Phi-4 --input-tokens 1M --output-tokens 1M', '0.625'],
    ['--model Llama-3.3-70B-Instruct --input-tokens 1M --output-tokens 1M', '1.42'],
    ['--model text-embedding-3-large --input-tokens 1M', '0.13'],
    ['--model gpt-4.1 --input-tokens 1M --discount 12%', '1.76'],
    ['--model gpt-4.1 --input-tokens 1M --discount 0.1%', '1.998'],
  ])('%s', async (line, total) => {
    const found = await estimate(line);
    expect(found.total).toBe(total);
  });

  it('takes the price that held on the day of --as-of', async () => {
    const before = await estimate('--model gpt-5.6-luna --output-tokens 1M --as-of 2026-07-15');
    const after = await estimate('--model gpt-5.6-luna --output-tokens 1M --as-of 2026-08-01');
    expect([before.total, after.total]).toEqual(['6', '1.2']);
  });

  it('bills cached tokens once, at their own price', async () => {
    expect(brief(await estimate('--model gpt-4.1-mini --input-tokens 1000 --cached-tokens 400'))).toEqual([
      'input text 600 x 0.0004/1000 = 0.00024',
      'cachedInput text 400 x 0.0001/1000 = 0.00004',
    ]);
  });

  it('bills cached tokens without a price of their own as input, never as nothing, and says so', async () => {
    const found = await estimate('--model DeepSeek-V3.2 --input-tokens 1M --cached-tokens 500k');
    expect(found.total).toBe('0.58');
    expect(found.lines[1]).toMatchObject({ kind: 'cachedInput', billedAs: 'input' });
    expect(found.assumptions.join(' ')).toContain('billed as input: an upper bound');
  });

  it('flags a marketplace model, which no meter publishes', async () => {
    const found = await estimate('--model claude-sonnet-4-5 --input-tokens 1M');
    expect(found.lines[0]).toMatchObject({ billing: 'marketplace', meter: null });
    expect(found.assumptions.join(' ')).toContain('Azure Marketplace');
  });
});

describe('aimi cost estimate refuses to guess', () => {
  it.each([
    ['an unknown model', '--model gpt-4.1-mni --input-tokens 1', 3, 'Did you mean gpt-4.1-mini'],
    [
      'a SKU without a price',
      '--model gpt-5.4 --input-tokens 1 --sku Standard',
      3,
      '--sku DataZoneStandard or GlobalStandard',
    ],
    [
      'a price that depends on the version',
      '--model gpt-4o --input-tokens 1',
      3,
      '--model-version: 2024-05-13',
    ],
    [
      'a price that depends on the region',
      '--model gpt-4.1 --sku Standard --input-tokens 1',
      3,
      'Add --region',
    ],
    ['a mode without a price', '--model gpt-6-sol --input-tokens 1', 3, 'flex'],
    [
      'long requests that the mode does not have',
      '--model gpt-5.4 --input-tokens 300k --mode priority',
      3,
      'of that size',
    ],
    ['another provider of the same model', '--model openai/gpt-4.1 --input-tokens 1', 3, "'openai/gpt-4.1'"],
    ['a sum taken for one request', '--model gpt-5.4 --input-tokens 3M', 2, '--requests'],
    [
      'more cached tokens than input',
      '--model gpt-4.1 --input-tokens 1 --cached-tokens 2',
      2,
      'do not add up',
    ],
    [
      'audio for a model without audio',
      '--model gpt-4.1 --input-tokens 9 --audio-input-tokens 9',
      3,
      'audio',
    ],
    ['no tokens', '--model gpt-4.1', 2, 'no tokens are given'],
    ['no model', '--input-tokens 5', 2, 'No model is named'],
    ['a part of a token', '--model gpt-4.1 --input-tokens 1.5', 2, 'not a whole number'],
    ['more than can be counted', '--model gpt-4.1 --input-tokens 900T --requests 900T', 2, 'counted exactly'],
    ['a currency that was not pulled', '--model gpt-4.1 --input-tokens 1 --currency EUR', 3, 'prices in EUR'],
    ['old prices, when asked to', '--model gpt-4.1 --input-tokens 1 --max-price-age 1d', 5, 'days old'],
    ['--max-increase alone', '--model gpt-4.1 --input-tokens 1 --max-increase 5%', 2, '--baseline'],
    ['--by without files', '--model gpt-4.1 --input-tokens 1 --by day', 2, '--usage'],
    [
      'a provisioned SKU',
      '--model gpt-4.1 --input-tokens 1 --sku ProvisionedManaged',
      2,
      'not pay-as-you-go',
    ],
    ['a format of another command', '--model gpt-4.1 --input-tokens 1 -o sarif', 2, 'aimi doctor'],
  ])('%s', async (_story, line, exit, said) => {
    const result = await machine().run(`cost estimate ${line}`);
    expect([result.exit, result.stdout]).toEqual([exit, '']);
    expect(result.stderr).toContain(said);
  });
});

describe('aimi cost estimate as a gate', () => {
  const line = 'cost estimate --model gpt-4.1 --input-tokens 1M --output-tokens 1M';

  it('exits with 5 above --max, still prints the result, and says what exceeded', async () => {
    const result = await machine().run(`${line} --max 9.99 -o json`);
    expect(result.exit).toBe(5);
    expect(JSON.parse(result.stdout).checks).toEqual([
      { rule: 'max', isMet: false, limit: '9.99', total: '10', over: '0.01', percent: null },
    ]);
    expect(result.stderr).toContain('0.01 over --max 9.99 (largest: gpt-4.1 output 8.00)');
  });

  it('passes at exactly --max', async () => {
    expect((await machine().run(`${line} --max 10`)).exit).toBe(0);
  });

  it('compares with an earlier result, to the digit', async () => {
    const place = machine();
    const { stdout } = await place.run(`${line} -o json`);
    place.files.content.set('/code/main.json', stdout);
    const grown =
      'cost estimate --model gpt-4.1 --input-tokens 1M --output-tokens 1.125M --baseline main.json';
    expect((await place.run(`${grown} --max-increase 10%`)).exit).toBe(0);
    const failed = await place.run(`${grown} --max-increase 9.99% -o json`);
    expect(failed.exit).toBe(5);
    expect(JSON.parse(failed.stdout).baseline).toEqual({
      total: '10',
      change: '1',
      models: [{ model: 'gpt-4.1', before: '10', after: '11', change: '1' }],
    });
    expect((await place.run(grown)).exit).toBe(0);
  });

  it.each([
    ['is not there', null, 1, 'There is no file'],
    ['is no estimate', '{"total":"1"}', 2, 'not an estimate of aimi'],
    [
      'is in another currency',
      '{"schema":1,"total":"1","currency":"EUR","lines":[]}',
      2,
      'in EUR, this estimate in USD',
    ],
    [
      'has an amount that is none',
      '{"schema":1,"total":"x","currency":"USD","lines":[]}',
      2,
      'not an estimate',
    ],
  ])('refuses a baseline that %s', async (_story, text, exit, said) => {
    const place = machine();
    if (text !== null) place.files.content.set('/code/main.json', text);
    const result = await place.run(`${line} --baseline main.json`);
    expect(result.exit).toBe(exit);
    expect(result.stderr).toContain(said);
  });

  it.each([
    ['github', '::error title=aimi cost estimate::The total of 10.00 USD is 1.00 over --max 9.00'],
    ['junit', '<failure message="The total of 10.00 USD is 1.00 over --max 9.00'],
    ['markdown', '- ❌ The total of 10.00 USD is 1.00 over --max 9.00'],
    ['csv', 'model,version,sku,region,mode,context,kind,modality,tokens,unitPrice,per,amount,'],
  ])('prints the verdict as %s', async (format, text) => {
    const result = await machine().run(`${line} --max 9 -o ${format}`);
    expect(result.exit).toBe(5);
    expect(result.stdout).toContain(text);
  });
});

describe('aimi cost estimate --usage', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'usage-'));
    const usage = (model: string, day: string, prompt: number, more: object = {}) =>
      JSON.stringify({
        timestamp: `${day}T10:00:00Z`,
        model,
        usage: { prompt_tokens: prompt, completion_tokens: 1000 },
        ...more,
      });
    const small = Array.from({ length: 300 }, () => usage('gpt-5.4', '2026-11-01', 1000));
    const lines = [
      ...small,
      usage('gpt-5.4', '2026-11-02', 300_000),
      usage('gpt-4.1-2025-04-14', '2026-11-02', 1000),
    ];
    writeFileSync(join(folder, 'a.jsonl'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync(usage('gpt-4.1', '2026-11-03', 1000)));
    writeFileSync(join(folder, 'bad.jsonl'), `${usage('gpt-4.1', '2026-11-03', 1000)}\n{"model":\n`);
    writeFileSync(join(folder, 'chat.csv'), 'deployment,prompt_tokens,completion_tokens\nchat,1000,0\n');
    writeFileSync(join(folder, 'unknown.csv'), 'model,prompt_tokens,completion_tokens\nmystery-1,1000,0\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('applies the long-context price to long requests, never to their sum', async () => {
    const found = await estimate(`--usage ${folder}/a.jsonl --by day,model`);
    // 300 × (1,000 × 2.5 + 1,000 × 15) / 1M; then 300,000 × 5 + 1,000 × 22.5; then 1,000 × 2 + 1,000 × 8.
    expect(found.groups.map(({ by, amount }) => [by.day, by.model, amount])).toEqual([
      ['2026-11-02', 'gpt-4.1', '0.01'],
      ['2026-11-01', 'gpt-5.4', '5.25'],
      ['2026-11-02', 'gpt-5.4', '1.5225'],
    ]);
    expect(found.total).toBe('6.7825');
  });

  it('reads patterns and packed files, and gives sums as csv', async () => {
    const { stdout } = await machine().run(`cost estimate --usage ${folder}/[ab].jsonl* --by model -o csv`);
    expect(stdout).toBe(
      'model,requests,inputTokens,cachedTokens,outputTokens,amount\r\n' +
        'gpt-4.1,2,2000,0,2000,0.02\r\ngpt-5.4,301,600000,0,301000,6.7725\r\n',
    );
  });

  it('names bad lines, and fails on the first with --strict', async () => {
    const lax = await machine().run(`cost estimate --usage ${folder}/bad.jsonl`);
    expect(lax.exit).toBe(0);
    expect(lax.stderr).toMatch(/1 bad line is not in the sum: line 2 \(/);
    const strict = await machine().run(`cost estimate --usage ${folder}/bad.jsonl --strict`);
    expect(strict.exit).toBe(2);
    expect(strict.stdout).toBe('');
  });

  it('takes the model of a deployment from a list, and refuses a deployment without one', async () => {
    const place = machine();
    const open = await place.run(`cost estimate --usage ${folder}/chat.csv`);
    expect(open.exit).toBe(3);
    expect(open.stderr).toContain('only a deployment (chat)');
    const rows = [
      { name: 'chat', model: 'gpt-4.1', version: '2025-04-14', sku: 'DataZoneStandard', location: 'eastus2' },
    ];
    place.files.content.set('/code/d.json', JSON.stringify(rows));
    const { stdout } = await place.run(
      `cost estimate --usage ${folder}/chat.csv --deployments-from d.json -o json`,
    );
    expect(JSON.parse(stdout)).toMatchObject({ total: '0.0022', lines: [{ sku: 'DataZoneStandard' }] });
  });

  it('refuses a model without a price instead of counting it as nothing', async () => {
    const { exit, stderr, stdout } = await machine().run(
      `cost estimate --usage ${folder}/{a.jsonl,unknown.csv}`,
    );
    expect([exit, stdout]).toEqual([3, '']);
    expect(stderr).toContain("'mystery-1'");
  });

  it('takes counts from the columns that --map names', async () => {
    writeFileSync(join(folder, 'own.csv'), 'engine,in,out\ngpt-4.1,1000,1000\n');
    const found = await estimate(
      `--usage ${folder}/own.csv --map model=engine --map input=in --map output=out`,
    );
    expect(found.total).toBe('0.01');
  });
});

describe('aimi cost estimate --deployment', () => {
  it('looks model, version and SKU up in the account', async () => {
    const place = machine();
    await place.run('deploy gpt-4.1-mini --name chat --sku datazone --yes --sandbox');
    const { stdout } = await place.run('cost estimate --deployment chat --input-tokens 1M --sandbox -o json');
    expect(JSON.parse(stdout)).toMatchObject({
      total: '0.44',
      lines: [{ model: 'gpt-4.1-mini', sku: 'DataZoneStandard' }],
    });
  });

  it('sends nothing when no deployment is named', async () => {
    expect(
      (await machine().run('cost estimate --model gpt-4.1 --input-tokens 1 --sandbox')).requests,
    ).toEqual([]);
  });
});
