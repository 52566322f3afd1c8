import type { Files } from '../../../../context.js';
import { join } from '../walk.js';
import { at, type PackageEntry, textOf } from './entry.js';
import { wantedName, wantedPackages } from './wanted.js';

const MOST_BYTES = 64 * 1024;
const VIRTUAL_ENVIRONMENTS = ['.venv', 'venv', 'env'];

/** What stands in `node_modules` of a folder with a `package.json`. */
export async function readNodeModules(
  root: string,
  folder: string,
  files: Files,
): Promise<readonly PackageEntry[]> {
  const base = folder === '' ? 'node_modules' : `${folder}/node_modules`;
  if ((await files.list(join(root, base))) === null) return [];
  const entries: PackageEntry[] = [];
  for (const name of wantedPackages('npm')) {
    const file = `${base}/${name}/package.json`;
    const version = versionOf((await files.readTextBounded(join(root, file), MOST_BYTES))?.text);
    if (version !== null)
      entries.push({ ecosystem: 'npm', name, version, range: null, kind: 'installed', file, line: null });
  }
  return entries;
}

/** What stands in the virtual environment of a Python project, by its `*.dist-info` folders. */
export async function readSitePackages(
  root: string,
  folder: string,
  files: Files,
): Promise<readonly PackageEntry[]> {
  const entries: PackageEntry[] = [];
  for (const environment of VIRTUAL_ENVIRONMENTS) {
    const base = folder === '' ? environment : `${folder}/${environment}`;
    for (const place of await sitePackages(root, base, files)) {
      for (const { name } of (await files.list(join(root, place))) ?? []) {
        const match = /^([\w.]{1,100})-(\d[\w.!+]{0,60})\.dist-info$/.exec(name);
        const wanted = match === null ? null : wantedName('pypi', match[1] ?? '');
        if (match === null || wanted === null) continue;
        entries.push({
          ecosystem: 'pypi',
          name: wanted,
          version: match[2] ?? null,
          range: null,
          kind: 'installed',
          file: `${place}/${name}`,
          line: null,
        });
      }
    }
  }
  return entries;
}

async function sitePackages(root: string, base: string, files: Files): Promise<readonly string[]> {
  const unix = ((await files.list(join(root, `${base}/lib`))) ?? [])
    .filter(({ name }) => /^python3?\.?\d*$/.test(name))
    .map(({ name }) => `${base}/lib/${name}/site-packages`);
  return unix.length > 0 ? unix : [`${base}/Lib/site-packages`];
}

function versionOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    const data: unknown = JSON.parse(text);
    return textOf(at(data, 'version'));
  } catch {
    return null;
  }
}
