import { readdirSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedBundle } from './bundles.js';
import { encodeEntry } from './entry.js';
import { openGeneration } from './generations.js';
import { shortHash } from './hash.js';
import type { CachePlace } from './place.js';
import type { UserId } from './trust.js';

const ROOM_BYTES = 64 * 1024 * 1024;
const LEFT_BEHIND_MS = 60_000;

/**
 * Writes the code of the bundles that V8 compiled in this run, and of those whose code has not seen a run of
 * this kind. A run is of the same kind as another that loaded the same bundles.
 */
export function keepCode(
  loaded: readonly LoadedBundle[],
  place: CachePlace,
  user: UserId,
  pid: number,
): void {
  const kind = shortHash(loaded.map(({ name }) => name).join());
  const news = loaded.filter(({ runs }) => runs === null || !runs.includes(kind));
  // Making the code takes milliseconds: first find out whether there is a place for it.
  if (news.length === 0 || !openGeneration(place, user) || !hasRoom(place.generation)) return;
  removeLeftBehind(place.generation);
  for (const { name, script, source, runs } of news) {
    const temporary = join(place.generation, `${name}.${pid}.tmp`);
    const write = (bytes: Uint8Array): void => writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 });
    // Taking the name first, for the same reason.
    write(new Uint8Array());
    try {
      const code = script.createCachedData();
      writeFileSync(temporary, encodeEntry({ source, runs: [...(runs ?? []), kind], code }));
      renameSync(temporary, join(place.generation, `${name}.bin`));
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}

/** Some file systems do not say how large they are. */
function hasRoom(directory: string): boolean {
  const { blocks, bavail, bsize } = statfsSync(directory);
  return blocks === 0 || bavail * bsize > ROOM_BYTES;
}

/** Of a process that was killed while it wrote. */
function removeLeftBehind(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (!name.endsWith('.tmp')) continue;
    const path = join(directory, name);
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts !== undefined && Date.now() - facts.mtimeMs > LEFT_BEHIND_MS) rmSync(path, { force: true });
  }
}
