import { AimiError } from '../../errors.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { stronger } from '../setting-row.js';

export interface ConfigSetInput {
  readonly name: string;
  /** Null takes it away. */
  readonly value: string | null;
}

export interface ConfigChange {
  readonly name: string;
  readonly value: string | null;
  /** Null: the top level of the file. */
  readonly profile: string | null;
  readonly path: string;
  readonly isChanged: boolean;
}

/** The sentence on stderr says it all. */
export const configSetPresentation: Presentation<ConfigChange> = { table: () => '' };

/** Writes one key of the user file, or of the profile that `--profile` names. */
export async function runConfigSet(session: Session, input: ConfigSetInput): Promise<Outcome<ConfigChange>> {
  if (input.name === 'profile') return setProfile(session, input.value);
  const { ctx, settings } = session;
  const { checkSettingName, checkSettingValue, writeConfig } = await import('../../config/user-file.js');
  const name = checkSettingName(input.name);
  const value = input.value === null ? null : checkSettingValue(name, input.value, ctx);
  const profile = settings.profile?.origin.kind === 'flag' ? settings.profile.name : null;
  const path = profile === null ? [name] : ['profiles', profile, name];
  const isChanged = await writeConfig(ctx.files, settings.userFile, [{ path, value }]);
  const place = profile === null ? settings.userFile : `profile ${profile} (${settings.userFile})`;
  if (value === null) {
    session.success(isChanged ? `${name} is no longer set in ${place}` : `${name} was not set in ${place}`);
  } else {
    session.success(`${name} is ${value} in ${place}`);
    const before = stronger(settings, name, profile);
    if (before !== null) session.warn(`${name}: ${before}`);
  }
  return { data: { name, value, profile, path: settings.userFile, isChanged } };
}

async function setProfile(session: Session, value: string | null): Promise<Outcome<ConfigChange>> {
  const { settings } = session;
  const names = Object.keys(settings.profiles);
  if (settings.profile?.origin.kind === 'flag') {
    throw new AimiError('invalid-value', {
      message: 'A profile does not choose a profile',
      hint: 'Leave out --profile',
    });
  }
  if (value !== null && !names.includes(value)) {
    throw new AimiError('invalid-value', {
      message: `There is no profile '${value}'`,
      hint:
        names.length === 0 ? 'aimi use ACCOUNT --profile NAME makes one' : `Profiles: ${names.join(', ')}`,
      details: { profile: value, profiles: names },
    });
  }
  const { writeConfig } = await import('../../config/user-file.js');
  const isChanged = await writeConfig(session.ctx.files, settings.userFile, [{ path: ['profile'], value }]);
  session.success(value === null ? 'No profile is in use' : `Profile ${value} is in use`);
  return { data: { name: 'profile', value, profile: null, path: settings.userFile, isChanged } };
}
