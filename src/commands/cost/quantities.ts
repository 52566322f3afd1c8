import { InvalidArgumentError } from '@commander-js/extra-typings';
import { parseAmount, parsePercent, parseQuantity } from '../../core/pricing/quantity.js';

/** A whole number of tokens or requests: `1500000`, `1_500_000`, `1.5M`, `250k`. */
export function readQuantity(text: string): bigint {
  const value = parseQuantity(text);
  if (value !== null) return value;
  throw new InvalidArgumentError(`'${text}' is not a whole number such as 1500000, 1_500_000, 1.5M or 250k.`);
}

/** Percent digits. */
export function readPercent(text: string): string {
  const value = parsePercent(text);
  if (value !== null) return value;
  throw new InvalidArgumentError(`'${text}' is not a percentage such as 12%.`);
}

/** At most 100 percent. */
export function readDiscount(text: string): string {
  const value = readPercent(text);
  if (Number(value) <= 100) return value;
  throw new InvalidArgumentError(`'${text}' is more than 100%.`);
}

/** An amount in the currency of the estimate. */
export function readAmount(text: string): string {
  const value = parseAmount(text);
  if (value !== null) return value;
  throw new InvalidArgumentError(`'${text}' is not an amount such as 25 or 12.50.`);
}

/** A whole number of days above 0. */
export function readWholeDays(text: string): bigint {
  const value = /^\d{1,5}$/.test(text) ? BigInt(text) : 0n;
  if (value > 0n) return value;
  throw new InvalidArgumentError(`'${text}' is not a whole number of days above 0.`);
}

export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** Values with commas between them, and repeated flags. */
export function collectList(value: string, previous: readonly string[] = []): readonly string[] {
  const values = value.split(',').map((part) => part.trim());
  if (values.every((part) => part !== '')) return [...previous, ...values];
  throw new InvalidArgumentError(`'${value}' has an empty name in it.`);
}
