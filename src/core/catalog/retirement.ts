import type { Deployment } from '../control-plane.js';
import type { ModelOffer } from '../model.js';

/** So near that a person should act: the service warns of a retirement 60 days ahead (model-retirements.md, 2026-05). */
export const NEAR_DAYS = 60;

/** The earlier of two days (YYYY-MM-DD); null when neither is set. */
export function earlierDay(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/**
 * The day from which a deployment answers no more: its SKU's or its model's, whichever is earlier; null when no
 * date is set or the version is in none of the lists. A deployment itself carries no date.
 */
export function retirementOf(
  { model, sku }: Pick<Deployment, 'model' | 'sku'>,
  offers: readonly ModelOffer[],
): string | null {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const offer = offers.find(
    (one) => same(one.name, model.name) && same(one.version, model.version) && same(one.format, model.format),
  );
  if (offer === undefined) return null;
  const days = offer.skus.filter(({ name }) => name === sku.name).map(({ retires }) => retires);
  return earlierDay(offer.retires, days.reduce(earlierDay, null));
}

/** Whole days from one day to another; negative when it is past. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

export type Nearness = 'far' | 'near' | 'past';

/** How pressing a retirement is on the day `today`. */
export function nearnessOf(retires: string | null, today: string): Nearness {
  if (retires === null) return 'far';
  const days = daysUntil(retires, today);
  if (days <= 0) return 'past';
  return days <= NEAR_DAYS ? 'near' : 'far';
}
