import Big from 'big.js';

/** Half up to `places` decimals, with as many digits after the point. */
export function roundedTo(amount: string, places: number): string {
  return new Big(amount).toFixed(places, 1);
}
