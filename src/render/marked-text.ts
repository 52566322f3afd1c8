import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { wrapProse } from './wrap.js';

/** A sentence behind a mark, wrapped to the theme's width with its further lines under the first. */
export function markedText(
  mark: string,
  text: string,
  { width }: Pick<Theme, 'width'>,
  paint: (line: string) => string = (line) => line,
): string {
  const indent = displayWidth(mark);
  const wrapped = width === null ? text : wrapProse(text, width - indent);
  return (
    mark +
    wrapped
      .split('\n')
      .map(paint)
      .join(`\n${' '.repeat(indent)}`)
  );
}
