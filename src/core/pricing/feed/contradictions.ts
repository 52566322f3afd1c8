import { perMillion, priceKey, rejectionOf } from './price-key.js';
import type { RegionalPrice, RejectedPrice } from './types.js';

export interface Sorted {
  readonly kept: readonly RegionalPrice[];
  readonly rejected: readonly RejectedPrice[];
}

/**
 * Prices for the same thing, region and first day that differ: none of them is taken. A 1K meter beside its 1M
 * twin is no contradiction when they differ in the rounding of the 1K price alone, which has up to six decimals
 * (seen in the feed: 0.000138 per 1K beside 0.1375 per 1M); the finer one is taken.
 */
export function rejectContradictions(prices: readonly RegionalPrice[]): Sorted {
  const groups = new Map<string, RegionalPrice[]>();
  for (const price of prices) {
    const key = priceKey(price, price.region, price.effectiveFrom ?? '');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [price]);
    else group.push(price);
  }
  const kept: RegionalPrice[] = [];
  const rejected: RejectedPrice[] = [];
  for (const group of groups.values()) {
    const finest = group.find((one) => group.every((other) => isRounding(other, one)));
    if (finest !== undefined) {
      kept.push(finest);
      continue;
    }
    const values = [...new Set(group.map(perMillion))].join(' and ');
    for (const price of group) {
      rejected.push(rejectionOf(price, `published with several prices for one day: ${values} per million`));
    }
  }
  return { kept, rejected };
}

/** Whether `coarse` is `fine`, cut to the decimals that `coarse` has. */
function isRounding(coarse: RegionalPrice, fine: RegionalPrice): boolean {
  if (perMillion(coarse) === perMillion(fine)) return true;
  if (coarse.per !== 1_000 || fine.per !== 1_000_000) return false;
  const decimals = (coarse.price.split('.')[1] ?? '').length;
  if (decimals < 6) return false;
  return roundsTo(perMillion(fine), perMillion(coarse), decimals - 3);
}

/** Half a unit of the last place is the most that rounding can change. Both are plain decimals. */
function roundsTo(fine: string, coarse: string, decimals: number): boolean {
  const places = Math.max(decimals, fine.split('.')[1]?.length ?? 0) + 1;
  const scaled = (text: string): bigint => {
    const [whole = '0', part = ''] = text.split('.');
    return BigInt(whole + part.padEnd(places, '0'));
  };
  const difference = scaled(fine) - scaled(coarse);
  const half = 5n * 10n ** BigInt(places - decimals - 1);
  return (difference < 0n ? -difference : difference) <= half;
}
