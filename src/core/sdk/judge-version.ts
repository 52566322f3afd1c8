import { type FaultyRange, findPackage, type Minimum, type NeedId, type SdkPackage } from './matrix.js';
import { couldResolveBelow } from './ranges.js';
import type { Ecosystem } from './types.js';
import { compareVersions } from './versions.js';

export interface PackageRead {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** Exact, or null when only a range is known. */
  readonly version: string | null;
  readonly range: string | null;
}

export interface VersionJudgement {
  readonly sdk: SdkPackage;
  /** Minimums that the version does not reach, each with how sure that is. */
  readonly below: readonly { readonly minimum: Minimum; readonly isSure: boolean }[];
  /** Faulty ranges that an exact version lies in. */
  readonly faulty: readonly FaultyRange[];
  readonly isRetired: boolean;
  readonly isDeprecated: boolean;
}

/**
 * What the matrix says of a package, or null when it does not know it. `needs`: which needs the project has;
 * a minimum for another need is left out. `asOf`: `YYYY-MM-DD`.
 */
export function judgePackage(
  read: PackageRead,
  needs: ReadonlySet<NeedId>,
  asOf: string,
): VersionJudgement | null {
  const sdk = findPackage(read.ecosystem, read.name);
  if (sdk === null) return null;
  const applies = (need: NeedId): boolean => need === 'always' || needs.has(need);
  const below = sdk.minimums.flatMap((minimum) => {
    const answer = applies(minimum.need) ? isBelow(read, minimum.version) : 'no';
    return answer === 'no' ? [] : [{ minimum, isSure: answer === 'sure' }];
  });
  const { version } = read;
  const faulty = sdk.faulty.filter(
    ({ from, to, need }) =>
      applies(need) &&
      version !== null &&
      (compareVersions(read.ecosystem, version, from) ?? -1) >= 0 &&
      (compareVersions(read.ecosystem, version, to) ?? 1) <= 0,
  );
  const isRetired = sdk.status !== 'current' && sdk.retires !== null && sdk.retires <= asOf;
  return { sdk, below, faulty, isRetired, isDeprecated: sdk.status !== 'current' };
}

function isBelow(read: PackageRead, minimum: string): 'sure' | 'maybe' | 'no' {
  if (read.version !== null) {
    const order = compareVersions(read.ecosystem, read.version, minimum);
    return order !== null && order < 0 ? 'sure' : 'no';
  }
  if (read.range === null) return 'no';
  const answer = couldResolveBelow(read.ecosystem, read.range, minimum);
  return answer === 'always' ? 'sure' : answer === 'maybe' ? 'maybe' : 'no';
}
