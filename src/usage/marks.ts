/** How a request was sent, as its record says; decides which prices hold. */
export const USAGE_MODES = ['standard', 'batch', 'priority', 'flex'] as const;
export type UsageMode = (typeof USAGE_MODES)[number];

/** What the words of a record say about all of it. */
export interface Verdict {
  readonly mode: UsageMode;
  /** Its tokens are counted elsewhere or were never billed. */
  readonly isRepeated: boolean;
  /** Why the record cannot be priced. */
  readonly problem: string | null;
}

interface MarkRow {
  readonly path: readonly string[];
  readonly says: 'tier' | 'operation' | 'gateway' | 'cacheHit' | 'batch';
  /** Only that it is there matters; its value differs from record to record. */
  readonly isPresence: boolean;
}

const row = (says: MarkRow['says'], paths: readonly (readonly string[])[], isPresence = false) =>
  paths.map((path): MarkRow => ({ path, says, isPresence }));

/** Words that are no counts and no names, in the order in which they are believed. */
export const MARKS: readonly MarkRow[] = [
  // The tier that processed the request, which can be another than was asked for
  // (learn.microsoft.com/azure/foundry/openai/concepts/priority-processing, 2026-11-23).
  ...row('tier', [
    ['response', 'body', 'service_tier'],
    ['response', 'service_tier'],
    ['body', 'service_tier'],
    ['service_tier'],
    ['usage', 'service_tier'],
    ['attributes', 'openai.response.service_tier'],
    ['attributes', 'gen_ai.openai.response.service_tier'],
  ]),
  ...row('operation', [['attributes', 'gen_ai.operation.name'], ['gen_ai.operation.name']]),
  // LiteLLM's own cache answers without a call, and its records repeat the counts of the first answer
  // (github.com/BerriAI/litellm issue 39057, 2026-11-23); in other logs `cache_hit` may mean prompt caching.
  ...row('cacheHit', [['cache_hit']]),
  ...row('gateway', [['call_type']], true),
  // A line of batch output has the id of its line of input.
  ...row('batch', [['custom_id']], true),
];

const TIERS: Readonly<Record<string, UsageMode>> = {
  '': 'standard',
  auto: 'standard',
  default: 'standard',
  standard: 'standard',
  standard_only: 'standard',
  priority: 'priority',
  flex: 'flex',
  batch: 'batch',
};

// A span of an agent repeats the sum of the calls below it
// (open-telemetry/semantic-conventions-genai issue 19, microsoft/Application-Insights-Workbooks pull request 3208).
const SUMS = new Set(['invoke_agent', 'invoke_workflow', 'create_agent', 'execute_tool']);

/** Judges a record by its marks: index in MARKS → word. */
export function verdictOf(words: ReadonlyMap<number, string>, isBatchUsage: boolean): Verdict {
  const first = (says: MarkRow['says']): string | null => {
    for (const [index, mark] of MARKS.entries()) {
      const word = mark.says === says ? words.get(index) : undefined;
      if (word !== undefined) return word.toLowerCase();
    }
    return null;
  };
  const isFromGateway = first('gateway') !== null && first('cacheHit') === 'true';
  const isRepeated = isFromGateway || SUMS.has(first('operation') ?? '');
  if (isBatchUsage && first('batch') !== null) return { mode: 'batch', isRepeated, problem: null };
  const tier = first('tier') ?? '';
  const mode = Object.hasOwn(TIERS, tier) ? TIERS[tier] : undefined;
  if (mode !== undefined) return { mode, isRepeated, problem: null };
  return { mode: 'standard', isRepeated, problem: `service_tier '${tier}' has no price per token` };
}
