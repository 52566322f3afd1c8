import type { ModelOffer } from '../model.js';
import { type Availability, availabilityOf } from './availability.js';

const RANK: Readonly<Record<Availability, number>> = {
  open: 0,
  restricted: 1,
  unlisted: 2,
  retired: 3,
  never: 4,
};

/**
 * Text whose plain comparison is the order that a person expects: `2` before `11`, letter case aside. An
 * Intl collator costs milliseconds to make.
 */
function comparableText(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/** For lists: publisher, then name, then version. */
export function inListOrder<T extends Pick<ModelOffer, 'publisher' | 'name' | 'version'>>(
  offers: readonly T[],
): readonly T[] {
  return offers
    .map((offer) => ({
      offer,
      key: `${offer.publisher.toLowerCase()}\n${comparableText(offer.name)}\n${comparableText(offer.version)}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ offer }) => offer);
}

/**
 * Versions of one model, the one to take first: those open to new deployments before the others, of those
 * the default, then the one that lives longest, then the higher version text. Versions are free text and
 * tell no age, and a retired version can still be the default (models list, 2026-04).
 */
export function inVersionOrder<T extends ModelOffer>(offers: readonly T[], asOf: string): readonly T[] {
  return [...offers].sort(
    (a, b) =>
      RANK[availabilityOf(a, asOf)] - RANK[availabilityOf(b, asOf)] ||
      Number(b.isDefault) - Number(a.isDefault) ||
      descending(endOf(a), endOf(b)) ||
      descending(comparableText(a.version), comparableText(b.version)),
  );
}

function descending(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

function endOf(offer: ModelOffer): string {
  return offer.retires ?? '9999-12-31';
}
