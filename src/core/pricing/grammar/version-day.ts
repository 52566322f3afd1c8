import type { NameWord } from './split-name.js';

export interface VersionDay {
  /** `YYYY-MM-DD`, or `MMDD` as written when the name has no year. */
  readonly text: string;
  readonly isFull: boolean;
  /** `MM-DD`. */
  readonly monthDay: string;
}

const MONTH_DAY = '(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])';

/** The word of the name that is a version: `0806`, or `05282026` (month, day, year). Null without one, or with two. */
export function readVersionDay(
  words: readonly NameWord[],
): { readonly word: NameWord; readonly day: VersionDay } | null {
  const found = words.flatMap((word) => {
    const match = new RegExp(`^${MONTH_DAY}(20\\d\\d)?$`).exec(word.text);
    if (match === null) return [];
    const monthDay = `${match[1]}-${match[2]}`;
    const isFull = match[3] !== undefined;
    return [{ word, day: { text: isFull ? `${match[3]}-${monthDay}` : word.text, isFull, monthDay } }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The version of a model that the day means: the year comes from the versions. Null when none or two fit. */
export function versionOf(day: VersionDay, versions: readonly string[]): string | null {
  const fitting = versions.filter((version) =>
    day.isFull ? version === day.text : version === day.text || version.endsWith(`-${day.monthDay}`),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
