import { afterEach, describe, expect, it } from 'vitest';
import { type PricesListInput, runPricesList } from '../../../../src/commands/cost/prices/list.run.js';
import { type OpenBookInput, openPriceBook } from '../../../../src/commands/cost/prices/open-book.js';
import { runPricesStatus } from '../../../../src/commands/cost/prices/status.run.js';
import { runPricesUpdate } from '../../../../src/commands/cost/prices/update.run.js';
import { pricesListView } from '../../../../src/render/cost/prices/list-view.js';
import { pricesStatusView } from '../../../../src/render/cost/prices/status-view.js';
import { pricesUpdateView } from '../../../../src/render/cost/prices/update-view.js';
import { PLAIN_THEME } from '../../../../src/render/theme.js';
import { type FeedRow, pricesSession, serveFeed } from './machine.js';

const OPEN: OpenBookInput = { currency: 'USD', isBundled: false, maxAgeDays: null };
const LIST: PricesListInput = {
  ...OPEN,
  model: null,
  publisher: null,
  sku: null,
  region: null,
  mode: null,
  kind: null,
  asOf: null,
};
const ROWS: readonly FeedRow[] = [
  { meterName: 'gpt 4.1 Inp glbl Tokens', retailPrice: 0.0019 },
  { meterName: 'gpt 4.1 Outp glbl Tokens', retailPrice: 0.008 },
  { meterName: 'o3 0416 Inp glbl Tokens', retailPrice: 0.002 },
  { meterName: 'o3 0416 Inp glbl Tokens', retailPrice: 0.003 },
  { meterName: 'Model 7 Inp glbl Tokens', retailPrice: 0.0033, productName: 'Azure Kimi' },
  { meterName: 'Sora 2 glbl Second', retailPrice: 0.1, unitOfMeasure: '1' },
];

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function updated(day = '2026-11-22', rows = ROWS, currency = 'USD') {
  const feed = await serveFeed(rows, currency);
  close = feed.close;
  const machine = pricesSession(day);
  const outcome = await runPricesUpdate(machine.session, { source: feed.url, currency });
  return { ...machine, feed, data: outcome.data };
}

describe('aimi cost prices update', () => {
  it('writes the prices and says what it left out', async () => {
    const { data, files, said } = await updated();
    expect(data).toMatchObject({ prices: 2, models: 1, feedRows: 6, pages: 2, setAside: { media: 1 } });
    expect(data.rejected.map((entry) => entry.price)).toEqual(['0.002', '0.003']);
    expect(data.unread.map((entry) => entry.meterName)).toEqual(['Model 7 Inp glbl Tokens']);
    expect([...files.content.keys()].sort()).toEqual([
      '/cache/prices/USD.json',
      '/cache/prices/USD.report.json',
    ]);
    expect(said.join('\n')).toContain('2 published prices contradict others');
  });

  it('gives prices that win over the bundled ones, and says so', async () => {
    const { session, said } = await updated();
    const book = await openPriceBook(session, OPEN);
    expect(book.rowsOf('gpt-4.1').map((row) => row.price)).toEqual(['0.0019', '0.008']);
    expect(said.at(-1)).toMatch(/^Prices of 2026-11-22 from http:\/\/127\.0\.0\.1/);
  });

  it('leaves the marketplace models, which no meter publishes, as they are bundled', async () => {
    const { session } = await updated();
    const book = await openPriceBook(session, OPEN);
    expect(book.rowsOf('claude-sonnet-4-5').map((row) => row.billing)).toEqual([
      'marketplace',
      'marketplace',
    ]);
    expect(book.rowsOf('gpt-4o')).toEqual([]);
  });

  it('changes nothing when not one row is a token price', async () => {
    const feed = await serveFeed([{ meterName: 'Sora 2 glbl Second', retailPrice: 0.1, unitOfMeasure: '1' }]);
    close = feed.close;
    const { session, files } = pricesSession();
    const update = runPricesUpdate(session, { source: feed.url, currency: 'USD' });
    await expect(update).rejects.toMatchObject({ code: 'prices-pull-failed' });
    expect([...files.content.keys()]).toEqual([]);
  });

  it('refuses a source before it sends anything', async () => {
    const { session } = pricesSession();
    const update = runPricesUpdate(session, { source: 'http://mirror.contoso.com', currency: 'USD' });
    await expect(update).rejects.toMatchObject({ code: 'prices-source-refused' });
  });

  it('keeps each currency for itself', async () => {
    const { session, files } = await updated('2026-11-22', ROWS, 'EUR');
    expect(files.content.has('/cache/prices/USD.json')).toBe(false);
    const book = await openPriceBook(session, { ...OPEN, currency: 'EUR' });
    expect(book.rowsOf('gpt-4.1')[0]?.currency).toBe('EUR');
    expect(book.rowsOf('claude-sonnet-4-5')).toEqual([]);
  });

  it('shows what was rejected, without control characters of the service', async () => {
    const rows = [
      ...ROWS,
      { meterName: 'Model \u001b[31m6 Inp glbl Tokens', retailPrice: 1, productName: 'Azure Kimi' },
    ];
    const { data } = await updated('2026-11-22', rows);
    const text = pricesUpdateView(data, PLAIN_THEME);
    expect(text).toContain('several prices for one day: 2 and 3 per million');
    expect(text).toContain('Model 6 Inp glbl Tokens');
    expect(text).not.toContain('\u001b');
  });
});

