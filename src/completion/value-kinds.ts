import { API_VERSIONS } from '../core/api-versions/versions.js';
import { TASKS } from '../core/catalog/task.js';
import type { DynamicKind } from './dynamic-kinds.js';

/** What the shell itself completes. */
type ShellKind = 'file' | 'directory';

/** Where the values of a flag or an argument come from; a list is closed and stands in the scripts. */
export type ValueKind = DynamicKind | ShellKind | readonly string[];

/** By the word in the brackets, of flags and of arguments alike: `--usage <file>`, `deploy [model]`. */
export const KINDS_BY_PLACEHOLDER: Readonly<Record<string, ValueKind>> = {
  account: 'account',
  deployment: 'deployment',
  directory: 'directory',
  file: 'file',
  folder: 'directory',
  model: 'model',
  models: 'model',
  path: 'file',
  profile: 'profile',
  region: 'region',
  sku: 'sku',
};

/** By the flag, whatever stands in its brackets. */
export const KINDS_BY_FLAG: Readonly<Record<string, ValueKind>> = {
  '--account': 'account',
  '--api-version': [...new Set(API_VERSIONS.map(({ version }) => version))],
  '--capability': TASKS.filter((task) => task !== 'other'),
  '--currency': ['USD'],
  '--deployment': 'deployment',
  '--model': 'model',
  '--model-version': 'version',
  '--profile': 'profile',
  '--publisher': 'publisher',
  '--resource-group': 'group',
  '--subscription': 'subscription',
};

/** Where neither says it: `COMMAND ARGUMENT` or `COMMAND FLAG`; null takes back what the tables above say. */
export const KINDS_BY_PLACE: Readonly<Record<string, ValueKind | null>> = {
  'cost estimate --by': ['model', 'deployment', 'day'],
  'deployments delete names': 'deployment',
  'deployments show name': 'deployment',
  'deployments update name': 'deployment',
  'deployments wait name': 'deployment',
  'doctor path': 'directory',
  'explain text': 'term',
  'models show name': 'model',
  'sandbox scenario clear id': 'scenario',
  'sandbox scenario set id': 'scenario',
};

/** Flags that may be given again although their description does not say so ("repeatable", "or repeated"). */
export const REPEATABLE_PLACES: ReadonlySet<string> = new Set(['cost budget create --alert']);
