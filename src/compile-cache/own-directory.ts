import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOwnDirectory, type UserId } from './trust.js';

/**
 * Makes `path` for the user alone; false when it cannot be trusted. Step by step, because a recursive mkdir
 * below /proc never returns on Node 20.
 */
export function makeOwnDirectory(path: string, user: UserId): boolean {
  const missing: string[] = [];
  let base = path;
  while (lstatSync(base, { throwIfNoEntry: false }) === undefined && dirname(base) !== base) {
    missing.unshift(base);
    base = dirname(base);
  }
  // Under sudo, HOME may still be somebody else's: root's files there would be in that user's way.
  if (user === 0 && statSync(base).uid !== 0) return false;
  for (const folder of missing) makeFolder(folder);
  return isOwnDirectory(path, user);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
