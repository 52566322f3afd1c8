import type { Theme } from '../theme.js';
import { displayWidth } from '../width.js';
import { wrapText } from '../wrap.js';

const GAP = 2;
/** A column is not made narrower than this, nor than its longest word. */
const LEAST = 8;

/**
 * A table of text: cells wrap inside their columns, nothing is cut. Where the words are too long for that, every
 * row becomes its first cell with the others under it. Cells may carry styles that end with each word.
 */
export function renderTextTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  theme: Theme,
): string {
  const all = [head, ...rows];
  const natural = head.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  const least = head.map((_, column) =>
    Math.min(natural[column] ?? 0, Math.max(LEAST, ...all.map((row) => longest(row[column] ?? '')))),
  );
  const widths = fitWidths(natural, least, width - GAP * (head.length - 1));
  if (widths === null) return rows.map((row) => renderBlock(head, row, width, theme)).join('');
  const heading = head.every((cell) => cell === '') ? [] : [head.map((cell) => theme.style.bold(cell))];
  return [...heading, ...rows].map((row) => renderRow(row, widths)).join('');
}

function renderBlock(
  head: readonly string[],
  [title = '', ...cells]: readonly string[],
  width: number,
  theme: Theme,
): string {
  const fields = cells.flatMap((cell, place) => {
    const label = head[place + 1] ?? '';
    if (cell === '') return [];
    const text = label === '' ? cell : `${theme.style.dim(`${label}:`)} ${cell}`;
    return [`  ${wrapText(text, width - 4).replaceAll('\n', '\n    ')}\n`];
  });
  const named = title
    .split(' ')
    .map((word) => theme.style.bold(word))
    .join(' ');
  return `${wrapText(named, width)}\n${fields.join('')}`;
}

function longest(text: string): number {
  return Math.max(...text.split(/\s+/).map(displayWidth));
}

/** Takes from the widest column until all fit; null when the least widths do not. */
function fitWidths(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): readonly number[] | null {
  const widths = [...natural];
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
  if (sum(least) > room) return null;
  while (sum(widths) > room) {
    const slack = widths.map((each, column) => (each > (least[column] ?? 0) ? each : 0));
    const widest = slack.indexOf(Math.max(...slack));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function renderRow(row: readonly string[], widths: readonly number[]): string {
  const cells = widths.map((width, column) => wrapText(row[column] ?? '', width).split('\n'));
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, at) =>
    cells
      .map((cell, column) => {
        const text = cell[at] ?? '';
        return text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text)));
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
