import { withScenario } from '../../../src/sandbox/scenarios.js';
import { startSandboxServer } from '../../../src/sandbox/server.js';
import type { SandboxState, ScenarioId } from '../../../src/sandbox/state.js';
import { updateState } from '../../../src/sandbox/state-file.js';
import { memoryFiles } from '../../helpers/memory-files.js';
import { dataWorld, NOW } from '../../sandbox/data-plane/data-world.js';
import { readData } from '../../sandbox/sandbox-world.js';

const STATE = '/cache/state.json';

/** A server over contoso-ai with its five deployments, on a day that does not move. */
export async function startedSandbox() {
  const { state } = dataWorld();
  const files = memoryFiles({ [STATE]: JSON.stringify(state) });
  const clock = { now: () => new Date(NOW), monotonicMs: () => 0, sleep: async () => {} };
  const server = await startSandboxServer({
    files,
    clock,
    readData,
    statePath: STATE,
    caFile: '/cache/ca.pem',
    port: 0,
    httpsPort: 0,
    log: () => {},
  });
  return {
    server,
    names: state.deployments.filter((one) => one.account.endsWith('/contoso-ai')).map((one) => one.name),
    /** Runs `work` in a changed sandbox and puts it back. */
    async changed<T>(change: Change, work: () => Promise<T>): Promise<T> {
      await set(
        (before) => change.state?.(scenario(before, change.scenario)) ?? scenario(before, change.scenario),
      );
      try {
        return await work();
      } finally {
        await set(() => state);
      }
    },
  };

  async function set(next: (before: SandboxState) => SandboxState): Promise<void> {
    await updateState(files, STATE, (before) => ({ state: next(before), result: null }));
  }
}

export interface Change {
  readonly scenario?: ScenarioId | undefined;
  readonly state?: ((state: SandboxState) => SandboxState) | undefined;
}

function scenario(state: SandboxState, id: ScenarioId | undefined): SandboxState {
  return id === undefined ? state : withScenario(state, id, { times: 0 });
}

export type StartedSandbox = Awaited<ReturnType<typeof startedSandbox>>;
