import Big from 'big.js';

const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Plain digits of a decimal number, without exponent or needless zeros: `3.30e-4` is `0.00033`. Null if none. */
export function canonicalDecimal(text: string): string | null {
  return DECIMAL.test(text.trim()) ? new Big(text.trim()).toFixed() : null;
}

/** Below 0, 0 or above 0, as for sorting. Both are canonical decimals. */
export function compareDecimals(a: string, b: string): number {
  return new Big(a).cmp(b);
}

/** Exact product of a count and a price for `per` units, a power of ten: tokens times price per 1K or 1M. */
export function amountOf(count: bigint, price: string, per: 1_000 | 1_000_000): string {
  // Times a power of ten is exact in decimals; a division would round to a number of places.
  return new Big(count.toString())
    .times(price)
    .times(per === 1_000 ? '1e-3' : '1e-6')
    .toFixed();
}

/** Exact sum; 0 for nothing. */
export function sumDecimals(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
}
