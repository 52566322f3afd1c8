import type { EntryOf, PackageEntry } from './entry.js';
import { wantedName } from './wanted.js';

const REQUIRE = /^\s{0,8}(?:require\s{1,4})?([\w.-]{1,100}\/[\w./-]{1,200})\s{1,4}v([\w.+-]{1,100})/;
const REPLACE =
  /^\s{0,8}(?:replace\s{1,4})?([\w./-]{1,300})(?:\s{1,4}v\S{1,100})?\s{1,4}=>\s{1,4}(\S{1,300})(?:\s{1,4}v([\w.+-]{1,100}))?/;

/** `go.mod`: the versions it requires are the ones that are built; `replace` changes them. */
export function readGoMod(text: string, entry: EntryOf): readonly PackageEntry[] {
  const lines = text.split('\n', 20_000);
  const replaced = new Map(
    lines.flatMap((line) => {
      const match = REPLACE.exec(line);
      return match === null ? [] : [[match[1] ?? '', match[3] ?? null] as const];
    }),
  );
  return lines.flatMap((line, index) => {
    const match = line.includes('=>') ? null : REQUIRE.exec(line);
    const path = match?.[1];
    const name = path === undefined ? null : wantedName('go', path);
    if (match === null || path === undefined || name === null) return [];
    const version = replaced.has(path) ? (replaced.get(path) ?? null) : (match[2] ?? null);
    return [entry({ ecosystem: 'go', name, version, range: null, line: index + 1 })];
  });
}
