import { stripControls } from '../core/text.js';
import { renderStacked } from './stacked.js';
import type { StyleName, Theme } from './theme.js';
import { displayWidth, isPlain, truncate } from './width.js';

export interface Column {
  readonly header: string;
  readonly align?: 'left' | 'right';
  /** May be cut on a narrow terminal, the lowest number first; absent means never. */
  readonly shrink?: number;
  /** A cut column keeps at least so many columns; 8 when absent. */
  readonly least?: number;
  readonly style?: StyleName;
  /** Styles one cell; gets the text as printed (cut, not padded). Wins over `style`. */
  readonly styleCell?: (text: string, rowIndex: number) => string;
  /** The https address that a cell leads to, or null. */
  readonly address?: (rowIndex: number) => string | null;
}

export interface ColumnsOptions {
  /** The group of a row. Rows of one group are neighbours, indented under its heading with their number. */
  readonly groupOf?: (rowIndex: number) => string;
}

const GAP = '  ';
const LEAST = 8;
/** Of rows under the heading of their group. */
const INDENT = '  ';

/**
 * Prints a list: headers, two blanks between columns, no borders, no blanks at line ends. Cells are cleaned
 * of control characters here, so they may come straight from the service; they carry no styles of their
 * own. Without a width nothing is cut; on a terminal shrinkable columns are cut, and when that does not do,
 * and for a screen reader, every row becomes a block of `label: value` lines. No rows: the empty string.
 */
export function renderColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  theme: Theme,
  options: ColumnsOptions = {},
): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => columns.map((_, index) => cleanCell(row[index] ?? '')));
  const natural = columns.map((column, index) => {
    let widest = displayWidth(column.header);
    for (const row of cells) widest = Math.max(widest, displayWidth(row[index] ?? ''));
    return widest;
  });
  const { groupOf } = options;
  const indent = groupOf === undefined ? '' : INDENT;
  const widths = theme.isLinear
    ? null
    : fitWidths(columns, natural, theme.width === null ? null : theme.width - indent.length);
  const paint = (text: string, column: Column, rowIndex: number): string =>
    paintCell(text, column, rowIndex, theme);
  const headers = columns.map((column) => column.header);
  const block = (from: number, to: number): string =>
    widths === null
      ? renderStacked(headers, cells.slice(from, to), theme, (text, row, index) => {
          const column = columns[index];
          return column === undefined ? text : paint(text, column, from + row);
        })
      : cells
          .slice(from, to)
          .map(
            (row, offset) =>
              `${indent}${renderLine(columns, widths, row, theme, (text, column) => paint(text, column, from + offset))}\n`,
          )
          .join('');
  const head =
    widths === null
      ? ''
      : `${indent}${renderLine(columns, widths, headers, theme, (text) => theme.style.bold(text))}\n`;
  if (groupOf === undefined) return head + block(0, cells.length);
  const groups = groupsOf(cells.length, groupOf).map(({ name, from, to }) => {
    const heading = theme.style.bold(`${cleanCell(name)} (${to - from})`);
    return `${heading}\n${widths === null ? '\n' : ''}${block(from, to)}`;
  });
  return head + groups.join('\n');
}

interface Group {
  readonly name: string;
  readonly from: number;
  /** The first row that is no longer in it. */
  readonly to: number;
}

function groupsOf(count: number, groupOf: (rowIndex: number) => string): readonly Group[] {
  const groups: Group[] = [];
  for (let row = 0; row < count; row += 1) {
    const name = groupOf(row);
    const last = groups.at(-1);
    if (last?.name === name) groups[groups.length - 1] = { ...last, to: row + 1 };
    else groups.push({ name, from: row, to: row + 1 });
  }
  return groups;
}

function paintCell(text: string, column: Column, rowIndex: number, theme: Theme): string {
  const styled =
    column.styleCell !== undefined
      ? column.styleCell(text, rowIndex)
      : column.style === undefined
        ? text
        : theme.style[column.style](text);
  const address = column.address?.(rowIndex) ?? null;
  return address === null ? styled : theme.link(styled, address);
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
    const cut = Math.max(0, Math.min(excess, width - (columns[index]?.least ?? LEAST)));
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
