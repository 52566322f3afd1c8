import { holdsIn, regionClassOf } from './region-class.js';
import type { PriceKind, PriceMode, PriceRow, PriceSku } from './types.js';

/** Null in a filter means: do not filter. */
export interface PriceFilter {
  /** Words that must all occur in the model's name. */
  readonly model: string | null;
  /** How the publisher begins, any letter case. */
  readonly publisher: string | null;
  readonly sku: PriceSku | null;
  /** Normalised ARM name. */
  readonly region: string | null;
  readonly mode: PriceMode | null;
  readonly kind: PriceKind | null;
  /** YYYY-MM-DD: only what holds on that day. */
  readonly asOf: string | null;
}

/** The rows that fit, in their order. */
export function filterRows(rows: readonly PriceRow[], filter: PriceFilter): readonly PriceRow[] {
  const words = (filter.model ?? '').toLowerCase().split(/\s+/);
  const publisher = (filter.publisher ?? '').toLowerCase();
  const kept = rows.filter(
    (row) =>
      words.every((word) => row.model.toLowerCase().includes(word)) &&
      row.publisher.toLowerCase().startsWith(publisher) &&
      (filter.sku === null || row.sku === filter.sku || row.sku === null) &&
      (filter.mode === null || row.mode === filter.mode) &&
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.region === null || holdsIn(filter.region, row.regionScope, row.regions)),
  );
  return filter.asOf === null ? kept : holdingOn(kept, filter.asOf);
}

/** Leaves out what has not begun, has ended, or is superseded in every region that it was published for. */
export function holdingOn(rows: readonly PriceRow[], day: string): readonly PriceRow[] {
  const begun = rows.filter((row) => (row.effectiveFrom ?? '') <= day && (row.effectiveTo ?? day) >= day);
  const newest = new Map<string, string>();
  for (const row of begun) {
    for (const key of placeKeys(row)) {
      const from = row.effectiveFrom ?? '';
      if ((newest.get(key) ?? '') < from) newest.set(key, from);
    }
  }
  return begun.filter((row) =>
    placeKeys(row).some((key) => (newest.get(key) ?? '') <= (row.effectiveFrom ?? '')),
  );
}

function placeKeys(row: PriceRow): readonly string[] {
  const { model, version, sku, mode, context, kind, modality } = row;
  const places = row.regions.length === 0 ? [row.regionScope] : row.regions;
  return places.map((place) => [model, version, sku, mode, context, kind, modality, place].join('|'));
}

/** `12 regions`, `eastus2`, `every commercial region`: where a price holds, for a table. */
export function regionsText(row: Pick<PriceRow, 'regionScope' | 'regions'>): string {
  if (row.regionScope === 'commercial') return 'all commercial';
  if (row.regionScope === 'us-eu' || row.regionScope === 'apac') return `${row.regionScope} zones`;
  if (row.regionScope === 'usgov') return 'US government';
  const [first = '', ...rest] = row.regions;
  if (rest.length === 0) return first;
  return row.regions.every((region) => regionClassOf(region) === 'usgov')
    ? 'US government'
    : `${first} +${rest.length}`;
}
