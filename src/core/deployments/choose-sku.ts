import { AimiError, isAimiError } from '../../errors.js';
import { deployableSkus, payAsYouGoSkus } from '../catalog/pay-as-you-go.js';
import { skuFromWord } from '../catalog/sku-word.js';
import type { Usage } from '../control-plane.js';
import type { ModelOffer, SkuOffer } from '../model.js';
import { type CapacityChoice, chooseCapacity } from './capacity.js';
import { type Quota, quotaOf } from './quota.js';

export interface SkuChoice {
  readonly sku: SkuOffer;
  /** Why this SKU; null when the user said so. */
  readonly reason: string | null;
  readonly capacity: CapacityChoice;
  /** Null when quota could not be read or has no row for this SKU. */
  readonly quota: Quota | null;
}

export interface SkuWish {
  readonly sku: string | null;
  readonly capacity: number | null;
  /** A version that was named may be one that only existing customers can still deploy. */
  readonly allowsRestricted: boolean;
}

/** Broadest first: Global has the most quota and the most models, Standard the fewest (models list, 2026-08). */
export const SKU_PREFERENCE: readonly string[] = ['GlobalStandard', 'DataZoneStandard', 'Standard'];

/**
 * Picks SKU and capacity together, because the second decides whether the first can be had: the broadest
 * SKU with room for the wished capacity. Throws `sku-not-offered`, `model-retired`, `insufficient-quota` or
 * `capacity-out-of-range`; when several SKUs have no room, the error of the broadest is thrown.
 */
export function chooseSku(
  offer: ModelOffer,
  wish: SkuWish,
  usages: readonly Usage[],
  today: string,
): SkuChoice {
  const open = deployableSkus(offer, today, { includeRetiring: wish.allowsRestricted });
  if (wish.sku !== null) {
    const name = skuFromWord(wish.sku) ?? wish.sku;
    return take(wishedSku(offer, name, open), null, wish.capacity, usages);
  }
  const candidates = SKU_PREFERENCE.flatMap((name) => open.filter((sku) => sku.name === name));
  let refusal: unknown = null;
  let passedOver: string | null = null;
  for (const sku of candidates) {
    try {
      const reason = passedOver === null ? broadest(candidates.length) : `${passedOver} has no room left`;
      return take(sku, reason, wish.capacity, usages);
    } catch (error) {
      if (!isAimiError(error)) throw error;
      refusal ??= error;
      passedOver ??= sku.name;
    }
  }
  throw refusal ?? notOpen(offer);
}

function take(
  sku: SkuOffer,
  reason: string | null,
  capacity: number | null,
  usages: readonly Usage[],
): SkuChoice {
  const quota = quotaOf(sku, usages);
  return { sku, reason, capacity: chooseCapacity(sku, capacity, quota), quota };
}

function broadest(candidates: number): string {
  return candidates === 1 ? 'the only pay-as-you-go SKU here' : 'the broadest pay-as-you-go SKU';
}

function wishedSku(offer: ModelOffer, wish: string, open: readonly SkuOffer[]): SkuOffer {
  const same = (sku: SkuOffer): boolean => sku.name.toLowerCase() === wish.toLowerCase();
  const found = open.find(same);
  if (found !== undefined) return found;
  const label = `${offer.name} ${offer.version}`;
  const retired = payAsYouGoSkus(offer).find(same);
  const choices = open.map((sku) => sku.name);
  if (retired !== undefined) {
    throw new AimiError('model-retired', {
      message: `${label} is no longer open to new ${retired.name} deployments${retired.retires === null ? '' : ` (since ${retired.retires})`}.`,
      hint:
        choices.length === 0
          ? `aimi models show ${offer.name}`
          : `Still open: --sku ${choices.join(', --sku ')}`,
      details: { model: offer.name, version: offer.version, sku: retired.name, retires: retired.retires },
    });
  }
  const listed = offer.skus.some(same);
  throw new AimiError('sku-not-offered', {
    message: listed
      ? `${wish} is not pay-as-you-go for ${label}, and aimi deploys pay-as-you-go SKUs only.`
      : `${label} is not offered as ${wish} here.`,
    hint:
      choices.length === 0 ? `aimi models show ${offer.name}` : `Offered: --sku ${choices.join(', --sku ')}`,
    details: { model: offer.name, version: offer.version, sku: wish, offered: choices },
  });
}

function notOpen(offer: ModelOffer): AimiError {
  return new AimiError('model-retired', {
    message: `${offer.name} ${offer.version} is not open to new pay-as-you-go deployments here${offer.retires === null ? '' : ` (its date: ${offer.retires})`}.`,
    hint: `aimi models show ${offer.name}`,
    details: {
      model: offer.name,
      version: offer.version,
      retires: offer.retires,
      lifecycle: offer.lifecycle,
    },
  });
}
