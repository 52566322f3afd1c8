import type { FeedItem } from '../../../../src/core/pricing/feed/page.js';

/** A row of the feed: gpt-4.1 Global input in East US 2, unless said otherwise. */
export function item(change: Partial<FeedItem> = {}): FeedItem {
  return {
    currency: 'USD',
    price: '0.002',
    region: 'eastus2',
    effectiveFrom: '2026-06-01',
    effectiveTo: null,
    meterName: 'gpt 4.1 Inp glbl Tokens',
    productName: 'Azure OpenAI',
    unitOfMeasure: '1K',
    type: 'Consumption',
    tierMinimum: '0',
    ...change,
  };
}
