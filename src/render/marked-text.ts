import type { Theme } from './theme.js';
import { displayWidth } from './width.js';

/** A word, or a command up to the end of its clause: broken in two it would be pasted in two. */
const PIECES = /(?<!\S)(?:aimi|az|azd|npm|export|curl) [^;:,()]*[^;:,()\s.]\S*|\S+/g;

/** Text behind a mark, wrapped to the theme's width with its further lines under the first. */
export function markedText(
  mark: string,
  text: string,
  { width }: Pick<Theme, 'width'>,
  paint: (line: string) => string = (line) => line,
): string {
  const indent = displayWidth(mark);
  const room = width === null ? null : width - indent;
  const lines = text.split('\n').flatMap((line) => (room === null ? [line] : wrapPieces(line, room)));
  return mark + lines.map(paint).join(`\n${' '.repeat(indent)}`);
}

function wrapPieces(line: string, room: number): readonly string[] {
  if (displayWidth(line) <= room) return [line];
  const lines: string[] = [];
  let current = '';
  for (const [piece] of line.matchAll(PIECES)) {
    const joined = current === '' ? piece : `${current} ${piece}`;
    if (displayWidth(joined) > room && current !== '') lines.push(current);
    current = displayWidth(joined) > room ? piece : joined;
  }
  return [...lines, current];
}
