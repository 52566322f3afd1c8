import { displayWidth, isPlain, takeColumns } from './width.js';

/**
 * Breaks text at blanks so that lines fit into `width` columns; existing line breaks stay. A long word of
 * plain characters (an address, a key name, an id) stays whole, because the terminal wraps it in a way
 * that can still be copied, and so does a styled word; other scripts are broken anywhere.
 */
export function wrapText(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

/** A command up to the end of its clause: broken in two it would be pasted in two. */
const COMMAND = /(?<!\S)((?:aimi|az|azd|npm|export|curl) [^;:,()\n]*[^;:,()\s.]\S*)/;

/** As `wrapText`, for sentences: a command in them stays whole, whatever its length. */
export function wrapProse(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width, proseWords(line)))
    .join('\n');
}

/** With one capture in the pattern, `split` puts the commands at the odd places. */
function proseWords(line: string): readonly string[] {
  return line.split(COMMAND).flatMap((part, index, parts) => {
    if (index % 2 === 1) return [part];
    const inner = part.slice(index > 0 && part.startsWith(' ') ? 1 : 0);
    const words = index < parts.length - 1 && inner.endsWith(' ') ? inner.slice(0, -1) : inner;
    return part === '' || (words === '' && index > 0) ? [] : words.split(' ');
  });
}

function wrapLine(line: string, width: number, words: readonly string[] = line.split(' ')): string[] {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of words) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (displayWidth(joined) <= width) {
      current = joined;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = breakWord(word, width);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return current === '' ? lines : [...lines, current];
}

function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (!isPlain(rest) && !rest.includes('\x1b') && displayWidth(rest) > width) {
    const piece = takeColumns(rest, width);
    if (piece === '') break;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

/** Columns of the longest word that `wrapText` keeps whole. */
export function longestWord(text: string): number {
  return Math.max(...text.split(/[ \n]/).map((word) => (isPlain(word) ? word.length : 0)));
}
