import type { Settings } from './config/settings.js';
import { AimiError } from './errors.js';

const COMMAND = /\baimi (?=(?:deploy|deployments|accounts|models|doctor|snippet|cost)\b)/g;

/**
 * A suggested command must go where the failed one went: after `--sandbox` it says `aimi --sandbox ...`, so
 * that following it never changes something in Azure. With AIMI_SANDBOX nothing needs to be added.
 */
export function keepSandbox(text: string, settings: Pick<Settings, 'origins'> | undefined): string {
  return settings?.origins.sandbox.kind === 'flag' ? text.replace(COMMAND, 'aimi --sandbox ') : text;
}

export function keepSandboxIn(error: AimiError, settings: Pick<Settings, 'origins'> | undefined): AimiError {
  if (error.hint === undefined || settings?.origins.sandbox.kind !== 'flag') return error;
  const { message, details, cause } = error;
  return new AimiError(error.code, { message, hint: keepSandbox(error.hint, settings), details, cause });
}
