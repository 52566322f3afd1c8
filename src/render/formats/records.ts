/** Any result as rows of cells: lists row by row, one object as one row, scalars as a column without a name. */
export interface Records {
  /** Null when the rows have no names (scalars, lists in a list). */
  readonly columns: readonly string[] | null;
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * @param columns the order for objects; without it every key, in the order first seen.
 * Null and undefined give no row at all, as `az` does with an empty query result.
 */
export function toRecords(data: unknown, columns?: readonly string[]): Records {
  if (data === null || data === undefined) return { columns: null, rows: [] };
  const items: readonly unknown[] = Array.isArray(data) ? data : [data];
  const objects = items.flatMap((item) => (isObject(item) ? [item] : []));
  if (objects.length === 0 || objects.length !== items.length) {
    return { columns: null, rows: items.map((item) => (Array.isArray(item) ? item : [item])) };
  }
  const names = columns ?? [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return {
    columns: names,
    rows: objects.map((object) =>
      names.map((name) => (Object.hasOwn(object, name) ? object[name] : undefined)),
    ),
  };
}

/** A value as plain text: nothing for null, JSON for what has parts. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
