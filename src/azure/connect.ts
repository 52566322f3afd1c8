import type { ControlPlane } from '../core/control-plane.js';
import type { WireTransport } from '../core/wire.js';
import { type ArmClientOptions, createArmClient } from './client.js';
import { createControlPlane } from './control-plane.js';
import { httpClientOf } from './transport.js';

export interface ConnectOptions extends Omit<ArmClientOptions, 'httpClient'> {
  readonly transport?: WireTransport | undefined;
  readonly interrupt: AbortSignal;
}

/** Loading this file loads the SDK: reach it with `import()`. */
export function connect(options: ConnectOptions): ControlPlane {
  const { transport, interrupt, clock } = options;
  const arm = createArmClient({
    ...options,
    httpClient: transport === undefined ? undefined : httpClientOf(transport),
  });
  return createControlPlane({ arm, interrupt, now: () => clock.now() });
}
