import type { Files } from '../../../context.js';
import type { Facts, Language } from '../../facts.js';
import { mergeFacts } from '../../merge-facts.js';
import type { ProjectBudget } from './budget.js';
import { readPackages } from './packages/read-packages.js';
import { strongestPackages } from './packages/strongest.js';
import { readSources } from './read-sources.js';
import { resolveVariables } from './resolve-variables.js';
import { readSettings } from './settings/read-settings.js';
import { type ProjectFile, walkProject } from './walk.js';

const LANGUAGES: Readonly<Record<string, Language>> = {
  pypi: 'python',
  npm: 'js',
  nuget: 'dotnet',
  maven: 'java',
  go: 'go',
};

/**
 * What the project in `root` says: packages with versions, settings files, clients in source. Paths in the
 * facts are relative to `root`. Never throws; what the budget or a broken file kept back stands in `gaps`.
 */
export async function readProject(
  root: string,
  files: Files,
  budget: ProjectBudget,
): Promise<Partial<Facts>> {
  const walk = await walkProject(root, files, budget);
  if (walk.files.length === 0) return { gaps: [{ source: 'project', reason: `${root} has no files` }] };
  const packages = await readPackages(root, walk.files, files, budget);
  const settings = await readSettings(root, walk.files, files, budget);
  const sources = await readSources(root, walk.files, files, budget);
  const gaps = [...packages.gaps, ...budgetGaps(walk, sources.filesOpened, sources.filesLeft, budget)];
  const facts = mergeFacts(...settings, ...sources.facts, {
    packages: strongestPackages(packages.entries),
    gaps,
  });
  return { ...facts, ...resolveVariables(facts), language: languageOf(facts, walk.files) };
}

function budgetGaps(
  walk: { readonly isCut: boolean },
  opened: number,
  left: number,
  budget: ProjectBudget,
): Facts['gaps'] {
  const gaps: Facts['gaps'][number][] = [];
  if (walk.isCut)
    gaps.push({
      source: 'project',
      reason: `it has more than ${budget.entries} files and folders, or folders deeper than ${budget.depth}; the rest was not looked at`,
    });
  if (left > 0)
    gaps.push({ source: 'project', reason: `${opened} source files were read, ${left} more were not` });
  return gaps;
}

/** Of the packages, when they agree; otherwise of the files that build clients; otherwise unknown. */
function languageOf(facts: Facts, found: readonly ProjectFile[]): Language | null {
  const ecosystems = new Set(facts.packages.map(({ value }) => value.ecosystem));
  const [only] = ecosystems;
  if (ecosystems.size === 1 && only !== undefined) return LANGUAGES[only] ?? null;
  const endings: readonly (readonly [RegExp, Language])[] = [
    [/\.py$/, 'python'],
    [/\.[cm]?[jt]sx?$/, 'js'],
    [/\.cs$/, 'dotnet'],
    [/\.(?:java|kt)$/, 'java'],
    [/\.go$/, 'go'],
  ];
  const built = facts.clients.flatMap(({ where }) => where.file ?? []);
  const names = built.length > 0 ? built : found.map((file) => file.name);
  const languages = endings
    .filter(([ending]) => names.some((name) => ending.test(name)))
    .map(([, language]) => language);
  return languages.length === 1 ? (languages[0] ?? null) : null;
}
