import Big from 'big.js';

/** A decimal times a factor, exactly. Both are decimal texts. */
export function scaled(amount: string, factor: string): string {
  return new Big(amount).times(factor).toFixed();
}
