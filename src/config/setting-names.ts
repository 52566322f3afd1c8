import { nearestNames } from '../core/catalog/nearest.js';
import { SETTING_RULES } from './rules.js';
import type { SettingName } from './settings.js';

const SECRET = /(?:key|secret|token|password)s?$/i;

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTING_RULES, name);
}

/** In the order in which a person reads them. */
export const SETTING_NAMES: readonly SettingName[] = Object.keys(SETTING_RULES).filter(isSettingName);

/** A key of this name would hold what aimi does not store. */
export function looksLikeSecret(name: string): boolean {
  return SECRET.test(name);
}

export const SECRET_HINT =
  'Remove it, and change the secret if others can read the file: aimi signs in without stored secrets';

/** The hint for a name that is no setting. */
export function nearestSetting(name: string, known: readonly string[] = Object.keys(SETTING_RULES)): string {
  const near = nearestNames(name, known, 1);
  return near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Known keys: ${known.join(', ')}`;
}
