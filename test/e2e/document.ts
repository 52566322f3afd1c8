/**
 * Commands in the documents. A `console` block holds commands after `$ `, each with the output that a reader
 * sees, both streams as they come; a `sh` block holds lines to paste. What a block shows may leave out lines
 * (a line of `...`) and parts of a line (`…`). A comment `# exit 5` names an exit code other than 0.
 */
export interface Block {
  readonly kind: 'console' | 'sh';
  readonly body: string;
  /** Where the body begins in the document. */
  readonly start: number;
}

export interface Step {
  /** As it stands, without `$ `; several lines when each but the last ends with a backslash. */
  readonly command: string;
  /** The lines below it; null in a `sh` block, where nothing is shown. */
  readonly shown: string | null;
}

export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(console|sh)\b[^\n]*\n([\s\S]*?)^```$/gm)].map((match) => ({
    kind: match[1] === 'console' ? 'console' : 'sh',
    body: match[2] ?? '',
    start: match.index + match[0].indexOf('\n') + 1,
  }));
}

/** The commands of a block in order. A script with `case`, `if`, `for` or `$?` is one command. */
export function stepsOf({ kind, body }: Block): readonly Step[] {
  if (kind === 'console') {
    return body
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const command = /^(?:.*\\\n)*.*/.exec(text)?.[0] ?? '';
        return { command, shown: text.slice(command.length + 1) };
      });
  }
  const isScript = /^\s*(?:case|if|for|while)\b|\$\?/m.test(body);
  const commands = isScript ? [body] : (body.match(/^(?:.*\\\n)*.+$/gm) ?? []);
  return commands.map((command) => ({ command, shown: null }));
}

/** Whether a command runs aimi, and does not just name it. */
export function runsAimi(command: string): boolean {
  const code = command.replace(/(^|\s)#.*$/gm, '');
  return /(?:^|[|;&(]|\$\()\s*(?:[A-Za-z_]+=(?:\$\([^)]*\)|\S*)\s+)*aimi(?:\s|$)/m.test(code);
}

/** The exit code that a comment names, or null. */
export function exitOf(command: string): number | null {
  const found = /#.*\bexit (\d+)/.exec(command);
  return found === null ? null : Number(found[1]);
}

/** Whether the output is what a document shows, which may leave out parts. */
export function isShown(shown: string, output: string): boolean {
  const pattern = trimLines(shown)
    .split('\n')
    .map((line) =>
      line === '...' ? '(?:[^\\n]*\\n)*?' : `${line.split('…').map(literal).join('[^\\n]*')}\\n`,
    )
    .join('');
  return new RegExp(`^${pattern}$`).test(`${trimLines(output)}\n`);
}

/** The document with other output below its commands; null keeps what is shown. */
export function withOutput(
  markdown: string,
  outputs: ReadonlyMap<Block, readonly (string | null)[]>,
): string {
  let result = '';
  let from = 0;
  for (const [block, texts] of outputs) {
    const lead = block.body.slice(0, block.body.search(/^\$ /m));
    const body = stepsOf(block)
      .map(({ command, shown }, index) => {
        const text = texts[index] ?? null;
        const ended = text === null || text === '' || text.endsWith('\n') ? text : `${text}\n`;
        return `$ ${command}\n${ended ?? shown ?? ''}`;
      })
      .join('');
    result += markdown.slice(from, block.start) + lead + body;
    from = block.start + block.body.length;
  }
  return result + markdown.slice(from);
}

function trimLines(text: string): string {
  return text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
