import type { PriceBookFacts, PriceRow, RegionScope } from './types.js';
import { REGION_SCOPES } from './types.js';

/** Raised when a written field changes its meaning; a file of another number is not read. */
export const BOOK_SCHEMA = 1;

/**
 * A price book as it is stored: values that repeat are in tables, and the rows of a model are one text, so that
 * reading a book costs the same for one model and for all.
 */
export interface BookFile {
  readonly schema: typeof BOOK_SCHEMA;
  readonly origin: PriceBookFacts['origin'];
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly currency: string;
  readonly regions: readonly string[];
  /** version, SKU, mode, context, kind, modality. */
  readonly attributes: readonly AttributeEntry[];
  /** Scope, then places in `regions`. */
  readonly regionSets: readonly (readonly (RegionScope | number)[])[];
  readonly products: readonly string[];
  readonly days: readonly string[];
  readonly sources: readonly string[];
  readonly models: Readonly<Record<string, BookModel>>;
}

export type AttributeEntry = readonly [
  version: string | null,
  sku: PriceRow['sku'],
  mode: PriceRow['mode'],
  context: PriceRow['context'],
  kind: PriceRow['kind'],
  modality: PriceRow['modality'],
];

interface BookModel {
  readonly publisher: string;
  readonly billing: PriceRow['billing'];
  /** `attributes~regionSet~price~K or M~first day:last day~product~source~meter name`, with `|` between rows. */
  readonly rows: string;
}

export const FIELD_MARK = '~';
export const ROW_MARK = '|';
const FIELDS = 8;

/** Whether it is a book of this schema: bundled, or written by an update. The schema number vouches for rows. */
export function isBookFile(value: unknown): value is BookFile {
  if (typeof value !== 'object' || value === null) return false;
  if (!('schema' in value) || value.schema !== BOOK_SCHEMA) return false;
  const lists = ['regions', 'attributes', 'regionSets', 'products', 'days', 'sources'];
  const entries = Object.fromEntries(Object.entries(value));
  return (
    lists.every((name) => Array.isArray(entries[name])) &&
    ['source', 'currency'].every((name) => typeof entries[name] === 'string') &&
    /^\d{4}-\d{2}-\d{2}$/.test(String(entries.date)) &&
    (entries.origin === 'bundled' || entries.origin === 'updated') &&
    typeof entries.models === 'object' &&
    entries.models !== null
  );
}

/** The rows of one model; a row that points outside the tables is a damaged file and throws `RangeError`. */
export function decodeRows(file: BookFile, name: string): readonly PriceRow[] {
  const model = Object.hasOwn(file.models, name) ? file.models[name] : undefined;
  if (model === undefined || model.rows === '') return [];
  return model.rows.split(ROW_MARK).map((text) => decodeRow(file, name, model, text));
}

export function countRows(file: BookFile): number {
  let count = 0;
  for (const { rows } of Object.values(file.models)) if (rows !== '') count += rows.split(ROW_MARK).length;
  return count;
}

function decodeRow(file: BookFile, name: string, model: BookModel, text: string): PriceRow {
  const fields = text.split(FIELD_MARK);
  const [attribute, set, price, per, days, product, source, meter] = fields;
  const attributes = file.attributes[Number(attribute)];
  const [scope, ...places] = file.regionSets[Number(set)] ?? [];
  const regionScope = REGION_SCOPES.find((known) => known === scope);
  if (fields.length !== FIELDS || attributes === undefined || regionScope === undefined || !isPrice(price)) {
    throw new RangeError(`A price of ${name} cannot be read: ${text}`);
  }
  const [version, sku, mode, context, kind, modality] = attributes;
  const [from, to] = (days ?? '').split(':');
  return {
    model: name,
    version,
    publisher: model.publisher,
    billing: model.billing,
    sku,
    mode,
    context,
    kind,
    modality,
    regionScope,
    regions: places.map((place) => file.regions[Number(place)] ?? ''),
    price,
    per: per === 'K' ? 1_000 : 1_000_000,
    currency: file.currency,
    meterName: meter === undefined || meter === '' ? null : meter,
    productName: entryOf(file.products, product),
    effectiveFrom: entryOf(file.days, from),
    effectiveTo: entryOf(file.days, to),
    source: entryOf(file.sources, source) ?? file.source,
  };
}

function entryOf(table: readonly string[], place: string | undefined): string | null {
  return place === undefined || place === '' ? null : (table[Number(place)] ?? null);
}

function isPrice(text: string | undefined): text is string {
  return text !== undefined && /^\d+(?:\.\d+)?$/.test(text);
}
