import { amountOf } from '../../money/decimal.js';
import type { CostLine } from './types.js';

/** One line for each meter: tokens are added up, and the price is applied once to the sum. */
export function mergeLines(lines: readonly CostLine[]): readonly CostLine[] {
  const merged = new Map<string, CostLine>();
  for (const line of lines) {
    const { tokens, amount, ...rest } = line;
    const key = JSON.stringify(rest);
    const sum = BigInt(tokens) + BigInt(merged.get(key)?.tokens ?? 0);
    merged.set(key, { ...line, tokens: Number(sum), amount: amountOf(sum, line.unitPrice, line.per) });
  }
  return [...merged.values()];
}
