import { describe, expect, it } from 'vitest';
import { briefPrice } from '../../../src/core/pricing/brief.js';
import { briefPriceText } from '../../../src/render/cost/brief-text.js';
import { bundledPrices } from './known.js';

const text = (model: string, sku: string, version = '2025-04-14', region = 'eastus2'): string =>
  briefPriceText(briefPrice(bundledPrices(), { model, sku, region, version, asOf: '2026-11-22' }));

describe('briefPrice', () => {
  it.each([
    ['in and out', 'gpt-4.1-mini', 'GlobalStandard', '$0.40 / $1.60'],
    ['the SKU counts', 'gpt-4.1-mini', 'DataZoneStandard', '$0.44 / $1.76'],
    ['embeddings have no output', 'text-embedding-3-large', 'GlobalStandard', '$0.13'],
    ['a model that nobody priced', 'no-such-model', 'GlobalStandard', ''],
    ['a SKU that is not sold per token', 'gpt-4.1-mini', 'ProvisionedManaged', ''],
  ])('%s', (_, model, sku, expected) => {
    expect(text(model, sku, model.startsWith('text') ? '1' : '2025-04-14')).toBe(expected);
  });

  it('takes the region into account', () => {
    expect(text('gpt-4.1-mini', 'DataZoneStandard', '2025-04-14', 'japaneast')).not.toBe(
      text('gpt-4.1-mini', 'DataZoneStandard', '2025-04-14', 'eastus2'),
    );
  });
});

describe('briefPriceText', () => {
  it.each([
    [{ input: '0.4', output: '1.6', other: null }, '$0.40 / $1.60'],
    [{ input: '2', output: null, other: null }, '$2.00'],
    [{ input: null, output: '15', other: null }, '- / $15.00'],
    [{ input: null, output: null, other: { unit: 'searches', perThousand: '2' } }, '$2.00/1K searches'],
    [{ input: null, output: null, other: null }, ''],
  ] as const)('%j is %j', (price, expected) => {
    expect(briefPriceText(price)).toBe(expected);
  });
});
