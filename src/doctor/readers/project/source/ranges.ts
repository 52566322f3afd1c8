import type { Source } from './token.js';

/** Tokens `from` (included) to `to` (excluded). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One argument, property or element; `name` is null for a positional one. */
export interface Argument extends Range {
  readonly name: string | null;
  readonly line: number;
}

const MOST_ARGUMENTS = 200;
const CONTINUES = new Set(['.', '+', '||', '??', '(', '[', '{', '=', ':=', ',', '?', '->', '::', 'or']);

/** What stands between the bracket at `open` and its end, cut at the commas of that level. */
export function argumentsIn(source: Source, open: number): readonly Argument[] {
  const { tokens, closeOf } = source;
  const end = closeOf[open] ?? open;
  const found: Argument[] = [];
  let from = open + 1;
  for (let at = open + 1; at <= end && found.length < MOST_ARGUMENTS; at += 1) {
    const text = tokens[at]?.kind === 'punct' ? tokens[at]?.text : undefined;
    if (at === end || text === ',' || text === ';') {
      if (at > from) found.push(named(source, from, at));
      from = at + 1;
      continue;
    }
    const close = closeOf[at] ?? -1;
    if (close > at) at = Math.min(close, end - 1);
  }
  return found;
}

function named(source: Source, from: number, to: number): Argument {
  const first = source.tokens[from];
  const second = source.tokens[from + 1];
  const line = first?.line ?? 1;
  const isKey = first?.kind === 'word' || first?.kind === 'string';
  const isNamed = isKey && second?.kind === 'punct' && (second.text === ':' || second.text === '=');
  if (isNamed) return { name: first.text, from: from + 2, to, line };
  // `{ endpoint, apiKey }` of JavaScript: the name is the value.
  const isShorthand =
    to === from + 1 &&
    first?.kind === 'word' &&
    source.tokens[from - 1] !== undefined &&
    inBraces(source, from);
  return { name: isShorthand ? first.text : null, from, to, line };
}

function inBraces(source: Source, index: number): boolean {
  return source.tokens[source.parentOf[index] ?? -1]?.text === '{';
}

/** The expression that starts at `from`: to the end of the statement, the argument or the line. */
export function expressionAt(source: Source, from: number): Range {
  const { tokens, closeOf } = source;
  let at = from;
  const limit = Math.min(tokens.length, from + 400);
  while (at < limit) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined) break;
    if (token.kind === 'punct' && /^[,;)\]}]$/.test(token.text)) break;
    if (at > from && previous !== undefined && token.line > lastLine(source, at - 1)) {
      const continues =
        (token.kind === 'punct' &&
          (CONTINUES.has(token.text) || token.text === '=>') &&
          token.text !== '{') ||
        CONTINUES.has(previous.text);
      if (!continues) break;
    }
    const close = closeOf[at] ?? -1;
    at = close > at ? close + 1 : at + 1;
  }
  return { from, to: Math.min(at, tokens.length) };
}

/** The line on which a token ends; strings may have several. */
function lastLine(source: Source, index: number): number {
  const token = source.tokens[index];
  if (token === undefined) return 0;
  if (token.kind !== 'string') return token.line;
  let line = token.line;
  for (
    let at = source.text.indexOf('\n', token.start);
    at !== -1 && at < token.end;
    at = source.text.indexOf('\n', at + 1)
  ) {
    line += 1;
  }
  return line;
}

export function rawText(source: Source, range: Range): string {
  const first = source.tokens[range.from];
  const last = source.tokens[range.to - 1];
  if (first === undefined || last === undefined || range.to <= range.from) return '';
  return source.text.slice(first.start, Math.min(last.end, first.start + 2000));
}
