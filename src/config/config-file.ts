import { AimiError } from '../errors.js';
import { isProfileName, PROFILE_NAME_RULE } from './profile-name.js';
import type { FoundFile } from './project-file.js';
import { SETTING_RULES } from './rules.js';
import { isSettingName, looksLikeSecret, nearestSetting, SECRET_HINT } from './setting-names.js';
import type { SettingName } from './settings.js';
import type { YamlEntry } from './yaml.js';

/** A value as written and not yet checked. */
export interface FileValue {
  readonly text: string;
  readonly line: number;
}

/** What a file, or a profile in it, sets. */
export type FileValues = ReadonlyMap<string, FileValue>;

export interface ConfigFile {
  readonly values: FileValues;
  /** `profile:`, the one in use. */
  readonly profile: FileValue | null;
  readonly profiles: ReadonlyMap<string, FileValues>;
}

type FileKind = 'project-file' | 'user-file';

const NO_CONFIG: ConfigFile = { values: new Map(), profile: null, profiles: new Map() };
const OWN_KEYS = ['profile', 'profiles'];

/** Ways to write that a key says nothing. */
export const UNSET: readonly string[] = ['', '~', 'null'];

/**
 * Reads a configuration file: known keys with plain values, in the user file also profiles. Refuses secrets
 * (without printing them), unknown keys, and in a project file every setting that decides whom aimi trusts.
 * All of it is `config-invalid`.
 */
export async function readConfigFile(file: FoundFile | null, kind: FileKind): Promise<ConfigFile> {
  if (file === null || file.text.trim() === '') return NO_CONFIG;
  const { readYamlEntries } = await import('./yaml.js');
  const parsed = readYamlEntries(file.text);
  if (!parsed.ok)
    throw invalid(file.path, parsed.line, `is ${parsed.reason}`, 'Write lines such as "output: json"');
  if (kind === 'project-file') {
    const own = parsed.entries.find(({ key }) => OWN_KEYS.includes(key));
    if (own !== undefined) throw untrusted(file.path, own.line, own.key, 'AIMI_PROFILE or --profile');
  }
  const settings = parsed.entries.filter(({ key }) => !OWN_KEYS.includes(key));
  return {
    values: readValues(file.path, settings, kind),
    profile: readProfileInUse(file.path, parsed.entries),
    profiles: readProfiles(file.path, parsed.entries),
  };
}

function readValues(path: string, entries: readonly YamlEntry[], kind: FileKind): FileValues {
  const values = new Map<string, FileValue>();
  for (const { key, value, line } of entries) {
    if (!isSettingName(key)) throw unknownKey(path, line, key, kind);
    if (kind === 'project-file' && !SETTING_RULES[key].isProjectSetting) {
      throw untrusted(path, line, key, waysToSet(key));
    }
    if (value === null) throw invalid(path, line, `needs one plain value for '${key}'`);
    if (!UNSET.includes(value)) values.set(key, { text: value, line });
  }
  return values;
}

function readProfileInUse(path: string, entries: readonly YamlEntry[]): FileValue | null {
  const entry = entries.find(({ key }) => key === 'profile');
  if (entry === undefined) return null;
  if (entry.value === null) throw invalid(path, entry.line, `needs one plain value for 'profile'`);
  return UNSET.includes(entry.value) ? null : { text: entry.value, line: entry.line };
}

function readProfiles(path: string, entries: readonly YamlEntry[]): ReadonlyMap<string, FileValues> {
  const profiles = new Map<string, FileValues>();
  const section = entries.find(({ key }) => key === 'profiles');
  if (section === undefined || isEmpty(section)) return profiles;
  const example = 'Write it as\nprofiles:\n  work:\n    account: contoso-ai';
  if (section.entries === null) throw invalid(path, section.line, `needs names below 'profiles'`, example);
  for (const entry of section.entries) {
    const { key, line, entries: settings } = entry;
    if (!isProfileName(key)) {
      throw invalid(path, line, `has a profile without a usable name ('${key}')`, PROFILE_NAME_RULE);
    }
    if (settings === null && !isEmpty(entry)) {
      throw invalid(path, line, `needs settings below the profile '${key}'`, example);
    }
    profiles.set(key, readValues(path, settings ?? [], 'user-file'));
  }
  return profiles;
}

function isEmpty({ value, entries }: YamlEntry): boolean {
  return entries === null && value !== null && UNSET.includes(value);
}

function unknownKey(path: string, line: number, key: string, kind: FileKind): AimiError {
  if (looksLikeSecret(key)) {
    return invalid(path, line, `holds what looks like a secret ('${key}')`, SECRET_HINT);
  }
  const known = [...Object.keys(SETTING_RULES), ...(kind === 'user-file' ? OWN_KEYS : [])];
  return invalid(path, line, `has the unknown key '${key}'`, nearestSetting(key, known));
}

function waysToSet(name: SettingName): string {
  const { environment, flag } = SETTING_RULES[name];
  return [environment[0]?.name, flag].filter((way) => way).join(' or ');
}

function untrusted(path: string, line: number, name: string, ways: string): AimiError {
  return invalid(
    path,
    line,
    `may not set '${name}': a project file can come from a stranger`,
    `Set it in your own config.yaml, or with ${ways}`,
  );
}

function invalid(path: string, line: number | null, what: string, hint?: string): AimiError {
  const place = line === null ? path : `${path}:${line}`;
  return new AimiError('config-invalid', { message: `${place} ${what}`, hint, details: { path, line } });
}
