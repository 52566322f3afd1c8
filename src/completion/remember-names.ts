import type { Files } from '../context.js';
import type { AccountRef, ControlPlane, Deployment } from '../core/control-plane.js';
import { isAimiError } from '../errors.js';
import {
  type KnownDeployment,
  NAME_FILES,
  readAccounts,
  readDeployments,
  readSubscriptions,
} from './known-names.js';

export interface NameStore {
  readonly files: Pick<Files, 'readText' | 'writeTextAtomically'>;
  /** Joins what is below the cache directory. */
  readonly pathOf: (parts: readonly string[]) => string;
}

/** For the owner alone: the names of resources are not for everybody on the machine. */
const MODE = 0o600;

/**
 * The same control plane, which also writes down the names it has seen, for completion on Tab. It asks for
 * nothing more, and a cache that cannot be written is no error.
 */
export function rememberNames(azure: ControlPlane, store: NameStore): ControlPlane {
  return {
    ...azure,
    async listSubscriptions(signal) {
      const found = await azure.listSubscriptions(signal);
      await write(store, NAME_FILES.subscriptions, (text) => {
        const now = found.map(({ id, name }) => ({ id, name }));
        const others = readSubscriptions(text).filter(({ id }) => now.every((each) => each.id !== id));
        return { subscriptions: [...now, ...others] };
      });
      return found;
    },
    async listAccounts(subscriptionId, resourceGroup, signal) {
      const found = await azure.listAccounts(subscriptionId, resourceGroup, signal);
      const path = NAME_FILES.accounts(NAME_FILES.subscriptionEntry(subscriptionId));
      await write(store, path, (text) => {
        const others = readAccounts(text).filter(
          (each) => resourceGroup !== undefined && !isSame(each.resourceGroup, resourceGroup),
        );
        const now = found.map(({ account, location, resourceGroup: group }) => {
          return { subscriptionId, resourceGroup: group, name: account, location };
        });
        return { accounts: [...others, ...now] };
      });
      return found;
    },
    async listDeployments(ref, signal) {
      const found = await azure.listDeployments(ref, signal);
      await writeDeployments(store, ref, () => found.map(known));
      return found;
    },
    async getDeployment(ref, name, signal) {
      try {
        const found = await azure.getDeployment(ref, name, signal);
        await writeDeployments(store, ref, (before) => [...without(before, name), known(found)]);
        return found;
      } catch (error) {
        if (isAimiError(error) && error.code === 'deployment-not-found')
          await writeDeployments(store, ref, (before) => without(before, name));
        throw error;
      }
    },
    async beginDelete(ref, name, signal) {
      const operation = await azure.beginDelete(ref, name, signal);
      await writeDeployments(store, ref, (before) => without(before, name));
      return operation;
    },
  };
}

function known({ name, model, sku }: Deployment): KnownDeployment {
  return { name, model: model.name, version: model.version, sku: sku.name };
}

function without(list: readonly KnownDeployment[], name: string): readonly KnownDeployment[] {
  return list.filter((each) => !isSame(each.name, name));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function writeDeployments(
  store: NameStore,
  { subscriptionId, resourceGroup, account }: AccountRef,
  change: (before: readonly KnownDeployment[]) => readonly KnownDeployment[],
): Promise<void> {
  const path = NAME_FILES.deployments({ subscriptionId, resourceGroup, name: account });
  return write(store, path, (text) => ({
    account,
    resourceGroup,
    deployments: [...change(readDeployments(text).deployments)].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }));
}

async function write(
  { files, pathOf }: NameStore,
  parts: readonly string[],
  change: (text: string | null) => object,
): Promise<void> {
  const path = pathOf(parts);
  try {
    const before = await files.readText(path);
    const after = `${JSON.stringify(change(before))}\n`;
    if (after !== before) await files.writeTextAtomically(path, after, MODE);
  } catch {
    // Completion knows less; the command has what it asked for.
  }
}
