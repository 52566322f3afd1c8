import { type Block, parseBlocks } from '../../core/topics/blocks.js';
import type { Topic, TopicSource } from '../../core/topics/topic.js';
import { cleanText } from '../clean-text.js';
import type { Theme, View } from '../theme.js';
import { wrapText } from '../wrap.js';
import { type InlineContext, renderInline } from './inline.js';
import { renderTextTable } from './text-table.js';

const INDENT = 2;
/** Lines longer than this are hard to follow. */
const WIDEST = 100;
/** As the help of commands: in a pipe too, because it is read in a pager. */
const DEFAULT_WIDTH = 80;

/** Prints one topic: headings at the left, text under them, its sources at the end. */
export function topicView(topics: ReadonlySet<string>): View<Topic> {
  return (topic, theme) => {
    const width = Math.min(WIDEST, theme.width ?? DEFAULT_WIDTH);
    const numberOf = numberSources(topic);
    const context: InlineContext = { theme, numberOf, topic: topic.topic, topics };
    const parts = parseBlocks(topic.text).map((block) => renderBlock(block, width, context));
    return [...parts, ...renderSources(topic, numberOf, width, theme)].join('\n');
  };
}

function renderBlock(block: Block, width: number, context: InlineContext): string {
  const { style } = context.theme;
  const room = width - INDENT;
  switch (block.kind) {
    case 'heading':
      return mapLines(wrapText(renderInline(block.text, context), width), style.bold);
    case 'paragraph':
      return indented(wrapText(renderInline(block.text, context), room));
    case 'code':
      return indented(
        block.lines.map((line) => `  ${style.cyan(cleanText(line, context.theme))}`).join('\n'),
      );
    case 'table': {
      const inline = (cell: string): string => renderInline(cell, context);
      const rows = block.rows.map((row) => row.map(inline));
      return indented(renderTextTable(block.head.map(inline), rows, room, context.theme).trimEnd());
    }
    case 'list':
      return block.items
        .map(({ number, text }) => {
          const mark = `${number ?? context.theme.symbols.bullet} `;
          const wrapped = wrapText(renderInline(text, context), room - mark.length);
          return indented(mark + wrapped.replaceAll('\n', `\n${' '.repeat(mark.length)}`));
        })
        .join('');
  }
}

/** Sources bear numbers in the order in which the text names them. */
function numberSources({ text, sources }: Topic): ReadonlyMap<string, number> {
  const named = [...text.matchAll(/\[\^([\w-]+)\]/g)].map((match) => match[1] ?? '');
  const ids = new Set([...named, ...sources.map(({ id }) => id)]);
  return new Map([...ids].map((id, place) => [id, place + 1]));
}

function renderSources(
  { sources }: Topic,
  numberOf: ReadonlyMap<string, number>,
  width: number,
  theme: Theme,
): readonly string[] {
  if (sources.length === 0) return [];
  const place = ({ id }: TopicSource): number => numberOf.get(id) ?? 0;
  const sorted = [...sources].sort((a, b) => place(a) - place(b));
  const entries = sorted.map((source) => {
    const { title, url, date } = source;
    const mark = `[${place(source)}] `;
    const text = wrapText(cleanText(`${title}, ${date}`, theme), width - INDENT - mark.length);
    return indented(`${mark}${text}\n${url}`.replaceAll('\n', `\n${' '.repeat(mark.length)}`));
  });
  return [`${theme.style.bold('Sources')}\n${entries.join('')}`];
}

function indented(text: string): string {
  return mapLines(text, (line) => (line === '' ? '' : ' '.repeat(INDENT) + line));
}

function mapLines(text: string, change: (line: string) => string): string {
  return `${text.split('\n').map(change).join('\n')}\n`;
}
