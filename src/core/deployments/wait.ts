import { AimiError } from '../../errors.js';
import type { Operation, OperationStatus } from '../control-plane.js';

/** Time as it is needed here; the Context's clock fits. */
export interface Pace {
  monotonicMs(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface WaitOptions {
  readonly pace: Pace;
  readonly timeLimitMs: number;
  readonly signal: AbortSignal;
  /** Called after every poll with the service's own word for the state. */
  readonly onPoll?: (detail: string, elapsedMs: number) => void;
}

const FIRST_DELAY_MS = 250;
const DELAY_FACTOR = 1.5;
const LONGEST_DELAY_MS = 5_000;

/**
 * Waits until the service is done. Polls early and often at first (0.25, 0.6, 1.2 s ...: an operation that
 * takes a second is noticed within 1.2 s) and then every 5 s; a Retry-After is obeyed. Throws the
 * operation's own error, `still-running` (exit 8) past the limit, `interrupted` when the signal is aborted.
 */
export async function waitForOperation(operation: Operation, options: WaitOptions): Promise<void> {
  const started = options.pace.monotonicMs();
  let status: OperationStatus = operation.status;
  let delayMs = FIRST_DELAY_MS;
  while (status.state === 'running') {
    const elapsed = options.pace.monotonicMs() - started;
    const left = options.timeLimitMs - elapsed;
    options.onPoll?.(status.detail, elapsed);
    if (left <= 0) {
      throw new AimiError('still-running', {
        message: `It is still ${status.detail || 'running'} after ${Math.round(elapsed / 1000)} s, the time limit of this command.`,
        details: { state: status.detail, elapsedMs: Math.round(elapsed) },
      });
    }
    await sleepOrStop(Math.min(status.retryAfterMs ?? delayMs, left), options);
    delayMs = Math.min(LONGEST_DELAY_MS, delayMs * DELAY_FACTOR);
    status = await operation.poll(options.signal);
  }
  if (status.state === 'failed') throw status.error;
}

async function sleepOrStop(ms: number, options: WaitOptions): Promise<void> {
  try {
    await options.pace.sleep(ms, options.signal);
  } catch (cause) {
    if (!options.signal.aborted) throw cause;
    throw new AimiError('interrupted', { message: 'Stopped waiting.', cause });
  }
}
