import { joinPath } from '../../core/join-path.js';
import { AimiError } from '../../errors.js';
import { type SandboxAddresses, sandboxStartView } from '../../render/sandbox/start-view.js';
import { modelAddresses } from '../../sandbox/data-plane/addresses.js';
import { SANDBOX_DEFAULTS, sandboxStatePath } from '../../sandbox/names.js';
import { startSandboxServer } from '../../sandbox/server.js';
import { loadState } from '../../sandbox/state-file.js';
import type { Outcome, Presentation, Session } from '../../session.js';

export interface SandboxStartInput {
  /** 0 takes a free port. */
  readonly port: number;
  readonly httpsPort: number;
}

export const sandboxStartPresentation: Presentation<SandboxAddresses> = { table: sandboxStartView };

/**
 * Serves until Ctrl-C. `onReady` is called once with the addresses while it serves, so that they can be
 * printed before the wait; the outcome holds the same.
 */
export async function runSandboxStart(
  session: Session,
  input: SandboxStartInput,
  onReady: (addresses: SandboxAddresses) => void | Promise<void>,
): Promise<Outcome<SandboxAddresses>> {
  requirePort('--port', input.port);
  requirePort('--https-port', input.httpsPort);
  const { ctx, settings } = session;
  const statePath = sandboxStatePath(settings.cacheDirectory);
  const server = await startSandboxServer({
    files: ctx.files,
    clock: ctx.clock,
    readData: ctx.readData,
    statePath,
    caFile: joinPath(settings.cacheDirectory, 'sandbox', 'ca.pem'),
    port: input.port,
    httpsPort: input.httpsPort,
    log: (line) => session.say(line),
  });
  const { subscription, resourceGroup, account } = SANDBOX_DEFAULTS;
  const data = {
    http: server.httpUrl,
    https: server.httpsUrl,
    caFile: server.caFile,
    statePath,
    subscription,
    resourceGroup,
    account,
    models: modelAddresses(await loadState(ctx.files, statePath), server.httpUrl),
  };
  try {
    await onReady(data);
    await untilAborted(ctx.interrupt);
  } finally {
    await server.close();
  }
  session.say('The sandbox has stopped; its state is kept.');
  return { data };
}

function requirePort(flag: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return;
  throw new AimiError('invalid-value', { message: `${flag} takes a port from 0 to 65535, not '${value}'` });
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
