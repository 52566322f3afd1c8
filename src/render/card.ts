import { cleanText } from './clean-text.js';
import { GRID_GAP, renderGrid } from './plain-grid.js';
import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { wrapText } from './wrap.js';

/** Below this a value is not wrapped into its own column any more. */
const LEAST_VALUE_WIDTH = 20;

/**
 * One thing and its facts: a title line, then label and value beside each other. Values may hold several
 * lines and styles of the theme; other control characters are removed. Fields with an empty value are left
 * out. Wraps to the theme's width; on a very narrow terminal the value goes below its label.
 */
export function renderCard(
  title: string,
  fields: readonly (readonly [label: string, value: string])[],
  theme: Theme,
): string {
  const shown = fields.filter(([, value]) => value !== '');
  const labels = shown.map(([label]) => label);
  const labelWidth = Math.max(0, ...labels.map(displayWidth));
  const heading = title === '' ? '' : `${headingLines(title, theme)}\n`;
  const room = theme.width === null ? null : theme.width - labelWidth - GRID_GAP;
  if (room !== null && theme.width !== null && room < LEAST_VALUE_WIDTH) {
    const width = theme.width - GRID_GAP;
    return heading + shown.map(([label, value]) => belowLabel(label, value, width, theme)).join('');
  }
  const rows = shown.map(([label, value]) => {
    const text = cleanText(value, theme);
    return [theme.style.dim(label), room === null ? text : wrapText(text, room)];
  });
  return heading + renderGrid(rows);
}

function headingLines(title: string, theme: Theme): string {
  const text = cleanText(title, theme);
  const lines = theme.width === null ? text : wrapText(text, theme.width);
  return lines
    .split('\n')
    .map((line) => theme.style.bold(line))
    .join('\n');
}

function belowLabel(label: string, value: string, width: number, theme: Theme): string {
  const indent = ' '.repeat(GRID_GAP);
  const text = wrapText(cleanText(value, theme), width).replaceAll('\n', `\n${indent}`);
  return `${theme.style.dim(label)}\n${indent}${text}\n`;
}
