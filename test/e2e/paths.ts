import { fileURLToPath } from 'node:url';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export const ROOT = path('../../');
export const BIN = path('../../bin/aimi.js');
export const DIST = path('../../dist/');
export const MAIN_BUNDLE = path('../../dist/main.cjs');
export const TRANSCRIPTS = path('../transcripts/');
/** Loaded with `node -r`: writes what was loaded to AIMI_E2E_MODULES at exit. */
export const MODULES_HOOK = path('./loaded-modules.cjs');
/** Loaded with `node -r`: starts the clock at AIMI_E2E_NOW. */
export const CLOCK_HOOK = path('./started-clock.cjs');
/** Loaded with `node -r`: writes attempts to reach the network to AIMI_E2E_ATTEMPTS and refuses them. */
export const NETWORK_GUARD = path('./network-guard.cjs');
