import { at, type EntryOf, lineOf, listOf, type PackageEntry, propertiesOf, textOf } from './entry.js';
import { parseRequirement } from './requirement.js';
import { wantedName } from './wanted.js';

/** `requirements*.txt` and `constraints.txt`; a pinned line says what gets installed. */
export function readRequirements(text: string, entry: EntryOf): readonly PackageEntry[] {
  return text.split('\n', 20_000).flatMap((line, index) => entriesOf(line, index + 1, entry, 'lock-file'));
}

/** Files named by `-r` and `-c` lines, as written. */
export function includedRequirements(text: string): readonly string[] {
  return text
    .split('\n', 20_000)
    .flatMap(
      (line) => /^\s{0,8}(?:-r|-c|--requirement|--constraint)[\s=]{1,4}(\S{1,300})/.exec(line)?.[1] ?? [],
    );
}

/** `setup.py` and `setup.cfg`: quoted or indented requirements, whatever list they are in. */
export function readSetup(text: string, entry: EntryOf): readonly PackageEntry[] {
  return text.split('\n', 20_000).flatMap((line, index) => {
    const quoted = [...line.slice(0, 2000).matchAll(/["']([^"']{2,200})["']/g)].map(
      (match) => match[1] ?? '',
    );
    const bare = /^\s{0,8}[\w.-]{1,100}\s{0,4}=\s/.test(line) ? [] : [line.replace(/,$/, '')];
    return (quoted.length > 0 ? quoted : bare).flatMap((part) =>
      entriesOf(part, index + 1, entry, 'manifest'),
    );
  });
}

/** Conda's `- openai=1.2.3` and pip's `- openai==1.2.3`. */
export function readCondaEnvironment(text: string, entry: EntryOf): readonly PackageEntry[] {
  return text.split('\n', 20_000).flatMap((line, index) => {
    const item = /^\s{0,20}-\s{1,4}["']?([^"'#]{2,200})/.exec(line)?.[1]?.trim();
    if (item === undefined) return [];
    const conda = /^([\w.-]{1,100})=(\d[\w.]{0,60})(?:=\S{0,100})?$/.exec(item.replace(/^[\w-]{1,60}::/, ''));
    return entriesOf(conda === null ? item : `${conda[1]}==${conda[2]}`, index + 1, entry, 'manifest');
  });
}

/** `pyproject.toml`: PEP 621, dependency groups, Poetry, PDM, uv and Hatch. */
export function readPyproject(data: unknown, text: string, entry: EntryOf): readonly PackageEntry[] {
  const groups = [
    at(data, 'project', 'dependencies'),
    ...Object.values(propertiesOf(at(data, 'project', 'optional-dependencies'))),
    ...Object.values(propertiesOf(at(data, 'dependency-groups'))),
    ...Object.values(propertiesOf(at(data, 'tool', 'pdm', 'dev-dependencies'))),
    at(data, 'tool', 'uv', 'dev-dependencies'),
    ...Object.values(propertiesOf(at(data, 'tool', 'hatch', 'envs'))).flatMap((env) => [
      at(env, 'dependencies'),
      at(env, 'extra-dependencies'),
    ]),
  ];
  const listed = groups.flatMap(listOf).flatMap((item) => {
    const written = textOf(item);
    return written === null ? [] : entriesOf(written, lineOf(text, written), entry, 'manifest');
  });
  const tables = [
    at(data, 'tool', 'poetry', 'dependencies'),
    at(data, 'tool', 'poetry', 'dev-dependencies'),
    ...Object.values(propertiesOf(at(data, 'tool', 'poetry', 'group'))).map((group) =>
      at(group, 'dependencies'),
    ),
  ];
  return [...listed, ...tables.flatMap((table) => readTable(table, text, entry))];
}

export function readPipfile(data: unknown, text: string, entry: EntryOf): readonly PackageEntry[] {
  return ['packages', 'dev-packages'].flatMap((name) => readTable(at(data, name), text, entry));
}

/** `name = "^1.0"` or `name = { version = "^1.0" }`. Poetry reads a bare version as a caret range. */
function readTable(table: unknown, text: string, entry: EntryOf): readonly PackageEntry[] {
  return Object.entries(propertiesOf(table)).flatMap(([key, value]) => {
    const name = wantedName('pypi', key);
    if (name === null) return [];
    const written = textOf(typeof value === 'object' ? at(value, 'version') : value);
    const exact = written === null ? null : (/^={1,3}\s{0,4}([\w.!+-]{1,60})$/.exec(written)?.[1] ?? null);
    const bare = written !== null && /^\d/.test(written) ? `^${written}` : written;
    const line = lineOf(text, `\n${key}`) ?? lineOf(text, key);
    return [
      entry({
        ecosystem: 'pypi',
        name,
        version: exact,
        range: exact !== null || bare === '*' ? null : bare,
        line: line === null ? null : line + (text.includes(`\n${key}`) ? 1 : 0),
      }),
    ];
  });
}

function entriesOf(
  written: string,
  line: number | null,
  entry: EntryOf,
  pinned: PackageEntry['kind'],
): readonly PackageEntry[] {
  const requirement = parseRequirement(written);
  const name = requirement === null ? null : wantedName('pypi', requirement.name);
  if (requirement === null || name === null) return [];
  const { version, range } = requirement;
  return [
    entry({ ecosystem: 'pypi', name, version, range, line, kind: version === null ? 'manifest' : pinned }),
  ];
}
