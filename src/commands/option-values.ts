import { InvalidArgumentError } from '@commander-js/extra-typings';

/** A whole number above 0: `10`, `1_000`. */
export function readCapacity(text: string): number {
  const value = Number(text.replaceAll('_', '').replaceAll(',', ''));
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError(`'${text}' is not a whole number of capacity units above 0.`);
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** `90s`, `45m`, `2h`; a bare number is seconds. Milliseconds. */
export function readDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([smh]?)$/i.exec(text.trim());
  const unit = UNIT_MS[(match?.[2] ?? '').toLowerCase() || 's'];
  const value = Number(match?.[1]) * (unit ?? Number.NaN);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError(`'${text}' is not a time such as 90s, 45m or 2h.`);
}

/** YYYY-MM-DD, a real day. */
export function readDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError(`'${text}' is not a day such as 2026-11-22.`);
}

/** A positive whole number for ports, counts and the like. */
export function readCount(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0 && text.trim() !== '') return value;
  throw new InvalidArgumentError(`'${text}' is not a whole number.`);
}
