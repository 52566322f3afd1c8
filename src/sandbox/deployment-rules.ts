import { isBase } from './capacities.js';
import type { CatalogModel, CatalogSku } from './catalog.js';
import type { Exchange } from './exchange.js';
import { isListed, lifecycleAt, retiredSince } from './model-rows.js';
import { quotaUse } from './quota.js';
import { refusals } from './refusals.js';
import { foldRegion, type SandboxAccount, type SandboxDeployment } from './state.js';

export interface WantedModel {
  readonly format: string;
  readonly name: string;
  readonly version?: string | undefined;
}

/** The catalog's entry; without a version the default one, as the service does. Compared exactly. */
export function requireModel(exchange: Exchange, account: SandboxAccount, wanted: WantedModel): CatalogModel {
  const sameName = exchange.catalog.models.filter(
    (model) =>
      model.format === wanted.format && model.name === wanted.name && model.kinds.includes(account.kind),
  );
  const found =
    wanted.version === undefined || wanted.version === ''
      ? sameName.find((model) => model.isDefault === true && isListed(model, exchange.now))
      : sameName.find((model) => model.version === wanted.version);
  // A model that left the lists before its retirement is not offered; one that has retired is named as such.
  const isGone =
    found !== undefined &&
    !isListed(found, exchange.now) &&
    lifecycleAt(found, exchange.now) !== 'Deprecated';
  if (found === undefined || isGone) {
    throw refusals.modelNotSupported(wanted.format, wanted.name, wanted.version ?? '');
  }
  return found;
}

/** The SKU of a model in the account's region, deployable by `now`. `isNew` false lets a retiring model pass. */
export function requireSku(
  exchange: Exchange,
  account: SandboxAccount,
  model: CatalogModel,
  skuName: string,
  isNew: boolean,
): CatalogSku {
  if (!model.skus.some((sku) => sku.name === skuName)) {
    throw refusals.skuNotOfModel(skuName, model.name, model.version);
  }
  const region = foldRegion(account.location);
  const sku = exchange.catalog.skusIn(model, region)?.find((one) => one.name === skuName && isBase(one));
  if (sku === undefined) throw refusals.skuNotInRegion(skuName, model.name, model.version, account.location);
  const retired = retiredSince(model, sku, exchange.now);
  if (retired !== null) throw refusals.modelDeprecated(model.format, model.name, model.version, retired);
  if (isNew && lifecycleAt(model, exchange.now) === 'Deprecating') {
    throw refusals.modelDeprecating(model.format, model.name, model.version, model.publisher);
  }
  return sku;
}

/** Bounds of the SKU, then what is left of the quota after `before` has given its own share back. */
export function requireCapacity(
  exchange: Exchange,
  account: SandboxAccount,
  sku: CatalogSku,
  capacity: number,
  before: SandboxDeployment | undefined,
): void {
  const minimum = sku.min ?? 1;
  const maximum = sku.max ?? Number.MAX_SAFE_INTEGER;
  const isStep = sku.step === undefined || (capacity - minimum) % sku.step === 0;
  if (!Number.isInteger(capacity) || capacity < minimum || capacity > maximum || !isStep) {
    throw refusals.invalidCapacity(capacity, minimum, maximum);
  }
  const use = quotaUse(
    exchange.state,
    exchange.catalog,
    account.subscriptionId,
    foldRegion(account.location),
    sku.usageName,
  );
  if (use === null) return;
  const isCounted = before?.usageName === sku.usageName && before.provisioningState !== 'Failed';
  const needed = capacity - (isCounted ? before.sku.capacity : 0);
  if (needed > 0 && use.used + needed > use.limit) {
    throw refusals.insufficientQuota(needed, use.localizedValue, use.used, use.limit);
  }
}
