import Big from 'big.js';

/** How many times `b` goes into `a`, with two decimals half up, for reading. Null when `b` is 0. */
export function timesText(a: string, b: string): string | null {
  const divisor = new Big(b);
  return divisor.eq(0) ? null : new Big(a).div(divisor).toFixed(2, 1);
}
