import { AimiError } from '../errors.js';
import { EXIT } from '../exit-code.js';

type InterruptSignal = 'SIGINT' | 'SIGTERM';

/** The part of a process that is needed; `main` gives the real one. */
export interface SignalSource {
  on(name: InterruptSignal, listener: () => void): unknown;
  off(name: InterruptSignal, listener: () => void): unknown;
}

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the signals back to Node's default. */
  dispose(): void;
}

/**
 * Turns the first Ctrl-C (or SIGTERM) into an abort with `interrupted`, so that a command can say what goes
 * on in Azure. The second one calls `exitNow` at once, for a command that hangs.
 */
export function watchInterrupt(source: SignalSource, exitNow: (code: number) => void): Interrupt {
  const controller = new AbortController();
  const listen = (): void => {
    if (controller.signal.aborted) exitNow(EXIT.interrupted);
    else controller.abort(new AimiError('interrupted', { message: 'Interrupted' }));
  };
  source.on('SIGINT', listen);
  source.on('SIGTERM', listen);
  return {
    signal: controller.signal,
    dispose() {
      source.off('SIGINT', listen);
      source.off('SIGTERM', listen);
    },
  };
}
