import { dayOf } from './day.js';
import type { Layout, PathNode } from './layout.js';
import { KIND_COUNT, type Plan, planFor, REQUESTS } from './plan.js';
import { spansOf } from './spans.js';
import type { Tally } from './tally.js';

export type Added = 'added' | 'aggregated' | 'without-usage' | 'repeated' | { readonly bad: string };

type JsonObject = Readonly<Record<string, unknown>>;

/** Lists under these keys hold records, when the object around them has no token counts itself. */
const HOLDERS = ['data', 'batches'] as const;

/** Adds up one parsed value, which may hold several records; answers once per record. */
export function addParsed(layout: Layout, tally: Tally, value: unknown): Added[] {
  if (Array.isArray(value)) return value.flatMap((element) => addParsed(layout, tally, element));
  if (!isObject(value)) return [{ bad: 'not an object' }];
  const spans = spansOf(value);
  if (spans !== null) return spans.map((span) => addRecord(layout, tally, span));
  const own = addRecord(layout, tally, value);
  if (own !== 'without-usage') return [own];
  for (const key of HOLDERS) {
    const held = value[key];
    if (Array.isArray(held) && held.length > 0 && held.every(isObject)) {
      return held.flatMap((element) => addParsed(layout, tally, element));
    }
  }
  return [own];
}

/** Adds up one record given as its plan and the values that the plan's positions mean. */
export function addPlanned(
  layout: Layout,
  tally: Tally,
  plan: Plan,
  values: readonly unknown[],
  nameOf: (position: number) => string,
): Added {
  if (!plan.hasUsage) return 'without-usage';
  if (plan.verdict.isRepeated) return 'repeated';
  if (plan.verdict.problem !== null) return { bad: plan.verdict.problem };
  const texts: (string | null)[] = [];
  for (const [index, position] of [plan.model, plan.deployment, ...plan.dims].entries()) {
    const value = position < 0 ? null : (values[position] ?? null);
    const isTime = layout.dims[index - 2]?.isDay === true;
    if (isTime && (typeof value === 'string' || typeof value === 'number')) texts.push(dayOf(String(value)));
    else if (value === null || typeof value === 'string') texts.push(value);
    else return { bad: `${nameOf(position)} is not text` };
  }
  const counts: bigint[] = Array.from({ length: KIND_COUNT }, () => 0n);
  const requests = plan.requests < 0 ? 1n : countOf(values[plan.requests] ?? 1);
  if (requests === null) return { bad: `${nameOf(plan.requests)} is not a whole number` };
  counts[REQUESTS] = requests;
  for (let pair = 0; pair < plan.adds.length; pair += 2) {
    const kind = plan.adds[pair] ?? 0;
    const position = plan.adds[pair + 1] ?? 0;
    const count = countOf(values[position] ?? 0);
    if (count === null) return { bad: `${nameOf(position)} is not a whole number` };
    counts[kind] = (counts[kind] ?? 0n) + count;
  }
  const id = (text: string | null | undefined) =>
    text === null || text === undefined ? 0 : tally.textId(text);
  let group = tally.group(id(texts[0]), id(texts[1]), plan.mode);
  for (let dim = 0; dim < tally.dims; dim += 1) group = tally.within(dim, group, id(texts[dim + 2]));
  tally.addExact(group, counts);
  return requests === 1n ? 'added' : 'aggregated';
}

function addRecord(layout: Layout, tally: Tally, record: JsonObject): Added {
  const found = new Map<number, unknown>();
  const words = new Map<number, string>();
  collect(layout.root, record, found, words);
  const ids = [...found.keys()];
  const plan = planFor(layout, new Map(ids.map((id, position) => [id, position])), words);
  const nameOf = (position: number) => layout.slots[ids[position] ?? -1]?.path.join('.') ?? 'value';
  return addPlanned(layout, tally, plan, [...found.values()], nameOf);
}

function collect(
  node: PathNode,
  object: JsonObject,
  found: Map<number, unknown>,
  words: Map<number, string>,
): void {
  for (const [key, child] of node.children) {
    if (!Object.hasOwn(object, key)) continue;
    const value = object[key];
    if (value === null) continue;
    if (child.children.size > 0 && isObject(value)) collect(child, value, found, words);
    else if (child.slot?.type === 'mark') words.set(child.slot.id, String(value));
    else if (child.slot !== null) found.set(child.slot.id, value);
  }
}

/** An integer from 0 to 2^53 - 1, as a number or as digits; null for everything else, `1.000` (a thousand to some) too. */
export function countOf(value: unknown): bigint | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null;
  if (typeof value !== 'string' || !/^\d{1,16}(?:\.0+)?$/.test(value)) return null;
  if (/^\d{1,3}\.000$/.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? BigInt(number) : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
