import { lastDay, type ModelRow } from '../../core/catalog/rows.js';
import { skuMeaning } from '../../core/catalog/sku-meaning.js';
import { renderColumns } from '../columns.js';
import { type CellColumn, chooseLayout } from '../layout.js';
import { compact } from '../numbers.js';
import type { Theme } from '../theme.js';

/** A name is cut to this before a whole column is given up, to the second when few columns are left. */
const NAME_ROOM = 34;
const NARROW_NAME_ROOM = 22;
/** `Global, DataZone` whole; of a third SKU its beginning may be missing. */
const SKUS_ROOM = 17;
/** Rows stand indented under their publisher. */
const INDENT = 2;

/**
 * A row per model version under a heading for each publisher. On a narrow terminal the columns that a person
 * misses least go first: regions, context, then SKUs; the name is cut last. `-o json` always has everything.
 */
export function modelsListView(rows: readonly ModelRow[], theme: Theme): string {
  const columns = layoutFor(rows, theme);
  return renderColumns(
    columns,
    rows.map((row) => columns.map((column) => column.cell(row))),
    theme,
    { groupOf: (index) => rows[index]?.publisher ?? '' },
  );
}

function layoutFor(rows: readonly ModelRow[], theme: Theme): readonly CellColumn<ModelRow>[] {
  const model: CellColumn<ModelRow> = {
    header: 'MODEL',
    shrink: 2,
    least: NAME_ROOM,
    cell: (row) => row.name,
  };
  const narrow: CellColumn<ModelRow> = { ...model, least: NARROW_NAME_ROOM };
  const version: CellColumn<ModelRow> = { header: 'VERSION', cell: versionCell };
  const status: CellColumn<ModelRow> = {
    header: 'STATUS',
    cell: statusOf,
    styleCell: (text, index) =>
      rows[index]?.availability === 'restricted' ? theme.style.yellow(text) : text,
  };
  const skus: CellColumn<ModelRow> = { header: 'SKUS', shrink: 1, least: SKUS_ROOM, cell: skusCell };
  const context: CellColumn<ModelRow> = {
    header: 'CONTEXT',
    align: 'right',
    cell: (row) => compact(row.context?.input ?? null),
  };
  const retires: CellColumn<ModelRow> = { header: 'RETIRES', cell: (row) => lastDay(row) ?? '' };
  const regions: CellColumn<ModelRow> = {
    header: 'REGIONS',
    align: 'right',
    cell: (row) => (row.regions === null || row.regions.length === 0 ? '' : String(row.regions.length)),
  };
  const isLive = rows[0]?.regions === null;
  const full = [model, version, skus, context, retires, ...(isLive ? [] : [regions]), status];
  /** A column without a word in it takes room from the others. */
  const filled = (columns: readonly CellColumn<ModelRow>[]) =>
    columns.filter((column) => rows.some((row) => column.cell(row) !== ''));
  if (theme.width === null) return isLive ? filled(full) : full;
  return chooseLayout(
    [
      filled(full),
      filled([model, version, skus, context, retires, status]),
      filled([model, version, skus, retires, status]),
      filled([model, version, retires, status]),
      filled([narrow, version, retires]),
      [{ ...model, least: 8 }, version],
    ],
    rows,
    theme.width - INDENT,
  );
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
