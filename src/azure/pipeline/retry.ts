import {
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { Clock } from '../../context.js';
import { readRetryAfterMs } from '../retry-after.js';

/** Waits before attempts 2 to 4. A dead address is given up after 1.4 s instead of the SDK's 6.4 s. */
const CONNECTION_WAITS_MS = [200, 400, 800];
const ANSWER_WAITS_MS = [800, 1600, 3200];
/** Longer requests to wait are handed to the person instead. */
const LONGEST_WAIT_MS = 60_000;

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'EPIPE',
]);

export interface Retry {
  readonly policy: PipelinePolicy;
  /** Whether an attempt of this request may have reached the service without its answer coming back. */
  lostAnswer(request: PipelineRequest): boolean;
}

/**
 * The SDK's rules (429 and 503 by Retry-After, 408 and 5xx but 501 and 505, broken connections; three
 * retries) on our clock. Takes the place of `defaultRetryPolicy`. 409 is left to the caller.
 */
export function createRetry(clock: Clock, note?: ((line: string) => void) | undefined): Retry {
  const lost = new WeakSet<PipelineRequest>();
  return {
    lostAnswer: (request) => lost.has(request),
    policy: {
      name: 'aimiRetry',
      async sendRequest(request, next) {
        for (let attempt = 0; ; attempt += 1) {
          const outcome = await tryOnce(next(request));
          if (outcome.kind === 'broken' && outcome.code === 'ECONNRESET') lost.add(request);
          const waitMs = chooseWait(outcome, attempt, clock.now());
          if (waitMs === null) {
            if (outcome.kind === 'answer') return outcome.response;
            throw outcome.error;
          }
          note?.(`${describe(outcome)}: attempt ${attempt + 2} of 4 in ${waitMs / 1000} s`);
          await clock.sleep(
            waitMs,
            request.abortSignal instanceof AbortSignal ? request.abortSignal : undefined,
          );
        }
      },
    },
  };
}

type Attempt =
  | { readonly kind: 'answer'; readonly response: PipelineResponse }
  | { readonly kind: 'broken'; readonly code: string; readonly error: unknown }
  | { readonly kind: 'other'; readonly error: unknown };

async function tryOnce(sending: Promise<PipelineResponse>): Promise<Attempt> {
  try {
    return { kind: 'answer', response: await sending };
  } catch (error) {
    if (isRestError(error) && error.response === undefined && CONNECTION_CODES.has(error.code ?? ''))
      return { kind: 'broken', code: error.code ?? '', error };
    return { kind: 'other', error };
  }
}

function chooseWait(outcome: Attempt, attempt: number, now: Date): number | null {
  if (outcome.kind === 'broken') return CONNECTION_WAITS_MS[attempt] ?? null;
  if (outcome.kind === 'other') return null;
  const { status, headers } = outcome.response;
  const isTransient = status === 429 || status === 408 || (status >= 500 && status !== 501 && status !== 505);
  const usual = ANSWER_WAITS_MS[attempt];
  if (!isTransient || usual === undefined) return null;
  const asked = readRetryAfterMs((name) => headers.get(name), now);
  if (asked === null) return usual;
  return asked <= LONGEST_WAIT_MS ? asked : null;
}

function describe(outcome: Attempt): string {
  if (outcome.kind === 'answer') return `Azure answers ${outcome.response.status}`;
  return outcome.kind === 'broken' ? `No connection (${outcome.code})` : 'No answer';
}
