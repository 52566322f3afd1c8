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
 * Whether symbols beyond ASCII will be shown: by AIMI_ASCII, then by the locale, which macOS sets to UTF-8 without saying so;
 * on Windows by the terminal program. The Linux console has no such glyphs.
 */
export function decideUnicode(env: Environment, platform: string): boolean {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  if (isSet(env.AIMI_ASCII)) return isOff(env.AIMI_ASCII);
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(isSet);
  if (locale !== undefined) return /utf-?8/i.test(locale);
  if (platform === 'win32') return isSet(env.WT_SESSION) || isSet(env.TERM_PROGRAM);
  return platform === 'darwin';
}

/** Windows without the shell of Git, MSYS2 or Cygwin, which say MSYSTEM or SHELL. */
export function isPowerShellUser(env: Environment, platform: string): boolean {
  return platform === 'win32' && !isSet(env.MSYSTEM) && !isSet(env.SHELL);
}

// Programs that show OSC 8 links, by the variable that names them and the first version that does: the lists of
// https://github.com/Alhadis/OSC8-Adoption and of supports-hyperlinks, read 2026-11. Older VTE could crash.
const LINKING: readonly (readonly [variable: string, program: RegExp, since: number])[] = [
  ['VTE_VERSION', /^/, 5202],
  ['KONSOLE_VERSION', /^/, 201200],
  ['WT_SESSION', /./, 0],
  ['KITTY_WINDOW_ID', /./, 0],
  ['TERM', /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/, 0],
  ['TERM_PROGRAM', /^(?:ghostty|WezTerm|zed|Hyper|iTerm\.app|vscode|rio|WarpTerminal)$/, 0],
];

/**
 * Whether OSC 8 links are shown, as npm's supports-hyperlinks decides: FORCE_HYPERLINK, then only where there is colour, outside build services, in programs known to show them. Never outside a
 * terminal: a link in a file is noise.
 */
export function decideLinks(env: Environment, isTerminal: boolean): boolean {
  if (!isTerminal || env.TERM === 'dumb' || env.TERM === 'linux') return false;
  if (isSet(env.FORCE_HYPERLINK)) return !isOff(env.FORCE_HYPERLINK);
  if (!decideColor(env, isTerminal) || isContinuousIntegration(env)) return false;
  return LINKING.some(([variable, program, since]) => {
    const value = env[variable];
    return isSet(value) && program.test(value) && (since === 0 || Number(value) >= since);
  });
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
