import type { Found, Where } from '../facts.js';

/** Turns offsets of one text into places that a person can look up. */
export interface Places {
  readonly text: string;
  found<T>(value: T, offset: number): Found<T>;
  /** The line that holds the offset, whole. */
  lineAt(offset: number): string;
}

export function placesOf(text: string, where: Where): Places {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const isOneLine = starts.length === 1;

  const indexOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    text,
    found(value, offset) {
      if (isOneLine) return { value, where };
      const line = indexOf(offset) + 1;
      const label = `${where.label}:${line}`;
      return { value, where: { ...where, label, ...(where.file === undefined ? {} : { line }) } };
    },
    lineAt(offset) {
      const index = indexOf(offset);
      return text.slice(starts[index] ?? 0, (starts[index + 1] ?? text.length + 1) - 1);
    },
  };
}

/** At most the first `count` and the last `count` matches: the start of a log and its end say most. */
export function someMatches(text: string, pattern: RegExp, count: number): readonly RegExpExecArray[] {
  const first: RegExpExecArray[] = [];
  const last: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    if (first.length < count) first.push(match);
    else last.push(match);
    if (last.length > 4 * count) last.splice(0, last.length - count);
  }
  return [...first, ...last.slice(-count)];
}
