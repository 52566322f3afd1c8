import { compareDecimals } from '../../money/decimal.js';
import { scaled } from '../../money/scale.js';
import { regionClassOf } from '../region-class.js';
import type { PriceKind, PriceSku } from '../types.js';
import type { Sorted } from './contradictions.js';
import { perMillion, priceKey, rejectionOf } from './price-key.js';
import type { RegionalPrice } from './types.js';

/**
 * What every price obeys. Source: ratios over the rows of the Azure Retail Prices API, 2025-08 to 2026-10
 * (data zone to Global 1.1, in Asia-Pacific 1.1 or 1.2; regional to Global 1.0 to 1.39; output never below
 * input; cached input never above input). A price outside is a feed error when its siblings are inside.
 */
const BANDS = {
  DataZoneStandard: { 'us-eu': ['1.05', '1.13'], apac: ['1.05', '1.24'], usgov: ['1.04', '1.13'] },
  Standard: { 'us-eu': ['0.95', '1.5'], apac: ['0.95', '1.5'], usgov: ['0.95', '1.5'] },
} as const;

type Banded = keyof typeof BANDS;
type Finder = (like: RegionalPrice, day: string, change: Partial<RegionalPrice>) => RegionalPrice | undefined;

/** Sets aside prices that break a relation which their siblings keep. */
export function rejectImplausible(prices: readonly RegionalPrice[]): Sorted {
  const find = finderOf(prices);
  const reasons = new Map<RegionalPrice, string>();
  for (const price of prices) {
    const day = price.effectiveFrom ?? '';
    if (price.kind === 'output' || price.kind === 'cachedInput') {
      const input = find(price, day, { kind: 'input' });
      if (input !== undefined && breaksOrder(price, input)) {
        reasons.set(
          price,
          `${kindWord(price.kind)} ${perMillion(price)} beside input ${perMillion(input)} per million`,
        );
        if (price.kind === 'output')
          reasons.set(input, `above its output price ${perMillion(price)} per million`);
      }
    }
  }
  for (const price of prices) {
    if (!isBanded(price.sku) || reasons.has(price)) continue;
    const reason = bandReason(price, price.sku, find, prices);
    if (reason !== null) reasons.set(price, reason);
  }
  return {
    kept: prices.filter((price) => !reasons.has(price)),
    rejected: [...reasons].map(([price, reason]) => rejectionOf(price, reason)),
  };
}

function breaksOrder(price: RegionalPrice, input: RegionalPrice): boolean {
  const order = compareDecimals(perMillion(price), perMillion(input));
  return price.kind === 'output' ? order < 0 : order > 0;
}

function isBanded(sku: PriceSku | null): sku is Banded {
  return sku !== null && sku in BANDS;
}

/** Why a price is out of its band, or null. Judged on its first day, and today if it still holds. */
function bandReason(
  price: RegionalPrice,
  sku: Banded,
  find: Finder,
  prices: readonly RegionalPrice[],
): string | null {
  const day = price.effectiveFrom ?? '';
  const global = globalOf(price, day, find);
  if (global !== null && !isInBand(price, global, sku)) {
    return allKindsAgree(price, sku, day, find) ? null : outOfBand(price, global);
  }
  // A region whose price stayed behind when all others changed.
  const latest = globalOf(price, '9999-12-31', find);
  if (latest === null || find(price, '9999-12-31', {}) !== price || isInBand(price, latest, sku)) return null;
  const others = regionsOf(prices).filter((region) => region !== price.region);
  const isLeftBehind = others.some((region) => {
    const other = find(price, '9999-12-31', { region });
    return (
      other !== undefined &&
      regionClassOf(region) === regionClassOf(price.region) &&
      isInBand(other, latest, sku)
    );
  });
  return isLeftBehind && sku === 'DataZoneStandard' ? outOfBand(price, latest) : null;
}

function outOfBand(price: RegionalPrice, global: RegionalPrice): string {
  return `${perMillion(price)} per million beside Global ${perMillion(global)} is out of proportion`;
}

/** The Global price in the region, else in any region of its class. */
function globalOf(price: RegionalPrice, day: string, find: Finder): RegionalPrice | null {
  const sku = 'GlobalStandard';
  return find(price, day, { sku }) ?? find(price, day, { sku, region: classRegion(price.region) }) ?? null;
}

function isInBand(price: RegionalPrice, global: RegionalPrice, sku: Banded): boolean {
  const [low, high] = BANDS[sku][regionClassOf(price.region)];
  const value = perMillion(price);
  const base = perMillion(global);
  return compareDecimals(value, scaled(base, low)) >= 0 && compareDecimals(value, scaled(base, high)) <= 0;
}

/** Whether every kind of the model stands in one proportion to Global: then it is a price list, not an error. */
function allKindsAgree(price: RegionalPrice, sku: Banded, day: string, find: Finder): boolean {
  const kinds: readonly PriceKind[] = ['input', 'cachedInput', 'cacheWrite', 'output'];
  const states = kinds.flatMap((kind) => {
    const own = find(price, day, { kind }) ?? find(price, '9999-12-31', { kind });
    const global = own === undefined ? null : globalOf(own, day, find);
    return own === undefined || global === null ? [] : [isInBand(own, global, sku)];
  });
  return states.length > 1 && states.every((state) => !state);
}

/** Looks up the price that holds on a day, by everything that names it and its region or class of regions. */
function finderOf(prices: readonly RegionalPrice[]): Finder {
  const byKey = new Map<string, RegionalPrice[]>();
  for (const price of prices) {
    for (const place of [price.region, classRegion(price.region)]) {
      const key = priceKey(price, place);
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [price]);
      else list.push(price);
    }
  }
  for (const list of byKey.values())
    list.sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1));
  return (like, day, change) => {
    const wanted = { ...like, ...change };
    return byKey.get(priceKey(wanted, wanted.region))?.find((price) => (price.effectiveFrom ?? '') <= day);
  };
}

function classRegion(region: string): string {
  return `*${regionClassOf(region) === 'usgov' ? 'usgov' : 'commercial'}`;
}

function regionsOf(prices: readonly RegionalPrice[]): readonly string[] {
  return [...new Set(prices.map(({ region }) => region))];
}

function kindWord(kind: PriceKind): string {
  return kind === 'cachedInput' ? 'cached input' : kind;
}
