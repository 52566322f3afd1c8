import { AimiError } from '../../errors.js';
import type { RateLimit, SkuOffer } from '../model.js';
import type { Catalog, CatalogEntry, DeployableOn, Evidence } from './types.js';

const SCHEMA = 1;

/** By position; `skuColumns` in the file names them. */
type SkuRow = readonly [
  name: string,
  usageName: string,
  minimum: number | null,
  byDefault: number | null,
  maximum: number | null,
  step: number | null,
  retires: string | null,
  rateLimits: number | null,
];

interface ModelRow {
  readonly name: string;
  readonly format: string;
  readonly version: string;
  readonly publisher?: string;
  readonly isDefault?: boolean | null;
  readonly lifecycle: string;
  readonly evidence?: Evidence;
  readonly listed?: boolean;
  readonly payAsYouGo?: boolean | null;
  readonly deployableOn?: DeployableOn;
  readonly maxContext?: number;
  readonly maxOutput?: number;
  readonly retires?: string;
  readonly capabilities: number;
  readonly skus: readonly SkuRow[];
  readonly regions?: Readonly<Record<string, number>>;
  readonly documentedSkus?: readonly string[];
  readonly gated?: string;
}

interface CatalogFile {
  readonly schema: typeof SCHEMA;
  readonly source: string;
  readonly retrieved: string;
  readonly regions: readonly string[];
  readonly regionSets: readonly (readonly number[])[];
  readonly capabilities: readonly Readonly<Record<string, string>>[];
  readonly rateLimits: readonly (readonly { key: string; count: number; renewalPeriod: number }[])[];
  readonly models: readonly ModelRow[];
}

/** The file is generated and comes with the program, so its schema number vouches for its rows. */
function isCatalogFile(value: unknown): value is CatalogFile {
  return isOurs(value, SCHEMA) && 'models' in value && Array.isArray(value.models) && 'regionSets' in value;
}

/** Whether `value` is a bundled data file of this schema. */
export function isOurs(value: unknown, schema: number): value is { readonly schema: number } {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === schema;
}

export function wrongDataFile(name: string): AimiError {
  return new AimiError('internal', {
    message: `The bundled data file '${name}' has a shape that this version of aimi does not know.`,
    hint: 'The installation is damaged: install aimi again',
  });
}

/**
 * Typed entries from the parsed `catalog` data file, or from `catalog-retired`. Of the SKUs they hold the
 * pay-as-you-go ones; `completeEntry` adds the others. `internal` when the file is of another schema.
 */
export function readCatalog(value: unknown): Catalog {
  if (!isCatalogFile(value)) throw wrongDataFile('catalog');
  const sets = value.regionSets.map((set) => set.map((place) => value.regions[place] ?? ''));
  const limits = value.rateLimits.map((list) => list.map(readRateLimit));
  return {
    retrieved: value.retrieved,
    source: value.source,
    regions: value.regions,
    entries: value.models.map((row) => readEntry(row, value, sets, limits)),
  };
}

function readEntry(
  row: ModelRow,
  file: CatalogFile,
  sets: readonly (readonly string[])[],
  limits: readonly (readonly RateLimit[])[],
): CatalogEntry {
  const regionsBySku: Record<string, readonly string[]> = {};
  for (const name in row.regions) regionsBySku[name] = sets[row.regions[name] ?? -1] ?? [];
  return {
    id: `${row.format}.${row.name}.${row.version}`,
    format: row.format,
    name: row.name,
    version: row.version,
    publisher: row.publisher ?? row.format,
    isDefault: row.isDefault === true,
    lifecycle: row.lifecycle,
    skus: row.skus.map((sku) => readSku(sku, limits)),
    capabilities: file.capabilities[row.capabilities] ?? {},
    retires: row.retires ?? null,
    evidence: row.evidence ?? 'arm',
    listed: row.listed ?? true,
    payAsYouGo: row.payAsYouGo === undefined ? true : row.payAsYouGo,
    deployableOn: row.deployableOn ?? 'foundry-resource',
    regionsBySku,
    documentedSkus: row.documentedSkus ?? [],
    maxContext: row.maxContext ?? null,
    maxOutput: row.maxOutput ?? null,
    gated: row.gated ?? null,
  };
}

/** Dates of 2099 stand for "none" in the models list. */
export function readDate(date: string | null): string | null {
  return date === null || date.startsWith('2099') ? null : date;
}

export function readRateLimit(row: { key: string; count: number; renewalPeriod: number }): RateLimit {
  return { key: row.key, count: row.count, renewalPeriodSeconds: row.renewalPeriod };
}

function readSku(row: SkuRow, limits: readonly (readonly RateLimit[])[]): SkuOffer {
  const [name, usageName, minimum, byDefault, maximum, step, retires, rateLimits] = row;
  return {
    name,
    usageName,
    capacity: {
      minimum: minimum ?? undefined,
      maximum: maximum ?? undefined,
      step: step ?? undefined,
      default: byDefault ?? undefined,
    },
    retires: readDate(retires),
    rateLimits: rateLimits === null ? [] : (limits[rateLimits] ?? []),
  };
}
