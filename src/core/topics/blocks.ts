/** The part of Markdown that the documentation is written in, as data. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly lines: readonly string[] };

export interface ListItem {
  /** The number with its full stop, or null for a bullet. */
  readonly number: string | null;
  readonly text: string;
}

const HEADING = /^(#{1,6}) (.+)$/;
const ITEM = /^ {0,3}(?:[-*]|(\d+\.)) (.*)$/;
const FENCE = /^```/;
const ROW = /^\|.*\|\s*$/;

/** Reads Markdown line by line. What it does not know it keeps as a paragraph, so nothing is lost. */
export function parseBlocks(markdown: string): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  /** The following lines for which `holds` is true. */
  const take = (holds: (line: string) => boolean): readonly string[] => {
    const from = at;
    while (at < lines.length && holds(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [, marks, title] = HEADING.exec(line) ?? [];
    if (line.trim() === '') at += 1;
    else if (marks !== undefined && title !== undefined) {
      at += 1;
      blocks.push({ kind: 'heading', level: marks.length, text: title });
    } else if (FENCE.test(line)) {
      at += 1;
      blocks.push({ kind: 'code', lines: take((next) => !FENCE.test(next)) });
      at += 1;
    } else if (ROW.test(line)) blocks.push(table(take((next) => ROW.test(next))));
    else if (ITEM.test(line)) blocks.push(list(take((next) => ITEM.test(next) || /^ +\S/.test(next))));
    else {
      at += 1;
      const rest = take(
        (next) => next.trim() !== '' && ![HEADING, ITEM, FENCE, ROW].some((is) => is.test(next)),
      );
      blocks.push({ kind: 'paragraph', text: [line, ...rest].map((each) => each.trim()).join(' ') });
    }
  }
  return blocks;
}

function list(lines: readonly string[]): Block {
  const items: { number: string | null; text: string }[] = [];
  for (const line of lines) {
    const [start, number = null, text = ''] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (start !== undefined) items.push({ number, text });
    else if (last !== undefined) last.text += ` ${line.trim()}`;
  }
  return { kind: 'list', items };
}

function table(lines: readonly string[]): Block {
  const [head = [], ...rows] = lines
    .map(cells)
    .filter((row) => !row.every((cell) => /^:?-{3,}:?$/.test(cell)));
  return { kind: 'table', head, rows };
}

/** A bar inside a cell is written `\|`. */
function cells(line: string): readonly string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
