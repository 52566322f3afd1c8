import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { longestWord, wrapText } from './wrap.js';

/** Below this a value goes under its label. */
const LEAST_ROOM = 18;

/**
 * What a table becomes on a terminal that is too narrow for it: one block of `label: value` lines for each
 * row, a blank line between blocks. Empty values are left out; long ones wrap, nothing is cut.
 */
export function renderStacked(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  theme: Theme,
): string {
  const labelWidth = Math.max(0, ...labels.map(displayWidth));
  const room = theme.width === null ? null : theme.width - labelWidth - 2;
  const blocks = rows.map((row) => {
    const lines = row.flatMap((value, index) => {
      const label = labels[index] ?? '';
      if (value === '') return [];
      const isBelow = room !== null && (room < LEAST_ROOM || longestWord(value) > room);
      const indent = ' '.repeat(isBelow ? 2 : labelWidth + 2);
      const width = isBelow && theme.width !== null ? theme.width - 2 : room;
      const text = width === null ? value : wrapText(value, width);
      const gap = isBelow ? `\n${indent}` : ' '.repeat(labelWidth - displayWidth(label) + 1);
      return [`${theme.style.dim(`${label}:`)}${gap}${text.replaceAll('\n', `\n${indent}`)}\n`];
    });
    return lines.join('');
  });
  return blocks.filter((block) => block !== '').join('\n');
}
