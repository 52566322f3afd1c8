import { AimiError } from '../../errors.js';
import { deployableSkus, isPast, isRestricted, payAsYouGoSkus } from '../catalog/pay-as-you-go.js';
import type { ModelOffer } from '../model.js';

export interface VersionChoice {
  readonly offer: ModelOffer;
  /** Why this version; null when the user said so. */
  readonly reason: string | null;
}

/**
 * Picks the version to deploy from all versions of one model. Versions are free text and cannot be sorted
 * in general, about half of the OpenAI names and nearly every partner name have no default, and a retired
 * version can still be the default (facts of the models list, 2026-04). So: the wish; else the default if
 * it can still be deployed; else, of those that can, the one that lives longest.
 *
 * `offers` are of one name and not empty. `version-not-found`, or `model-retired` when none is left.
 */
export function chooseVersion(
  offers: readonly ModelOffer[],
  wish: string | null,
  today: string,
): VersionChoice {
  const name = offers[0]?.name ?? '';
  if (wish !== null) {
    const exact = offers.find((offer) => offer.version === wish);
    const offer = exact ?? offers.find((candidate) => candidate.version.toLowerCase() === wish.toLowerCase());
    if (offer !== undefined) return { offer, reason: null };
    const versions = offers.map((candidate) => candidate.version);
    throw new AimiError('version-not-found', {
      message: `${name} has no version '${wish}' here.`,
      hint: `It has: ${versions.join(', ')}`,
      details: { model: name, version: wish, versions },
    });
  }
  const open = offers.filter((offer) => deployableSkus(offer, today).length > 0);
  const byDefault = open.find((offer) => offer.isDefault);
  if (byDefault !== undefined) return { offer: byDefault, reason: 'the default version' };
  const longest = [...open].sort(livesLonger)[0];
  if (longest === undefined) throw nothingLeft(name, offers, today);
  return {
    offer: longest,
    reason: open.length === 1 ? 'the only version open to new deployments' : 'no default; it lives longest',
  };
}

function livesLonger(a: ModelOffer, b: ModelOffer): number {
  const end = (offer: ModelOffer): string => offer.retires ?? '9999-12-31';
  return end(b).localeCompare(end(a)) || b.version.localeCompare(a.version, 'en', { numeric: true });
}

function nothingLeft(name: string, offers: readonly ModelOffer[], today: string): AimiError {
  const why = offers.map((offer) => `${offer.version}: ${whyClosed(offer, today)}`);
  const next = offers.find((offer) => offer.replacement !== undefined)?.replacement?.name;
  const restricted = offers.find((offer) => isRestricted(offer) && !isPast(offer.retires, today));
  return new AimiError('model-retired', {
    message: `No version of ${name} is open to new pay-as-you-go deployments here (${why.join(', ')}).`,
    hint: [
      next === undefined ? `aimi models show ${name}` : `Its replacement: aimi models show ${next}`,
      ...(restricted === undefined
        ? []
        : [`An existing customer may name it: --version ${restricted.version}`]),
    ].join('\n'),
    details: {
      model: name,
      versions: offers.map((offer) => ({ version: offer.version, retires: offer.retires })),
    },
  });
}

function whyClosed(offer: ModelOffer, today: string): string {
  if (isPast(offer.retires, today)) return `retired ${offer.retires}`;
  if (isRestricted(offer)) return 'existing customers only';
  const dates = payAsYouGoSkus(offer).flatMap((sku) => (isPast(sku.retires, today) ? [sku.retires] : []));
  if (dates.length > 0) return `closed since ${dates.sort().at(-1)}`;
  return offer.lifecycle === 'Deprecated' ? 'retired' : 'no SKU billed per token';
}
