import { describe, expect, it } from 'vitest';
import { readPriceBook } from '../../../src/core/pricing/book.js';
import { lookupPrice } from '../../../src/core/pricing/lookup.js';
import type { PriceBook, PriceQuery, PriceRow } from '../../../src/core/pricing/types.js';
import { writePriceBook } from '../../../src/core/pricing/write-book.js';
import { bundledPrices } from './known.js';

const ROW: PriceRow = {
  model: 'gpt-9',
  version: null,
  publisher: 'OpenAI',
  billing: 'azure',
  sku: 'GlobalStandard',
  mode: 'standard',
  context: 'any',
  kind: 'input',
  modality: 'text',
  regionScope: 'listed',
  regions: ['eastus2'],
  price: '2',
  per: 1_000_000,
  currency: 'USD',
  meterName: 'gpt 9 inp Gl 1M Tokens',
  productName: 'Azure OpenAI',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: 'test',
};
const QUERY: PriceQuery = {
  model: 'gpt-9',
  version: null,
  sku: 'GlobalStandard',
  region: null,
  mode: 'standard',
  context: 'short',
  kind: 'input',
  modality: 'text',
  asOf: '2026-11-22',
};

function book(...rows: readonly Partial<PriceRow>[]): PriceBook {
  const all = rows.map((row) => ({ ...ROW, ...row }));
  const facts = { date: '2026-11-22', currency: 'USD', origin: 'updated', source: 'test' } as const;
  const read = readPriceBook(JSON.parse(JSON.stringify(writePriceBook(all, facts))));
  if (read === null) throw new Error('The book cannot be read back');
  return read;
}

function priceIn(rows: readonly Partial<PriceRow>[], query: Partial<PriceQuery> = {}): string {
  const answer = lookupPrice(book(...rows), { ...QUERY, ...query });
  return answer.found ? answer.row.price : `${answer.missing}: ${answer.others.join(', ')}`;
}

describe('lookupPrice', () => {
  it.each<readonly [string, readonly Partial<PriceRow>[], Partial<PriceQuery>, string]>([
    ['takes any letter case', [{}], { model: 'GPT-9' }, '2'],
    ['names the nearest model', [{}], { model: 'gpt-99' }, 'model: gpt-9'],
    ['names the other SKUs', [{ sku: 'DataZoneStandard' }], {}, 'sku: DataZoneStandard'],
    ['does not take the standard price for batch', [{}], { mode: 'batch' }, 'mode: standard'],
    ['does not take the text price for audio', [{}], { modality: 'audio' }, 'modality: text'],
    ['does not take the input price for cached tokens', [{}], { kind: 'cachedInput' }, 'kind: input'],
    ['does not take the short price for long context', [{}], { context: 'long' }, 'context: any'],
    ['takes a short row for short context', [{ context: 'short' }], {}, '2'],
    ['takes Global in every commercial region', [{}], { region: 'japaneast' }, '2'],
    ['does not take Global for government', [{}], { region: 'usgovvirginia' }, 'region: eastus2'],
    [
      'asks for the region when regional prices differ',
      [{ sku: 'Standard' }, { sku: 'Standard', regions: ['westeurope'], price: '2.4' }],
      { sku: 'Standard' },
      'region: eastus2, westeurope',
    ],
    [
      'takes the price of the region',
      [{ sku: 'Standard' }, { sku: 'Standard', regions: ['westeurope'], price: '2.4' }],
      { sku: 'Standard', region: 'westeurope' },
      '2.4',
    ],
    [
      'takes a data zone by its group',
      [{ sku: 'DataZoneStandard', regionScope: 'apac', regions: [] }],
      { sku: 'DataZoneStandard', region: 'koreacentral' },
      '2',
    ],
    ['takes the newest price', [{}, { price: '1', effectiveFrom: '2026-08-01' }], {}, '1'],
    [
      'takes the price of the day',
      [{}, { price: '1', effectiveFrom: '2026-08-01' }],
      { asOf: '2026-07-31' },
      '2',
    ],
    ['leaves future prices alone', [{}, { price: '1', effectiveFrom: '2026-12-01' }], {}, '2'],
    ['says from when there is a price', [{ effectiveFrom: '2026-12-01' }], {}, 'date: 2026-12-01'],
    ['does not take a price that has ended', [{ effectiveTo: '2026-09-30' }], {}, 'date: 2026-01-01'],
    [
      'refuses when a region has stayed behind',
      [{ regions: ['eastus2', 'polandcentral'] }, { price: '1', effectiveFrom: '2026-08-01' }],
      {},
      'region: eastus2, polandcentral',
    ],
    [
      'takes a version with its own meter',
      [{}, { version: '2026-05-01', price: '3' }],
      { version: '2026-05-01' },
      '3',
    ],
    [
      'takes the meter without a version for others',
      [{}, { version: '2026-05-01', price: '3' }],
      { version: '2026-01-01' },
      '2',
    ],
    [
      'asks for the version when they differ',
      [{ version: 'a' }, { version: 'b', price: '3' }],
      {},
      'version: a, b',
    ],
    ['needs no version when all cost the same', [{ version: 'a' }, { version: 'b' }], {}, '2'],
    ['names the versions', [{ version: 'a' }], { version: 'c' }, 'version: a'],
    ['takes meters without a SKU when all are', [{ sku: null }], { sku: 'Standard' }, '2'],
    [
      'takes no meter without a SKU beside named ones',
      [{ sku: null }, {}],
      { sku: 'Standard' },
      'sku: GlobalStandard',
    ],
    [
      'sees 1K and 1M meters of one price as equal',
      [{}, { price: '0.002', per: 1_000, regions: ['westus'] }],
      {},
      '2',
    ],
    [
      'finds the reasoning variant by its common name',
      [{ model: 'grok-9' }],
      { model: 'grok-9-non-reasoning' },
      '2',
    ],
  ])('%s', (_, rows, query, expected) => {
    expect(priceIn(rows, query)).toBe(expected);
  });

  it('gives the rows that disagree', () => {
    const rows = [
      { sku: 'Standard' as const },
      { sku: 'Standard' as const, regions: ['uksouth'], price: '2.6' },
    ];
    const answer = lookupPrice(book(...rows), { ...QUERY, sku: 'Standard' });
    expect(answer.found ? [] : answer.candidates.map((row) => row.price)).toEqual(['2', '2.6']);
  });
});

