import type { ModelOffer, SkuOffer } from '../model.js';
import { availabilityOf, isCatalogEntry } from './availability.js';
import { isPayAsYouGoSku } from './pay-as-you-go.js';
import { taskOf } from './task.js';

export interface OfferFilter {
  /** Publisher or format, or how one begins (`mistral`), any letter case. */
  readonly publisher?: string | undefined;
  /** A capability key that must be `"true"`, or a task (`chat`, `embeddings`, `rerank`, ...). */
  readonly capability?: string | undefined;
  /** Name of a pay-as-you-go SKU, any letter case. */
  readonly sku?: string | undefined;
  /** Words that must all occur in the name, publisher or version. */
  readonly search?: string | undefined;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Also what only existing customers can deploy. */
  readonly includeRetiring?: boolean | undefined;
  /** A region, normalised; for offers that know their regions. */
  readonly region?: string | undefined;
}

/** Offers that can be deployed on the day, and match every given filter; order kept. */
export function filterOffers<T extends ModelOffer>(offers: readonly T[], filter: OfferFilter): readonly T[] {
  const publisher = filter.publisher?.trim().toLowerCase();
  const sku = filter.sku?.toLowerCase();
  const words = (filter.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return offers.filter((offer) => {
    const availability = availabilityOf(offer, filter.asOf);
    if (availability !== 'open' && !(availability === 'restricted' && filter.includeRetiring)) return false;
    if (publisher !== undefined && !isFrom(offer, publisher)) return false;
    if (filter.region !== undefined && !isOfferedIn(offer, filter.region, filter.asOf)) return false;
    if (sku !== undefined && !skuNames(offer, filter).some((name) => name.toLowerCase() === sku))
      return false;
    if (filter.capability !== undefined && !hasCapability(offer, filter.capability)) return false;
    return words.length === 0 || hasWords(offer, words);
  });
}

/**
 * The pay-as-you-go SKUs of an offer that are not past their date on the day, and are offered in the region
 * when one is asked for. Lifecycle is not looked at: ask `availabilityOf`.
 */
export function openSkus(offer: ModelOffer, asOf: string, region?: string): readonly SkuOffer[] {
  return offer.skus.filter((sku) => {
    if (!isPayAsYouGoSku(sku) || (sku.retires !== null && sku.retires <= asOf)) return false;
    if (region === undefined || !isCatalogEntry(offer)) return true;
    return offer.regionsBySku[sku.name]?.includes(region) ?? false;
  });
}

export function hasCapability(offer: ModelOffer, capability: string): boolean {
  const wanted = capability.toLowerCase();
  if (taskOf(offer) === wanted) return true;
  return Object.entries(offer.capabilities).some(
    // Exact letter case is not asked for: the service's own keys are camelCase with exceptions.
    ([key, value]) => value === 'true' && key.toLowerCase() === wanted && !isMisleading(offer, key),
  );
}

/** `chatCompletion` alone is not to be trusted: Cohere-rerank says true. */
function isMisleading(offer: ModelOffer, key: string): boolean {
  return key === 'chatCompletion' && taskOf(offer) === 'rerank';
}

function skuNames(offer: ModelOffer, filter: OfferFilter): readonly string[] {
  if (isCatalogEntry(offer) && offer.evidence === 'docs') return offer.documentedSkus;
  return openSkus(offer, filter.asOf, filter.region).map((sku) => sku.name);
}

function isFrom(offer: ModelOffer, publisher: string): boolean {
  return (
    offer.publisher.toLowerCase().startsWith(publisher) || offer.format.toLowerCase().startsWith(publisher)
  );
}

function isOfferedIn(offer: ModelOffer, region: string, asOf: string): boolean {
  return !isCatalogEntry(offer) || openSkus(offer, asOf, region).length > 0;
}

function hasWords(offer: ModelOffer, words: readonly string[]): boolean {
  const text = `${offer.name} ${offer.publisher} ${offer.format} ${offer.version}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
