import { cleanText } from './clean-text.js';
import { GRID_GAP, renderGrid } from './plain-grid.js';
import { renderStacked } from './stacked.js';
import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { longestWord, wrapText } from './wrap.js';

const LEAST_COLUMN_WIDTH = 12;

/**
 * A small table that people look at: cells wrap instead of being cut, and may hold several lines and the
 * theme's styles. On a terminal too narrow for it, and for a screen reader, every row becomes a block of `label: value` lines. For
 * lists that can be long use `renderColumns`, which is a hundred times faster.
 */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  theme: Theme,
): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => head.map((_, index) => cleanText(row[index] ?? '', theme)));
  const widths = theme.isLinear ? null : fitWidths(head, cells, theme.width);
  if (widths === null) return renderStacked(head, cells, theme);
  return renderGrid([
    head.map((text) => theme.style.bold(text)),
    ...cells.map((row) => row.map((text, index) => wrapText(text, widths[index] ?? displayWidth(text)))),
  ]);
}

/** Takes from the widest column until all fit; null when a column would have to break a word or be too narrow. */
function fitWidths(
  head: readonly string[],
  cells: readonly (readonly string[])[],
  available: number | null,
): readonly number[] | null {
  const columns = head.map((text, index) => [text, ...cells.map((row) => row[index] ?? '')]);
  const widths = columns.map((texts) => Math.max(...texts.map(textWidth)));
  const least = columns.map((texts) => Math.max(LEAST_COLUMN_WIDTH, ...texts.map(longestWord)));
  const gaps = GRID_GAP * (widths.length - 1);
  while (available !== null && widths.reduce((sum, width) => sum + width, gaps) > available) {
    let widest = -1;
    for (const [index, width] of widths.entries()) {
      if (width > (least[index] ?? 0) && width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest < 0) return null;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function textWidth(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}
