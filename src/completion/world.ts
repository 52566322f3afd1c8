import { findDirectories, pathRules } from '../config/directories.js';
import { parseJson } from './json.js';
import {
  type KnownAccount,
  type KnownDeployment,
  NAME_FILES,
  readAccounts,
  readDeployments,
  readSubscriptions,
} from './known-names.js';
import type { CompletionMachine } from './machine.js';
import { type ConfigKeys, keysBelow, readConfigKeys } from './read-keys.js';
import { readSandboxNames } from './sandbox-names.js';
import { findWhere, type Where } from './where.js';

export interface PlacedDeployment extends KnownDeployment {
  readonly account: string;
}

/** What is known here of subscriptions, accounts and deployments: the sandbox's, or what Azure said before. */
export interface World {
  readonly where: Where;
  profiles(): readonly string[];
  subscriptions(): readonly { readonly id: string; readonly name: string }[];
  accounts(): readonly KnownAccount[];
  deployments(): readonly PlacedDeployment[];
}

export function openWorld(machine: CompletionMachine): World {
  const paths = pathRules(machine.platform);
  const { configDirectory, cacheDirectory } = findDirectories(machine);
  const inCache = (parts: readonly string[]): string => paths.join(cacheDirectory, ...parts);
  const userFile = readConfigKeys(machine.readText(paths.join(configDirectory, 'config.yaml')) ?? '');
  const where = findWhere(machine.words, machine.env, projectKeys(machine), userFile);
  const profiles = (): readonly string[] => keysBelow(userFile, 'profiles');
  if (where.isSandbox) {
    const state = parseJson(machine.readText(inCache(['sandbox', 'state.json'])));
    return { ...sandboxWorld(where, readSandboxNames(state ?? seedOf(machine))), profiles };
  }
  const read = (parts: readonly string[]): string | null => machine.readText(inCache(parts));
  const subscriptions = () => readSubscriptions(read(NAME_FILES.subscriptions));
  const entries = (): readonly string[] => {
    const all = machine.list(inCache(NAME_FILES.folder)).filter(NAME_FILES.isSubscription);
    const wanted = where.subscription?.toLowerCase();
    if (wanted === undefined) return all;
    const byName = subscriptions().find(({ name }) => name.toLowerCase() === wanted);
    return all.filter((entry) => entry === NAME_FILES.subscriptionEntry(byName?.id ?? wanted));
  };
  return {
    where,
    profiles,
    subscriptions,
    accounts: () =>
      entries()
        .flatMap((entry) => readAccounts(read(NAME_FILES.accounts(entry))))
        .filter(({ resourceGroup }) => fits(where.resourceGroup, resourceGroup)),
    deployments: () =>
      entries().flatMap((entry) =>
        machine
          .list(inCache([...NAME_FILES.folder, entry]))
          .filter(NAME_FILES.isAccount)
          .map((file) => readDeployments(read(NAME_FILES.inSubscription(entry, file))))
          .filter(({ account }) => fits(where.account, account))
          .filter(({ resourceGroup }) => fits(where.resourceGroup, resourceGroup))
          .flatMap(({ account, deployments }) => deployments.map((each) => ({ ...each, account }))),
      ),
  };
}

function sandboxWorld(where: Where, names: ReturnType<typeof readSandboxNames>) {
  const ids = [...new Set(names.accounts.map(({ subscriptionId }) => subscriptionId))];
  // Without another word it is the first account that a sandbox works on.
  const account = where.account ?? names.accounts[0]?.name ?? null;
  return {
    where,
    subscriptions: () => ids.map((id) => ({ id, name: 'aimi sandbox' })),
    accounts: () => names.accounts,
    deployments: () => names.deployments.filter((each) => fits(account, each.account)),
  };
}

function seedOf({ readData }: CompletionMachine): unknown {
  const words = readData('completion-words');
  return typeof words === 'object' && words !== null && 'sandbox' in words ? words.sandbox : undefined;
}

/** The nearest `.aimi.yaml`, up to the home directory or the root, as src/config/project-file.ts finds it. */
function projectKeys({ cwd, homeDirectory, platform, readText }: CompletionMachine): ConfigKeys {
  const paths = pathRules(platform);
  const home = paths.resolve(homeDirectory);
  for (let folder = paths.resolve(cwd); ; folder = paths.dirname(folder)) {
    const text = readText(paths.join(folder, '.aimi.yaml'));
    if (text !== null) return readConfigKeys(text);
    if (folder === home || folder === paths.dirname(folder)) return new Map();
  }
}

function fits(wanted: string | null, name: string): boolean {
  return wanted === null || wanted.toLowerCase() === name.toLowerCase();
}
