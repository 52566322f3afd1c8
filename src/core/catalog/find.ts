import type { ModelOffer } from '../model.js';
import { availabilityOf, isCatalogEntry } from './availability.js';
import { nearestNames } from './nearest.js';
import { inVersionOrder } from './order.js';
import { isFineTunedOnly, payAsYouGoSkus } from './pay-as-you-go.js';
import type { ManagedComputeEntry } from './types.js';

export type NotPayAsYouGoReason =
  /** Hosted on virtual machines or accelerators, billed by the hour. */
  | 'managed-compute'
  /** As managed compute; its serverless offer is over. */
  | 'serverless-retired'
  /** A service of its own, no model to deploy. */
  | 'service'
  /** Its token SKUs take fine-tuned weights only. */
  | 'fine-tuned-only'
  /** Sold per token only through an endpoint of a hub project. */
  | 'serverless-hub-only'
  /** No token SKU at all: provisioned or batch, or none. */
  | 'no-token-sku'
  /** Every version is past its date. */
  | 'retired'
  /** The facts do not settle it. */
  | 'unsettled';

export interface NotPayAsYouGo<T extends ModelOffer = ModelOffer> {
  readonly kind: 'notPayAsYouGo';
  /** As listed. */
  readonly name: string;
  readonly reason: NotPayAsYouGoReason;
  /** How it is billed instead, in words; null where nothing is known or nothing is sold. */
  readonly billing: string | null;
  /** What a deployment needs, in words. */
  readonly needs: string | null;
  /** Every version of the name, retired ones too; empty for managed compute. */
  readonly versions: readonly T[];
  /** A pay-as-you-go model to look at instead. */
  readonly alternative: string | null;
}

export type ModelAnswer<T extends ModelOffer = ModelOffer> =
  /** `versions`: all of them, in the order of `inVersionOrder`, never empty. */
  | { readonly kind: 'found'; readonly name: string; readonly versions: readonly [T, ...T[]] }
  | NotPayAsYouGo<T>
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

export interface FindSources<T extends ModelOffer> {
  /** Each version once: `foundryOffers` of a live list, or the bundled entries. */
  readonly offers: readonly T[];
  /** Read only when no offer has the name. */
  readonly managedCompute: () => readonly ManagedComputeEntry[];
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/**
 * Looks a model up by name, letter case aside, and answers with the listed spelling. A name that is both
 * offered and in the managed-compute list is decided by the offer.
 */
export function findModel<T extends ModelOffer>(name: string, sources: FindSources<T>): ModelAnswer<T> {
  const { offers, asOf } = sources;
  const wanted = name.trim().toLowerCase();
  const [first, ...rest] = inVersionOrder(
    offers.filter((offer) => offer.name.toLowerCase() === wanted),
    asOf,
  );
  if (first !== undefined) {
    const versions: readonly [T, ...T[]] = [first, ...rest];
    const best = availabilityOf(first, asOf);
    if (best !== 'retired' && best !== 'never') return { kind: 'found', name: first.name, versions };
    return refused(versions, best === 'retired' ? 'retired' : whyNever(first), sources);
  }
  const managed = sources.managedCompute().find((entry) => entry.name.toLowerCase() === wanted);
  if (managed !== undefined) return onManagedCompute(managed, sources);
  return { kind: 'unknown', nearest: nearestNames(name, [...openNames(sources), ...namesOf(offers)]) };
}

/** Names with a version that is open to new deployments on the day. */
export function openNames(sources: Pick<FindSources<ModelOffer>, 'offers' | 'asOf'>): readonly string[] {
  return namesOf(sources.offers.filter((offer) => availabilityOf(offer, sources.asOf) === 'open'));
}

function namesOf(offers: readonly ModelOffer[]): readonly string[] {
  return [...new Set(offers.map((offer) => offer.name))];
}

function refused<T extends ModelOffer>(
  versions: readonly [T, ...T[]],
  reason: NotPayAsYouGoReason,
  sources: FindSources<T>,
): NotPayAsYouGo<T> {
  const { name } = versions[0];
  const open = openNames(sources);
  const alternative =
    reason === 'retired' ? successor(versions[0], sources.offers, open) : nearestNames(name, open, 1)[0];
  return {
    kind: 'notPayAsYouGo',
    name,
    reason,
    billing: null,
    needs: null,
    versions,
    alternative: alternative ?? null,
  };
}

/** Follows replacements until one can be deployed; the nearest one when none can. */
function successor(
  offer: ModelOffer,
  offers: readonly ModelOffer[],
  open: readonly string[],
): string | undefined {
  const first = offer.replacement?.name;
  let name = first;
  for (let hop = 0; name !== undefined && hop < 5; hop += 1) {
    const current = name.toLowerCase();
    const isOpen = open.find((candidate) => candidate.toLowerCase() === current);
    if (isOpen !== undefined) return isOpen;
    name = offers.find((candidate) => candidate.name.toLowerCase() === current && candidate.replacement)
      ?.replacement?.name;
  }
  return first;
}

function whyNever(offer: ModelOffer): NotPayAsYouGoReason {
  if (isCatalogEntry(offer)) {
    if (offer.deployableOn === 'serverless-hub-only') return 'serverless-hub-only';
    if (offer.deployableOn === 'foundry-resource (fine-tuned only)') return 'fine-tuned-only';
    if (offer.payAsYouGo === null) return 'unsettled';
  }
  return payAsYouGoSkus(offer).length === 0 && offer.skus.some(isFineTunedOnly)
    ? 'fine-tuned-only'
    : 'no-token-sku';
}

function onManagedCompute<T extends ModelOffer>(
  entry: ManagedComputeEntry,
  sources: FindSources<T>,
): NotPayAsYouGo<T> {
  const open = openNames(sources);
  const lookAlike = open.find((name) => name.toLowerCase() === entry.lookAlikeOf?.toLowerCase());
  return {
    kind: 'notPayAsYouGo',
    name: entry.name,
    reason:
      entry.category === 'foundry-tool'
        ? 'service'
        : entry.category === 'serverless-retired'
          ? 'serverless-retired'
          : 'managed-compute',
    billing: entry.billing,
    needs: entry.needs,
    versions: [],
    alternative: lookAlike ?? null,
  };
}
