import * as v from 'valibot';
import { readPriceBook } from '../core/pricing/book.js';
import type { PriceBook } from '../core/pricing/types.js';

const Sku = v.object({
  name: v.string(),
  usageName: v.string(),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  step: v.optional(v.number()),
  default: v.optional(v.number()),
  /** Day from which the SKU is no longer deployable; absent for none. */
  retires: v.optional(v.string()),
  /** key, count, seconds; per unit of capacity. */
  rates: v.optional(v.array(v.tuple([v.string(), v.number(), v.number()]))),
  costs: v.optional(v.array(v.array(v.string()))),
  /** One character per region, an index into `regions`. */
  regions: v.string(),
});

const Model = v.object({
  format: v.string(),
  name: v.string(),
  version: v.string(),
  publisher: v.optional(v.string()),
  isDefault: v.optional(v.boolean()),
  lifecycle: v.string(),
  /** Sold by a partner through the Azure Marketplace. */
  marketplace: v.optional(v.boolean()),
  /** Last day on which the model was listed; absent when it still was on the day of the data. */
  lastSeen: v.optional(v.string()),
  kinds: v.array(v.string()),
  inference: v.optional(v.string()),
  fineTune: v.optional(v.string()),
  description: v.optional(v.string()),
  maxCapacity: v.optional(v.number()),
  capabilities: v.record(v.string(), v.nullable(v.string())),
  finetuneCapabilities: v.optional(v.record(v.string(), v.string())),
  created: v.optional(v.string()),
  assetId: v.optional(v.string()),
  replacement: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  /** Regions that list the model without any SKU. */
  bare: v.optional(v.string()),
  skus: v.array(Sku),
});

const ModelData = v.object({
  regionKeys: v.string(),
  regions: v.array(v.string()),
  accountRegions: v.record(v.string(), v.array(v.string())),
  withoutQuotaRow: v.array(v.string()),
  models: v.array(Model),
});
const QuotaData = v.object({
  names: v.record(v.string(), v.object({ localizedValue: v.string(), limit: v.number() })),
});

export type CatalogModel = v.InferOutput<typeof Model>;
export type CatalogSku = v.InferOutput<typeof Sku>;

export interface QuotaName {
  readonly localizedValue: string;
  readonly limit: number;
}

/** The sandbox's knowledge of models and quota. Regions are lower case without blanks. */
export interface SandboxCatalog {
  /** Regions that list models, as the service spells them: `EastUS2`. */
  readonly regions: readonly string[];
  /** Upper-case regions that offer S0 of a kind (`AIServices`, `OpenAI`); one may appear twice. */
  readonly accountRegions: Readonly<Record<string, readonly string[]>>;
  readonly models: readonly CatalogModel[];
  /** The SKUs of a model in a region; null when the region does not list the model. */
  skusIn(model: CatalogModel, region: string): readonly CatalogSku[] | null;
  /** Null where the service has no such row. */
  quotaName(usageName: string): QuotaName | null;
  /** What the sandbox bills by. */
  readonly prices: PriceBook;
}

/** Limit of a quota whose row was never recorded: the one most often seen. */
const UNRECORDED_LIMIT = 1000;

/** Reads nothing until it is first asked, so that plain lists of deployments stay fast. */
export function createSandboxCatalog(readData: (name: string) => unknown): SandboxCatalog {
  const models = once(() => v.parse(ModelData, readData('sandbox-models')));
  const quota = once(() => v.parse(QuotaData, readData('quota-names')).names);
  const keyOfRegion = once(() => {
    const { regions, regionKeys } = models();
    return new Map(regions.map((name, index) => [name.toLowerCase(), regionKeys.charAt(index)]));
  });
  const prices = once(() => {
    const book = readPriceBook(readData('prices'));
    if (book === null) throw new Error('The bundled prices cannot be read');
    return book;
  });
  const missingRows = once(() => new Set(models().withoutQuotaRow));

  return {
    get regions() {
      return models().regions;
    },
    get accountRegions() {
      return models().accountRegions;
    },
    get models() {
      return models().models;
    },
    skusIn(model, region) {
      const key = keyOfRegion().get(region);
      if (key === undefined) return null;
      const skus = model.skus.filter((sku) => sku.regions.includes(key));
      return skus.length > 0 || model.bare?.includes(key) === true ? skus : null;
    },
    get prices() {
      return prices();
    },
    quotaName(usageName) {
      const recorded = quota()[usageName];
      if (recorded !== undefined) return recorded;
      return missingRows().has(usageName) ? null : unrecordedQuota(usageName);
    },
  };
}

/** Named like the recorded rows are: `Tokens Per Minute (thousands) - gpt-5.5 - DataZoneStandard`. */
function unrecordedQuota(usageName: string): QuotaName {
  const [, sku = '', ...name] = usageName.split('.');
  return {
    localizedValue: `Tokens Per Minute (thousands) - ${name.join('.')} - ${sku}`,
    limit: UNRECORDED_LIMIT,
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
