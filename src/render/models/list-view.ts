import { lastDay, type ModelRow } from '../../core/catalog/rows.js';
import { skuMeaning } from '../../core/catalog/sku-meaning.js';
import { type Column, renderColumns } from '../columns.js';
import { compact } from '../numbers.js';
import type { Theme } from '../theme.js';

interface ListColumn extends Column {
  readonly cell: (row: ModelRow) => string;
}

/** A gap of two between columns, as `renderColumns` prints it. */
const GAP = 2;
/** So much of a long name may be cut before a whole column is given up. */
const NAME_ROOM = 34;

/**
 * A row per model version. On a narrow terminal the columns that a person misses least go first: regions,
 * publisher, context, then SKUs; the name is cut last. `-o json` always has everything.
 */
export function modelsListView(rows: readonly ModelRow[], theme: Theme): string {
  const columns = layoutFor(rows, theme);
  return renderColumns(
    columns,
    rows.map((row) => columns.map((column) => column.cell(row))),
    theme,
  );
}

function layoutFor(rows: readonly ModelRow[], theme: Theme): readonly ListColumn[] {
  const model: ListColumn = { header: 'MODEL', shrink: 2, cell: (row) => row.name };
  const version: ListColumn = { header: 'VERSION', cell: versionCell };
  const status: ListColumn = { header: 'STATUS', cell: statusOf };
  const publisher: ListColumn = { header: 'PUBLISHER', cell: (row) => row.publisher };
  const skus: ListColumn = { header: 'SKUS', shrink: 1, cell: skusCell };
  const context: ListColumn = {
    header: 'CONTEXT',
    align: 'right',
    cell: (row) => compact(row.context?.input ?? null),
  };
  const retires: ListColumn = { header: 'RETIRES', cell: (row) => lastDay(row) ?? '' };
  const regions: ListColumn = {
    header: 'REGIONS',
    align: 'right',
    cell: (row) => (row.regions === null || row.regions.length === 0 ? '' : String(row.regions.length)),
  };
  const isLive = rows[0]?.regions === null;
  const full = [model, version, publisher, skus, context, retires, ...(isLive ? [] : [regions]), status];
  if (theme.width === null)
    return full.filter((column) => !isLive || rows.some((row) => column.cell(row) !== ''));
  const layouts: readonly (readonly ListColumn[])[] = [
    full,
    [model, version, publisher, skus, context, retires, status],
    [model, version, skus, context, retires, status],
    [model, version, skus, retires, status],
    [model, version, retires, status],
    [model, version, retires],
  ];
  const width = theme.width;
  return layouts.find((layout) => leastWidth(layout, rows) <= width) ?? [model, version];
}

/** What a layout needs when the cells that may be cut are. */
function leastWidth(layout: readonly ListColumn[], rows: readonly ModelRow[]): number {
  return layout.reduce((sum, column) => {
    const natural = rows.reduce((widest, row) => Math.max(widest, column.cell(row).length), 0);
    const most = column.header === 'MODEL' ? NAME_ROOM : Number.POSITIVE_INFINITY;
    return sum + GAP + Math.max(column.header.length, Math.min(natural, most));
  }, -GAP);
}

function versionCell(row: ModelRow): string {
  return row.isDefault ? `${row.version} *` : row.version;
}

/** One word beside a version that is not simply there to take. */
export function statusOf(row: Pick<ModelRow, 'availability' | 'gated' | 'lifecycle'>): string {
  if (row.availability === 'restricted') return 'retiring';
  if (row.gated !== null) return 'gated';
  if (row.lifecycle === 'Preview') return 'preview';
  return row.lifecycle === 'Legacy' ? 'legacy' : '';
}

/** A plain comma: text outside ASCII takes the slow way through width and padding. */
function skusCell(row: ModelRow): string {
  return row.skus.map((sku) => skuMeaning(sku.name).short).join(', ');
}
