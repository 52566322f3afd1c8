import { cleanText } from './card.js';
import { GRID_GAP, renderGrid } from './plain-grid.js';
import { renderStacked } from './stacked.js';
import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { wrapText } from './wrap.js';

const LEAST_COLUMN_WIDTH = 12;

/**
 * A small table that people look at: cells wrap instead of being cut, and may hold several lines and the
 * theme's styles. On a terminal too narrow for it every row becomes a block of `label: value` lines. For
 * lists that can be long use `renderColumns`, which is a hundred times faster.
 */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  theme: Theme,
): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => head.map((_, index) => cleanText(row[index] ?? '', theme)));
  const widths = fitWidths(head, cells, theme.width);
  if (widths === null) return renderStacked(head, cells, theme);
  return renderGrid([
    head.map((text) => theme.style.bold(text)),
    ...cells.map((row) => row.map((text, index) => wrapText(text, widths[index] ?? displayWidth(text)))),
  ]);
}

/** Takes from the widest column until all fit; null when the columns would become too narrow to read. */
function fitWidths(
  head: readonly string[],
  cells: readonly (readonly string[])[],
  available: number | null,
): readonly number[] | null {
  const widths = head.map((text, index) =>
    Math.max(displayWidth(text), ...cells.map((row) => textWidth(row[index] ?? ''))),
  );
  const gaps = GRID_GAP * (widths.length - 1);
  while (available !== null && widths.reduce((sum, width) => sum + width, gaps) > available) {
    const widest = Math.max(...widths);
    if (widest <= LEAST_COLUMN_WIDTH) return null;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function textWidth(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}
