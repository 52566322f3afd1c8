const SCALES: Readonly<Record<string, number>> = { '': 0, k: 3, m: 6, b: 9, g: 9, t: 12 };

/**
 * A whole number as people write it: `1500000`, `1_500_000`, `1,500,000`, `1.5M`, `250k`, `2B`. Null for anything
 * else, a part of a token (`1.2345k`) too.
 */
export function parseQuantity(text: string): bigint | null {
  const match = /^(\d+|\d{1,3}(?:[_,]\d{3})+)(?:\.(\d+))?\s*([kmbgt]?)$/i.exec(text.trim());
  if (match === null) return null;
  const whole = (match[1] ?? '').replaceAll(/[_,]/g, '');
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  const scale = SCALES[(match[3] ?? '').toLowerCase()] ?? 0;
  if (fraction.length > scale || whole.length > 18) return null;
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

/** `12%`, `7.5 %` or `12` as decimal digits; null for anything else. A bare number below 1 is a share or a percent: `0.5%` says which. */
export function parsePercent(text: string): string | null {
  const match = /^(\d{1,6}(?:\.\d{1,9})?)\s*(%?)$/.exec(text.trim());
  const digits = match?.[1];
  if (digits === undefined) return null;
  const isBareShare = match?.[2] === '' && /^0*\.|^0+\.\d*[1-9]/.test(digits);
  return isBareShare ? null : digits;
}

/** An amount of money without sign or currency: `25`, `25.00`, `0.5`. */
export function parseAmount(text: string): string | null {
  const match = /^\d{1,15}(?:\.\d{1,12})?$/.exec(text.trim());
  return match === null ? null : match[0];
}
