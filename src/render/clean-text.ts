import { stripControls } from '../core/text.js';
import type { Theme } from './theme.js';

/** Text of a cell: lines and the theme's own styles stay, everything else that steers a terminal goes. */
export function cleanText(text: string, theme: Theme): string {
  const hasStyles = theme.style.bold(' ') !== ' ';
  return stripControls(text, { keepLines: true, keepStyles: hasStyles }).replaceAll('\t', '  ');
}
