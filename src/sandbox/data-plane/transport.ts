import { createSandboxCatalog } from '../catalog.js';
import type { SandboxTransportOptions } from '../in-process.js';
import { loadState, updateState } from '../state-file.js';
import type { Called } from './call.js';
import type { DataReply, DataRequest } from './exchange.js';
import { handleData } from './handle-data.js';

export interface DataPlane {
  send(request: DataRequest): Promise<DataReply>;
}

/** Answers from the state file, which is written only when a scenario has counted a hit or time has moved it. */
export function createDataPlane(options: SandboxTransportOptions): DataPlane {
  const { files, clock, statePath } = options;
  const catalog = createSandboxCatalog(options.readData);
  return {
    async send(request) {
      const state = await loadState(files, statePath);
      const called = handleData(state, request, clock.now(), catalog);
      if (called.state === state) return called.reply;
      return updateState(files, statePath, (latest) => {
        const again: Called = handleData(latest, request, clock.now(), catalog);
        return { state: again.state, result: again.reply };
      });
    },
  };
}
