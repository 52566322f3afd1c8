import { nearestNames } from '../core/catalog/nearest.js';

/** A value, or what would have been one. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly expected: string;
      readonly near?: readonly string[];
      readonly code?: 'endpoint-refused';
    };

const YES = ['true', '1', 'yes', 'on'];
const NO = ['false', '0', 'no', 'off'];

export function parseBoolean(text: string): Parsed<boolean> {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { ok: true, value: true };
  return NO.includes(word) ? { ok: true, value: false } : { ok: false, expected: 'true or false' };
}

export function parseOneOf<T extends string>(allowed: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const found = allowed.find((word) => word === text.toLowerCase());
    if (found !== undefined) return { ok: true, value: found };
    return { ok: false, expected: `one of ${allowed.join(', ')}`, near: nearestNames(text, allowed, 1) };
  };
}

export function parsePattern(pattern: RegExp, expected: string): (text: string) => Parsed<string> {
  return (text) => (pattern.test(text) ? { ok: true, value: text } : { ok: false, expected });
}
