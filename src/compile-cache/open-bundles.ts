import { homedir } from 'node:os';
import { join } from 'node:path';
import { createBundles } from './bundles.js';
import { openGeneration } from './generations.js';
import type { Host } from './host.js';
import { keepCode } from './keep.js';
import { findCachePlace, type Installation } from './place.js';
import { isOwnDirectory } from './trust.js';

export interface Installed extends Installation {
  readonly require: NodeJS.Require;
  /** What `node:module` exports. */
  readonly nodeModule: object;
}

/** Codes from here on mean a signal: whoever interrupts does not want to wait for a cache. */
const SIGNALS_FROM = 128;

/**
 * Answers what loads a bundle by its name in dist (`./main.cjs`): under Node's own compile cache where Node has
 * one (22.1), else with a cache like it. Trouble with the cache is never anybody's trouble.
 */
export function openBundles(host: Host, installed: Installed): (id: string) => unknown {
  const { distDirectory, require, nodeModule } = installed;
  const plain = (id: string): unknown => require(join(distDirectory, id));
  const place = attempt(() => findCachePlace(host, installed, homedir));
  if (place === null) return plain;
  const user = host.getuid?.();
  const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache');
  if (typeof enable === 'function') {
    attempt(() => openGeneration(place, user) && enable.call(nodeModule, place.generation));
    return plain;
  }
  const isTrusted = attempt(() => isOwnDirectory(place.directory, user)) === true;
  const generation = isTrusted ? place.generation : null;
  const { load, loaded } = createBundles({ distDirectory, generation, user, require });
  host.on('exit', (code) => {
    if (code < SIGNALS_FROM) attempt(() => keepCode(loaded, place, user, host.pid));
  });
  return load;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
