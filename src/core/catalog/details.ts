import { isOurs, wrongDataFile } from './read.js';
import type { CatalogDetails, CatalogReplacement } from './types.js';

const SCHEMA = 1;

interface DetailsRow {
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

function readReplacement(row: NonNullable<DetailsRow['replacement']>): CatalogReplacement {
  return {
    name: row.model,
    version: row.version,
    autoUpgradeStart: row.autoUpgradeStart,
    from: row.from,
  };
}
