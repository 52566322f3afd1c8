import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeOwnDirectory } from './own-directory.js';
import type { CachePlace } from './place.js';
import type { UserId } from './trust.js';

/** This one and three more: another Node, another installation, the version before. */
const KEPT = 4;

/** Makes the generation's folder and removes those that were written longest ago; false when it may not be used. */
export function openGeneration({ directory, generation }: CachePlace, user: UserId): boolean {
  if (!makeOwnDirectory(directory, user)) return false;
  if (existsSync(generation)) return true;
  mkdirSync(generation, { mode: 0o700 });
  const others = readdirSync(directory)
    .filter((name) => name !== basename(generation))
    .map((name) => join(directory, name))
    .map((path) => ({ path, mtimeMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  for (const { path } of others.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
  return true;
}
