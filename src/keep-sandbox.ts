import type { Settings } from './config/settings.js';
import { AimiError } from './errors.js';

type Chosen = Pick<Settings, 'origins' | 'profile'> | undefined;

const COMMAND =
  /\baimi (?=(?:deploy|deployments|accounts|models|doctor|snippet|cost|whoami|use(?! --| ACCOUNT))\b)/g;

/**
 * A suggested command must go where the failed one went: after `--sandbox` it says `aimi --sandbox ...` and
 * after `--profile work` `aimi --profile work ...`, so that following it never changes something elsewhere.
 * With AIMI_SANDBOX, AIMI_PROFILE or a file nothing needs to be added.
 */
export function keepSandbox(text: string, settings: Chosen): string {
  const flags = flagsOf(settings);
  return flags === '' ? text : text.replace(COMMAND, `aimi ${flags}`);
}

export function keepSandboxIn(error: AimiError, settings: Chosen): AimiError {
  if (error.hint === undefined || flagsOf(settings) === '') return error;
  const { message, details, cause } = error;
  return new AimiError(error.code, { message, hint: keepSandbox(error.hint, settings), details, cause });
}

function flagsOf(settings: Chosen): string {
  if (settings === undefined) return '';
  const sandbox = settings.origins.sandbox.kind === 'flag' ? '--sandbox ' : '';
  const { profile } = settings;
  return profile?.origin.kind === 'flag' ? `${sandbox}--profile ${profile.name} ` : sandbox;
}
