import { PRICE_SKUS, type PriceMode, type PriceSku } from '../../core/pricing/types.js';
import { payAsYouGoSkuName } from '../models/list-checks.js';

/** `--sku`: the listed name or its short word; `invalid-value` for what is not billed per token. */
export function priceSku(word: string): PriceSku {
  const name = payAsYouGoSkuName(word);
  return PRICE_SKUS.find((sku) => sku === name) ?? 'GlobalStandard';
}

/** How a deployment's SKU is billed per token; null for provisioned and unknown ones. */
export function billingOfSku(
  name: string,
): { readonly sku: PriceSku; readonly mode: PriceMode | null } | null {
  const batch = { globalbatch: 'GlobalStandard', datazonebatch: 'DataZoneStandard' } as const;
  const key = name.toLowerCase();
  if (key === 'globalbatch' || key === 'datazonebatch') return { sku: batch[key], mode: 'batch' };
  const sku = PRICE_SKUS.find((known) => known.toLowerCase() === key);
  return sku === undefined ? null : { sku, mode: null };
}
