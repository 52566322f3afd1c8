import type { Clock, Files } from '../context.js';
import type { WireOutcome, WireRequest, WireTransport } from '../core/wire.js';
import { createSandboxCatalog } from './catalog.js';
import { type Handled, handle } from './handle.js';
import { loadState, updateState } from './state-file.js';

export interface SandboxTransportOptions {
  readonly files: Files;
  readonly clock: Clock;
  readonly statePath: string;
  readonly readData: (name: string) => unknown;
}

/** The sandbox without a network: each request reads the state file, so that processes see each other. */
export function createSandboxTransport(options: SandboxTransportOptions): WireTransport {
  const { files, clock, statePath } = options;
  const catalog = createSandboxCatalog(options.readData);

  async function answer(request: WireRequest): Promise<Handled> {
    if (request.method === 'GET') {
      // Most reads change nothing and need no lock; one that does is asked again under the lock.
      const state = await loadState(files, statePath);
      const handled = handle(state, request, clock.now(), catalog);
      if (handled.state === state) return handled;
    }
    return updateState(files, statePath, (state) => {
      const handled = handle(state, request, clock.now(), catalog);
      return { state: handled.state, result: handled };
    });
  }

  return {
    async send(request: WireRequest, signal?: AbortSignal): Promise<WireOutcome> {
      signal?.throwIfAborted();
      const { outcome, delayMs } = await answer(request);
      await clock.sleep(delayMs, signal);
      return outcome;
    },
  };
}
