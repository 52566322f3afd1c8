import type { ModelOffer } from '../model.js';
import { deployableSkus, isPast, isRestricted, payAsYouGoSkus } from './pay-as-you-go.js';
import type { CatalogEntry } from './types.js';

/**
 * `open`: a new pay-as-you-go deployment can be made. `restricted`: by existing customers only.
 * `unlisted`: its dates allow it, but the newest models list does not hold it (bundled catalog only).
 * `retired`: its dates or its lifecycle are past. `never`: no SKU bills the base model per token.
 */
export type Availability = 'open' | 'restricted' | 'unlisted' | 'retired' | 'never';

/** How a version stands on the day `asOf` (YYYY-MM-DD), for an offer of a region or of the catalog. */
export function availabilityOf(offer: ModelOffer | CatalogEntry, asOf: string): Availability {
  if (isCatalogEntry(offer) && offer.evidence === 'docs') return documentedAvailability(offer, asOf);
  if (payAsYouGoSkus(offer).length === 0) return 'never';
  if (deployableSkus(offer, asOf, { includeRetiring: true }).length === 0) return 'retired';
  if (isRestricted(offer)) return 'restricted';
  return isCatalogEntry(offer) && !offer.listed ? 'unlisted' : 'open';
}

export function isCatalogEntry(offer: ModelOffer): offer is CatalogEntry {
  return 'evidence' in offer && 'regionsBySku' in offer;
}

/** No list ever held it (gated models are missing from most lists), so the documentation decides. */
function documentedAvailability(entry: CatalogEntry, asOf: string): Availability {
  if (entry.payAsYouGo !== true || entry.deployableOn !== 'foundry-resource') return 'never';
  if (entry.lifecycle === 'Deprecated' || isPast(entry.retires, asOf)) return 'retired';
  return isRestricted(entry) ? 'restricted' : 'open';
}
