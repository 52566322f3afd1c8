/** What `aimi __complete KIND` can list. */
export const DYNAMIC_KINDS = [
  'account',
  'deployment',
  'group',
  'model',
  'profile',
  'publisher',
  'region',
  'scenario',
  'sku',
  'subscription',
  'term',
  'version',
] as const;
export type DynamicKind = (typeof DYNAMIC_KINDS)[number];
