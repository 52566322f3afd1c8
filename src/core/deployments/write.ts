import { AimiError, isAimiError } from '../../errors.js';
import type { Operation } from '../control-plane.js';
import type { Pace } from './wait.js';

export interface WriteOptions {
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** Called before each pause with the reason and the pause. */
  readonly onRetry?: (error: AimiError, pauseMs: number) => void;
}

/**
 * One write at a time per account is the service's rule: a second one is answered 409 RequestConflict, also
 * for a while after the first has ended, and the SDK does not retry 409. An account that is being changed
 * itself answers AccountProvisioningStateInvalid. Source: azurerm provider's lock per account; Azure/azure-dev
 * issue 9398; terraform-azurerm-avm-res-cognitiveservices-account PR 126.
 */
const WORTH_RETRYING: ReadonlySet<string> = new Set(['conflict', 'account-not-ready']);
const PAUSES_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000];

/** Begins a write, again after a pause while the account is busy (two minutes in all). */
export async function beginWrite(begin: () => Promise<Operation>, options: WriteOptions): Promise<Operation> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await begin();
    } catch (error) {
      if (!isAimiError(error) || !WORTH_RETRYING.has(error.code)) throw error;
      options.onRetry?.(error, pauseMs);
      await pause(pauseMs, options);
    }
  }
  return begin();
}

async function pause(ms: number, options: WriteOptions): Promise<void> {
  try {
    await options.pace.sleep(ms, options.signal);
  } catch (cause) {
    if (!options.signal.aborted) throw cause;
    throw new AimiError('interrupted', { message: 'Stopped before anything was changed.', cause });
  }
}
