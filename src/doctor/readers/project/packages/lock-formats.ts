import type { Ecosystem } from '../../../../core/sdk/types.js';

/** How a lock file names a package and its version; read around a name, never as a whole. */
export interface LockFormat {
  readonly ecosystem: Ecosystem;
  /** What to look for, by the package's name. */
  readonly needles: (name: string) => readonly string[];
  /** The version in the text that begins with the needle; `before` is the text right in front of it. */
  readonly version: (window: string, name: string, before: string) => string | null;
}

const NPM: LockFormat = {
  ecosystem: 'npm',
  needles: (name) => [`"node_modules/${name}"`, `"${name}": {`, `/node_modules/${name}"`],
  version: (window, _name, before) => {
    if (window.startsWith('"') && !/[\n{,]\s{0,40}$/.test(before)) return null;
    return (
      /^"?[^"]{1,200}":\s{0,8}\{[^{}]{0,2000}?"version":\s{0,8}"([^"]{1,100})"/.exec(window)?.[1] ?? null
    );
  },
};

const PNPM: LockFormat = {
  ecosystem: 'npm',
  needles: (name) => [`${name}:\n`, `${name}':\n`, `${name}@`, `/${name}/`],
  version: (window, name, before) => {
    const rest = window.slice(window.indexOf(name) + name.length);
    if (!/\n {2,8}["']?\/?$/.test(before)) return null;
    const importer = /^'?:\n {4,12}specifier: [^\n]{1,200}\n {4,12}version: ['"]?(\d[^\s('"]{0,100})/.exec(
      rest,
    );
    return importer?.[1] ?? /^[@/](\d[^\s:('"/_]{0,100})['"]?(?:\(|:|_|$)/.exec(rest)?.[1] ?? null;
  },
};

const YARN: LockFormat = {
  ecosystem: 'npm',
  needles: (name) => [`${name}@`],
  version: (window, _name, before) => {
    if (!/(?:^|[\n"])$/.test(before)) return null;
    return /^[^\n]{1,2000}:\r?\n {2}version:? "?(\d[^\s"]{0,100})/.exec(window)?.[1] ?? null;
  },
};

const BUN: LockFormat = {
  ecosystem: 'npm',
  needles: (name) => [`"${name}": ["`],
  version: (window) =>
    /^"[^"]{1,200}": \["(?:@[^@"]{1,200}|[^@"]{1,200})@(\d[^"]{0,100})"/.exec(window)?.[1] ?? null,
};

const PYTHON_TOML: LockFormat = {
  ecosystem: 'pypi',
  needles: (name) => [`name = "${name}"`, `name = "${name.replaceAll('-', '_')}"`],
  version: (window, _name, before) =>
    /\[\[package\]\]\r?\n$/.test(before)
      ? (/^[^\n]{1,200}\nversion = "([^"]{1,100})"/.exec(window)?.[1] ?? null)
      : null,
};

const PIPFILE: LockFormat = {
  ecosystem: 'pypi',
  needles: (name) => [`"${name}": {`],
  version: (window) => /"version":\s{0,8}"={2,3}([^"]{1,100})"/.exec(untilBrace(window))?.[1] ?? null,
};

const NUGET: LockFormat = {
  ecosystem: 'nuget',
  needles: (name) => [`"${name}": {`],
  version: (window) => /"resolved":\s{0,8}"([^"]{1,100})"/.exec(untilBrace(window))?.[1] ?? null,
};

const NUGET_ASSETS: LockFormat = {
  ecosystem: 'nuget',
  needles: (name) => [`"${name}/`],
  version: (window) => /^"[^"/]{1,200}\/(\d[^"/]{0,100})": ?\{/.exec(window)?.[1] ?? null,
};

const GRADLE: LockFormat = {
  ecosystem: 'maven',
  needles: (name) => [`${name}:`],
  version: (window, name, before) =>
    /(?:^|\n)$/.test(before) ? (/^([^=\s]{1,100})=/.exec(window.slice(name.length + 1))?.[1] ?? null) : null,
};

const GO_SUM: LockFormat = {
  ecosystem: 'go',
  needles: (name) => [`${name} v`],
  version: (window, name, before) =>
    /(?:^|\n)$/.test(before)
      ? (/^v([^\s/]{1,100}) h1:/.exec(window.slice(name.length + 1))?.[1] ?? null)
      : null,
};

const FORMATS: Readonly<Record<string, LockFormat>> = {
  'package-lock.json': NPM,
  'npm-shrinkwrap.json': NPM,
  'pnpm-lock.yaml': PNPM,
  'yarn.lock': YARN,
  'bun.lock': BUN,
  'poetry.lock': PYTHON_TOML,
  'uv.lock': PYTHON_TOML,
  'pdm.lock': PYTHON_TOML,
  'Pipfile.lock': PIPFILE,
  'packages.lock.json': NUGET,
  'project.assets.json': NUGET_ASSETS,
  'gradle.lockfile': GRADLE,
  'go.sum': GO_SUM,
};

const KNOWN = new Map(Object.entries(FORMATS));

export function lockFormat(fileName: string): LockFormat | null {
  return KNOWN.get(fileName) ?? null;
}

function untilBrace(window: string): string {
  const end = window.indexOf('}');
  return end === -1 ? window : window.slice(0, end);
}
