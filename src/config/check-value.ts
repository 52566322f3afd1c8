import { AimiError } from '../errors.js';
import { UNSET } from './config-file.js';
import { type Place, pathRules } from './directories.js';
import { SETTING_RULES, type SettingRule } from './rules.js';
import { isSettingName, looksLikeSecret, nearestSetting } from './setting-names.js';
import type { SettingName } from './settings.js';

/** The name, or `invalid-value` with the nearest one; a value that was given for a secret is never repeated. */
export function checkSettingName(name: string): SettingName {
  if (isSettingName(name)) return name;
  throw new AimiError('invalid-value', {
    message: `There is no setting '${name}'`,
    hint: looksLikeSecret(name)
      ? 'aimi stores no secrets: it signs in with az, a service principal of the environment or an identity (aimi login)'
      : nearestSetting(name),
  });
}

/**
 * The value as the file is to hold it: checked and normalised, a path made absolute from the working directory.
 * Throws `invalid-value`, `endpoint-refused` for a management address.
 */
export function checkSettingValue(
  name: SettingName,
  text: string,
  place: Pick<Place, 'cwd' | 'platform'>,
): string {
  const rule: SettingRule<unknown> = SETTING_RULES[name];
  const paths = pathRules(place.platform);
  if (UNSET.includes(text.trim())) {
    throw new AimiError('invalid-value', {
      message: `'${text}' says nothing for ${name}`,
      hint: `To take it away: aimi config unset ${name}`,
    });
  }
  const parsed = rule.parse(text, (path) => paths.resolve(place.cwd, path));
  if (parsed.ok) return String(parsed.value);
  const near = parsed.near?.[0];
  throw new AimiError(parsed.code ?? 'invalid-value', {
    message: `'${text}' is not a value for ${name}`,
    hint: `Expected ${parsed.expected}${near === undefined ? '' : `; did you mean ${near}?`}`,
    details: { setting: name, value: text },
  });
}
