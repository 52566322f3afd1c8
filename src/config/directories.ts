import { posix, win32 } from 'node:path';
import type { Environment } from '../context.js';

export interface Place {
  readonly env: Environment;
  readonly cwd: string;
  readonly homeDirectory: string;
  readonly platform: string;
}

export function pathRules(platform: string): typeof posix {
  return platform === 'win32' ? win32 : posix;
}

/**
 * Where configuration and cache live: `AIMI_CONFIG_DIR` and `AIMI_CACHE_DIR`; on Windows `%APPDATA%` and
 * `%LOCALAPPDATA%`; elsewhere the XDG base directories, which count only when absolute
 * (https://specifications.freedesktop.org/basedir-spec/latest).
 */
export function findDirectories(place: Place): { configDirectory: string; cacheDirectory: string } {
  const { env, cwd, homeDirectory, platform } = place;
  const rules = pathRules(platform);
  const named = (value: string | undefined): string | null => (value ? rules.resolve(cwd, value) : null);
  const base = (value: string | undefined, ...standard: string[]): string =>
    value && rules.isAbsolute(value) ? value : rules.join(homeDirectory, ...standard);
  const isWindows = platform === 'win32';
  return {
    configDirectory:
      named(env.AIMI_CONFIG_DIR) ??
      (isWindows
        ? rules.join(base(env.APPDATA, 'AppData', 'Roaming'), 'aimi')
        : rules.join(base(env.XDG_CONFIG_HOME, '.config'), 'aimi')),
    cacheDirectory:
      named(env.AIMI_CACHE_DIR) ??
      (isWindows
        ? rules.join(base(env.LOCALAPPDATA, 'AppData', 'Local'), 'aimi', 'cache')
        : rules.join(base(env.XDG_CACHE_HOME, '.cache'), 'aimi')),
  };
}
