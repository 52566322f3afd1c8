import { at, type EntryOf, lineOf, type PackageEntry, propertiesOf, textOf } from './entry.js';
import { wantedName } from './wanted.js';

const FIELDS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
const EXACT = /^v?=?(\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\w.-]{1,60})?)(?:\+\S{0,60})?$/;

/** `package.json`: what it asks for; a version without a sign is exact. */
export function readPackageJson(data: unknown, text: string, entry: EntryOf): readonly PackageEntry[] {
  return FIELDS.flatMap((field) =>
    Object.entries(propertiesOf(at(data, field))).flatMap(([key, value]) => {
      const written = textOf(value);
      const alias =
        written === null ? null : /^npm:((?:@[\w.-]{1,100}\/)?[\w.-]{1,100})@?(.{0,100})$/.exec(written);
      const name = wantedName('npm', alias?.[1] ?? key);
      if (name === null || written === null) return [];
      const range = alias?.[2] ?? written;
      const version = EXACT.exec(range)?.[1] ?? null;
      const line = lineOf(text, `"${key}"`, Math.max(0, text.indexOf(`"${field}"`)));
      return [entry({ ecosystem: 'npm', name, version, range: version === null ? range : null, line })];
    }),
  );
}
