import { nearestNames } from '../core/catalog/nearest.js';
import { AimiError } from '../errors.js';
import type { FoundFile } from './project-file.js';
import { SETTING_RULES } from './rules.js';
import type { SettingName } from './settings.js';

/** What a file sets, as written and not yet checked. */
export type FileValues = ReadonlyMap<string, { readonly text: string; readonly line: number }>;

const NO_VALUES: FileValues = new Map();

const SECRET = /(?:key|secret|token|password)s?$/i;
const UNSET = ['', '~', 'null'];

/**
 * Reads a configuration file: known keys with plain values. Refuses secrets (without printing them), unknown
 * keys, and in a project file every setting that decides whom aimi trusts. All of it is `config-invalid`.
 */
export async function readConfigFile(
  file: FoundFile | null,
  kind: 'project-file' | 'user-file',
): Promise<FileValues> {
  if (file === null || file.text.trim() === '') return NO_VALUES;
  const { readYamlEntries } = await import('./yaml.js');
  const parsed = readYamlEntries(file.text);
  if (!parsed.ok)
    throw invalid(file.path, parsed.line, `is ${parsed.reason}`, 'Write lines such as "output: json"');
  const values = new Map<string, { text: string; line: number }>();
  for (const { key, value, line } of parsed.entries) {
    if (!isSettingName(key)) throw unknownKey(file.path, line, key);
    if (kind === 'project-file' && !SETTING_RULES[key].isProjectSetting) {
      throw untrusted(file.path, line, key);
    }
    if (value === null) throw invalid(file.path, line, `needs one plain value for '${key}'`);
    if (!UNSET.includes(value)) values.set(key, { text: value, line });
  }
  return values;
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTING_RULES, name);
}

function unknownKey(path: string, line: number, key: string): AimiError {
  if (SECRET.test(key)) {
    return invalid(
      path,
      line,
      `holds what looks like a secret ('${key}')`,
      'Remove it, and change the secret if others can read the file: aimi signs in without stored secrets',
    );
  }
  const known = Object.keys(SETTING_RULES);
  const near = nearestNames(key, known, 1);
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Known keys: ${known.join(', ')}`;
  return invalid(path, line, `has the unknown key '${key}'`, hint);
}

function untrusted(path: string, line: number, name: SettingName): AimiError {
  const { environment, flag } = SETTING_RULES[name];
  return invalid(
    path,
    line,
    `may not set '${name}': a project file can come from a stranger`,
    `Set it in your own config.yaml, or with ${[environment[0]?.name, flag].filter((way) => way).join(' or ')}`,
  );
}

function invalid(path: string, line: number | null, what: string, hint?: string): AimiError {
  const place = line === null ? path : `${path}:${line}`;
  return new AimiError('config-invalid', { message: `${place} ${what}`, hint, details: { path, line } });
}
