import type { Host } from './host.js';
import { type Installed, openBundles } from './open-bundles.js';

declare const AIMI_VERSION: string;
declare const AIMI_BUILD: string;

/** The first bundle that bin/aimi.js loads; answers what loads the others. */
export function openLoader(
  host: Host,
  installed: Omit<Installed, 'version' | 'build'>,
): (id: string) => unknown {
  return openBundles(host, { ...installed, version: AIMI_VERSION, build: AIMI_BUILD });
}
