import type { Files } from '../../../context.js';
import type { ProjectBudget } from './budget.js';
import { type IgnoreRules, readIgnoreRules } from './ignore.js';

export interface ProjectFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly name: string;
  /** Named by `.gitignore`: of interest only when it is a settings file, which is ignored on purpose. */
  readonly isIgnored: boolean;
}

export interface Walk {
  readonly files: readonly ProjectFile[];
  readonly entriesSeen: number;
  readonly isCut: boolean;
}

/** Folders of tools, dependencies, results and test data. */
const SKIPPED = new Set(
  (
    'node_modules bower_components jspm_packages .git .hg .svn dist build out target bin obj venv .venv env .env.d ' +
    '__pycache__ .tox .nox .mypy_cache .pytest_cache .ruff_cache site-packages .next .nuxt .output .svelte-kit ' +
    '.turbo .cache .parcel-cache .gradle .idea .vs .vscode-test vendor coverage .terraform .serverless .aws-sam ' +
    'Pods .dart_tool fixtures __fixtures__ __snapshots__ testdata recordings cassettes .yarn .pnpm-store .eggs'
  ).split(' '),
);

/** The files of a project, nearest folders first. Links are never followed, so a cycle cannot be walked. */
export async function walkProject(root: string, files: Files, budget: ProjectBudget): Promise<Walk> {
  const found: ProjectFile[] = [];
  const rules = await readIgnoreRules(root, files);
  let level: readonly string[] = [''];
  let entriesSeen = 0;
  for (let depth = 0; depth < budget.depth && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      for (const entry of (await files.list(join(root, folder))) ?? []) {
        entriesSeen += 1;
        if (entriesSeen > budget.entries) return { files: found, entriesSeen: budget.entries, isCut: true };
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        const isDirectory = entry.kind === 'directory';
        const isIgnored = isIgnoredBy(rules, path, entry.name, isDirectory);
        if (entry.kind === 'file') found.push({ path, name: entry.name, isIgnored });
        else if (isDirectory && !SKIPPED.has(entry.name) && !isIgnored) next.push(path);
      }
    }
    level = next;
  }
  return { files: found, entriesSeen, isCut: level.length > 0 };
}

export function join(root: string, path: string): string {
  if (path === '') return root;
  return root.endsWith('/') || root.endsWith('\\') ? `${root}${path}` : `${root}/${path}`;
}

function isIgnoredBy(rules: IgnoreRules, path: string, name: string, isDirectory: boolean): boolean {
  return (
    rules.names.has(name) ||
    rules.paths.has(path) ||
    (isDirectory && rules.folders.has(name)) ||
    rules.endings.some((ending) => name.endsWith(ending))
  );
}
