import * as v from 'valibot';
import { requireRegion } from './api-versions.js';
import type { CatalogModel, CatalogSku } from './catalog.js';
import { type Exchange, type Handler, list, ok, requireSubscription } from './exchange.js';
import { isListed } from './model-rows.js';
import { quotaUse } from './quota.js';
import { refusals } from './refusals.js';
import { fold } from './state.js';

/** GET modelCapacities?modelFormat&modelName&modelVersion: free capacity over all regions. */
export const listModelCapacities: Handler = (exchange) => {
  const subscriptionId = requireSubscription(exchange);
  const rows = exchange.catalog.regions.flatMap((region) => capacityRows(exchange, subscriptionId, region));
  return list(exchange, rows);
};

/** The same for one region. */
export const listRegionModelCapacities: Handler = (exchange) => {
  const subscriptionId = requireSubscription(exchange);
  const region = requireRegion(exchange, 'locations/modelCapacities');
  const location = exchange.catalog.regions.find((name) => fold(name) === region);
  return list(exchange, location === undefined ? [] : capacityRows(exchange, subscriptionId, location));
};

function capacityRows(exchange: Exchange, subscriptionId: string, location: string): readonly unknown[] {
  const { catalog, query } = exchange;
  const model = findModel(
    exchange,
    query.get('modelFormat'),
    query.get('modelName'),
    query.get('modelVersion'),
  );
  const skus = model === undefined ? null : catalog.skusIn(model, fold(location));
  if (model === undefined || skus === null) return [];
  const free = (sku: CatalogSku | undefined): number => {
    if (sku === undefined) return 0;
    const use = quotaUse(exchange.state, catalog, subscriptionId, fold(location), sku.usageName);
    return use === null ? 0 : Math.max(0, use.limit - use.used);
  };
  return skus.filter(isBase).map((sku) => ({
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices/locations/${location}/models/${model.format}.${model.name}.${model.version}/skuCapacities/${sku.name}`,
    type: 'Microsoft.CognitiveServices/locations/models/skuCapacities',
    name: sku.name,
    location,
    properties: {
      model: { format: model.format, name: model.name, version: model.version },
      skuName: sku.name,
      availableCapacity: free(sku),
      availableFinetuneCapacity: free(skus.find((other) => other.name === sku.name && !isBase(other))),
    },
  }));
}

const Workload = v.object({
  requestPerMinute: v.optional(v.number(), 0),
  requestParameters: v.optional(
    v.object({ avgPromptTokens: v.optional(v.number(), 0), avgGeneratedTokens: v.optional(v.number(), 0) }),
    {},
  ),
});
const Sizing = v.object({
  model: v.object({ format: v.string(), name: v.string(), version: v.string() }),
  skuName: v.string(),
  workloads: v.array(Workload),
});

/**
 * POST calculateModelCapacity. Azure's formula is not public: here a unit is what the SKU's token limit
 * says, or 1,000 tokens a minute, and `deployableValue` is rounded up to the SKU's minimum and step.
 */
export const calculateModelCapacity: Handler = (exchange) => {
  requireSubscription(exchange);
  const input = v.safeParse(Sizing, exchange.body);
  if (!input.success) throw refusals.badContent(input.issues[0].message);
  const { model, skuName, workloads } = input.output;
  const found = findModel(exchange, model.format, model.name, model.version);
  if (found === undefined) throw refusals.modelNotSupported(model.format, model.name, model.version);
  const sku = found.skus.find((one) => one.name === skuName && isBase(one));
  const tokensPerUnit = sku?.rates?.find(([key]) => key === 'token')?.[1] ?? 1000;
  const tokens = workloads.reduce(
    (sum, load) =>
      sum +
      load.requestPerMinute *
        (load.requestParameters.avgPromptTokens + load.requestParameters.avgGeneratedTokens),
    0,
  );
  const value = Math.ceil(tokens / tokensPerUnit);
  const step = sku?.step ?? 1;
  const deployableValue = Math.max(sku?.min ?? 1, Math.ceil(value / step) * step);
  return ok(exchange, { model, skuName, estimatedCapacity: { value, deployableValue } });
};

function findModel(
  exchange: Exchange,
  format: string | null,
  name: string | null,
  version: string | null,
): CatalogModel | undefined {
  return exchange.catalog.models.find(
    (model) =>
      isListed(model, exchange.now) &&
      model.format === format &&
      model.name === name &&
      model.version === version,
  );
}

export function isBase(sku: CatalogSku): boolean {
  return !/-fine-?tune/i.test(sku.usageName);
}
