/** Azure may take long for partner models; azurerm waits as long. */
export const DEFAULT_TIME_LIMIT_MS = 30 * 60_000;

export const VERSION_UPGRADES = [
  'OnceNewDefaultVersionAvailable',
  'OnceCurrentVersionExpired',
  'NoAutoUpgrade',
] as const;
