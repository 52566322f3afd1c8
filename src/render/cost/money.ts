import { compareDecimals } from '../../core/money/decimal.js';
import { roundedTo } from '../../core/money/round.js';

/** Decimals that are shown as they are. */
const MOST_DECIMALS = 6;
const LEAST_DECIMALS = 2;

/** Said once below amounts of which one was rounded. */
export const ROUNDING_NOTE = 'Amounts with ~ are rounded here; -o json has every digit.';

/**
 * An amount for reading: grouped, at least two decimals, and `~` before it when digits had to go. What would
 * round to nothing keeps two significant digits instead, so that no charge looks like zero.
 */
export function moneyText(amount: string): string {
  const fraction = amount.split('.')[1] ?? '';
  const usual = Math.min(Math.max(fraction.length, LEAST_DECIMALS), MOST_DECIMALS);
  const isLost = /[1-9]/.test(amount) && !/[1-9]/.test(roundedTo(amount, usual));
  const rounded = roundedTo(amount, isLost ? fraction.search(/[1-9]/) + 2 : usual);
  const [whole = '', decimals = ''] = rounded.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${compareDecimals(amount, rounded) === 0 ? '' : '~'}${grouped}.${decimals}`;
}
