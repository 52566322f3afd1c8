import { isBase } from './capacities.js';
import { deploymentBody } from './deployment-body.js';
import { accountId, type Exchange, type Handler, list, ok, param, requireAccount } from './exchange.js';
import { capacityBody } from './model-rows.js';
import { refusals } from './refusals.js';
import { fold, foldRegion, keyOf, type SandboxAccount, type SandboxDeployment } from './state.js';

/** GET accounts/{account}/deployments */
export const listDeployments: Handler = (exchange) => {
  const account = requireAccount(exchange);
  const rows = exchange.state.deployments.filter((one) => one.account === keyOf(account));
  return list(
    exchange,
    rows.map((one) => deploymentBody(account, one)),
  );
};

/** GET accounts/{account}/deployments/{deployment} */
export const getDeployment: Handler = (exchange) => {
  const account = requireAccount(exchange);
  const deployment = requireDeployment(exchange, account);
  return ok(exchange, deploymentBody(account, deployment), { etag: deployment.etag });
};

/** GET deployments/{deployment}/skus: the SKUs it may switch to in its region, with their bounds. */
export const listDeploymentSkus: Handler = (exchange) => {
  const account = requireAccount(exchange);
  const { model, sku } = requireDeployment(exchange, account);
  const entry = exchange.catalog.models.find(
    (one) => one.format === model.format && one.name === model.name && one.version === model.version,
  );
  const skus = entry === undefined ? null : exchange.catalog.skusIn(entry, foldRegion(account.location));
  return list(
    exchange,
    (skus ?? []).filter(isBase).map((one) => ({
      resourceType: 'Microsoft.CognitiveServices/accounts/deployments',
      sku: { name: one.name, capacity: one.name === sku.name ? sku.capacity : (one.default ?? one.min ?? 1) },
      capacity: capacityBody(one),
    })),
  );
};

export function findDeployment(exchange: Exchange, account: SandboxAccount): SandboxDeployment | undefined {
  const name = fold(param(exchange, 'deployment'));
  return exchange.state.deployments.find((one) => one.account === keyOf(account) && fold(one.name) === name);
}

export function requireDeployment(exchange: Exchange, account: SandboxAccount): SandboxDeployment {
  const found = findDeployment(exchange, account);
  if (found === undefined) {
    throw refusals.notFound(`${accountId(account)}/deployments/${param(exchange, 'deployment')}`);
  }
  return found;
}
