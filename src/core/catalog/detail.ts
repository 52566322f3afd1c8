import type { ModelOffer, SkuOffer } from '../model.js';
import { type Availability, availabilityOf, isCatalogEntry } from './availability.js';
import { type CapacityLimits, limitsFor, perUnit } from './capacity-meaning.js';
import { openSkus } from './filter.js';
import { isFineTunedOnly, isPast, isPayAsYouGoSku } from './pay-as-you-go.js';
import { documentedSku, type ModelRow, modelRow, type RowSku, rowSku } from './rows.js';
import { skuMeaning } from './sku-meaning.js';
import { claudeHost, type ModelTerms, termsFor } from './terms.js';
import type { CatalogDetails } from './types.js';

export interface DetailSku extends RowSku {
  /** What one unit of capacity allows in a minute. */
  readonly perUnit: CapacityLimits;
  /** What the default capacity allows in a minute; null without a default. */
  readonly byDefault: CapacityLimits | null;
  readonly processedIn: string;
  readonly atRest: string;
  /** Past its own date: listed, but closed to new deployments. */
  readonly isPast: boolean;
  readonly regions: readonly string[] | null;
}

/** A SKU that is not pay-as-you-go for interactive use of the base model. */
export interface OtherSku {
  readonly name: string;
  readonly usageName: string;
  readonly billing: string;
  readonly description: string;
  readonly fineTunedOnly: boolean;
  readonly retires: string | null;
}

export interface VersionBrief {
  readonly version: string;
  readonly isDefault: boolean;
  readonly lifecycle: string;
  readonly availability: Availability;
  readonly retires: string | null;
  readonly skus: readonly string[];
}

/** One model version in full, as `aimi models show -o json` prints it. Keys are only ever added. */
export interface ModelDetail extends ModelRow {
  readonly skus: readonly DetailSku[];
  readonly otherSkus: readonly OtherSku[];
  readonly terms: ModelTerms;
  /** For Claude: `azure` or `anthropic`. */
  readonly hostedOn: string | null;
  readonly replacement: {
    readonly name: string;
    readonly version: string | null;
    readonly autoUpgradeStart: string | null;
  } | null;
  /** For model-router: the models it may answer with. */
  readonly routesTo: readonly { readonly format: string; readonly name: string; readonly version: string }[];
  /** Why it can also be seen with an hourly price; null when it cannot. */
  readonly alsoManagedCompute: string | null;
  readonly note: string | null;
  readonly versions: readonly VersionBrief[];
}

export interface DetailFacts {
  readonly asOf: string;
  /** All versions of the name, in the order to show them. */
  readonly versions: readonly ModelOffer[];
  /** Of the bundled catalog; null when it does not hold this version. */
  readonly details: CatalogDetails | null;
  readonly region?: string | undefined;
}

export function modelDetail(offer: ModelOffer, facts: DetailFacts): ModelDetail {
  const { asOf, details, region } = facts;
  const entry = isCatalogEntry(offer) ? offer : null;
  const areas = details?.dataZoneAreas ?? areasOf(offer);
  const detail = (sku: RowSku, rates: Pick<SkuOffer, 'rateLimits'>): DetailSku => {
    const meaning = skuMeaning(sku.name, areas);
    return {
      ...sku,
      perUnit: perUnit(rates),
      byDefault: sku.capacity.default === undefined ? null : limitsFor(rates, sku.capacity.default),
      processedIn: meaning.processedIn,
      atRest: meaning.atRest,
      isPast: isPast(sku.retires, asOf),
      regions: entry?.regionsBySku[sku.name] ?? null,
    };
  };
  const isHere = (sku: SkuOffer): boolean =>
    region === undefined || entry === null || (entry.regionsBySku[sku.name]?.includes(region) ?? false);
  return {
    ...modelRow(offer, asOf, region),
    skus:
      entry?.evidence === 'docs'
        ? entry.documentedSkus.map((name) => detail(documentedSku(name), { rateLimits: [] }))
        : offer.skus
            .filter((sku) => isPayAsYouGoSku(sku) && isHere(sku))
            .map((sku) => detail(rowSku(sku), sku)),
    otherSkus: offer.skus.filter((sku) => !isPayAsYouGoSku(sku)).map(otherSku),
    terms: termsFor(offer),
    hostedOn: claudeHost(offer),
    replacement: replacementOf(offer, details),
    routesTo: details?.routesTo ?? [],
    alsoManagedCompute: details?.alsoManagedCompute ?? null,
    note: details?.note ?? null,
    versions: facts.versions.map((version) => brief(version, asOf)),
  };
}

function areasOf(offer: ModelOffer): readonly string[] {
  const { area } = offer.capabilities;
  return area === undefined ? [] : [area];
}

function otherSku(sku: SkuOffer): OtherSku {
  const meaning = skuMeaning(sku.name);
  const fineTunedOnly = isFineTunedOnly(sku);
  return {
    name: sku.name,
    usageName: sku.usageName,
    billing: fineTunedOnly ? 'per token and hour' : meaning.billing,
    description: fineTunedOnly ? 'fine-tuned weights only' : meaning.description,
    fineTunedOnly,
    retires: sku.retires,
  };
}

function replacementOf(offer: ModelOffer, details: CatalogDetails | null): ModelDetail['replacement'] {
  const replacement = details?.replacement ?? offer.replacement;
  if (replacement === undefined || replacement === null) return null;
  return {
    name: replacement.name,
    version: replacement.version ?? null,
    autoUpgradeStart: details?.replacement?.autoUpgradeStart ?? null,
  };
}

function brief(offer: ModelOffer, asOf: string): VersionBrief {
  const { version, isDefault, lifecycle, retires } = offer;
  const skus = openSkus(offer, asOf).map((sku) => sku.name);
  return { version, isDefault, lifecycle, availability: availabilityOf(offer, asOf), retires, skus };
}
