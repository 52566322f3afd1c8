import { at, type EntryOf, lineOf, listOf, type PackageEntry, propertiesOf, textOf } from './entry.js';
import { wantedName } from './wanted.js';

/** `pom.xml`, parsed: dependencies, managed versions, properties of the same file. */
export function readPom(data: unknown, text: string, entry: EntryOf): readonly PackageEntry[] {
  const project = at(data, 'project');
  const properties = propertiesOf(at(project, 'properties'));
  const resolve = (written: string | null) =>
    written?.replace(
      /\$\{([\w.-]{1,100})\}/g,
      (whole, key: string) =>
        textOf(properties[key] ?? at(project, ...key.replace(/^project\./, '').split('.'))) ?? whole,
    ) ?? null;
  const managed = listOf(at(project, 'dependencyManagement', 'dependencies', 'dependency'));
  const versions = new Map(managed.map((item) => [coordinates(item), resolve(textOf(at(item, 'version')))]));
  const profiles = listOf(at(project, 'profiles', 'profile')).flatMap((profile) =>
    listOf(at(profile, 'dependencies', 'dependency')),
  );
  const declared = [...listOf(at(project, 'dependencies', 'dependency')), ...profiles];
  const all = declared.length > 0 ? declared : managed;
  return all.flatMap((item) => {
    const name = wantedName('maven', coordinates(item));
    if (name === null) return [];
    const version = resolve(textOf(at(item, 'version'))) ?? versions.get(coordinates(item)) ?? null;
    const artifact = textOf(at(item, 'artifactId')) ?? '';
    return [mavenEntry(name, version, lineOf(text, `<artifactId>${artifact}<`), entry)];
  });
}

const COORDINATES =
  /["']([\w.-]{1,100}):([\w.-]{1,100}):([^"'\s:@]{1,60})["'@:]|["']([\w.-]{1,100}):([\w.-]{1,100})["']/g;
const MAP_NOTATION =
  /group\s{0,4}[:=]\s{0,4}["']([\w.-]{1,100})["']\s{0,4},\s{0,4}name\s{0,4}[:=]\s{0,4}["']([\w.-]{1,100})["'](?:\s{0,4},\s{0,4}version\s{0,4}[:=]\s{0,4}["']([\w.-]{1,60})["'])?/g;

/** `build.gradle` and `build.gradle.kts`: `"group:name:version"` and the map notation, with plain variables put in. */
export function readGradle(text: string, entry: EntryOf): readonly PackageEntry[] {
  const variables = new Map(
    [
      ...text.matchAll(/(?:^|\s)(?:ext\.|val |def |var )?(\w{1,60})\s{0,4}=\s{0,4}["']([\w.-]{1,60})["']/g),
    ].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
  const resolve = (written: string | undefined) =>
    written?.replace(/\$\{?(\w{1,60})\}?/g, (whole, key: string) => variables.get(key) ?? whole) ?? null;
  return text.split('\n', 20_000).flatMap((line, index) => {
    if (/^\s*\/\//.test(line)) return [];
    const short = line.slice(0, 1000);
    const found = [
      ...[...short.matchAll(COORDINATES)].map((match) => ({
        name: `${match[1] ?? match[4]}:${match[2] ?? match[5]}`,
        version: match[3],
      })),
      ...[...short.matchAll(MAP_NOTATION)].map((match) => ({
        name: `${match[1]}:${match[2]}`,
        version: match[3],
      })),
    ];
    return found.flatMap((item) => {
      const name = wantedName('maven', item.name);
      return name === null ? [] : [mavenEntry(name, resolve(item.version), index + 1, entry)];
    });
  });
}

/** `gradle/libs.versions.toml`, parsed. */
export function readVersionCatalog(data: unknown, text: string, entry: EntryOf): readonly PackageEntry[] {
  const versions = propertiesOf(at(data, 'versions'));
  return Object.values(propertiesOf(at(data, 'libraries'))).flatMap((library) => {
    const short = textOf(library);
    const module =
      textOf(at(library, 'module')) ?? `${textOf(at(library, 'group'))}:${textOf(at(library, 'name'))}`;
    const [group = '', artifact = '', inline] = (short ?? module).split(':');
    const name = wantedName('maven', `${group}:${artifact}`);
    if (name === null) return [];
    const reference = textOf(at(library, 'version', 'ref'));
    const written = at(library, 'version');
    const version =
      inline ??
      textOf(
        reference === null
          ? typeof written === 'object'
            ? at(written, 'strictly')
            : written
          : versions[reference],
      );
    return [mavenEntry(name, version ?? null, lineOf(text, artifact), entry)];
  });
}

function coordinates(item: unknown): string {
  return `${textOf(at(item, 'groupId'))}:${textOf(at(item, 'artifactId'))}`;
}

function mavenEntry(name: string, version: string | null, line: number | null, entry: EntryOf): PackageEntry {
  const isExact = version !== null && /^\d[\w.+-]*$/.test(version) && !version.endsWith('+');
  return entry({
    ecosystem: 'maven',
    name,
    version: isExact ? version : null,
    range: isExact ? null : version,
    line,
  });
}
