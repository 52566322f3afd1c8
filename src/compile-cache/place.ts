import { isAbsolute, join } from 'node:path';
import { findDirectories } from '../config/directories.js';
import { shortHash } from './hash.js';
import type { Host } from './host.js';

export interface CachePlace {
  /** Holds nothing but generations. */
  readonly directory: string;
  /** The folder of this aimi, at this place, on this Node with these flags. */
  readonly generation: string;
}

export interface Installation {
  readonly version: string;
  /** Changes with the content of any bundle. */
  readonly build: string;
  readonly distDirectory: string;
}

/** Null when there shall be no cache: the user said so, or V8 is to compile everything itself. */
export function findCachePlace(
  host: Host,
  { version, build, distDirectory }: Installation,
  homeDirectory: () => string,
): CachePlace | null {
  const { env } = host;
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return null;
  // What is below the working directory may have come with somebody else's project.
  if (env.AIMI_CACHE_DIR && !isAbsolute(env.AIMI_CACHE_DIR)) return null;
  const { cacheDirectory } = findDirectories({
    env,
    cwd: host.cwd(),
    homeDirectory: homeDirectory(),
    platform: host.platform,
  });
  if (!isAbsolute(cacheDirectory)) return null;
  const parts = [build, distDirectory, host.version, host.versions.v8, host.arch, host.platform];
  // Code made under other flags is refused by V8.
  const flags = [...host.execArgv, env.NODE_OPTIONS ?? ''];
  const directory = join(cacheDirectory, 'compile');
  const key = shortHash(JSON.stringify([parts, flags]));
  return { directory, generation: join(directory, `${version}-node${host.version}-${key}`) };
}
