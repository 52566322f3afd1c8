import type { Usage } from '../control-plane.js';
import type { SkuOffer } from '../model.js';

/** Quota of one SKU of one model in one region and subscription, in capacity units. */
export interface Quota {
  readonly usageName: string;
  /** What the service's own messages and the portal call it. */
  readonly localizedName: string;
  readonly limit: number;
  readonly used: number;
  /** limit - used, never below 0 (the service reports used above the limit at times). */
  readonly free: number;
}

/**
 * Joins a SKU to its quota by the exact usage name, which cannot be built from the model's name. Null when
 * the list has no such row or is empty: unknown, which is not zero.
 */
export function quotaOf(sku: Pick<SkuOffer, 'usageName'>, usages: readonly Usage[]): Quota | null {
  const row = usages.find((usage) => usage.name === sku.usageName);
  if (row === undefined) return null;
  return {
    usageName: row.name,
    localizedName: row.localizedName,
    limit: row.limit,
    used: row.current,
    free: Math.max(0, row.limit - row.current),
  };
}
