import { describe, expect, it } from 'vitest';
import type { ColorMode } from '../../src/config/settings.js';
import type { Environment } from '../../src/context.js';
import {
  decideColor,
  decideLinks,
  decideUnicode,
  isContinuousIntegration,
  mayAsk,
  readColumns,
} from '../../src/io/terminal.js';

describe('decideColor', () => {
  it.each<[string, Environment, boolean, ColorMode, boolean]>([
    ['a terminal', {}, true, 'auto', true],
    ['a pipe', {}, false, 'auto', false],
    ['--color never on a terminal', { FORCE_COLOR: '1' }, true, 'never', false],
    ['--color always in a pipe', { NO_COLOR: '1' }, false, 'always', true],
    ['NO_COLOR', { NO_COLOR: '1' }, true, 'auto', false],
    ['NO_COLOR before FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, 'auto', false],
    ['an empty NO_COLOR, which counts as absent', { NO_COLOR: '' }, true, 'auto', true],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, 'auto', true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, 'auto', false],
    ['FORCE_COLOR on a dumb terminal', { FORCE_COLOR: '3', TERM: 'dumb' }, true, 'auto', true],
    ['CLICOLOR_FORCE in a pipe', { CLICOLOR_FORCE: '1' }, false, 'auto', true],
    ['CLICOLOR_FORCE=0 in a pipe', { CLICOLOR_FORCE: '0' }, false, 'auto', false],
    ['CLICOLOR=0', { CLICOLOR: '0' }, true, 'auto', false],
    ['TERM=dumb', { TERM: 'dumb' }, true, 'auto', false],
  ])('decides for %s', (_story, env, isTerminal, mode, expected) => {
    expect(decideColor(env, isTerminal, mode)).toBe(expected);
  });
});

describe('decideUnicode', () => {
  it.each<[string, Environment, string, boolean]>([
    ['a UTF-8 locale', { LANG: 'de_DE.UTF-8' }, 'linux', true],
    ['C.utf8', { LC_ALL: 'C.utf8' }, 'linux', true],
    ['LC_ALL before LANG', { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, 'linux', false],
    ['LC_CTYPE before LANG', { LC_CTYPE: 'de_DE.UTF-8', LANG: 'C' }, 'linux', true],
    ['no locale on Linux', {}, 'linux', false],
    ['no locale on macOS', {}, 'darwin', true],
    ['the Linux console', { TERM: 'linux', LANG: 'de_DE.UTF-8' }, 'linux', false],
    ['AIMI_ASCII', { AIMI_ASCII: '1', LANG: 'de_DE.UTF-8' }, 'darwin', false],
    ['AIMI_ASCII=0 in the C locale', { AIMI_ASCII: '0', LANG: 'C' }, 'linux', true],
    ['Windows Terminal', { WT_SESSION: 'id' }, 'win32', true],
    ['the terminal of an editor on Windows', { TERM_PROGRAM: 'vscode' }, 'win32', true],
    ['the old Windows console', {}, 'win32', false],
  ])('decides for %s', (_story, env, platform, expected) => {
    expect(decideUnicode(env, platform)).toBe(expected);
  });
});

describe('decideLinks', () => {
  it.each<[string, Environment, boolean, boolean]>([
    ['a terminal nobody knows', { TERM: 'xterm-256color' }, true, false],
    ['GNOME Terminal', { VTE_VERSION: '7600' }, true, true],
    ['a VTE that could crash', { VTE_VERSION: '5000' }, true, false],
    ['Windows Terminal', { WT_SESSION: 'id' }, true, true],
    ['the terminal of an editor', { TERM_PROGRAM: 'vscode' }, true, true],
    ['kitty', { TERM: 'xterm-kitty' }, true, true],
    ['an old Konsole', { KONSOLE_VERSION: '190400' }, true, false],
    ['Apple Terminal', { TERM_PROGRAM: 'Apple_Terminal' }, true, false],
    ['a pipe of a terminal that shows them', { WT_SESSION: 'id' }, false, false],
    ['FORCE_HYPERLINK in a pipe', { FORCE_HYPERLINK: '1' }, false, false],
    ['FORCE_HYPERLINK on an unknown terminal', { FORCE_HYPERLINK: '1' }, true, true],
    ['FORCE_HYPERLINK=0', { FORCE_HYPERLINK: '0', WT_SESSION: 'id' }, true, false],
    ['NO_COLOR', { NO_COLOR: '1', WT_SESSION: 'id' }, true, false],
    ['a build service', { CI: '1', WT_SESSION: 'id' }, true, false],
    ['TERM=dumb', { TERM: 'dumb', FORCE_HYPERLINK: '1' }, true, false],
  ])('decides for %s', (_story, env, isTerminal, expected) => {
    expect(decideLinks(env, isTerminal)).toBe(expected);
  });
});

describe('readColumns', () => {
  it.each([
    [80, 80],
    [0, null],
    [undefined, null],
    [-1, null],
    [Number.NaN, null],
  ])('reads %s as %s', (columns, expected) => {
    expect(readColumns(columns)).toBe(expected);
  });
});

describe('mayAsk', () => {
  const here = { env: {}, stdinIsTerminal: true, stderrIsTerminal: true };

  it('is true with a keyboard and a screen', () => {
    expect(mayAsk(here)).toBe(true);
  });

  it.each([
    ['stdin is a pipe', { ...here, stdinIsTerminal: false }],
    ['stderr is a file', { ...here, stderrIsTerminal: false }],
    ['TERM is dumb', { ...here, env: { TERM: 'dumb' } }],
    ['AIMI_NO_INPUT is set', { ...here, env: { AIMI_NO_INPUT: '1' } }],
    ['a build service runs it', { ...here, env: { TF_BUILD: 'True' } }],
  ])('is false when %s', (_story, facts) => {
    expect(mayAsk(facts)).toBe(false);
  });

  it.each(['0', 'false', 'no', ''])('takes AIMI_NO_INPUT=%s as "do ask"', (value) => {
    expect(mayAsk({ ...here, env: { AIMI_NO_INPUT: value } })).toBe(true);
  });
});

describe('isContinuousIntegration', () => {
  it.each<[Environment, boolean]>([
    [{ CI: 'true' }, true],
    [{ GITHUB_ACTIONS: 'true' }, true],
    [{ CI: 'false' }, false],
    [{ CI: '' }, false],
    [{}, false],
  ])('reads %j as %s', (env, expected) => {
    expect(isContinuousIntegration(env)).toBe(expected);
  });
});
