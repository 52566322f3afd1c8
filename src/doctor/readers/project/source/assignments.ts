import { expressionAt, type Range } from './ranges.js';
import type { Source } from './token.js';

export interface Assignment extends Range {
  /** `endpoint`, `openai.api_base`, `self.client`. */
  readonly path: string;
  readonly line: number;
  /** Index of the token that names it. */
  readonly at: number;
  /** `{` it is a property of; -1 when it is a statement. */
  readonly parent: number;
}

export interface Assignments {
  readonly all: readonly Assignment[];
  /** The value a name has at a token: the last one before it, otherwise the first one. */
  readonly find: (name: string, before: number, withProperties?: boolean) => Assignment | null;
}

const MOST_ASSIGNMENTS = 5000;
const MOST_PER_NAME = 16;

/** Statements `name = value` of every language, and properties `name: value` between braces. */
export function readAssignments(source: Source): Assignments {
  const all: Assignment[] = [];
  const byName = new Map<string, Assignment[]>();
  source.tokens.forEach((token, index) => {
    if (token.kind !== 'punct' || all.length >= MOST_ASSIGNMENTS) return;
    const target = targetBefore(source, index);
    if (target === null) return;
    const range = expressionAt(source, index + 1);
    if (range.to === range.from) return;
    const assignment = { ...range, ...target, line: source.tokens[target.at]?.line ?? token.line };
    all.push(assignment);
    for (const name of new Set([target.path, target.path.split('.').at(-1) ?? ''])) {
      const list = byName.get(name) ?? [];
      if (list.length < MOST_PER_NAME) list.push(assignment);
      byName.set(name, list);
    }
  });
  return {
    all,
    find: (name, before, withProperties = false) => findIn(byName.get(name), before, withProperties),
  };
}

function findIn(
  list: readonly Assignment[] | undefined,
  before: number,
  withProperties: boolean,
): Assignment | null {
  if (list === undefined) return null;
  // A statement is a variable; a property of the same name is one only behind a dot.
  const statements = list.filter((entry) => entry.parent === -1);
  const pool = statements.length > 0 || !withProperties ? statements : list;
  return pool.findLast((entry) => entry.to <= before) ?? pool.find((entry) => entry.from > before) ?? null;
}

function targetBefore(source: Source, index: number): { path: string; at: number; parent: number } | null {
  const { tokens, parentOf } = source;
  const sign = tokens[index]?.text;
  const parent = parentOf[index] ?? -1;
  const parentText = tokens[parent]?.text;
  const previous = tokens[index - 1];
  if (previous === undefined) return null;
  if (sign === ':') {
    if (parentText !== '{' || (previous.kind !== 'word' && previous.kind !== 'string')) return null;
    const before = tokens[index - 2]?.text;
    const isKey =
      before === ',' || before === '{' || index - 2 < 0 || tokens[index - 2]?.line !== previous.line;
    return isKey ? { path: previous.text, at: index - 1, parent } : null;
  }
  // Between parentheses `=` names an argument.
  if ((sign !== '=' && sign !== ':=') || parentText === '(' || parentText === '[') return null;
  if (previous.text === ']' && tokens[index - 2]?.kind === 'string') {
    // os.environ["X"] = value, config["endpoint"] = value
    return { path: tokens[index - 2]?.text ?? '', at: index - 2, parent: -1 };
  }
  if (previous.kind !== 'word') return null;
  const annotated = annotatedName(source, index - 1);
  const at = annotated ?? index - 1;
  const isInitialiser = parentText === '{' && isInitialiserBrace(source, parent);
  return { path: dottedPath(source, at), at, parent: isInitialiser ? parent : -1 };
}

/** `name: Type = value` → index of `name`. */
function annotatedName(source: Source, index: number): number | null {
  const isAnnotated = source.tokens[index - 1]?.text === ':' && source.tokens[index - 2]?.kind === 'word';
  return isAnnotated ? index - 2 : null;
}

/** `new Options { Endpoint = ... }` as against the body of a method. */
function isInitialiserBrace(source: Source, brace: number): boolean {
  for (let at = brace - 1; at > Math.max(-1, brace - 8); at -= 1) {
    const token = source.tokens[at];
    if (token?.text === 'new') return true;
    if (token?.kind === 'punct' && !/^[.()<>]$/.test(token.text)) return false;
  }
  return false;
}

export function dottedPath(source: Source, index: number): string {
  const words = [source.tokens[index]?.text ?? ''];
  let at = index;
  while (words.length < 6 && source.tokens[at - 1]?.text === '.' && source.tokens[at - 2]?.kind === 'word') {
    at -= 2;
    words.unshift(source.tokens[at]?.text ?? '');
  }
  return words.join('.');
}
