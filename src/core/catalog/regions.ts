import { isPayAsYouGoSku } from './pay-as-you-go.js';
import type { CatalogEntry } from './types.js';

/** Regions with at least one pay-as-you-go SKU for the base model, sorted. */
export function payAsYouGoRegions(entry: Pick<CatalogEntry, 'skus' | 'regionsBySku'>): readonly string[] {
  return uniteRegions(entry.skus.filter(isPayAsYouGoSku).map((sku) => entry.regionsBySku[sku.name] ?? []));
}

/** One sorted list of several; each is sorted. Often one holds all the others, and is then the answer. */
export function uniteRegions(lists: readonly (readonly string[])[]): readonly string[] {
  let longest: readonly string[] = [];
  for (const list of lists) if (list.length > longest.length) longest = list;
  const further = lists.flatMap((list) =>
    list === longest ? [] : list.filter((region) => !longest.includes(region)),
  );
  return further.length === 0 ? longest : [...new Set([...longest, ...further])].sort();
}
