import type { ColorMode } from '../config/settings.js';
import type { Environment } from '../context.js';

/**
 * Colour for one stream. In this order: `--color`, NO_COLOR (https://no-color.org), FORCE_COLOR,
 * CLICOLOR_FORCE and CLICOLOR (https://bixense.com/clicolors), TERM=dumb, terminal or not.
 */
export function decideColor(env: Environment, isTerminal: boolean, mode: ColorMode = 'auto'): boolean {
  if (mode !== 'auto') return mode === 'always';
  if (isSet(env.NO_COLOR)) return false;
  if (isSet(env.FORCE_COLOR)) return !isOff(env.FORCE_COLOR);
  if (isSet(env.CLICOLOR_FORCE) && !isOff(env.CLICOLOR_FORCE)) return true;
  if (env.CLICOLOR === '0' || env.TERM === 'dumb') return false;
  return isTerminal;
}

/**
 * Whether symbols beyond ASCII will be shown: by the locale, which macOS sets to UTF-8 without saying so;
 * on Windows by the terminal program. The Linux console has no such glyphs.
 */
export function decideUnicode(env: Environment, platform: string): boolean {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(isSet);
  if (locale !== undefined) return /utf-?8/i.test(locale);
  if (platform === 'win32') return isSet(env.WT_SESSION) || isSet(env.TERM_PROGRAM);
  return platform === 'darwin';
}

/** Windows without the shell of Git, MSYS2 or Cygwin, which say MSYSTEM or SHELL. */
export function isPowerShellUser(env: Environment, platform: string): boolean {
  return platform === 'win32' && !isSet(env.MSYSTEM) && !isSet(env.SHELL);
}

/** Columns as a number to count with: a terminal that does not know its width says 0 or nothing. */
export function readColumns(columns: number | undefined): number | null {
  return columns === undefined || !Number.isInteger(columns) || columns <= 0 ? null : columns;
}

// Variables by which build services announce themselves, each from the service's own documentation.
const CI_VARIABLES = ['CI', 'TF_BUILD', 'GITHUB_ACTIONS', 'GITLAB_CI', 'JENKINS_URL', 'TEAMCITY_VERSION'];

export function isContinuousIntegration(env: Environment): boolean {
  return CI_VARIABLES.some((name) => isSet(env[name]) && !isOff(env[name]));
}

/** Whether a person can be asked: keyboard and screen are there, and nobody said otherwise. */
export function mayAsk(facts: {
  readonly env: Environment;
  readonly stdinIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
}): boolean {
  const { env } = facts;
  if (!facts.stdinIsTerminal || !facts.stderrIsTerminal || env.TERM === 'dumb') return false;
  if (isSet(env.AIMI_NO_INPUT) && !isOff(env.AIMI_NO_INPUT)) return false;
  return !isContinuousIntegration(env);
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function isOff(value: string | undefined): boolean {
  return value !== undefined && ['0', 'false', 'no', 'off'].includes(value.toLowerCase());
}
