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

function wrapLine(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
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
