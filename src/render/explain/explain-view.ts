import type { Explanation } from '../../core/explain/explanation.js';
import { cleanText } from '../clean-text.js';
import { linkPages } from '../link-pages.js';
import type { Theme } from '../theme.js';
import { wrapProse } from '../wrap.js';

const INDENT = 2;

/** Title, meaning, who causes it, what to do, what else it can be, sources. */
export function explainView(answer: Explanation, theme: Theme): string {
  const title = answer.kind === 'cause' ? `${answer.title} (${answer.code})` : answer.title;
  const others = answer.causes.map(({ code, title: name, how }) => {
    const tail = answer.kind === 'cause' ? `: ${how}` : `: ${name}`;
    return `${theme.style.bold(code)}${tail}`;
  });
  const isCause = answer.kind === 'cause';
  const parts = [
    paragraph(theme.style.bold(title), theme, 0),
    paragraph(answer.meaning, theme, 0),
    section(answer.kind === 'control-plane' ? 'Readings' : 'Usual reasons', answer.culprits, theme),
    section('What to do', answer.fix, theme),
    section(isCause ? 'Not this, but' : 'It can be, likeliest first', others, theme),
    section('Sources', [...answer.sources, `In full: ${answer.docs}`], theme),
  ];
  return linkPages(parts.filter((part) => part !== '').join('\n'), theme);
}

function section(heading: string, lines: readonly string[], theme: Theme): string {
  if (lines.length === 0) return '';
  const bullets = lines.map((line) => bullet(line, theme));
  return `${theme.style.dim(heading)}\n${bullets.join('')}`;
}

function bullet(line: string, theme: Theme): string {
  const mark = `${theme.symbols.bullet} `;
  const text = paragraph(line, theme, INDENT + mark.length);
  return text.replace(/^ */, `${' '.repeat(INDENT)}${mark}`);
}

function paragraph(text: string, theme: Theme, indent: number): string {
  if (text === '') return '';
  const clean = cleanText(text, theme);
  const wrapped = theme.width === null ? clean : wrapProse(clean, Math.max(20, theme.width - indent));
  return `${wrapped
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`)
    .join('\n')}\n`;
}
