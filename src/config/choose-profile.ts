import type { Environment } from '../context.js';
import { nearestNames } from '../core/catalog/nearest.js';
import { AimiError } from '../errors.js';
import type { ConfigFile } from './config-file.js';
import { describeOrigin } from './origin.js';
import { isProfileName, PROFILE_NAME_RULE } from './profile-name.js';
import type { Origin, ProfileInUse } from './settings.js';

interface ProfileWish {
  /** `--profile` */
  readonly profile?: string | undefined;
  readonly env: Environment;
  readonly mayMakeProfile?: boolean | undefined;
}

/**
 * The profile that `--profile`, AIMI_PROFILE or the user file chooses. One that does not exist is
 * `invalid-value` (flag) or `config-invalid`, with those that do.
 */
export function chooseProfile(wish: ProfileWish, user: ConfigFile, userPath: string): ProfileInUse | null {
  const chosen = wished(wish, user, userPath);
  if (chosen === null) return null;
  const { name, origin } = chosen;
  const exists = user.profiles.has(name);
  const isFlag = origin.kind === 'flag';
  if (exists || (isFlag && wish.mayMakeProfile === true && isProfileName(name))) {
    return { name, origin, exists };
  }
  throw unknownProfile(name, origin, [...user.profiles.keys()]);
}

export function unknownProfile(name: string, origin: Origin, names: readonly string[]): AimiError {
  return new AimiError(origin.kind === 'flag' ? 'invalid-value' : 'config-invalid', {
    message: `There is no profile '${name}' (from ${describeOrigin(origin)})`,
    hint: isProfileName(name) ? whatExists(name, names) : PROFILE_NAME_RULE,
    details: { profile: name, profiles: names, origin },
  });
}

function wished(wish: ProfileWish, user: ConfigFile, path: string): { name: string; origin: Origin } | null {
  if (wish.profile !== undefined) return { name: wish.profile, origin: { kind: 'flag', name: '--profile' } };
  if (wish.env.AIMI_PROFILE)
    return { name: wish.env.AIMI_PROFILE, origin: { kind: 'environment', name: 'AIMI_PROFILE' } };
  return user.profile === null ? null : { name: user.profile.text, origin: { kind: 'user-file', path } };
}

function whatExists(name: string, names: readonly string[]): string {
  const make = `aimi use ACCOUNT --profile ${name} makes it`;
  if (names.length === 0) return `There are none yet; ${make}`;
  const near = nearestNames(name, names, 1);
  return `${near.length > 0 ? `Did you mean ${near.join(', ')}? ` : ''}Profiles: ${names.join(', ')}; ${make}`;
}
