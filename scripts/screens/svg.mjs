const CELL = 8.4;
const LINE = 19;
const PAD = 14;
const PALETTE = {
  back: '#15181e',
  text: '#d8dee9',
  red: '#f07178',
  green: '#a3d977',
  yellow: '#ffcb6b',
  cyan: '#7fd7e8',
};

/** A dark window with the rows of a terminal in it; every run of one style keeps its columns in any font. */
export function svgOf(rows, { columns, title }) {
  const width = Math.ceil(columns * CELL + 2 * PAD);
  const height = rows.length * LINE + 2 * PAD;
  const texts = rows.flatMap((row, index) => runsOf(row).map((run) => textOf(run, index)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" xml:space="preserve">
<title>${escaped(title)}</title>
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:${PALETTE.text};white-space:pre}
.b{font-weight:bold}.d{opacity:.62}.u{text-decoration:underline}
${['red', 'green', 'yellow', 'cyan'].map((name) => `.${name[0]}{fill:${PALETTE[name]}}`).join('')}
</style>
<rect width="100%" height="100%" rx="8" fill="${PALETTE.back}"/>
${texts.join('\n')}
</svg>
`;
}

/** Runs of one style; two blanks or more end one, so that a font of another width moves no column. */
function runsOf(row) {
  const runs = [];
  let current = null;
  for (const [column, { text, width, style }] of row.entries()) {
    const key = classOf(style);
    if (current !== null && current.key === key && current.end === column) {
      current.text += text;
      current.end += width;
    } else if (width > 0) {
      current = { key, text, start: column, end: column + width };
      runs.push(current);
    }
    if (width === 2) current.end = column + 2;
  }
  return runs.flatMap(split);
}

function split({ key, text, start }) {
  const parts = [];
  let column = start;
  for (const part of text.split(/( {2,})/)) {
    const width = columnsOf(part);
    const trimmed = part.trimStart();
    const lead = part.length - trimmed.length;
    const shown = trimmed.trimEnd();
    if (shown !== '') parts.push({ key, text: shown, column: column + lead, width: columnsOf(shown) });
    column += width;
  }
  return parts;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

function columnsOf(text) {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

function textOf({ key, text, column, width }, row) {
  const x = round(PAD + column * CELL);
  const y = PAD + row * LINE + 14;
  const style = key === '' ? '' : ` class="${key}"`;
  return `<text x="${x}" y="${y}" textLength="${round(width * CELL)}"${style}>${escaped(text)}</text>`;
}

function classOf({ bold, dim, underline, color }) {
  return [bold && 'b', dim && 'd', underline && 'u', color?.[0]].filter(Boolean).join(' ');
}

function round(value) {
  return String(Math.round(value * 10) / 10);
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
