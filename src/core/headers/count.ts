import {
  type Counting,
  HEADER_CLASSES,
  type HeaderClass,
  LARGE_HEADER_BYTES,
  MAX_CUSTOM_HEADERS,
  MAX_HEADER_BYTES,
} from './classes.js';

export interface HeaderLine {
  readonly name: string;
  /** Of the value; null when unknown. */
  readonly valueBytes: number | null;
}

export interface HeaderCount {
  /** Names that surely count, one for each line on the wire, as written. */
  readonly sure: readonly string[];
  readonly possible: readonly string[];
  readonly exempt: readonly string[];
  /** The longest field line (`name: value`), in bytes; null when no size is known. */
  readonly largest: { readonly name: string; readonly bytes: number } | null;
  /** By the number: `fail` surely too many, `warn` too many if the doubtful ones count, `notice` 8 to 10. */
  readonly countVerdict: 'ok' | 'notice' | 'warn' | 'fail';
  readonly sizeVerdict: 'ok' | 'warn' | 'fail';
  /** The worse of both. */
  readonly verdict: 'ok' | 'notice' | 'warn' | 'fail';
}

const NEAR_LIMIT = 8;
const ORDER = ['ok', 'notice', 'warn', 'fail'] as const;

/** The class of a header name; null is a custom header. Names compare without case. */
export function headerClass(name: string): HeaderClass | null {
  const lower = name.trim().toLowerCase();
  return (
    HEADER_CLASSES.find(({ names }) =>
      names.some((each) => (each.endsWith('*') ? lower.startsWith(each.slice(0, -1)) : lower === each)),
    ) ?? null
  );
}

export function countingOf(name: string): Counting {
  return headerClass(name)?.counts ?? 'yes';
}

/**
 * Counts headers against the limit of 10 custom ones and finds the largest. A repeated name counts once for
 * each line, which is the safe reading. The exact rule of the server is not published.
 */
export function countHeaders(lines: readonly HeaderLine[]): HeaderCount {
  const named = lines.filter(({ name }) => name.trim() !== '' && !name.startsWith(':'));
  const of = (counting: Counting) =>
    named.filter(({ name }) => countingOf(name) === counting).map(({ name }) => name.trim());
  const sure = of('yes');
  const possible = of('possibly');
  const largest = largestOf(named);
  const countVerdict = verdictOf(sure.length, sure.length + possible.length);
  const bytes = largest?.bytes ?? 0;
  const sizeVerdict = bytes >= MAX_HEADER_BYTES ? 'fail' : bytes >= LARGE_HEADER_BYTES ? 'warn' : 'ok';
  const verdict = ORDER[Math.max(ORDER.indexOf(countVerdict), ORDER.indexOf(sizeVerdict))] ?? 'ok';
  return { sure, possible, exempt: of('no'), largest, countVerdict, sizeVerdict, verdict };
}

function verdictOf(sure: number, all: number): HeaderCount['countVerdict'] {
  if (sure > MAX_CUSTOM_HEADERS) return 'fail';
  if (all > MAX_CUSTOM_HEADERS) return 'warn';
  return sure >= NEAR_LIMIT ? 'notice' : 'ok';
}

function largestOf(lines: readonly HeaderLine[]): HeaderCount['largest'] {
  return lines.reduce<HeaderCount['largest']>((largest, { name, valueBytes }) => {
    if (valueBytes === null) return largest;
    // "name: value"
    const bytes = name.length + 2 + valueBytes;
    return largest === null || bytes > largest.bytes ? { name: name.trim(), bytes } : largest;
  }, null);
}
