import { cleanText } from '../clean-text.js';
import type { Theme } from '../theme.js';

export interface InlineContext {
  readonly theme: Theme;
  /** The number of a source, by its id. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** The page that is read, which needs no pointer to itself. */
  readonly topic: string;
  /** Names of all topics: a link to one of their pages names the command that prints it. */
  readonly topics: ReadonlySet<string>;
}

const MARKS =
  /(`+)(.+?)\1|\*\*(.+?)\*\*|\[\^([\w-]+)\]|\[((?:`[^`]*`|[^\]`])+)\]\(([^)\s]+)\)|<br>|&lt;|&gt;|&amp;/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '<br>': '; ' };

/** Code, emphasis, links and source numbers of one line of Markdown, for the terminal. */
export function renderInline(text: string, context: InlineContext): string {
  const { style } = context.theme;
  const shown = text.replace(MARKS, (whole, _ticks, code, strong, source, label, target) => {
    if (code !== undefined) return eachWord(code.trim(), style.cyan);
    if (strong !== undefined) return eachWord(renderInline(strong, context), style.bold);
    if (source !== undefined) return style.dim(`[${context.numberOf.get(source) ?? '?'}]`);
    if (label !== undefined) return renderLink(renderInline(label, context), target, context);
    return ENTITIES[whole] ?? whole;
  });
  return cleanText(shown, context.theme);
}

/** Lines are broken between words, so a style ends with each word. */
function eachWord(text: string, style: (word: string) => string): string {
  return text.split(' ').map(style).join(' ');
}

function renderLink(label: string, target: string, context: InlineContext): string {
  if (/^https?:/.test(target)) return label === target ? label : `${label} (${target})`;
  const name = /(?:^|\/)([\w-]+)\.md(?:#.*)?$/.exec(target)?.[1] ?? '';
  if (target.includes('errors/') || name === context.topic || !context.topics.has(name)) return label;
  return `${label} (${eachWord(`aimi help ${name}`, context.theme.style.cyan)})`;
}
