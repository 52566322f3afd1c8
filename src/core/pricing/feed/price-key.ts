import { canonicalDecimal } from '../../money/decimal.js';
import type { PriceRow } from '../types.js';
import type { RegionalPrice, RejectedPrice } from './types.js';

/** What a price is for, in words: two prices with one key are the same thing. */
export function priceKey(row: Omit<PriceRow, 'regions' | 'regionScope'>, ...more: readonly string[]): string {
  const { model, version, sku, mode, context, kind, modality } = row;
  return [model, version, sku, mode, context, kind, modality, ...more].join('|');
}

/** The price for a million, so that 1K and 1M meters compare. */
export function perMillion(row: Pick<PriceRow, 'price' | 'per'>): string {
  return row.per === 1_000_000 ? row.price : (canonicalDecimal(`${row.price}e3`) ?? row.price);
}

export function rejectionOf(row: RegionalPrice, reason: string): RejectedPrice {
  return {
    reason,
    productName: row.productName ?? '',
    meterName: row.meterName ?? '',
    model: row.model,
    price: row.price,
    per: row.per,
    effectiveFrom: row.effectiveFrom ?? '',
    regions: [row.region],
  };
}
