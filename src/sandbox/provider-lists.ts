import { accountId, type Handler, list, ok, requireAccount, requireSubscription } from './exchange.js';

/** GET skus: one row per kind and region, upper-case names (recorded 2026-06-22). */
export const listResourceSkus: Handler = (exchange) => {
  requireSubscription(exchange);
  const rows = Object.entries(exchange.catalog.accountRegions).flatMap(([kind, regions]) =>
    regions.map((location) => ({
      resourceType: 'accounts',
      name: 'S0',
      tier: 'Standard',
      kind,
      locations: [location],
      locationInfo: [{ location, zones: [], zoneDetails: [] }],
      restrictions: [],
    })),
  );
  return list(exchange, rows);
};

const FILTERS = ['Hate', 'Sexual', 'Violence', 'Selfharm'].flatMap((name) =>
  ['Prompt', 'Completion'].map((source) => ({
    name,
    severityThreshold: 'Medium',
    blocking: true,
    enabled: true,
    source,
  })),
);

/** GET accounts/{account}/raiPolicies: the two that every account has. */
export const listRaiPolicies: Handler = (exchange) => {
  const account = requireAccount(exchange);
  return list(
    exchange,
    ['Microsoft.Default', 'Microsoft.DefaultV2'].map((name) => ({
      id: `${accountId(account)}/raiPolicies/${name}`,
      type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
      name,
      properties: {
        mode: name === 'Microsoft.Default' ? 'Blocking' : 'Default',
        type: 'SystemManaged',
        contentFilters: FILTERS,
      },
    })),
  );
};

/** GET quotaTiers/default */
export const getQuotaTier: Handler = (exchange) => {
  const id = requireSubscription(exchange);
  return ok(exchange, {
    id: `/subscriptions/${id}/providers/Microsoft.CognitiveServices/quotaTiers/default`,
    type: 'Microsoft.CognitiveServices/quotaTiers',
    name: 'default',
    properties: { currentTierName: 'Tier 1', tierUpgradePolicy: 'OnceUpgradeIsAvailable' },
  });
};
