import { sumDecimals } from '../../money/decimal.js';
import type { CostGroup, CostLine, Portion } from './types.js';

/** Sums by the names that portions carry, in the order in which they come. */
export function groupCosts(
  priced: readonly { readonly portion: Portion; readonly lines: readonly CostLine[] }[],
): readonly CostGroup[] {
  const groups = new Map<string, { by: Portion['by']; members: (typeof priced)[number][] }>();
  for (const entry of priced) {
    const key = JSON.stringify(entry.portion.by);
    const group = groups.get(key) ?? { by: entry.portion.by, members: [] };
    group.members.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ by, members }) => {
    const sum = (read: (portion: Portion) => bigint): number =>
      Number(members.reduce((total, { portion }) => total + read(portion), 0n));
    return {
      by,
      requests: sum(({ requests }) => requests),
      inputTokens: sum(({ counts }) => counts.input),
      cachedTokens: sum(({ counts }) => counts.cachedInput),
      outputTokens: sum(({ counts }) => counts.output),
      amount: sumDecimals(members.flatMap(({ lines }) => lines.map((line) => line.amount))),
    };
  });
}
