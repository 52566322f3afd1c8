import { InvalidArgumentError } from '@commander-js/extra-typings';

/** `30d` or `30`: whole days. */
export function readDays(text: string): number {
  const match = /^(\d{1,5})\s*d?$/i.exec(text.trim());
  if (match !== null) return Number(match[1]);
  throw new InvalidArgumentError(`'${text}' is not a number of days such as 30d.`);
}

/** An ISO 4217 code, any letter case. */
export function readCurrency(text: string): string {
  if (/^[a-z]{3}$/i.test(text.trim())) return text.trim().toUpperCase();
  throw new InvalidArgumentError(`'${text}' is not a currency code such as USD or EUR.`);
}
