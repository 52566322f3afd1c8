import { type Column, renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';
import { displayWidth } from '../width.js';
import { wrapText } from '../wrap.js';
import { moneyText, ROUNDING_NOTE } from './money.js';

interface Row {
  readonly model: string;
  readonly version: string | null;
  readonly sku: string | null;
  readonly regions: readonly string[];
  readonly total: string | null;
  readonly currency: string;
  readonly times: string | null;
  readonly reason: string | null;
}

const LONGEST_BAR = 20;
/** A shorter one shows no difference. */
const SHORTEST_BAR = 6;
const GAP = 2;
const MOST_MISSING = 8;

interface ShownColumn {
  readonly column: Column;
  readonly cell: (row: Row) => string;
}

/** Cheapest first, with a bar on a terminal that has room for one; what has no price below. */
export function compareView(rows: readonly Row[], theme: Theme): string {
  const priced = rows.filter(({ total }) => total !== null);
  const columns = columnsFor(priced, theme);
  const table = renderColumns(
    columns.map(({ column }) => column),
    priced.map((row) => columns.map(({ cell }) => cell(row))),
    theme,
  );
  const notes = [
    ...(priced.some(({ total }) => moneyText(total ?? '0').startsWith('~')) ? [ROUNDING_NOTE] : []),
    ...missingNotes(rows),
  ].map((note) => theme.style.dim(theme.width === null ? note : wrapText(note, theme.width)));
  return notes.length === 0 ? table : `${table}\n${notes.join('\n')}\n`;
}

/** A narrow terminal has the bar instead of the versions, as long as each model has one only. */
function columnsFor(priced: readonly Row[], theme: Theme): readonly ShownColumn[] {
  const version: ShownColumn = {
    column: { header: 'VERSION', shrink: 2 },
    cell: (row) => row.version ?? '',
  };
  const [model, ...others] = plainColumns(priced);
  if (model === undefined) return [];
  const all = [model, version, ...others];
  if (theme.width === null) return all;
  const width = theme.width;
  const roomBeside = (columns: readonly ShownColumn[]): number =>
    width - columns.reduce((sum, column) => sum + naturalWidth(column, priced) + GAP, 0);
  const hasSeveral = priced.some((row) =>
    priced.some((other) => other.model === row.model && other.version !== row.version),
  );
  const columns = hasSeveral || roomBeside(all) >= SHORTEST_BAR ? all : [model, ...others];
  const length = Math.min(LONGEST_BAR, roomBeside(columns));
  return length < SHORTEST_BAR ? columns : [...columns, barColumn(priced, length, theme)];
}

function plainColumns(priced: readonly Row[]): readonly ShownColumn[] {
  return [
    { column: { header: 'MODEL', shrink: 3 }, cell: (row) => row.model },
    { column: { header: 'SKU' }, cell: (row) => row.sku ?? '' },
    { column: { header: 'REGIONS', shrink: 1 }, cell: (row) => regionsText(row.regions) },
    {
      column: { header: priced[0]?.currency ?? 'AMOUNT', align: 'right' },
      cell: (row) => moneyText(row.total ?? '0'),
    },
    {
      column: { header: 'TIMES', align: 'right' },
      cell: (row) => (row.times === null ? '' : `${row.times}x`),
    },
  ];
}

function naturalWidth({ column, cell }: ShownColumn, priced: readonly Row[]): number {
  return Math.max(displayWidth(column.header), ...priced.map((row) => displayWidth(cell(row))));
}

/** How long a bar is says nothing that the amounts do not. */
function barColumn(priced: readonly Row[], length: number, theme: Theme): ShownColumn {
  const largest = Math.max(0, ...priced.map(({ total }) => Number(total)));
  const mark = theme.symbols.ellipsis === '…' ? '█' : '#';
  return {
    column: { header: '', style: 'cyan' },
    cell: ({ total }) =>
      mark.repeat(largest === 0 ? 0 : Math.max(1, Math.round((Number(total) / largest) * length))),
  };
}

function regionsText(regions: readonly string[]): string {
  const [first, ...rest] = regions;
  if (first === undefined) return 'all';
  return rest.length === 0 ? first : `${first} +${rest.length}`;
}

function missingNotes(rows: readonly Row[]): readonly string[] {
  const missing = rows.filter(({ total }) => total === null);
  const shown = missing.slice(0, MOST_MISSING).map(({ reason }) => `No price: ${reason}.`);
  const more = missing.length - shown.length;
  return more > 0 ? [...shown, `No price for ${more} more (-o json names them).`] : shown;
}
