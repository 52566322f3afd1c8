/** Short, and safe in a shell, a path and a YAML key. */
const PROFILE_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/;

export const PROFILE_NAME_RULE =
  'A profile has a name of 1 to 40 letters, digits, dots, hyphens and underscores';

export function isProfileName(text: string): boolean {
  return PROFILE_NAME.test(text);
}
