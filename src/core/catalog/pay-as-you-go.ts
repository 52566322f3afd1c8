import type { ModelOffer, SkuOffer } from '../model.js';

/**
 * SKUs that are billed per token and answer at once. Source: MicrosoftDocs/azure-ai-docs,
 * concepts-deployment-types-content.md (2026-05), billing column.
 */
const PAY_AS_YOU_GO_SKUS: ReadonlySet<string> = new Set(['GlobalStandard', 'DataZoneStandard', 'Standard']);

/**
 * Offers for fine-tuned weights only; the base model cannot be deployed with them. Seen as `-finetune`,
 * `-Finetune` and, on older models, `*-fine-tune-*` (models lists of 2026-04 and 2026-08).
 */
const FINE_TUNED_USAGE = /-finetune$|-fine-tune-/i;

export function isFineTunedOnly(sku: Pick<SkuOffer, 'usageName'>): boolean {
  return FINE_TUNED_USAGE.test(sku.usageName);
}

export function isPayAsYouGoSku(sku: Pick<SkuOffer, 'name' | 'usageName'>): boolean {
  return PAY_AS_YOU_GO_SKUS.has(sku.name) && !isFineTunedOnly(sku);
}

/** The SKUs that bill per token for the base model, whether or not they can still be deployed. */
export function payAsYouGoSkus(offer: Pick<ModelOffer, 'skus'>): readonly SkuOffer[] {
  return offer.skus.filter(isPayAsYouGoSku);
}

export interface DeployableOptions {
  /** Keeps models that the service calls `Deprecating`: open to existing customers only. */
  readonly includeRetiring?: boolean;
}

/**
 * The pay-as-you-go SKUs that a new deployment can use on the day `asOf` (YYYY-MM-DD). A date is the first
 * day on which it is too late; dates win over the lifecycle word, because a version can be called `Preview`
 * weeks after its date, and a SKU's date can be a year before the model's (models lists to 2026-08-22).
 */
export function deployableSkus(
  offer: Pick<ModelOffer, 'skus' | 'lifecycle' | 'retires'>,
  asOf: string,
  { includeRetiring = false }: DeployableOptions = {},
): readonly SkuOffer[] {
  if (offer.lifecycle === 'Deprecated' || isPast(offer.retires, asOf)) return [];
  if (isRestricted(offer) && !includeRetiring) return [];
  return offer.skus.filter((sku) => isPayAsYouGoSku(sku) && !isPast(sku.retires, asOf));
}

/**
 * The service's `Deprecating` is what the documentation calls deprecated: existing customers go on, others
 * are refused. Source: MicrosoftDocs/azure-ai-docs model-retirements.md; Azure/azure-dev
 * modelLifecycleExcluded, 2026-04.
 */
export function isRestricted(offer: Pick<ModelOffer, 'lifecycle'>): boolean {
  return offer.lifecycle === 'Deprecating';
}

export function isPast(date: string | null, asOf: string): boolean {
  return date !== null && date <= asOf;
}

/**
 * Every model version once. A region lists a model again for each account kind it fits (`OpenAI`, `MaaS`,
 * `MAI`); the copies are equal, and a Foundry resource is `AIServices`. An account's own list has no kinds
 * and is taken whole. Source: models lists of 2026-04 and 2026-08.
 */
export function foundryOffers<T extends ModelOffer>(offers: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return offers.filter((offer) => {
    if (offer.kind !== undefined && offer.kind !== 'AIServices') return false;
    const key = `${offer.format}\n${offer.name}\n${offer.version}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
