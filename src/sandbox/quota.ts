import type { CatalogSku, SandboxCatalog } from './catalog.js';
import { activeScenario, liveAccounts } from './exchange.js';
import { foldRegion, type SandboxState } from './state.js';

export interface QuotaUse {
  readonly name: string;
  readonly localizedValue: string;
  readonly used: number;
  readonly limit: number;
}

/** Rows that count accounts or fine-tuned deployments instead of capacity. */
const COUNT_ROWS = [
  'OpenAI.FineTuned.Deployments',
  'OpenAI.S0.AccountCount',
  'AIServices.S0.AccountCount',
  'AccountCount',
];

/** Sum of the capacities that a subscription has deployed on a quota in a region. */
export function deployedCapacity(
  state: SandboxState,
  subscriptionId: string,
  region: string,
  usageName: string,
): number {
  const prefix = `${subscriptionId.toLowerCase()}/`;
  return state.deployments
    .filter((one) => one.account.startsWith(prefix) && one.region === region && one.usageName === usageName)
    .filter((one) => one.provisioningState !== 'Failed')
    .reduce((sum, one) => sum + one.sku.capacity, 0);
}

/** One quota of a subscription in a region; null where the service has no row, and then sets no bound. */
export function quotaUse(
  state: SandboxState,
  catalog: SandboxCatalog,
  subscriptionId: string,
  region: string,
  usageName: string,
): QuotaUse | null {
  const row = catalog.quotaName(usageName);
  if (row === null) return null;
  const deployed = COUNT_ROWS.includes(usageName)
    ? countedAccounts(state, subscriptionId, region, usageName)
    : deployedCapacity(state, subscriptionId, region, usageName);
  const isUsedUp = activeScenario(state, 'quota-used-up') !== undefined && !COUNT_ROWS.includes(usageName);
  return { name: usageName, ...row, used: isUsedUp ? Math.max(row.limit, deployed) : deployed };
}

/** All quota rows of a region: those of the SKUs offered there and the counting ones. */
export function regionQuota(
  state: SandboxState,
  catalog: SandboxCatalog,
  subscriptionId: string,
  region: string,
): readonly QuotaUse[] {
  const names = new Set([
    ...COUNT_ROWS,
    ...catalog.models.flatMap((model) => usageNames(catalog.skusIn(model, region))),
  ]);
  return [...names].flatMap((name) => quotaUse(state, catalog, subscriptionId, region, name) ?? []);
}

function usageNames(skus: readonly CatalogSku[] | null): readonly string[] {
  return (skus ?? []).map((sku) => sku.usageName);
}

function countedAccounts(state: SandboxState, subscriptionId: string, region: string, name: string): number {
  if (name.includes('FineTuned')) return 0;
  const kind = /^(\w+)\.S0\./.exec(name)?.[1];
  return liveAccounts(state).filter(
    (account) =>
      account.subscriptionId === subscriptionId &&
      foldRegion(account.location) === region &&
      (kind === undefined || account.kind === kind),
  ).length;
}
