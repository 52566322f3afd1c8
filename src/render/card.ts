import { cleanText } from './clean-text.js';
import { spokenLabel } from './spoken-label.js';
import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { longestWord, wrapText } from './wrap.js';

/** A fact of a card. */
export type CardField = readonly [label: string, value: string];

/** Columns between a label and its value. */
const GAP = 2;
/** Below this a value is not wrapped into its own column any more. */
const LEAST_VALUE_WIDTH = 20;

/**
 * One thing and its facts: a title line, then label and value beside each other. Values may hold several
 * lines and styles of the theme; other control characters are removed. Fields with an empty value are left
 * out. Wraps to the theme's width; a value with a word that is too long for its column, such as an address,
 * goes below its label, and on a very narrow terminal all do. For a screen reader: `label: value`. `address` is
 * the page that the title leads to.
 */
export function renderCard(
  title: string,
  fields: readonly CardField[],
  theme: Theme,
  address: string | null = null,
): string {
  const shown = fields.filter(([, value]) => value !== '');
  const labelWidth = Math.max(0, ...shown.map(([label]) => displayWidth(label)));
  const room = theme.width === null ? null : theme.width - labelWidth - GAP;
  const heading = title === '' ? '' : `${headingLines(title, theme, address)}\n`;
  return (
    heading +
    shown
      .map(([label, value]) => {
        const text = cleanText(value, theme);
        if (theme.isLinear)
          return `${theme.style.dim(`${spokenLabel(label, theme)}:`)} ${text.replaceAll('\n', '; ')}\n`;
        const isBelow = room !== null && (room < LEAST_VALUE_WIDTH || longestWord(text) > room);
        const indent = ' '.repeat(isBelow ? GAP : labelWidth + GAP);
        const width = isBelow && theme.width !== null ? theme.width - GAP : room;
        const lines = (width === null ? text : wrapText(text, width)).split('\n');
        const gap = isBelow ? `\n${indent}` : ' '.repeat(labelWidth - displayWidth(label) + GAP);
        return `${theme.style.dim(label)}${gap}${lines.join(`\n${indent}`)}\n`;
      })
      .join('')
  );
}

function headingLines(title: string, theme: Theme, address: string | null): string {
  const text = cleanText(title, theme);
  const lines = theme.width === null ? text : wrapText(text, theme.width);
  return lines
    .split('\n')
    .map((line) => theme.style.bold(line))
    .map((line) => (address === null ? line : theme.link(line, address)))
    .join('\n');
}
