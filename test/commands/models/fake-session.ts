import { readFileSync } from 'node:fs';
import type { ModelsSession } from '../../../src/commands/models/source.js';
import type { ControlPlane } from '../../../src/core/control-plane.js';
import type { ModelOffer } from '../../../src/core/model.js';

/** A session on a fixed day that answers both live lists with `offers`, and notes what is read and said. */
export function fakeSession(options: { day?: string; offers?: readonly ModelOffer[] } = {}) {
  const said: string[] = [];
  const read: string[] = [];
  const requests: string[] = [];
  const azure: Pick<ControlPlane, 'listRegionModels' | 'listAccountModels'> = {
    listRegionModels: async (subscriptionId, location) => {
      requests.push(`region ${subscriptionId} ${location}`);
      return options.offers ?? [];
    },
    listAccountModels: async ({ account }) => {
      requests.push(`account ${account}`);
      return options.offers ?? [];
    },
  };
  const session: ModelsSession = {
    azure: async () => azure,
    say: (line) => said.push(line),
    startProgress: async () => ({ update: () => {}, stop: () => {} }),
    ctx: {
      clock: { now: () => new Date(`${options.day ?? '2026-08-22'}T12:00:00Z`) },
      interrupt: new AbortController().signal,
      readData: (name) => {
        read.push(name);
        return JSON.parse(readFileSync(new URL(`../../../src/data/${name}.json`, import.meta.url), 'utf8'));
      },
    },
  };
  return { session, said, read, requests };
}
