import { AimiError } from '../../errors.js';
import { grouped } from '../grouped.js';
import type { SkuOffer } from '../model.js';
import type { Quota } from './quota.js';

export interface CapacityChoice {
  /** Units. */
  readonly capacity: number;
  /** Why this many, for the plan; null when the user said so. */
  readonly reason: string | null;
}

/**
 * Units to deploy. A wish is checked against the SKU's bounds and the free quota; without a wish it is the
 * SKU's own default, lowered to what is free. `capacity-out-of-range` or `insufficient-quota` (exit 6).
 *
 * `held` is what the deployment holds already when it is being changed: it comes back to the pool.
 */
export function chooseCapacity(
  sku: SkuOffer,
  wish: number | null,
  quota: Quota | null,
  held = 0,
): CapacityChoice {
  const free = quota === null ? Number.POSITIVE_INFINITY : quota.free + held;
  if (wish !== null) {
    checkBounds(sku, wish);
    if (wish > free) throw insufficient(sku, wish, quota, held);
    return { capacity: wish, reason: null };
  }
  const lowest = sku.capacity.minimum ?? 1;
  const preferred = sku.capacity.default ?? lowest;
  if (preferred <= free) {
    const reason = sku.capacity.default === undefined ? 'the smallest the SKU takes' : "the SKU's default";
    return { capacity: preferred, reason };
  }
  const lowered = largestValid(sku, free);
  if (lowered === null) throw insufficient(sku, lowest, quota, held);
  return {
    capacity: lowered,
    reason: `all that is free (the SKU's default is ${grouped(preferred)}); --capacity takes less`,
  };
}

/** Source for the rule (at least the minimum, at most the maximum, in steps): Azure/azure-dev capacityValidForSku, 2026-04. */
function isValid(sku: SkuOffer, units: number): boolean {
  const { minimum = 1, maximum = Number.MAX_SAFE_INTEGER, step = 1 } = sku.capacity;
  return (
    Number.isSafeInteger(units) && units >= minimum && units <= maximum && (units - minimum) % step === 0
  );
}

function largestValid(sku: SkuOffer, free: number): number | null {
  const { minimum = 1, maximum = Number.MAX_SAFE_INTEGER, step = 1 } = sku.capacity;
  const ceiling = Math.min(maximum, Math.floor(free));
  if (ceiling < minimum) return null;
  return ceiling - ((ceiling - minimum) % step);
}

function checkBounds(sku: SkuOffer, units: number): void {
  if (isValid(sku, units)) return;
  const { minimum = 1, maximum, step } = sku.capacity;
  const range =
    maximum === undefined
      ? `${grouped(minimum)} or more`
      : maximum === minimum
        ? `exactly ${grouped(minimum)}`
        : `${grouped(minimum)} to ${grouped(maximum)}${step !== undefined && step > 1 ? ` in steps of ${step}` : ''}`;
  throw new AimiError('capacity-out-of-range', {
    message: `${sku.name} takes a capacity of ${range} for this model, not ${grouped(units)}.`,
    hint:
      maximum !== undefined && units > maximum ? `Use --capacity ${maximum}` : `Use --capacity ${minimum}`,
    details: { sku: sku.name, capacity: units, minimum, maximum: maximum ?? null, step: step ?? 1 },
  });
}

function useText(quota: Quota | null, held: number): string {
  if (quota === null) return 'quota unknown';
  const own = held === 0 ? '' : `, ${grouped(held)} of them by this deployment`;
  return `${grouped(quota.used)} of ${grouped(quota.limit)} used${own}`;
}

function insufficient(sku: SkuOffer, wish: number, quota: Quota | null, held: number): AimiError {
  const free = (quota?.free ?? 0) + held;
  const most = largestValid(sku, free);
  return new AimiError('insufficient-quota', {
    message:
      `${sku.name} needs ${grouped(wish)} unit${wish === 1 ? '' : 's'} of quota '${quota?.localizedName ?? sku.usageName}', ` +
      `but ${grouped(free)} ${free === 1 ? 'is' : 'are'} free (${useText(quota, held)}).`,
    hint: most === null ? undefined : `Use --capacity ${most}`,
    details: {
      sku: sku.name,
      usageName: sku.usageName,
      capacity: wish,
      free,
      used: quota?.used ?? null,
      limit: quota?.limit ?? null,
    },
  });
}
