import { requireRegion } from './api-versions.js';
import { type Handler, list, param, requireAccount, requireSubscription } from './exchange.js';
import { isListed, modelBody } from './model-rows.js';
import { fold, foldRegion } from './state.js';

/** GET locations/{location}/models: one row per account kind, one page. */
export const listRegionModels: Handler = (exchange) => {
  const subscriptionId = requireSubscription(exchange);
  const region = requireRegion(exchange, 'locations/models');
  const { catalog, now, apiVersion } = exchange;
  const location = catalog.regions.find((name) => fold(name) === region) ?? param(exchange, 'location');
  const rows = catalog.models.flatMap((model) => {
    const skus = isListed(model, now) ? catalog.skusIn(model, region) : null;
    if (skus === null) return [];
    const name = `${model.format}.${model.name}.${model.version}`;
    const body = modelBody(model, skus, now, apiVersion);
    return model.kinds.map((kind) => ({
      id: `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices/locations/${location}/models/${name}`,
      type: 'Microsoft.CognitiveServices/locations/models',
      name,
      location,
      kind,
      skuName: 'S0',
      model: body,
    }));
  });
  return list(exchange, rows);
};

/** GET accounts/{account}/models: what this account's kind may deploy, without the wrapper. */
export const listAccountModels: Handler = (exchange) => {
  const account = requireAccount(exchange);
  const { catalog, now, apiVersion } = exchange;
  const rows = catalog.models.flatMap((model) => {
    if (!isListed(model, now) || !model.kinds.includes(account.kind)) return [];
    const skus = catalog.skusIn(model, foldRegion(account.location));
    return skus === null ? [] : [modelBody(model, skus, now, apiVersion)];
  });
  return list(exchange, rows);
};
