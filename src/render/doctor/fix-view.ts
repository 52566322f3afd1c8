import type { Cause } from '../../doctor/diagnosis.js';
import { cleanText } from '../clean-text.js';
import type { Theme } from '../theme.js';
import { dedent } from './dedent.js';
import { paragraph } from './paragraph.js';

/** The change to make: a sentence, the line before and after, a command. Lines to copy are never wrapped. */
export function fixText({ fix, code }: Cause, theme: Theme): string {
  const { style, symbols } = theme;
  const lines = [style.dim('Fix'), paragraph('  ', fix.text, theme, 2).trimEnd()];
  if (fix.file !== undefined) {
    lines.push(
      `  ${style.underline(line(fix.line === undefined ? fix.file : `${fix.file}:${fix.line}`, theme))}`,
    );
  }
  if (fix.before !== undefined) lines.push(...marked('-', fix.before, style.red, theme));
  if (fix.after !== undefined) lines.push(...marked('+', fix.after, style.green, theme));
  if (fix.command !== undefined) lines.push(`  $ ${line(fix.command, theme)}`);
  lines.push(style.dim(paragraph(`  ${symbols.hint} `, `aimi explain ${code}`, theme, 4).trimEnd()));
  return `${lines.join('\n')}\n`;
}

function marked(mark: string, text: string, paint: (text: string) => string, theme: Theme): string[] {
  return dedent(cleanText(text, theme)).map((row) => paint(`  ${mark} ${row}`));
}

function line(text: string, theme: Theme): string {
  return cleanText(text, theme).replaceAll('\n', ' ');
}
