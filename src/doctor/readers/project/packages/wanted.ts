import { packageKey, SDK_PACKAGES, WRONG_PACKAGE_NAMES } from '../../../../core/sdk/matrix.js';
import { PROVIDER_SDKS } from '../../../../core/sdk/providers.js';
import type { Ecosystem } from '../../../../core/sdk/types.js';

const ROWS = [...SDK_PACKAGES, ...WRONG_PACKAGE_NAMES, ...PROVIDER_SDKS.flatMap((row) => row.packages)];
const BY_KEY = new Map(ROWS.map((row) => [keyOf(row.ecosystem, row.name), row.name]));

/** Every package that the doctor has an opinion on, as its ecosystem spells it. */
export function wantedPackages(ecosystem: Ecosystem): readonly string[] {
  return [...new Set(ROWS.filter((row) => row.ecosystem === ecosystem).map((row) => row.name))];
}

/** The known spelling of a name, or null when the package is nobody's business. */
export function wantedName(ecosystem: Ecosystem, name: string): string | null {
  return BY_KEY.get(keyOf(ecosystem, name)) ?? null;
}

function keyOf(ecosystem: Ecosystem, name: string): string {
  return `${ecosystem} ${packageKey(ecosystem, name)}`;
}
