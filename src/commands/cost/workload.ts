import {
  type CountName,
  type Counts,
  LARGEST_COUNT,
  mapCounts,
  timesCounts,
} from '../../core/pricing/estimate/counts.js';
import { AimiError } from '../../errors.js';

/** Flags that say how much is used; all of one request. */
export interface WorkloadInput {
  readonly inputTokens: bigint | null;
  readonly outputTokens: bigint | null;
  readonly cachedTokens: bigint | null;
  readonly cacheWriteTokens: bigint | null;
  readonly reasoningTokens: bigint | null;
  readonly audioInputTokens: bigint | null;
  readonly audioOutputTokens: bigint | null;
  readonly imageInputTokens: bigint | null;
  readonly imageOutputTokens: bigint | null;
  readonly searches: bigint | null;
  readonly pages: bigint | null;
  /** Null: one. */
  readonly requests: bigint | null;
  /** Null: the requests are all there is. */
  readonly per: 'hour' | 'day' | null;
  /** Null: 30, when `per` is given. */
  readonly days: bigint | null;
}

export interface Workload {
  /** Of one request. */
  readonly request: Counts;
  /** Of all requests. */
  readonly counts: Counts;
  readonly requests: bigint;
  /** Sentences that say how the flags were read. */
  readonly assumptions: readonly string[];
}

const FLAGS: Readonly<Record<CountName, keyof WorkloadInput>> = {
  input: 'inputTokens',
  cachedInput: 'cachedTokens',
  cacheWrite: 'cacheWriteTokens',
  audioInput: 'audioInputTokens',
  imageInput: 'imageInputTokens',
  output: 'outputTokens',
  reasoning: 'reasoningTokens',
  audioOutput: 'audioOutputTokens',
  imageOutput: 'imageOutputTokens',
  searchUnit: 'searches',
  page: 'pages',
};
const DEFAULT_DAYS = 30n;

/** Whether any flag says how much is used. */
export function namesCounts(input: WorkloadInput): boolean {
  return Object.values(FLAGS).some((flag) => input[flag] !== null);
}

/** What the flags come to: tokens of a request times requests times the time. */
export function workloadOf(input: WorkloadInput): Workload {
  const request = mapCounts((name) => {
    const value = input[FLAGS[name]];
    return typeof value === 'bigint' ? value : 0n;
  });
  const { per } = input;
  const days = per === null ? (input.days ?? 1n) : (input.days ?? DEFAULT_DAYS);
  const requests = (input.requests ?? 1n) * days * (per === 'hour' ? 24n : 1n);
  const counts = timesCounts(request, requests);
  if (counts.input + counts.output + requests > LARGEST_COUNT) throw tooMany();
  if (Object.values(counts).every((count) => count === 0n)) throw nothing();
  const assumptions: string[] = [];
  if (per !== null || input.days !== null) {
    assumptions.push(
      `${input.requests ?? 1n} ${(input.requests ?? 1n) === 1n ? 'request' : 'requests'} ${per === 'hour' ? 'an hour' : 'a day'} for ${days} days.`,
    );
  }
  if (input.requests !== null && requests !== 1n) assumptions.push('Token counts are those of one request.');
  if (counts.reasoning > 0n) {
    assumptions.push(`${counts.reasoning} reasoning tokens are part of the output and not added to it.`);
  }
  return { request, counts, requests, assumptions };
}

function nothing(): AimiError {
  return new AimiError('usage', {
    message: 'Nothing to reckon: no tokens are given',
    hint: 'Add --input-tokens 1000 --output-tokens 500, or --usage FILE',
  });
}

export function tooMany(): AimiError {
  return new AimiError('invalid-value', {
    message: `More tokens or requests than can be counted exactly (${LARGEST_COUNT})`,
    hint: 'Look at --input-tokens, --requests and --days',
  });
}
