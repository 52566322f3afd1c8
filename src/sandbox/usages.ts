import { requireRegion } from './api-versions.js';
import { type Handler, list, requireAccount, requireSubscription } from './exchange.js';
import { type QuotaUse, quotaUse, regionQuota } from './quota.js';
import { foldRegion, keyOf } from './state.js';

/** GET locations/{location}/usages, with `$filter=name.value eq '...'`. */
export const listRegionUsages: Handler = (exchange) => {
  const subscriptionId = requireSubscription(exchange);
  const region = requireRegion(exchange, 'locations/usages');
  const wanted = /name\.value\s+eq\s+'([^']*)'/i.exec(exchange.query.get('$filter') ?? '')?.[1];
  const rows = regionQuota(exchange.state, exchange.catalog, subscriptionId, region);
  return list(exchange, rows.filter((row) => wanted === undefined || row.name === wanted).map(usageBody));
};

/** GET accounts/{account}/usages: the quotas that the account's own deployments count on. */
export const listAccountUsages: Handler = (exchange) => {
  const account = requireAccount(exchange);
  const names = new Set(
    exchange.state.deployments.filter((one) => one.account === keyOf(account)).map((one) => one.usageName),
  );
  const region = foldRegion(account.location);
  const rows = [...names].flatMap(
    (name) => quotaUse(exchange.state, exchange.catalog, account.subscriptionId, region, name) ?? [],
  );
  return list(exchange, rows.map(usageBody));
};

function usageBody(use: QuotaUse): unknown {
  return {
    name: { value: use.name, localizedValue: use.localizedValue },
    currentValue: use.used,
    limit: use.limit,
    unit: 'Count',
  };
}
