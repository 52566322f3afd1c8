import type { PriceRow } from '../types.js';
import { priceKey } from './price-key.js';
import type { RegionalPrice } from './types.js';

/** One row per price and meter, with the regions it was published for. */
export function mergeRegions(prices: readonly RegionalPrice[]): readonly PriceRow[] {
  const merged = new Map<string, { row: Omit<RegionalPrice, 'region'>; regions: Set<string> }>();
  for (const { region, ...row } of prices) {
    const key = priceKey(
      row,
      row.price,
      String(row.per),
      row.effectiveFrom ?? '',
      row.effectiveTo ?? '',
      row.meterName ?? '',
      row.productName ?? '',
    );
    const entry = merged.get(key) ?? { row, regions: new Set<string>() };
    entry.regions.add(region);
    merged.set(key, entry);
  }
  return [...merged.values()].map(({ row, regions }) => ({
    ...row,
    regionScope: 'listed',
    regions: [...regions].filter((name) => name !== '').sort(),
  }));
}
