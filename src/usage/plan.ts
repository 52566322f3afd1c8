import type { Layout, Slot } from './layout.js';
import { USAGE_MODES, type Verdict, verdictOf } from './marks.js';
import { COUNT_KINDS, type CountKind } from './types.js';

const KIND_INDEX: Readonly<Record<CountKind, number>> = {
  requests: 0,
  input: 1,
  cachedInput: 2,
  cacheWrite: 3,
  output: 4,
  reasoning: 5,
  audioInput: 6,
  audioOutput: 7,
};
export const KIND_COUNT = COUNT_KINDS.length;
export const REQUESTS = KIND_INDEX.requests;
export const INPUT = KIND_INDEX.input;

/** Which of the values that a record has are used for what. Positions count the values found; -1 is none. */
export interface Plan {
  readonly hasUsage: boolean;
  readonly model: number;
  readonly deployment: number;
  readonly dims: readonly number[];
  /** Pairs of kind and position, flat. */
  readonly adds: Int32Array;
  readonly requests: number;
  readonly verdict: Verdict;
  /** Position of `verdict.mode` in USAGE_MODES. */
  readonly mode: number;
}

/** The plan of every record that has exactly these slots; `positions` is slot id → position, `words` slot id → mark. */
export function planFor(
  layout: Layout,
  positions: ReadonlyMap<number, number>,
  words: ReadonlyMap<number, string>,
): Plan {
  const first = (slots: readonly Slot[], not = -1): number => {
    for (const slot of slots) {
      const position = positions.get(slot.id);
      if (position !== undefined && position !== not) return position;
    }
    return -1;
  };
  const model = first(layout.model);
  const adds: number[] = [];
  let requests = -1;
  let hasUsage = false;
  let isBatchUsage = false;
  for (const { names, isBatch } of layout.places) {
    const found = new Map<CountKind, number>();
    const extra: number[] = [];
    for (const { use, slot } of names) {
      const position = positions.get(slot.id);
      if (position === undefined || found.has(use.kind)) continue;
      found.set(use.kind, position);
      const stands = use.beside === undefined || isBeside(names, positions, use.beside);
      if (use.alsoIn !== undefined && stands) extra.push(KIND_INDEX[use.alsoIn], position);
    }
    if (!found.has('input') && !found.has('output')) continue;
    hasUsage = true;
    isBatchUsage = isBatch;
    for (const [kind, position] of found) {
      if (kind === 'requests') requests = position;
      else adds.push(KIND_INDEX[kind], position);
    }
    adds.push(...extra);
    break;
  }
  const marks = layout.marks.flatMap(({ id }, index): [number, string][] => {
    const word = words.get(id);
    return word === undefined ? [] : [[index, word]];
  });
  const verdict = verdictOf(new Map(marks), isBatchUsage);
  return {
    hasUsage,
    model,
    deployment: first(layout.deployment, model),
    dims: layout.dims.map((dim) => first(dim.slots)),
    adds: Int32Array.from(adds),
    requests,
    verdict,
    mode: USAGE_MODES.indexOf(verdict.mode),
  };
}

function isBeside(
  names: Layout['places'][number]['names'],
  positions: ReadonlyMap<number, number>,
  beside: string,
): boolean {
  const has = (wanted: string) =>
    names.some(({ use, slot }) => use.name.length === 1 && use.name[0] === wanted && positions.has(slot.id));
  return has(beside) && !has('prompt_tokens');
}
