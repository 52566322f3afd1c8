import { describe, expect, test } from 'vitest';
import { priceRow } from '../../../src/core/billing/price-meter.js';
import type { BilledRow } from '../../../src/core/billing-plane.js';
import { billedRow, pricingIn } from './rows.js';

interface Row {
  readonly name: string;
  readonly row: Partial<BilledRow>;
  readonly region?: string | null;
  readonly tokens: bigint | null;
  readonly estimate: string | null;
  readonly unknown?: string;
}

// Amounts by hand from the bundled prices, whose rows name their source.
const ROWS: readonly Row[] = [
  {
    name: 'a meter per thousand: 1,000 units are a million tokens at 0.0004 a thousand',
    row: {},
    tokens: 1_000_000n,
    estimate: '0.4',
  },
  {
    name: 'a meter per million: 2.5 units at 1.25',
    row: { meter: 'GPT 5 Inpt Glbl 1M Tokens', product: 'Azure OpenAI GPT5', quantity: '2.5' },
    tokens: 2_500_000n,
    estimate: '3.125',
  },
  {
    name: 'cached input has its own price',
    row: { meter: 'gpt 4.1 mini cached Inp glbl Tokens', quantity: '10' },
    tokens: 10_000n,
    estimate: '0.001',
  },
  {
    name: 'the price of the day: a cut of 2026-08-01 does not reach July',
    row: {
      meter: '5.6 luna LongCo Inp Std Gl 1M Tokens',
      product: 'Azure OpenAI GPT5',
      quantity: '3',
      day: '2026-07-31',
    },
    tokens: 3_000_000n,
    estimate: '6',
  },
  {
    name: 'the price of the day: from 2026-08-01 on the cut counts',
    row: {
      meter: '5.6 luna LongCo Inp Std Gl 1M Tokens',
      product: 'Azure OpenAI GPT5',
      quantity: '3',
      day: '2026-08-01',
    },
    tokens: 3_000_000n,
    estimate: '1.2',
  },
  {
    name: 'a data zone price of Europe is not that of Asia',
    row: { meter: 'o4-mini 0416 Inp Data Zone Tokens', product: 'Azure OpenAI Reasoning' },
    region: 'swedencentral',
    tokens: 1_000_000n,
    estimate: '1.21',
  },
  {
    name: 'a data zone price of Asia',
    row: { meter: 'o4-mini 0416 Inp Data Zone Tokens', product: 'Azure OpenAI Reasoning' },
    region: 'japaneast',
    tokens: 1_000_000n,
    estimate: '1.32',
  },
  {
    name: 'a name without a SKU word is priced by rows without one',
    row: { meter: 'Phi-4-Input Tokens', product: 'Azure Phi Models', quantity: '8' },
    tokens: 8_000n,
    estimate: '0.001',
  },
  {
    name: 'binary noise of the service is rounded to whole tokens',
    row: { quantity: '12.344999999999999' },
    tokens: 12_345n,
    estimate: '0.004938',
  },
  {
    name: 'a data zone price without a region: unknown, because they differ',
    row: { meter: 'o4-mini 0416 Inp Data Zone Tokens', product: 'Azure OpenAI Reasoning' },
    region: null,
    tokens: 1_000_000n,
    estimate: null,
    unknown: 'no published price: region',
  },
  {
    name: 'a meter that no price list has: neither tokens nor price',
    row: { meter: 'text-embedding-3-small Inp glbl Tokens' },
    tokens: null,
    estimate: null,
    unknown: 'the unit of the meter is not known',
  },
  {
    name: 'before the first known day of a price',
    row: { day: '2020-01-01' },
    tokens: 1_000_000n,
    estimate: null,
    unknown: 'no published price: date',
  },
  {
    name: 'provisioned units count no tokens',
    row: { meter: 'Provisioned Managed Global Unit' },
    tokens: null,
    estimate: null,
    unknown: 'counts no tokens: provisioned',
  },
  {
    name: 'a refund is no usage',
    row: { chargeType: 'Refund', cost: '-0.4' },
    tokens: null,
    estimate: null,
    unknown: 'no usage: Refund',
  },
  {
    name: 'marketplace meters have no published unit',
    row: { publisherType: 'Marketplace', meter: 'paygo-inference-input-tokens' },
    tokens: null,
    estimate: null,
    unknown: 'a marketplace meter: neither its unit nor its price is published',
  },
  {
    name: 'a currency that was never pulled',
    row: { currency: 'EUR' },
    tokens: null,
    estimate: null,
    unknown: 'no prices in EUR',
  },
  {
    name: 'a negative quantity',
    row: { quantity: '-5' },
    tokens: null,
    estimate: null,
    unknown: 'the quantity is negative',
  },
];

describe('the list price of a billed row', () => {
  test.each(ROWS)('$name', ({ row, region = 'eastus2', tokens, estimate, unknown = null }) => {
    expect(priceRow(billedRow(row), pricingIn(region))).toMatchObject({ tokens, estimate, unknown });
  });
});
