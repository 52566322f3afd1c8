import type { Theme } from './theme.js';
import { displayWidth } from './width.js';

/**
 * What a table becomes on a terminal that is too narrow for it: one block of `label: value` lines for each
 * row, a blank line between blocks. Empty values are left out; nothing is cut.
 */
export function renderStacked(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  theme: Theme,
): string {
  const labelWidth = Math.max(0, ...labels.map(displayWidth));
  const blocks = rows.map((row) => {
    const lines = row.flatMap((value, index) => {
      const label = labels[index] ?? '';
      if (value === '') return [];
      const gap = ' '.repeat(labelWidth - displayWidth(label) + 1);
      return [
        `${theme.style.dim(`${label}:`)}${gap}${value.replaceAll('\n', `\n${' '.repeat(labelWidth + 2)}`)}\n`,
      ];
    });
    return lines.join('');
  });
  return blocks.filter((block) => block !== '').join('\n');
}
