import { sumDecimals } from '../../money/decimal.js';
import { scaled } from '../../money/scale.js';

export interface Discount {
  /** `12` for 12 %. */
  readonly percent: string;
  /** What it takes off, all digits. */
  readonly amount: string;
}

/** A share of the list total, exactly. */
export function discountOf(subtotal: string, percent: string): Discount {
  return { percent, amount: percentOf(subtotal, percent) };
}

export function afterDiscount(subtotal: string, discount: Discount | null): string {
  return discount === null ? subtotal : sumDecimals([subtotal, scaled(discount.amount, '-1')]);
}

/** `percent` hundredths of an amount; exact, because a hundredth is a decimal. */
export function percentOf(amount: string, percent: string): string {
  return scaled(scaled(amount, percent), '0.01');
}
