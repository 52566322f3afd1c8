import type { RegionScope } from './types.js';

export type RegionClass = Exclude<RegionScope, 'listed' | 'commercial'>;

/**
 * Data zone prices differ between two groups of regions, and government regions have prices of their own
 * (ratios over rows of the Azure Retail Prices API, 2025-08 to 2026-10: Asia-Pacific data zones 1.2 times
 * Global, the others 1.1 times).
 */
export function regionClassOf(region: string): RegionClass {
  if (/^usgov|^usdod|^ussec|^usnat/.test(region)) return 'usgov';
  return /^(?:japan|australia|korea|southeastasia|southindia|centralindia|westindia|jioindia|eastasia|indonesia|malaysia|newzealand|taiwan)/.test(
    region,
  )
    ? 'apac'
    : 'us-eu';
}

/** Whether a price that holds for `scope` and `regions` holds in one region. */
export function holdsIn(region: string, scope: RegionScope, regions: readonly string[]): boolean {
  if (regions.includes(region)) return true;
  if (scope === 'listed') return false;
  const group = regionClassOf(region);
  return scope === 'commercial' ? group !== 'usgov' : group === scope;
}
