import type { Pricing } from '../../../src/core/billing/price-meter.js';
import type { BilledRow } from '../../../src/core/billing-plane.js';
import { bundledPrices, KNOWN } from '../pricing/known.js';

export const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
export const ACCOUNT = `${SUBSCRIPTION}/resourceGroups/rg-ai/providers/Microsoft.CognitiveServices/accounts/contoso-ai`;

/** A thousand thousands of input tokens of gpt-4.1-mini, Global, on a day of 2026-10. */
export function billedRow(values: Partial<BilledRow> = {}): BilledRow {
  return {
    day: '2026-10-05',
    cost: '0.4',
    currency: 'USD',
    quantity: '1000',
    resourceId: ACCOUNT,
    location: 'eastus2',
    service: 'Foundry Models',
    product: 'Azure OpenAI',
    meter: 'gpt 4.1 mini Inp glbl Tokens',
    publisherType: 'Microsoft',
    chargeType: 'Usage',
    tag: null,
    ...values,
  };
}

export function pricingIn(region: string | null = 'eastus2'): Pricing {
  const book = bundledPrices();
  return {
    index: KNOWN,
    bookOf: (currency) => (currency === 'USD' ? book : null),
    regionOf: () => region,
  };
}
