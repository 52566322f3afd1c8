import { USAGE_MODES } from './marks.js';
import { KIND_COUNT } from './plan.js';
import type { TallyRow } from './tally.js';
import { COUNT_KINDS, type CountKind, type UsageGroup, type UsageOptions } from './types.js';

/**
 * Joins rows of the same names; which requests are long is decided here, when the model is known. Throws a
 * RangeError when `tierOf` names a threshold that was not counted apart.
 */
export function groupsOf(
  rows: readonly TallyRow[],
  thresholds: readonly number[],
  tierOf: NonNullable<UsageOptions['tierOf']>,
): UsageGroup[] {
  const joined = new Map<string, Pick<TallyRow, 'names' | 'mode'> & { isLong: boolean; sums: bigint[] }>();
  for (const { names, mode, band, sums } of rows) {
    const threshold = tierOf(names[0] ?? null, names[1] ?? null);
    const place = threshold === null ? thresholds.length : thresholds.indexOf(threshold);
    if (place < 0) throw new RangeError(`The threshold ${threshold} was not counted apart`);
    const isLong = band > place;
    const key = JSON.stringify([names, isLong, mode]);
    const found = joined.get(key) ?? {
      names,
      mode,
      isLong,
      sums: Array.from({ length: KIND_COUNT }, () => 0n),
    };
    for (const [kind, sum] of sums.entries()) found.sums[kind] = (found.sums[kind] ?? 0n) + sum;
    joined.set(key, found);
  }
  return [...joined.values()]
    .sort(
      (a, b) =>
        compareNames(a.names, b.names) || Number(a.isLong) - Number(b.isLong) || orderOf(a) - orderOf(b),
    )
    .map(({ names, mode, isLong, sums }) => {
      const of = (kind: CountKind) => sums[COUNT_KINDS.indexOf(kind)] ?? 0n;
      return {
        model: names[0] ?? null,
        deployment: names[1] ?? null,
        by: names.slice(2),
        context: isLong ? 'long' : 'short',
        mode,
        requests: of('requests'),
        tokens: {
          input: of('input'),
          cachedInput: of('cachedInput'),
          cacheWrite: of('cacheWrite'),
          output: of('output'),
          reasoning: of('reasoning'),
          audioInput: of('audioInput'),
          audioOutput: of('audioOutput'),
        },
      };
    });
}

function orderOf({ mode }: Pick<TallyRow, 'mode'>): number {
  return USAGE_MODES.indexOf(mode);
}

/** By code unit; what has no name comes last. */
function compareNames(a: TallyRow['names'], b: TallyRow['names']): number {
  for (const [index, name] of a.entries()) {
    const other = b[index] ?? null;
    if (name === other) continue;
    if (name === null) return 1;
    if (other === null) return -1;
    return name < other ? -1 : 1;
  }
  return 0;
}
