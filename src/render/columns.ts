import { stripControls } from '../core/text.js';
import { renderStacked } from './stacked.js';
import type { StyleName, Theme } from './theme.js';
import { displayWidth, isPlain, truncate } from './width.js';

export interface Column {
  readonly header: string;
  readonly align?: 'left' | 'right';
  /** May be cut on a narrow terminal, the lowest number first; absent means never. */
  readonly shrink?: number;
  readonly style?: StyleName;
  /** Styles one cell; gets the text as printed (cut, not padded). Wins over `style`. */
  readonly styleCell?: (text: string, rowIndex: number) => string;
}

const GAP = '  ';
/** A cut column keeps at least this many columns. */
const LEAST = 8;

/**
 * Prints a list: headers, two blanks between columns, no borders, no blanks at line ends. Cells are cleaned
 * of control characters here, so they may come straight from the service; they carry no styles of their
 * own. Without a width nothing is cut; on a terminal shrinkable columns are cut, and when that does not do,
 * every row becomes a block of `label: value` lines. No rows: the empty string.
 */
export function renderColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  theme: Theme,
): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => columns.map((_, index) => cleanCell(row[index] ?? '')));
  const natural = columns.map((column, index) => {
    let widest = displayWidth(column.header);
    for (const row of cells) widest = Math.max(widest, displayWidth(row[index] ?? ''));
    return widest;
  });
  const widths = fitWidths(columns, natural, theme.width);
  if (widths === null) {
    return renderStacked(
      columns.map((column) => column.header),
      cells,
      theme,
    );
  }
  const lines = [
    renderLine(columns, widths, headerCells(columns), theme, (text) => theme.style.bold(text)),
    ...cells.map((row, rowIndex) =>
      renderLine(columns, widths, row, theme, (text, column) => {
        if (column.styleCell !== undefined) return column.styleCell(text, rowIndex);
        return column.style === undefined ? text : theme.style[column.style](text);
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function headerCells(columns: readonly Column[]): string[] {
  return columns.map((column) => column.header);
}

function cleanCell(text: string): string {
  return isPlain(text) ? text : stripControls(text);
}

/** Widths that fit, or null when even the least ones do not. */
function fitWidths(
  columns: readonly Column[],
  natural: readonly number[],
  available: number | null,
): readonly number[] | null {
  const gaps = GAP.length * (natural.length - 1);
  const widths = [...natural];
  let excess = available === null ? 0 : widths.reduce((sum, width) => sum + width, gaps) - available;
  const order = columns
    .flatMap(({ shrink }, index) => (shrink === undefined ? [] : [{ shrink, index }]))
    .sort((a, b) => a.shrink - b.shrink);
  for (const { index } of order) {
    if (excess <= 0) break;
    const width = widths[index] ?? 0;
    const cut = Math.max(0, Math.min(excess, width - LEAST));
    widths[index] = width - cut;
    excess -= cut;
  }
  return excess > 0 ? null : widths;
}

function renderLine(
  columns: readonly Column[],
  widths: readonly number[],
  cells: readonly string[],
  theme: Theme,
  paint: (text: string, column: Column) => string,
): string {
  let line = '';
  let pending = 0;
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0;
    const full = cells[index] ?? '';
    const isShort = full.length <= width && isPlain(full);
    const text = isShort ? full : truncate(full, width, theme.symbols.ellipsis);
    const blanks = width - (isShort ? text.length : displayWidth(text));
    if (index > 0) pending += GAP.length;
    if (text === '') {
      pending += width;
      continue;
    }
    const isRight = column.align === 'right';
    line += ' '.repeat(pending + (isRight ? blanks : 0)) + paint(text, column);
    pending = isRight ? 0 : blanks;
  }
  return line;
}
