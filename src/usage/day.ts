import type { Tally } from './tally.js';

const SECONDS_PER_DAY = 86_400;
const DATED = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/;
const HAS_OFFSET = /[+-]\d{2}:?\d{2}$/;

/**
 * The UTC day of a moment, YYYY-MM-DD: ISO 8601 (without an offset it counts as UTC), or an epoch in seconds,
 * milliseconds, microseconds or nanoseconds. Null when it is none of these.
 */
export function dayOf(moment: string): string | null {
  const dated = DATED.exec(moment);
  if (dated !== null) {
    const parsed = HAS_OFFSET.test(moment.slice(10))
      ? Date.parse(moment.replace(' ', 'T'))
      : Date.parse(dated[1] ?? '');
    return Number.isNaN(parsed) ? null : new Date(parsed).toISOString().slice(0, 10);
  }
  if (!/^\d{1,20}(?:\.\d*)?$/.test(moment)) return null;
  let seconds = Number(moment);
  while (seconds >= 1e11) seconds /= 1000;
  return new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 10);
}

/** The text id of the day that stands in the bytes; 0 when they hold none. `known` remembers days of epochs. */
export function recordDay(
  tally: Tally,
  known: Map<number, number>,
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
): number {
  const length = to - from;
  const last = bytes[to - 1];
  // 2026-01-31 or 2026-01-31T…Z with a day that every month has: the first ten bytes are the day.
  const isDated = length >= 10 && bytes[from + 4] === 45 && bytes[from + 7] === 45;
  if (isDated && (length === 10 || (last === 90 && bytes[from + 10] === 84)) && isPlainDate(bytes, from)) {
    return tally.texts.idOf(view, from, from + 10);
  }
  if (length === 10 && !isDated) {
    let seconds = 0;
    let isInteger = true;
    for (let at = from; at < to; at += 1) {
      const digit = (bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) isInteger = false;
      seconds = seconds * 10 + digit;
    }
    const day = Math.floor(seconds / SECONDS_PER_DAY);
    if (isInteger) {
      const id = known.get(day) ?? textIdOf(tally, dayOf(String(seconds)));
      known.set(day, id);
      return id;
    }
  }
  return textIdOf(tally, dayOf(new TextDecoder().decode(bytes.subarray(from, to))));
}

function textIdOf(tally: Tally, text: string | null): number {
  return text === null ? 0 : tally.textId(text);
}

function isPlainDate(bytes: Uint8Array, from: number): boolean {
  const digit = (index: number) => (bytes[from + index] ?? 0) - 48;
  for (const index of [0, 1, 2, 3, 5, 6, 8, 9]) if (digit(index) < 0 || digit(index) > 9) return false;
  const month = digit(5) * 10 + digit(6);
  const day = digit(8) * 10 + digit(9);
  return month >= 1 && month <= 12 && day >= 1 && day <= 28;
}