// Prices of the pricing table of 2026-11-22, per million tokens (Azure Retail Prices API by the named collections).
describe('the bundled prices', () => {
  const bundled = bundledPrices();

  it.each<readonly [string, string | null, Partial<PriceQuery>, string, number]>([
    ['gpt-4.1-mini', '2025-04-14', {}, '0.0004', 1_000],
    ['gpt-4.1-mini', '2025-04-14', { kind: 'cachedInput' }, '0.0001', 1_000],
    ['gpt-4o', '2024-11-20', { sku: 'DataZoneStandard', region: 'swedencentral' }, '0.00275', 1_000],
    ['gpt-5.6-luna', '2026-07-09', { kind: 'output' }, '1.2', 1_000_000],
    ['gpt-5.6-luna', '2026-07-09', { kind: 'output', asOf: '2026-07-15' }, '6', 1_000_000],
    ['gpt-5.6-sol', '2026-07-09', { context: 'long', kind: 'cacheWrite' }, '12.5', 1_000_000],
    ['grok-4.3', null, { context: 'long', kind: 'output' }, '0.005', 1_000],
    ['gpt-4.1', '2025-04-14', { mode: 'priority', kind: 'output' }, '0.014', 1_000],
    ['claude-sonnet-4-5', null, { kind: 'output' }, '15', 1_000_000],
  ])('%s %s %j is %s per %i', (model, version, change, price, per) => {
    const answer = lookupPrice(bundled, { ...QUERY, model, version, ...change });
    expect(answer.found ? [answer.row.price, answer.row.per] : answer).toEqual([price, per]);
  });

  it('have no standard price for a model of which only flex rows were seen', () => {
    const answer = lookupPrice(bundled, { ...QUERY, model: 'gpt-6-sol' });
    expect(answer).toMatchObject({ found: false, missing: 'mode', others: ['flex'] });
  });

  it('flag what is billed through the marketplace', () => {
    const answer = lookupPrice(bundled, { ...QUERY, model: 'claude-opus-4-5' });
    expect(answer.found && answer.row.billing).toBe('marketplace');
  });

  it('are whole: every row can be read and names its source', () => {
    const rows = bundled.allRows();
    expect(rows).toHaveLength(1253);
    expect(rows.filter((row) => row.source === '' || !/^\d+(\.\d+)?$/.test(row.price))).toEqual([]);
  });
});
