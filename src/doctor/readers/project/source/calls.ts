import { dottedPath } from './assignments.js';
import { type Argument, argumentsIn } from './ranges.js';
import type { Source } from './token.js';

/** One call or construction, with the calls that are chained to its result. */
export interface Call {
  /** `AzureOpenAI`, `client.chat.completions.create`, `cohere.ClientV2`. */
  readonly path: string;
  /** Last word of the path. */
  readonly name: string;
  readonly isNew: boolean;
  /** Index of the token where the path begins, and of the opening bracket. */
  readonly at: number;
  readonly open: number;
  readonly close: number;
  readonly line: number;
  readonly chain: readonly ChainedCall[];
}

export interface ChainedCall {
  readonly name: string;
  readonly open: number;
}

const DECLARES = new Set([
  'class',
  'def',
  'function',
  'func',
  'interface',
  'record',
  'struct',
  'instanceof',
  'fn',
]);
const MOST_CALLS = 4000;
const LONGEST_CHAIN = 30;
/** `CreateBuilder().AddAzureOpenAIChatCompletion(...)` builds a client of its own. */
const REGISTERS = /^(?:Add|With|Use)\w{0,40}(?:OpenAI|AzureAI|AzureChat)/;

/** Every call of the text, in order; what a class or function declares is none. */
export function readCalls(source: Source): readonly Call[] {
  const calls: Call[] = [];
  const callAt = new Map<number, { call: Call; chain: ChainedCall[] }>();
  const { tokens } = source;
  for (let open = 1; open < tokens.length && calls.length < MOST_CALLS; open += 1) {
    if (tokens[open]?.kind !== 'punct' || (tokens[open]?.text !== '(' && tokens[open]?.text !== '{'))
      continue;
    const nameAt = calleeIndex(source, open);
    const name = tokens[nameAt];
    if (name?.kind !== 'word') continue;
    if (tokens[open]?.text === '{' && tokens[nameAt - 1]?.text !== 'new') continue;
    const root = rootOf(source, nameAt, callAt);
    if (root !== null) {
      if (root.chain.length < LONGEST_CHAIN) root.chain.push({ name: name.text, open });
      if (REGISTERS.test(name.text)) calls.push(chainedCall(source, nameAt, open));
      callAt.set(open, root);
      continue;
    }
    const path = name.text === 'new' ? declaredType(source, nameAt) : dottedPath(source, nameAt);
    const at = nameAt - 2 * (path.split('.').length - 1);
    const before = tokens[at - 1];
    if (path === '' || (before !== undefined && DECLARES.has(before.text))) continue;
    const chain: ChainedCall[] = [];
    const call: Call = {
      path,
      name: path.split('.').at(-1) ?? path,
      isNew: name.text === 'new' || before?.text === 'new',
      at,
      open,
      close: source.closeOf[open] ?? open,
      line: tokens[at]?.line ?? name.line,
      chain,
    };
    calls.push(call);
    callAt.set(open, { call, chain });
  }
  return calls;
}

function chainedCall(source: Source, at: number, open: number): Call {
  const name = source.tokens[at]?.text ?? '';
  const close = source.closeOf[open] ?? open;
  return { path: name, name, isNew: false, at, open, close, line: source.tokens[at]?.line ?? 1, chain: [] };
}

/** The word before the bracket; type arguments between them are passed over. */
function calleeIndex(source: Source, open: number): number {
  if (source.tokens[open - 1]?.text !== '>') return open - 1;
  for (let at = open - 2; at > Math.max(0, open - 12); at -= 1) {
    const text = source.tokens[at]?.text;
    if (text === '<') return at - 1;
    if (text === ')' || text === ';' || text === '{') break;
  }
  return -1;
}

/** `X().endpoint(...)`: the call to whose result this one belongs. */
function rootOf<T>(source: Source, nameAt: number, callAt: ReadonlyMap<number, T>): T | null {
  if (source.tokens[nameAt - 1]?.text !== '.') return null;
  const close = source.tokens[nameAt - 2]?.text === '!' ? nameAt - 3 : nameAt - 2;
  const open = source.openOf[close] ?? -1;
  return open === -1 ? null : (callAt.get(open) ?? null);
}

/** `OpenAIClient client = new(...)` of C#. */
function declaredType(source: Source, newAt: number): string {
  const { tokens } = source;
  if (tokens[newAt - 1]?.text !== '=' || tokens[newAt - 2]?.kind !== 'word') return '';
  const type = tokens[newAt - 3];
  return type?.kind === 'word' && /^[A-Z]/.test(type.text) ? type.text : '';
}

/** Arguments of the call itself, and those between the braces of `new X(...) { ... }`. */
export function callArguments(source: Source, open: number): readonly Argument[] {
  const close = source.closeOf[open] ?? open;
  const brace = close + 1;
  const hasInitialiser =
    source.tokens[open]?.text === '(' && source.tokens[brace]?.text === '{' && isNewCall(source, open);
  return hasInitialiser
    ? [...argumentsIn(source, open), ...argumentsIn(source, brace)]
    : argumentsIn(source, open);
}

function isNewCall(source: Source, open: number): boolean {
  for (let at = open - 1; at > Math.max(-1, open - 12); at -= 1) {
    const token = source.tokens[at];
    if (token?.text === 'new') return true;
    if (token?.kind !== 'word' && token?.text !== '.') return false;
  }
  return false;
}
