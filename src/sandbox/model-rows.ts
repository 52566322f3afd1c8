import type { CatalogModel, CatalogSku } from './catalog.js';

/** From this api-version on, models carry replacementConfig and modelCatalogAssetId. */
const NEW_FIELDS_SINCE = '2025-09-01';
const NONE = '2099-12-31';

/** A model that left the lists before the data were taken is shown until the day it was last seen. */
export function isListed(model: CatalogModel, now: Date): boolean {
  return model.lastSeen === undefined || today(now) <= model.lastSeen;
}

/** Seen on the wire: `Deprecated` if and only if the inference date has passed. */
export function lifecycleAt(model: CatalogModel, now: Date): string {
  if (model.inference !== undefined && model.inference <= today(now)) return 'Deprecated';
  return model.lifecycle === 'Deprecated' ? 'GenerallyAvailable' : model.lifecycle;
}

/** The day from which a SKU of a model is refused, when it has come; else null. */
export function retiredSince(model: CatalogModel, sku: CatalogSku, now: Date): string | null {
  const days = [sku.retires, model.inference].filter((day) => day !== undefined);
  const first = days.sort()[0];
  return first !== undefined && first <= today(now) ? first : null;
}

/** `model` of a row of `locations/{location}/models`; `accounts/{account}/models` has it without the wrapper. */
export function modelBody(
  model: CatalogModel,
  skus: readonly CatalogSku[],
  now: Date,
  apiVersion: string,
): Record<string, unknown> {
  const created = wireDate(model.created ?? '2026-06-01');
  return {
    format: model.format,
    ...(model.publisher === undefined ? {} : { publisher: model.publisher }),
    name: model.name,
    version: model.version,
    ...(model.description === undefined ? {} : { description: model.description }),
    isDefaultVersion: model.isDefault === true,
    skus: skus.map(skuBody),
    maxCapacity: model.maxCapacity ?? 3,
    capabilities: model.capabilities,
    ...(model.finetuneCapabilities === undefined ? {} : { finetuneCapabilities: model.finetuneCapabilities }),
    deprecation: {
      ...(model.fineTune === undefined ? {} : { fineTune: wireDate(model.fineTune) }),
      inference: wireDate(model.inference ?? NONE),
    },
    ...(apiVersion < NEW_FIELDS_SINCE ? {} : newFields(model)),
    lifecycleStatus: lifecycleAt(model, now),
    systemData: {
      createdBy: 'Microsoft',
      createdByType: 'Application',
      createdAt: created,
      lastModifiedBy: 'Microsoft',
      lastModifiedByType: 'Application',
      lastModifiedAt: created,
    },
  };
}

function newFields(model: CatalogModel): Record<string, unknown> {
  const { replacement } = model;
  return {
    ...(replacement === undefined
      ? {}
      : {
          replacementConfig: {
            ...replacement,
            autoUpgradeStartDate: wireDate(String(replacement.autoUpgradeStartDate)),
          },
        }),
    ...(model.assetId === undefined ? {} : { modelCatalogAssetId: model.assetId }),
  };
}

function skuBody(sku: CatalogSku): Record<string, unknown> {
  return {
    name: sku.name,
    usageName: sku.usageName,
    capacity: capacityBody(sku),
    deprecationDate: wireDate(sku.retires ?? NONE),
    ...(sku.rates === undefined
      ? {}
      : { rateLimits: sku.rates.map(([key, count, renewalPeriod]) => ({ key, renewalPeriod, count })) }),
    ...(sku.costs === undefined
      ? {}
      : {
          costs: sku.costs.map(([name, unit, meterId]) => ({
            name,
            ...(meterId === undefined ? {} : { meterId }),
            unit,
          })),
        }),
  };
}

export function capacityBody(sku: CatalogSku): Record<string, number> {
  return {
    ...(sku.min === undefined ? {} : { minimum: sku.min }),
    ...(sku.max === undefined ? {} : { maximum: sku.max }),
    ...(sku.step === undefined ? {} : { step: sku.step }),
    ...(sku.default === undefined ? {} : { default: sku.default }),
  };
}

function wireDate(day: string): string {
  return `${day}T00:00:00Z`;
}

function today(now: Date): string {
  return now.toISOString().slice(0, 10);
}
