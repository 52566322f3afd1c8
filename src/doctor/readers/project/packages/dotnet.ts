import { type EntryOf, lineOf, listOf, type PackageEntry, propertiesOf, textOf } from './entry.js';
import { wantedName } from './wanted.js';

const REFERENCES = new Set(['PackageReference', 'PackageVersion', 'GlobalPackageReference', 'package']);
const DEEPEST = 40;

/**
 * Project files, `Directory.*.props` and `packages.config`, parsed: `PackageReference`, `PackageVersion` and
 * `package` elements wherever they stand, with `$(Property)` of the same file put in.
 */
export function readDotnetProject(data: unknown, text: string, entry: EntryOf): readonly PackageEntry[] {
  const properties = new Map<string, string>();
  const references: unknown[] = [];
  visit(data, 0, (key, value) => {
    if (REFERENCES.has(key)) references.push(...listOf(value));
    else if (key === 'PropertyGroup') {
      for (const group of listOf(value)) {
        for (const [name, content] of Object.entries(propertiesOf(group))) {
          const written = textOf(content);
          if (written !== null) properties.set(name.toLowerCase(), written);
        }
      }
    }
  });
  return references.flatMap((reference) => {
    const fields = propertiesOf(reference);
    const id = textOf(fields['@Include'] ?? fields['@Update'] ?? fields['@id']);
    const name = id === null ? null : wantedName('nuget', id);
    if (id === null || name === null) return [];
    const written = textOf(
      fields['@Version'] ?? fields['@VersionOverride'] ?? fields.Version ?? fields['@version'],
    );
    const range =
      written?.replace(
        /\$\((\w{1,100})\)/g,
        (whole, key: string) => properties.get(key.toLowerCase()) ?? whole,
      ) ?? null;
    // NuGet takes `1.2.3` as "at least", and installs exactly that when nothing asks for more.
    const version =
      range !== null && /^\[?\d[\w.+-]{0,60}\]?$/.test(range) ? range.replace(/[[\]]/g, '') : null;
    return [
      entry({
        ecosystem: 'nuget',
        name,
        version,
        range: version === null ? range : null,
        line: lineOf(text, `"${id}"`),
      }),
    ];
  });
}

function visit(value: unknown, depth: number, found: (key: string, value: unknown) => void): void {
  if (depth > DEEPEST) return;
  for (const item of listOf(value)) {
    for (const [key, inner] of Object.entries(propertiesOf(item))) {
      found(key, inner);
      if (typeof inner === 'object') visit(inner, depth + 1, found);
    }
  }
}
