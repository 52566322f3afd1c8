import type { Theme } from './theme.js';
import { displayWidth } from './width.js';
import { wrapText } from './wrap.js';

/** What to type first, each line ready to run, and what it is for. */
export const WELCOME_EXAMPLES: readonly (readonly [line: string, purpose: string])[] = [
  ['aimi models list --publisher mistral', 'find a model'],
  ['aimi deploy gpt-4.1-mini --dry-run --sandbox', 'plan to deploy it'],
  ['aimi cost compare gpt-4.1 gpt-4.1-mini --input-tokens 1M', 'compare prices'],
  ['aimi doctor', 'find why calls fail'],
];

/** What `aimi` alone prints: what it is for and where to begin, in ten lines of 80 columns. */
export function welcomeView(commands: readonly string[], theme: Theme): string {
  const { style, width } = theme;
  const wrap = (text: string): string => (width === null ? text : wrapText(text, width));
  return [
    style.bold(wrap('Deploy, diagnose and price pay-as-you-go models of Azure AI Services (Foundry).')),
    '',
    ...WELCOME_EXAMPLES.map(([line, purpose]) => exampleLine(line, purpose, theme)),
    '',
    wrap(`Commands: ${commands.join(', ')}`),
    wrap('With --sandbox nothing leaves this machine. Everything in full: aimi --help'),
    '',
  ].join('\n');
}

/** The purpose stands behind its line, below it where there is no room. */
function exampleLine(line: string, purpose: string, { style, width, isLinear }: Theme): string {
  if (isLinear) return `${purpose}: ${line}`;
  const column = Math.max(...WELCOME_EXAMPLES.map(([example]) => displayWidth(example))) + 4;
  const isBelow =
    width !== null && column + Math.max(...WELCOME_EXAMPLES.map(([, one]) => one.length)) > width;
  return isBelow
    ? `  ${style.cyan(line)}\n    ${style.dim(purpose)}`
    : `  ${style.cyan(line)}${' '.repeat(column - 2 - displayWidth(line))}${style.dim(purpose)}`;
}
