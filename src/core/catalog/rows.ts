import type { Lifecycle, ModelOffer, SkuCapacity, SkuOffer } from '../model.js';
import { type Availability, availabilityOf, isCatalogEntry } from './availability.js';
import { openSkus } from './filter.js';
import { uniteRegions } from './regions.js';
import { type Task, taskOf } from './task.js';

/** A pay-as-you-go SKU of a row. */
export interface RowSku {
  readonly name: string;
  /** Key into the quota list; null where only the documentation names the SKU. */
  readonly usageName: string | null;
  /** Units. */
  readonly capacity: SkuCapacity;
  /** First day on which it is too late to deploy, YYYY-MM-DD; null when no date is set. */
  readonly retires: string | null;
}

/** Tokens; null where nothing is published. */
export interface ContextSize {
  readonly input: number | null;
  readonly output: number | null;
}

/** One model version, as `aimi models list -o json` prints it. Keys are only ever added. */
export interface ModelRow {
  readonly name: string;
  readonly format: string;
  readonly publisher: string;
  readonly version: string;
  readonly isDefault: boolean;
  readonly lifecycle: Lifecycle;
  readonly availability: Availability;
  readonly task: Task;
  readonly skus: readonly RowSku[];
  readonly capabilities: Readonly<Record<string, string>>;
  readonly context: ContextSize | null;
  /** First day on which calls are refused; null when no date is set. */
  readonly retires: string | null;
  /** Regions that offer one of `skus`; null for a live list, which is of one region. */
  readonly regions: readonly string[] | null;
  /** What access needs beforehand, such as `registration`; null when nothing is known to be needed. */
  readonly gated: string | null;
}

/** The row of an offer on the day `asOf`; with a region, only what that region offers. */
export function modelRow(offer: ModelOffer, asOf: string, region?: string): ModelRow {
  const skus = openSkus(offer, asOf, region);
  const entry = isCatalogEntry(offer) ? offer : null;
  return {
    name: offer.name,
    format: offer.format,
    publisher: offer.publisher,
    version: offer.version,
    isDefault: offer.isDefault,
    lifecycle: offer.lifecycle,
    availability: availabilityOf(offer, asOf),
    task: taskOf(offer),
    skus: entry?.evidence === 'docs' ? entry.documentedSkus.map(documentedSku) : skus.map(rowSku),
    capabilities: offer.capabilities,
    context: contextOf(offer),
    retires: offer.retires,
    regions: entry === null ? null : regionsOf(skus, entry.regionsBySku, region),
    gated: entry?.gated ?? null,
  };
}

export function rowSku({ name, usageName, capacity, retires }: SkuOffer): RowSku {
  return { name, usageName, capacity, retires };
}

export function documentedSku(name: string): RowSku {
  return { name, usageName: null, capacity: {}, retires: null };
}

/**
 * The last day's end that counts for a person: the model's date, or the last of its SKUs' when all of them
 * end earlier. Null when no date is set.
 */
export function lastDay(row: Pick<ModelRow, 'retires' | 'skus'>): string | null {
  let latest = '';
  for (const { retires } of row.skus) {
    if (retires === null) return row.retires;
    if (retires > latest) latest = retires;
  }
  if (latest === '') return row.retires;
  return row.retires === null || latest < row.retires ? latest : row.retires;
}

/**
 * The models list publishes limits for under a tenth of the models; the bundled catalog adds those of the
 * documentation's tables.
 */
export function contextOf(offer: ModelOffer): ContextSize | null {
  const entry = isCatalogEntry(offer) ? offer : null;
  const input = entry?.maxContext ?? tokens(offer.capabilities.maxContextToken);
  const output = entry?.maxOutput ?? tokens(offer.capabilities.maxOutputToken);
  return input === null && output === null ? null : { input, output };
}

function tokens(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

function regionsOf(
  skus: readonly SkuOffer[],
  regionsBySku: Readonly<Record<string, readonly string[]>>,
  region: string | undefined,
): readonly string[] {
  if (region !== undefined) return skus.length === 0 ? [] : [region];
  return uniteRegions(skus.map((sku) => regionsBySku[sku.name] ?? []));
}