describe('the prices in use', () => {
  it('are the bundled ones when the update is older', async () => {
    const { session, said } = await updated('2026-09-30');
    const book = await openPriceBook(session, OPEN);
    expect(book.facts.origin).toBe('bundled');
    expect(said.at(-1)).toBe(
      'The prices that come with aimi (2026-10-01) are newer than the last update (2026-09-30).',
    );
  });

  it('are the bundled ones when the update cannot be read, and that is said', async () => {
    const { session, files, said } = pricesSession();
    files.content.set('/cache/prices/USD.json', '{"schema":99}');
    const book = await openPriceBook(session, OPEN);
    expect(book.facts.origin).toBe('bundled');
    expect(said[0]).toContain('is not a price book of this version of aimi');
  });

  it.each([
    ['2026-11-15', []],
    ['2026-11-16', ['The prices are of 2026-10-01, 46 days old: aimi cost prices update']],
  ])('are said to be old after 45 days: on %s', async (day, expected) => {
    const { session, said } = pricesSession(day);
    await openPriceBook(session, OPEN);
    expect(said).toEqual(expected);
  });

  it('fail when they are older than allowed', async () => {
    const { session } = pricesSession();
    const open = openPriceBook(session, { ...OPEN, maxAgeDays: 30 });
    await expect(open).rejects.toMatchObject({ code: 'prices-too-old', exit: 5, details: { ageDays: 52 } });
  });

  it('do not fail on the last day that is allowed', async () => {
    const { session } = pricesSession();
    await expect(openPriceBook(session, { ...OPEN, maxAgeDays: 52 })).resolves.toBeDefined();
  });

  it('are missing in a currency that was never pulled', async () => {
    const { session } = pricesSession();
    const open = openPriceBook(session, { ...OPEN, currency: 'EUR' });
    await expect(open).rejects.toMatchObject({ code: 'price-not-found', exit: 3 });
  });
});

describe('aimi cost prices list', () => {
  it.each<readonly [string, Partial<PricesListInput>, readonly string[]]>([
    ['words of a model', { model: 'o3 research', sku: 'global', kind: 'output' }, ['40 per 1000000']],
    [
      'a SKU by its short word',
      { model: 'deep-research', sku: 'datazone', kind: 'output' },
      ['44 per 1000000'],
    ],
    ['a region', { model: 'gpt-4.5', region: 'East US 2', kind: 'input' }, ['0.075 per 1000']],
    ['a region that has no price', { model: 'gpt-4.5', region: 'usgovvirginia' }, []],
    ['a mode', { model: 'gpt-5.4-mini', mode: 'flex', kind: 'output', sku: 'global' }, ['2.25 per 1000000']],
    [
      'what holds on a day',
      { model: 'gpt-5.6-luna', sku: 'global', mode: 'priority', kind: 'input', asOf: '2026-07-15' },
      ['2 per 1000000'],
    ],
    [
      'superseded prices without a day',
      { model: 'gpt-5.6-luna', sku: 'global', mode: 'priority', kind: 'input', region: 'eastus2' },
      ['0.4 per 1000000', '2 per 1000000'],
    ],
    ['a publisher', { publisher: 'anthropic', kind: 'input' }, ['3 per 1000000', '5 per 1000000']],
  ])('keeps %s', async (_, change, expected) => {
    const { session } = pricesSession();
    const { data } = await runPricesList(session, { ...LIST, ...change });
    expect(data.map((row) => `${row.price} per ${row.per}`).sort()).toEqual(expected);
  });

  it('has the fields of a published price in every row', async () => {
    const { session } = pricesSession();
    const { data } = await runPricesList(session, { ...LIST, model: 'gpt-4.5', kind: 'input' });
    expect(data).toEqual([
      {
        model: 'gpt-4.5-preview',
        version: '2025-02-27',
        publisher: 'OpenAI',
        billing: 'azure',
        sku: 'GlobalStandard',
        mode: 'standard',
        context: 'any',
        kind: 'input',
        modality: 'text',
        regionScope: 'commercial',
        regions: [],
        price: '0.075',
        per: 1_000,
        currency: 'USD',
        meterName: 'gpt 4.5 0227 Inp glbl Tokens',
        productName: 'Azure OpenAI',
        effectiveFrom: '2025-03-01',
        effectiveTo: null,
        source: 'AGP-2026-07',
      },
    ]);
    expect(pricesListView(data, PLAIN_THEME).split('\n')[1]).toBe(
      'gpt-4.5-preview  2025-02-27  GlobalStandard  standard  input  0.075 USD  1K   2025-03-01  all commercial',
    );
  });

  it('names the nearest model when none fits', async () => {
    const { session, said } = pricesSession();
    const { data } = await runPricesList(session, { ...LIST, model: 'gpt-4.1-mimi' });
    expect(data).toEqual([]);
    expect(said.at(-1)).toBe(
      "No price for a model 'gpt-4.1-mimi'. Did you mean gpt-4.1-mini or gpt-4.1 or gpt-4?",
    );
  });
});

describe('aimi cost prices status', () => {
  it('says what the update left out', async () => {
    const { session } = await updated();
    const { data } = await runPricesStatus(session, OPEN);
    expect(data).toMatchObject({ origin: 'updated', ageDays: 0, isOld: false, bundledDate: '2026-10-01' });
    expect([data.rejected.length, data.unread.length, data.setAside]).toEqual([2, 1, { media: 1 }]);
    expect(pricesStatusView(data, PLAIN_THEME)).toContain('/cache/prices/USD.json');
  });

  it('tells the age of the bundled prices', async () => {
    const { session } = pricesSession();
    const { data } = await runPricesStatus(session, OPEN);
    expect(data).toMatchObject({
      origin: 'bundled',
      date: '2026-10-01',
      ageDays: 52,
      isOld: true,
      path: null,
    });
    expect(pricesStatusView(data, PLAIN_THEME)).toContain(
      '2026-10-01, 52 days old: update with aimi cost prices update',
    );
  });
});
