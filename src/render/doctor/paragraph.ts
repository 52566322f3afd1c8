import { cleanText } from '../clean-text.js';
import type { Theme } from '../theme.js';
import { wrapProse } from '../wrap.js';

/** Text from outside, safe for the terminal, wrapped behind `first` with its further lines under it. */
export function paragraph(first: string, text: string, theme: Theme, indent = first.length): string {
  const clean = cleanText(text, theme);
  const rest = `\n${' '.repeat(indent)}`;
  const room = theme.width === null ? null : Math.max(16, theme.width - indent);
  // A number and its unit stay on one line.
  const wrapped =
    room === null ? clean : wrapProse(clean.replaceAll(' %', '\u00a0%'), room).replaceAll('\u00a0%', ' %');
  return `${first}${wrapped.replaceAll('\n', rest)}\n`;
}

/** `92 %` */
export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
