import type { SkuOffer } from '../model.js';
import { isOurs, readDate, readRateLimit, wrongDataFile } from './read.js';
import type { CatalogDetails, CatalogEntry, CatalogReplacement } from './types.js';

const SCHEMA = 1;

/** A SKU with a name is whole and not pay-as-you-go; one without continues a SKU of the entry. */
interface SkuRow {
  readonly name?: string;
  readonly usageName?: string;
  readonly capacityMin?: number;
  readonly capacityDefault?: number | null;
  readonly capacityMax?: number;
  readonly capacityStep?: number;
  readonly deprecation?: string;
  readonly rateLimits?: readonly { key: string; count: number; renewalPeriod: number }[];
}

interface DetailsRow {
  readonly skus: readonly SkuRow[];
  readonly lastSeen?: string | null;
  readonly soldBy: string;
  readonly marketplace: boolean;
  readonly dataZoneAreas?: readonly string[];
  readonly replacement: {
    readonly model: string;
    readonly version?: string;
    readonly autoUpgradeStart?: string;
    readonly from: string;
  } | null;
  readonly note?: string;
  readonly alsoManagedCompute?: string;
  readonly whyNotPayAsYouGo?: string;
  readonly routesTo?: CatalogDetails['routesTo'];
  readonly docs?: { readonly lifecycle: string; readonly retirement: string | null };
  readonly assetId?: string | null;
  readonly sources?: readonly string[];
}

interface DetailsFile {
  readonly schema: number;
  readonly models: Readonly<Record<string, DetailsRow>>;
}

function isDetailsFile(value: unknown): value is DetailsFile {
  return isOurs(value, SCHEMA) && 'models' in value && typeof value.models === 'object';
}

/** Details by entry id, from the parsed `catalog-details` data file. `internal` when it is of another schema. */
export function readDetails(value: unknown): (id: string) => CatalogDetails | null {
  if (!isDetailsFile(value)) throw wrongDataFile('catalog-details');
  return (id) => {
    const row = Object.hasOwn(value.models, id) ? value.models[id] : undefined;
    return row === undefined ? null : readRow(row);
  };
}

function readRow(row: DetailsRow): CatalogDetails {
  return {
    otherSkus: row.skus.flatMap(readOtherSku),
    soldBy: row.soldBy,
    marketplace: row.marketplace,
    dataZoneAreas: row.dataZoneAreas ?? [],
    replacement: row.replacement === null ? null : readReplacement(row.replacement),
    note: row.note ?? null,
    alsoManagedCompute: row.alsoManagedCompute ?? null,
    whyNotPayAsYouGo: row.whyNotPayAsYouGo ?? null,
    routesTo: row.routesTo ?? [],
    lastSeen: row.lastSeen ?? null,
    documented:
      row.docs === undefined ? null : { lifecycle: row.docs.lifecycle, retires: row.docs.retirement },
    assetId: row.assetId ?? null,
    sources: row.sources ?? [],
  };
}

function readOtherSku(row: SkuRow): readonly SkuOffer[] {
  if (row.name === undefined) return [];
  return [
    {
      name: row.name,
      usageName: row.usageName ?? '',
      capacity: {
        minimum: row.capacityMin,
        maximum: row.capacityMax,
        step: row.capacityStep,
        default: row.capacityDefault ?? undefined,
      },
      retires: readDate(row.deprecation ?? null),
      rateLimits: (row.rateLimits ?? []).map(readRateLimit),
    },
  ];
}

/** The entry with the SKUs and the replacement that only the details hold. */
export function completeEntry(entry: CatalogEntry, details: CatalogDetails | null): CatalogEntry {
  if (details === null) return entry;
  const skus = [...entry.skus, ...details.otherSkus];
  // The documentation names two replacements at times: `A, B`.
  const [name] = details.replacement?.name.split(', ') ?? [];
  return name === undefined
    ? { ...entry, skus }
    : { ...entry, skus, replacement: { name, version: details.replacement?.version } };
}

function readReplacement(row: NonNullable<DetailsRow['replacement']>): CatalogReplacement {
  return {
    name: row.model,
    version: row.version,
    autoUpgradeStart: row.autoUpgradeStart,
    from: row.from,
  };
}
