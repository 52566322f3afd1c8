import { sumDecimals } from '../../money/decimal.js';
import { pricePortion } from '../estimate/price-portion.js';
import type { CostLine, MissingPrice, Portion } from '../estimate/types.js';
import type { PriceBook } from '../types.js';

/** One way to buy a workload. */
export interface PricedOffer {
  readonly portion: Portion;
  /** Where the price holds: given regions, or the regions and zones that differ; empty when it is one price. */
  readonly regions: readonly string[];
  readonly total: string;
  readonly lines: readonly CostLine[];
  readonly notes: readonly string[];
}

export interface OfferAnswer {
  readonly offers: readonly PricedOffer[];
  readonly missing: readonly MissingPrice[];
  /** Counts that do not add up. */
  readonly invalid: string | null;
}

/** A region of each group of data zones stands for the group (see regionClassOf). */
const ZONE_REGIONS: Readonly<Record<string, string>> = { 'us-eu': 'eastus2', apac: 'japaneast' };

/**
 * The prices of one workload. Where its version or its region decides the price and is not given, every
 * version and every region is priced; regions of the same amount are one offer.
 */
export function priceOffers(book: PriceBook, portion: Portion, asOf: string): OfferAnswer {
  return expand(book, portion, asOf, portion.region === null ? [] : [portion.region]);
}

function expand(book: PriceBook, portion: Portion, asOf: string, regions: readonly string[]): OfferAnswer {
  const answer = pricePortion(book, portion, asOf);
  if (answer.kind === 'invalid') return { offers: [], missing: [], invalid: answer.reason };
  if (answer.kind === 'priced') {
    const { lines, notes } = answer;
    const total = sumDecimals(lines.map(({ amount }) => amount));
    return { offers: [{ portion, regions, total, lines, notes }], missing: [], invalid: null };
  }
  const { missing } = answer;
  const isOpen = missing.candidates.length > 0;
  if (isOpen && missing.missing === 'version' && portion.version === null) {
    return joined(missing.others.map((version) => expand(book, { ...portion, version }, asOf, regions)));
  }
  if (isOpen && missing.missing === 'region' && portion.region === null) {
    const each = missing.others.map((place) =>
      expand(book, { ...portion, region: ZONE_REGIONS[place] ?? place }, asOf, [place]),
    );
    return mergeRegions(joined(each));
  }
  return { offers: [], missing: [missing], invalid: null };
}

function joined(answers: readonly OfferAnswer[]): OfferAnswer {
  return {
    offers: answers.flatMap(({ offers }) => offers),
    missing: answers.flatMap(({ missing }) => missing),
    invalid: answers.find(({ invalid }) => invalid !== null)?.invalid ?? null,
  };
}

function mergeRegions(answer: OfferAnswer): OfferAnswer {
  const merged = new Map<string, PricedOffer>();
  for (const offer of answer.offers) {
    const key = `${offer.portion.version}|${offer.total}`;
    const found = merged.get(key);
    merged.set(
      key,
      found === undefined ? offer : { ...found, regions: [...found.regions, ...offer.regions] },
    );
  }
  return { ...answer, offers: [...merged.values()] };
}
