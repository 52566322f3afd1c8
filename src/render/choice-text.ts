import { displayWidth } from './width.js';
import { wrapText } from './wrap.js';

/** Columns that a list takes before each line, for its cursor. */
const CURSOR = 2;
const INDENT = '    ';

/**
 * A line of a list with what goes under it. The lines are filled up with blanks and not separated by line
 * feeds: the terminal's width breaks them, because a list that completes a line by Tab types it.
 */
export function choiceText(name: string, more: string, columns: number, cursor = CURSOR): string {
  if (more === '') return name;
  const below = wrapText(more, columns - INDENT.length).split('\n');
  const filled = (text: string, width: number): string =>
    text + ' '.repeat(Math.max(0, Math.ceil(displayWidth(text) / width) * width - displayWidth(text)));
  // The cursor stands before the first line alone.
  const first = filled(`${' '.repeat(cursor)}${name}`, columns).slice(cursor);
  const rest = below.map((line, index) =>
    index === below.length - 1 ? INDENT + line : filled(INDENT + line, columns),
  );
  return first + rest.join('');
}
