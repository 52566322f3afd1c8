import { type AttributeEntry, BOOK_SCHEMA, type BookFile, FIELD_MARK, ROW_MARK } from './book-file.js';
import type { PriceBookFacts, PriceRow } from './types.js';

type Tables = Omit<BookFile, 'schema' | 'origin' | 'source' | 'date' | 'currency'>;

/** Rows as a book file, models by name; the opposite of `readPriceBook`. Names with `hasMark` cannot be stored. */
export function writePriceBook(
  rows: readonly PriceRow[],
  facts: Pick<PriceBookFacts, 'date' | 'currency' | 'origin' | 'source'>,
): BookFile {
  return { schema: BOOK_SCHEMA, ...facts, ...encodeRows(rows) };
}

function encodeRows(rows: readonly PriceRow[]): Tables {
  const regions = [...new Set(rows.flatMap((row) => row.regions))].sort();
  const places = new Map(regions.map((name, place) => [name, place]));
  const attributes = createTable<AttributeEntry>();
  const regionSets = createTable<BookFile['regionSets'][number]>();
  const products = createTable<string>();
  const days = createTable<string>();
  const sources = createTable<string>();
  const models = new Map<string, { publisher: string; billing: PriceRow['billing']; texts: string[] }>();
  for (const row of rows) {
    const model = models.get(row.model) ?? { publisher: row.publisher, billing: row.billing, texts: [] };
    models.set(row.model, model);
    const text = [
      attributes.place([row.version, row.sku, row.mode, row.context, row.kind, row.modality]),
      regionSets.place([row.regionScope, ...row.regions.map((name) => places.get(name) ?? -1)]),
      row.price,
      row.per === 1_000 ? 'K' : 'M',
      daysOf(row, days),
      row.productName === null ? '' : products.place(row.productName),
      sources.place(row.source),
      row.meterName ?? '',
    ].join(FIELD_MARK);
    model.texts.push(text);
  }
  const byName = [...models].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    regions,
    attributes: attributes.values,
    regionSets: regionSets.values,
    products: products.values,
    days: days.values,
    sources: sources.values,
    models: Object.fromEntries(
      byName.map(([name, { publisher, billing, texts }]) => [
        name,
        { publisher, billing, rows: texts.join(ROW_MARK) },
      ]),
    ),
  };
}

/** `first:last`, the last left out while the price is open. */
function daysOf(row: PriceRow, days: { place(day: string): number }): string {
  const first = row.effectiveFrom === null ? '' : String(days.place(row.effectiveFrom));
  return row.effectiveTo === null ? first : `${first}:${days.place(row.effectiveTo)}`;
}

/** Whether a name cannot be stored. No published name is known to have one of the marks. */
export function hasMark(name: string): boolean {
  return name.includes(FIELD_MARK) || name.includes(ROW_MARK);
}

function createTable<T>() {
  const values: T[] = [];
  const places = new Map<string, number>();
  return {
    values,
    place(value: T): number {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}
