import { Option } from '@commander-js/extra-typings';
import { readDuration } from '../option-values.js';

/** Azure may take long for partner models; azurerm waits as long. */
const DEFAULT_TIME_LIMIT_MS = 30 * 60_000;

/** `--timeout` in milliseconds. */
export function timeLimitOption(description: string) {
  return new Option('--timeout <time>', description)
    .argParser(readDuration)
    .default(DEFAULT_TIME_LIMIT_MS, '30m');
}

export const VERSION_UPGRADES = [
  'OnceNewDefaultVersionAvailable',
  'OnceCurrentVersionExpired',
  'NoAutoUpgrade',
] as const;
