import type { Files } from '../../../../context.js';
import type { Facts } from '../../../facts.js';
import type { ProjectBudget } from '../budget.js';
import { join, type ProjectFile } from '../walk.js';
import { readDotnetProject } from './dotnet.js';
import type { EntryOf, PackageEntry } from './entry.js';
import { readGoMod } from './go.js';
import { readNodeModules, readSitePackages } from './installed.js';
import { readGradle, readPom, readVersionCatalog } from './java.js';
import { lockFormat } from './lock-formats.js';
import { readPackageJson } from './npm.js';
import {
  includedRequirements,
  readCondaEnvironment,
  readPipfile,
  readPyproject,
  readRequirements,
  readSetup,
} from './python.js';
import { scanLock } from './scan-lock.js';

export interface PackagesRead {
  readonly entries: readonly PackageEntry[];
  readonly gaps: Facts['gaps'];
}

export type Parser = 'text' | 'json' | 'toml' | 'xml';

interface Manifest {
  readonly parser: Parser;
  readonly read: (data: unknown, text: string, entry: EntryOf) => readonly PackageEntry[];
}

const TEXT_MANIFESTS: readonly (readonly [name: RegExp, manifest: Manifest])[] = [
  [
    /^requirements[\w.-]{0,60}\.(?:txt|in)$|^constraints[\w.-]{0,60}\.txt$/i,
    { parser: 'text', read: (_data, text, entry) => readRequirements(text, entry) },
  ],
  [/^setup\.(?:py|cfg)$/, { parser: 'text', read: (_data, text, entry) => readSetup(text, entry) }],
  [
    /^environment[\w.-]{0,40}\.ya?ml$/,
    { parser: 'text', read: (_data, text, entry) => readCondaEnvironment(text, entry) },
  ],
  [/^pyproject\.toml$/, { parser: 'toml', read: readPyproject }],
  [/^Pipfile$/, { parser: 'toml', read: readPipfile }],
  [/^package\.json$/, { parser: 'json', read: readPackageJson }],
  [
    /\.(?:cs|fs|vb)proj$|^Directory\.(?:Packages|Build)\.props$|^packages\.config$/i,
    { parser: 'xml', read: readDotnetProject },
  ],
  [/^pom\.xml$/, { parser: 'xml', read: readPom }],
  [/^build\.gradle(?:\.kts)?$/, { parser: 'text', read: (_data, text, entry) => readGradle(text, entry) }],
  [/^libs\.versions\.toml$/, { parser: 'toml', read: readVersionCatalog }],
  [/^go\.mod$/, { parser: 'text', read: (_data, text, entry) => readGoMod(text, entry) }],
];
const MOST_MANIFESTS = 400;
const MOST_LOCK_FILES = 40;

/** Packages of all manifests, lock files and installations that the walk has found. */
export async function readPackages(
  root: string,
  found: readonly ProjectFile[],
  files: Files,
  budget: ProjectBudget,
): Promise<PackagesRead> {
  const entries: PackageEntry[] = [];
  const gaps: Facts['gaps'][number][] = [];
  const requirements = new Set<string>();
  const manifests = found.flatMap((file) => {
    const manifest = TEXT_MANIFESTS.find(([name]) => name.test(file.name))?.[1];
    return manifest === undefined ? [] : [{ file, manifest }];
  });
  for (const { file, manifest } of manifests.slice(0, MOST_MANIFESTS)) {
    const read = await readManifest(root, file.path, manifest, files, budget);
    entries.push(...read.entries);
    gaps.push(...read.gaps);
    for (const included of read.included) requirements.add(included);
  }
  const seen = new Set(manifests.map(({ file }) => file.path));
  for (const path of [...requirements].filter((included) => !seen.has(included)).slice(0, 20)) {
    const manifest: Manifest = {
      parser: 'text',
      read: (_data, text, entry) => readRequirements(text, entry),
    };
    entries.push(...(await readManifest(root, path, manifest, files, budget)).entries);
  }
  const locks = [...found.map((file) => file.path), ...assetsOf(found)].filter(
    (path) => lockFormat(nameOf(path)) !== null,
  );
  for (const path of locks.slice(0, MOST_LOCK_FILES)) {
    const read = await readLock(root, path, files, budget);
    entries.push(...read.entries);
    gaps.push(...read.gaps);
  }
  entries.push(...(await readInstalled(root, found, files)));
  return { entries, gaps };
}

