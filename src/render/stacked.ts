import { spokenLabel } from './spoken-label.js';
import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { longestWord, wrapText } from './wrap.js';

/** Below this a value goes under its label. */
const LEAST_ROOM = 18;

/** Styles one line of a value that is laid out already. */
type Paint = (text: string, rowIndex: number, columnIndex: number) => string;

/**
 * What a table becomes where columns do not fit, and for a screen reader: one block of `label: value` lines
 * for each row, a blank line between blocks. Empty values are left out; long ones wrap, nothing is cut.
 */
export function renderStacked(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  theme: Theme,
  paint: Paint = (text) => text,
): string {
  const labelWidth = theme.isLinear ? 0 : Math.max(0, ...labels.map(displayWidth));
  const room = theme.width === null ? null : theme.width - labelWidth - 2;
  const blocks = rows.map((row, rowIndex) => {
    const lines = row.flatMap((value, index) => {
      const label = labels[index] ?? '';
      // A column without a name is drawing, such as a bar: nothing to be read out.
      if (value === '' || (label === '' && theme.isLinear)) return [];
      const spoken = theme.isLinear ? value.replaceAll('\n', '; ') : value;
      const isBelow = label !== '' && room !== null && (room < LEAST_ROOM || longestWord(value) > room);
      const indent = ' '.repeat(theme.isLinear ? 0 : isBelow ? 2 : labelWidth + 2);
      const width = isBelow && theme.width !== null ? theme.width - 2 : room;
      const text = (width === null ? spoken : wrapText(value, width))
        .split('\n')
        .map((line) => paint(line, rowIndex, index));
      const name = label === '' ? '' : `${spokenLabel(label, theme)}:`;
      const gap = isBelow ? `\n${indent}` : ' '.repeat(Math.max(1, labelWidth + 2 - displayWidth(name)));
      return [`${theme.style.dim(name)}${gap}${text.join(`\n${indent}`)}\n`];
    });
    return lines.join('');
  });
  return blocks.filter((block) => block !== '').join('\n');
}
