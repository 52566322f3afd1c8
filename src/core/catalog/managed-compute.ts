import { isOurs, wrongDataFile } from './read.js';
import type { ManagedComputeCategory, ManagedComputeEntry } from './types.js';

const SCHEMA = 1;

interface ManagedRow {
  readonly name: string;
  readonly publisher: string | null;
  readonly category: ManagedComputeCategory;
  readonly billing: string;
  readonly needs: string;
  readonly lookAlikeOf?: string;
  readonly license?: string | null;
  readonly note?: string;
  readonly signals?: { readonly inferenceComputes?: readonly string[] };
}

interface ManagedFile {
  readonly schema: number;
  readonly models: readonly ManagedRow[];
}

function isManagedFile(value: unknown): value is ManagedFile {
  return isOurs(value, SCHEMA) && 'models' in value && Array.isArray(value.models);
}

/** Entries of the Azure AI catalog that are not sold per token, from the parsed `managed-compute` data file. */
export function readManagedCompute(value: unknown): readonly ManagedComputeEntry[] {
  if (!isManagedFile(value)) throw wrongDataFile('managed-compute');
  return value.models.map((row) => ({
    name: row.name,
    publisher: row.publisher,
    category: row.category,
    billing: row.billing,
    needs: row.needs,
    lookAlikeOf: row.lookAlikeOf ?? null,
    computes: row.signals?.inferenceComputes ?? [],
    license: row.license ?? null,
    note: row.note ?? null,
  }));
}
