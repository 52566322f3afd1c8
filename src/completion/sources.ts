import { availabilityOf } from '../core/catalog/availability.js';
import { deployableSkus, payAsYouGoSkus } from '../core/catalog/pay-as-you-go.js';
import { readCatalog } from '../core/catalog/read.js';
import { payAsYouGoRegions, uniteRegions } from '../core/catalog/regions.js';
import type { CatalogEntry } from '../core/catalog/types.js';
import type { Candidate } from './candidate.js';
import type { DynamicKind } from './dynamic-kinds.js';
import { isRecord } from './json.js';
import type { CompletionMachine } from './machine.js';
import { flagOf } from './where.js';
import type { World } from './world.js';

interface Asked {
  readonly machine: CompletionMachine;
  readonly world: World;
}

/** Where the values of each kind come from: caches and files that come with aimi, never the network. */
export const SOURCES: Readonly<Record<DynamicKind, (asked: Asked) => readonly Candidate[]>> = {
  account: ({ world }) =>
    world.accounts().map(({ name, location, resourceGroup }) => [name, `${location}, ${resourceGroup}`]),
  deployment: ({ world }) =>
    world.deployments().map(({ name, model, version, sku, account }) => {
      return [name, `${model} ${version}, ${sku}, in ${account}`];
    }),
  group: ({ world }) => world.accounts().map(({ resourceGroup }) => [resourceGroup]),
  model: ({ machine }) => openEntries(machine).map(({ name, publisher }) => [name, publisher]),
  profile: ({ world }) => world.profiles().map((name) => [name]),
  publisher: ({ machine }) =>
    openEntries(machine)
      .map(({ publisher }): Candidate => [publisher])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  region({ machine }) {
    const { regions, entries } = readCatalog(machine.readData('catalog'));
    const named = ofNamedModel(entries, machine.words);
    const offered = named.length === 0 ? regions : uniteRegions(named.map(payAsYouGoRegions));
    return offered.map((region) => [region]);
  },
  scenario: ({ machine }) => wordsOf(machine, 'scenarios'),
  sku({ machine }) {
    const { entries } = readCatalog(machine.readData('catalog'));
    const named = ofNamedModel(entries, machine.words);
    return (named.length === 0 ? entries : named).flatMap((entry) =>
      deployableSkus(entry, machine.today).map(({ name }) => [name] as const),
    );
  },
  subscription: ({ world }) => world.subscriptions().map(({ id, name }) => [id, name]),
  term: ({ machine }) => wordsOf(machine, 'terms'),
  version({ machine, world }) {
    const { entries } = readCatalog(machine.readData('catalog'));
    const named = ofNamedModel(entries, machine.words);
    const versions = named.length === 0 ? ofDeployment(entries, machine.words, world) : named;
    return versions.map(({ version, isDefault, retires }) => {
      const facts = [...(isDefault ? ['default'] : []), ...(retires === null ? [] : [`retires ${retires}`])];
      return [version, facts.join(', ')];
    });
  },
};

/** What can be deployed today, one row for each version, by name. */
function openEntries(machine: CompletionMachine): readonly CatalogEntry[] {
  return readCatalog(machine.readData('catalog'))
    .entries.filter((entry) => availabilityOf(entry, machine.today) === 'open')
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** The versions of the model that the line names, by --model or as an argument. */
function ofNamedModel(entries: readonly CatalogEntry[], words: readonly string[]): readonly CatalogEntry[] {
  const flag = flagOf(words, ['--model']);
  const names = new Set((flag === null ? words : [flag]).map((word) => word.toLowerCase()));
  return entries.filter((entry) => names.has(entry.name.toLowerCase()) && payAsYouGoSkus(entry).length > 0);
}

/** Those of the model behind a deployment that the line names: `deployments update NAME --model-version`. */
function ofDeployment(
  entries: readonly CatalogEntry[],
  words: readonly string[],
  world: World,
): readonly CatalogEntry[] {
  const found = world.deployments().find(({ name }) => words.includes(name));
  return found === undefined ? [] : ofNamedModel(entries, [found.model]);
}

function wordsOf({ readData }: CompletionMachine, key: string): readonly Candidate[] {
  const words = readData('completion-words');
  const list = isRecord(words) ? words[key] : undefined;
  return Array.isArray(list) ? list.filter(isCandidate) : [];
}

function isCandidate(value: unknown): value is Candidate {
  return Array.isArray(value) && value.every((part) => typeof part === 'string') && value.length > 0;
}
