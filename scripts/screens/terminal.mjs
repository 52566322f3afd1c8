import stringWidth from 'string-width';

const PLAIN = { bold: false, dim: false, underline: false, color: null };
const COLORS = { 31: 'red', 32: 'green', 33: 'yellow', 36: 'cyan' };
const SEQUENCE = /\x1b\[([?<>=]?)([\d;]*)([A-Za-z])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>78]|[\s\S]/gu;

/**
 * What stays on a terminal of `columns` after `raw` was written to it: rows of cells `{ text, width, style }`.
 * Knows what aimi, ora and inquirer send: colours, carriage return, cursor moves and erasing of lines.
 */
export function screenOf(raw, columns) {
  const rows = [[]];
  let row = 0;
  let column = 0;
  let style = PLAIN;
  const lineFeed = () => {
    row += 1;
    rows[row] ??= [];
  };
  const put = (text) => {
    const width = stringWidth(text);
    if (width === 0) return;
    if (column + width > columns) {
      lineFeed();
      column = 0;
    }
    const line = rows[row];
    while (line.length < column) line.push({ text: ' ', width: 1, style: PLAIN });
    line[column] = { text, width, style };
    for (let next = 1; next < width; next += 1) line[column + next] = { text: '', width: 0, style };
    column += width;
  };
  const control = (final, text) => {
    const number = Number(text.split(';')[0] || 0);
    if (final === 'm') style = restyled(style, text);
    else if (final === 'G') column = Math.max(0, number - 1);
    else if (final === 'A') row = Math.max(0, row - Math.max(1, number));
    else if (final === 'B') for (let step = Math.max(1, number); step > 0; step -= 1) lineFeed();
    else if (final === 'K') rows[row] = number === 2 ? [] : rows[row].slice(0, column);
    else if (final === 'J') rows.splice(row, rows.length, rows[row].slice(0, column));
    else throw new Error(`The terminal does not know ESC [ ${text} ${final}`);
  };
  for (const [whole, mode, numbers, final] of raw.matchAll(SEQUENCE)) {
    if (final !== undefined) {
      // Private modes show and hide the cursor and draw in one go: nothing that stays.
      if (mode === '') control(final, numbers);
    } else if (whole === '\n') lineFeed();
    else if (whole === '\r') column = 0;
    else if (!whole.startsWith('\u001b')) put(whole);
  }
  while (rows.length > 0 && rows.at(-1).every(({ text }) => text.trim() === '')) rows.pop();
  return rows;
}

function restyled(style, text) {
  let next = style;
  for (const code of text === '' ? [0] : text.split(';').map(Number)) {
    if (code === 0) next = PLAIN;
    else if (code === 1) next = { ...next, bold: true };
    else if (code === 2) next = { ...next, dim: true };
    else if (code === 4) next = { ...next, underline: true };
    else if (code === 22) next = { ...next, bold: false, dim: false };
    else if (code === 24) next = { ...next, underline: false };
    else if (code === 39) next = { ...next, color: null };
    else if (COLORS[code] !== undefined) next = { ...next, color: COLORS[code] };
    else throw new Error(`The terminal does not know colour ${code}`);
  }
  return next;
}
