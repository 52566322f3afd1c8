import type { Facts, PackageFact } from '../../../facts.js';
import { type PackageEntry, whereOf } from './entry.js';

const STRENGTH: Readonly<Record<PackageEntry['kind'], number>> = {
  'lock-file': 3,
  installed: 2,
  manifest: 1,
};

/**
 * One fact per package: what a lock file says goes before what is installed, that before the manifest, an
 * exact version before a range. Equally strong versions that differ (two projects in one folder) all stay.
 * A range that the manifest gives stays beside the version of the lock file.
 */
export function strongestPackages(entries: readonly PackageEntry[]): Facts['packages'] {
  const groups = new Map<string, PackageEntry[]>();
  for (const entry of entries) {
    const key = `${entry.ecosystem} ${entry.name}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const best = Math.max(...group.map(strengthOf));
    const range = group.find((entry) => entry.range !== null)?.range ?? null;
    const versions = new Map(
      group
        .filter((entry) => strengthOf(entry) === best)
        .map((entry) => [entry.version ?? entry.range, entry]),
    );
    return [...versions.values()].map((entry) => ({ value: factOf(entry, range), where: whereOf(entry) }));
  });
}

function strengthOf(entry: PackageEntry): number {
  return entry.version === null ? 0 : STRENGTH[entry.kind];
}

function factOf({ ecosystem, name, version, range }: PackageEntry, otherRange: string | null): PackageFact {
  return { ecosystem, name, version, range: range ?? (version === null ? null : otherRange) };
}
