import { type BookFile, countRows, decodeRows, isBookFile } from './book-file.js';
import type { Billing, PriceBook, PriceBookFacts, PriceRow } from './types.js';

/**
 * A price book from its parsed file, of one way of billing if `only` says so. Null when the value is no book of
 * this version of aimi; rows are read when they are asked for, and a damaged row throws `RangeError`.
 */
export function readPriceBook(value: unknown, only: Billing | null = null): PriceBook | null {
  if (!isBookFile(value)) return null;
  if (only === null) return bookOf(value);
  const models = Object.entries(value.models).filter(([, { billing }]) => billing === only);
  return bookOf({ ...value, models: Object.fromEntries(models) });
}

/** `first` wins for every model that it has; `second` fills in the rest. The facts are those of `first`. */
export function joinBooks(first: PriceBook, second: PriceBook): PriceBook {
  const own = new Set(first.models.map((name) => name.toLowerCase()));
  const further = second.models.filter((name) => !own.has(name.toLowerCase()));
  const models = [...first.models, ...further];
  return {
    models,
    get facts() {
      const rowCount = further.reduce((sum, name) => sum + second.rowsOf(name).length, first.facts.rowCount);
      return { ...first.facts, rowCount, modelCount: models.length };
    },
    rowsOf: (model) => (own.has(model.toLowerCase()) ? first.rowsOf(model) : second.rowsOf(model)),
    allRows: () => [...first.allRows(), ...further.flatMap((name) => second.rowsOf(name))],
  };
}

function bookOf(file: BookFile): PriceBook {
  const models = Object.keys(file.models);
  const read = new Map<string, readonly PriceRow[]>();
  const rowsOf = (model: string): readonly PriceRow[] => {
    const known = read.get(model);
    if (known !== undefined) return known;
    const name = Object.hasOwn(file.models, model)
      ? model
      : models.find((candidate) => candidate.toLowerCase() === model.toLowerCase());
    const rows = name === undefined ? [] : decodeRows(file, name);
    read.set(model, rows);
    return rows;
  };
  return {
    models,
    get facts(): PriceBookFacts {
      const { date, currency, origin, source } = file;
      return { date, currency, origin, source, rowCount: countRows(file), modelCount: models.length };
    },
    rowsOf,
    allRows: () => models.flatMap(rowsOf),
  };
}
