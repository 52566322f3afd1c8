import { describeOrigin } from '../config/origin.js';
import { SETTING_NAMES } from '../config/setting-names.js';
import type { Origin, SettingName, Settings } from '../config/settings.js';

/** One setting in force and where it came from; part of the JSON of `config list` and `whoami`. */
export interface SettingRow {
  readonly name: string;
  readonly value: string | boolean | null;
  readonly origin: Origin['kind'];
  /** The flag, the variable, the file or the profile in words. */
  readonly from: string;
}

export function settingRow(settings: Settings, name: SettingName): SettingRow {
  const origin = settings.origins[name];
  return { name, value: settings[name], origin: origin.kind, from: describeOrigin(origin) };
}

export function settingRows(settings: Settings): readonly SettingRow[] {
  const { profile } = settings;
  return [
    {
      name: 'profile',
      value: profile?.name ?? null,
      origin: profile?.origin.kind ?? 'default',
      from: profile === null ? 'default' : describeOrigin(profile.origin),
    },
    ...SETTING_NAMES.map((name) => settingRow(settings, name)),
  ];
}

/**
 * What goes before a value that is written into the user file (or a profile of it), in words; null when the
 * written value is in force. A flag says something for one command only.
 */
export function stronger(settings: Settings, name: SettingName, profile: string | null): string | null {
  const origin = settings.origins[name];
  const isStronger =
    origin.kind === 'environment' ||
    origin.kind === 'project-file' ||
    (origin.kind === 'profile' && origin.name !== profile);
  return isStronger ? `${describeOrigin(origin)} goes before it` : null;
}