async function readManifest(
  root: string,
  path: string,
  manifest: Manifest,
  files: Files,
  budget: ProjectBudget,
): Promise<PackagesRead & { readonly included: readonly string[] }> {
  const content = await files.readTextBounded(join(root, path), budget.fileBytes).catch(() => null);
  if (content === null || content.isBinary)
    return {
      entries: [],
      gaps: content === null ? [] : [{ source: path, reason: 'it is not text' }],
      included: [],
    };
  const text = content.text.replaceAll('\r\n', '\n');
  const entry: EntryOf = (fields) => ({ kind: 'manifest', ...fields, file: path });
  try {
    const entries = manifest.read(await parse(manifest.parser, text), text, entry);
    const gaps = content.isCut
      ? [{ source: path, reason: `only its first ${budget.fileBytes / 1024} KiB were read` }]
      : [];
    const folder = path.slice(0, path.length - nameOf(path).length);
    const included =
      manifest.parser === 'text' ? includedRequirements(text).flatMap((name) => inside(folder + name)) : [];
    return { entries, gaps, included };
  } catch {
    return {
      entries: [],
      gaps: [{ source: path, reason: `it is not valid ${manifest.parser.toUpperCase()}` }],
      included: [],
    };
  }
}

async function parse(parser: Parser, text: string): Promise<unknown> {
  if (parser === 'json') return JSON.parse(text);
  if (parser === 'toml') return (await import('./toml.js')).parseToml(text);
  return parser === 'xml' ? (await import('./xml.js')).parseXml(text) : null;
}

async function readLock(
  root: string,
  path: string,
  files: Files,
  budget: ProjectBudget,
): Promise<PackagesRead> {
  const format = lockFormat(nameOf(path));
  const scan =
    format === null
      ? null
      : await scanLock(join(root, path), format, files, budget.lockBytes).catch(() => null);
  if (format === null || scan === null) return { entries: [], gaps: [] };
  const entries = scan.found.map(
    ({ name, version }): PackageEntry => ({
      ecosystem: format.ecosystem,
      name,
      version,
      range: null,
      kind: 'lock-file',
      file: path,
      line: null,
    }),
  );
  const gaps = scan.isCut
    ? [{ source: path, reason: `only its first ${budget.lockBytes / 1024 / 1024} MiB were read` }]
    : [];
  return { entries, gaps };
}

async function readInstalled(
  root: string,
  found: readonly ProjectFile[],
  files: Files,
): Promise<readonly PackageEntry[]> {
  const entries: PackageEntry[] = [];
  const folders = (name: RegExp) =>
    [...new Set(found.filter((file) => name.test(file.name)).map((file) => folderOf(file.path)))].slice(
      0,
      20,
    );
  for (const folder of folders(/^package\.json$/))
    entries.push(...(await readNodeModules(root, folder, files)));
  const python = folders(
    /^(?:requirements[\w.-]{0,60}\.txt|pyproject\.toml|setup\.py|Pipfile|uv\.lock|poetry\.lock)$|\.py$/,
  );
  for (const folder of python) entries.push(...(await readSitePackages(root, folder, files)));
  return entries;
}

/** Restored packages stand in `obj/`, which the walk passes over. */
function assetsOf(found: readonly ProjectFile[]): readonly string[] {
  return found
    .filter((file) => /\.(?:cs|fs|vb)proj$/i.test(file.name))
    .map((file) => `${file.path.slice(0, -file.name.length)}obj/project.assets.json`);
}

/** A relative path without `..`, or nothing when it leads out of the project. */
function inside(path: string): readonly string[] {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return [];
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return path.startsWith('/') || path.includes('://') ? [] : [parts.join('/')];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
