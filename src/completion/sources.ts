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
  region({ machine, world }) {
    const entries = ofTheModel(machine, world);
    const regions =
      entries === null ? catalogOf(machine).regions : uniteRegions(entries.map(payAsYouGoRegions));
    return regions.map((region) => [region]);
  },
  scenario: ({ machine }) => wordsOf(machine, 'scenarios'),
  sku({ machine, world }) {
    const entries = ofTheModel(machine, world) ?? openEntries(machine);
    return entries.flatMap((entry) =>
      deployableSkus(entry, machine.today).map(({ name }) => [name] as const),
    );
  },
  subscription: ({ world }) => world.subscriptions().map(({ id, name }) => [id, name]),
  term: ({ machine }) => wordsOf(machine, 'terms'),
  version: ({ machine, world }) =>
    (ofTheModel(machine, world) ?? []).map(({ version, isDefault, retires }) => {
      const facts = [...(isDefault ? ['default'] : []), ...(retires === null ? [] : [`retires ${retires}`])];
      return [version, facts.join(', ')];
    }),
};

const catalogOf = ({ readData }: CompletionMachine) => readCatalog(readData('catalog'));

/** What can be deployed today, one row for each version, by name. */
function openEntries(machine: CompletionMachine): readonly CatalogEntry[] {
  return catalogOf(machine)
    .entries.filter((entry) => availabilityOf(entry, machine.today) === 'open')
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** The versions of the model that the line is about: named by --model or an argument, or by its deployment. */
function ofTheModel(machine: CompletionMachine, world: World): readonly CatalogEntry[] | null {
  const { words } = machine;
  const entries = catalogOf(machine).entries.filter((entry) => payAsYouGoSkus(entry).length > 0);
  const named = flagOf(words, ['--model']);
  const about = named === null ? words : [named];
  const byName = (name: string): readonly CatalogEntry[] =>
    entries.filter((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const found = about.map(byName).find((list) => list.length > 0);
  if (found !== undefined) return found;
  const deployment = world.deployments().find(({ name }) => words.includes(name));
  const deployed = deployment === undefined ? [] : byName(deployment.model);
  return deployed.length === 0 ? null : deployed;
}

function wordsOf({ readData }: CompletionMachine, key: string): readonly Candidate[] {
  const words = readData('completion-words');
  const list = isRecord(words) ? words[key] : undefined;
  return Array.isArray(list) ? list.filter(isCandidate) : [];
}

function isCandidate(value: unknown): value is Candidate {
  return Array.isArray(value) && value.every((part) => typeof part === 'string') && value.length > 0;
}
