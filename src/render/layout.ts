import type { Column } from './columns.js';
import { displayWidth } from './width.js';

/** A column that knows its cell. */
export interface CellColumn<T> extends Column {
  readonly cell: (row: T) => string;
}

const GAP = 2;

/**
 * The first layout that fits into `width`, from the fullest to the barest; the last one when none does. The
 * first one without a width.
 */
export function chooseLayout<T>(
  layouts: readonly [readonly CellColumn<T>[], ...(readonly CellColumn<T>[])[]],
  rows: readonly T[],
  width: number | null,
): readonly CellColumn<T>[] {
  if (width === null) return layouts[0];
  return (
    layouts.find((layout) => leastWidth(layout, rows) <= width) ?? layouts[layouts.length - 1] ?? layouts[0]
  );
}

/** What a layout needs when the columns that may be cut are. */
function leastWidth<T>(layout: readonly CellColumn<T>[], rows: readonly T[]): number {
  return layout.reduce((sum, column) => {
    const most = column.shrink === undefined ? Number.POSITIVE_INFINITY : (column.least ?? 8);
    const natural = rows.reduce((widest, row) => Math.max(widest, displayWidth(column.cell(row))), 0);
    return sum + GAP + Math.max(column.header.length, Math.min(natural, most));
  }, -GAP);
}
