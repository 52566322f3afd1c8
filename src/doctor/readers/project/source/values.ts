import { type Assignments, readAssignments } from './assignments.js';
import { readSource } from './brackets.js';
import { argumentsIn, type Range, rawText } from './ranges.js';
import type { Source, Token } from './token.js';

/** What an expression is worth, as far as the text says. */
export interface Value {
  /** Its text; `{NAME}` stands for what is only known when the program runs. Null: nothing is known. */
  readonly text: string | null;
  /** Variable of the environment that it is read from. */
  readonly variable: string | null;
}

export interface Scope {
  readonly source: Source;
  readonly assignments: Assignments;
  /** Values of assignments, by their first token: names that refer to each other stay cheap. */
  readonly known: Map<number, Value>;
}

export function scopeOf(source: Source): Scope {
  return { source, assignments: readAssignments(source), known: new Map() };
}

export const UNKNOWN: Value = { text: null, variable: null };

const DEEPEST = 8;
/** Calls that read the environment; the first string in the brackets is the name, a second one the default. */
const ENVIRONMENT_CALL =
  /(?:^|\.)(?:getenv|Getenv|LookupEnv|GetEnvironmentVariable|environ\.get|env\.get|requireEnv|config\.get|dotenv\.get|Configuration\.GetValue|GetValue|getProperty|get_env|getEnv|env)$/;
const ENVIRONMENT_OBJECT =
  /(?:^|\.)(?:environ|env|ENV|Configuration|configuration|config|_config|_configuration|builder\.Configuration)$/;
/** Wrappers whose first argument is the value. */
const WRAPPER =
  /(?:^|\.)(?:Uri|URI|URL|str|String|AzureKeyCredential|ApiKeyCredential|KeyCredential|SecretStr|ToString|parse|String\.readValue|Ptr|toString|http_url|HttpUrl|Url|ChatModel|EmbeddingModel|ResponsesModel|openai\.F|openai\.String)$/;
const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

export function readValue(scope: Scope, range: Range, depth = 0): Value {
  if (depth > DEEPEST || range.to <= range.from) return UNKNOWN;
  const { source } = scope;
  const pieces = splitAt(source, range, ['+']);
  if (pieces.length > 1 && pieces.length <= 20) {
    return joined(
      pieces.map((piece) => ({ ...readValue(scope, piece, depth + 1), raw: rawText(source, piece) })),
    );
  }
  const choices = splitAt(source, range, ['??', '||', 'or', '!']);
  if (choices.length > 1 && choices.length <= 10)
    return firstKnown(choices.map((piece) => readValue(scope, piece, depth + 1)));
  return single(scope, skipKeywords(source, range), depth);
}

function single(scope: Scope, range: Range, depth: number): Value {
  const { source } = scope;
  const { tokens, closeOf } = source;
  const first = tokens[range.from];
  if (first === undefined || range.to <= range.from) return UNKNOWN;
  if (first.kind === 'string' && isStringsOnly(source, range)) {
    const value = stringValue(scope, range, depth);
    return value.text !== null && LEFT_OUT.test(value.text) ? UNKNOWN : value;
  }
  if (first.text === '(')
    return readValue(scope, { from: range.from + 1, to: closeOf[range.from] ?? range.to }, depth + 1);
  if (first.text === '<' || (first.text === '*' && tokens[range.from + 1]?.text === '*'))
    return redacted(scope, range);
  if (first.kind === 'number') return { text: rawText(source, range), variable: null };
  if (first.kind !== 'word') return UNKNOWN;
  const path = pathAt(source, range);
  const next = tokens[path.end];
  if (path.end < range.to && (next?.text === '(' || next?.text === '[')) {
    return called(scope, path.text, path.end, depth);
  }
  if (next?.text === '<' && path.end < range.to) {
    const open = tokens.findIndex(
      (token, index) => index > path.end && index < path.end + 8 && token.text === '(',
    );
    return open === -1 ? UNKNOWN : called(scope, path.text, open, depth);
  }
  return path.end >= range.to ? named(scope, path.text, range, depth) : UNKNOWN;
}

function called(scope: Scope, path: string, open: number, depth: number): Value {
  const args = argumentsIn(scope.source, open);
  const [first, second] = args;
  if (first === undefined) return UNKNOWN;
  const isIndex = scope.source.tokens[open]?.text === '[';
  if (isIndex ? ENVIRONMENT_OBJECT.test(path) : ENVIRONMENT_CALL.test(path)) {
    const name = readValue(scope, first, depth + 1).text;
    const fallback = second === undefined ? null : readValue(scope, second, depth + 1).text;
    return name === null ? UNKNOWN : { text: fallback, variable: name };
  }
  if (isIndex) {
    const name = scope.source.tokens[first.from];
    return name?.kind === 'string' ? named(scope, name.text, first, depth + 1) : UNKNOWN;
  }
  return WRAPPER.test(path) ? readValue(scope, first, depth + 1) : UNKNOWN;
}

/** A name: an environment variable, something assigned in this file, or a constant of elsewhere. */
function named(scope: Scope, path: string, range: Range, depth: number): Value {
  const { source } = scope;
  const last = path.split('.').at(-1) ?? path;
  if (/(?:^|\.)env\./.test(path)) return { text: null, variable: last };
  if (/^(?:null|nil|None|undefined|true|false|True|False)$/.test(path)) return UNKNOWN;
  const version = /^V\d{4}_\d\d_\d\d(?:_Preview)?$/i.test(last) ? last : null;
  if (version !== null) return { text: version.slice(1).replaceAll('_', '-').toLowerCase(), variable: null };
  const isMember = path.includes('.') || source.tokens[range.from]?.kind === 'string';
  const found =
    scope.assignments.find(path, range.from) ?? scope.assignments.find(last, range.from, isMember);
  if (found !== null && !(found.from <= range.from && range.to <= found.to))
    return assigned(scope, found, depth + 1);
  return CONSTANT.test(last) ? { text: null, variable: last } : UNKNOWN;
}

function assigned(scope: Scope, assignment: Range, depth: number): Value {
  const known = scope.known.get(assignment.from);
  if (known !== undefined) return known;
  scope.known.set(assignment.from, UNKNOWN);
  const value = readValue(scope, assignment, depth);
  scope.known.set(assignment.from, value);
  return value;
}

function stringValue(scope: Scope, range: Range, depth: number): Value {
  const values: (Value & { raw: string })[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const token = scope.source.tokens[at];
    if (token?.kind !== 'string') continue;
    if (token.parts === undefined) values.push({ text: token.text, variable: null, raw: '' });
    else values.push(...interpolated(scope, token, at, depth));
  }
  return joined(values);
}

function interpolated(scope: Scope, token: Token, at: number, depth: number): (Value & { raw: string })[] {
  return (token.parts ?? []).slice(0, 40).map((part) => {
    if (part.kind === 'literal') return { text: part.text, variable: null, raw: '' };
    const raw = part.text.trim();
    if (depth > 2) return { ...UNKNOWN, raw };
    const own = scopeOf(readSource(raw, null));
    const value = readValue(own, { from: 0, to: own.source.tokens.length }, depth + 3);
    if (value.text !== null || value.variable !== null) {
      const known = value.variable === null ? null : scope.assignments.find(value.variable, at);
      return known === null ? { ...value, raw } : { ...assigned(scope, known, depth + 3), raw };
    }
    const isName = /^[\w$.]{1,100}$/.test(raw);
    const found = isName ? scope.assignments.find(raw.split('.').at(-1) ?? raw, at, raw.includes('.')) : null;
    return found === null ? { ...UNKNOWN, raw } : { ...assigned(scope, found, depth + 3), raw };
  });
}

/** Pieces one after another; an unknown piece shows as `{its name}`. Nothing known: unknown. */
function joined(values: readonly (Value & { readonly raw: string })[]): Value {
  const variable = values.find((value) => value.variable !== null)?.variable ?? null;
  if (!values.some((value) => value.text !== null && value.text !== ''))
    return { text: values.length > 0 && values.every((value) => value.text === '') ? '' : null, variable };
  const text = values
    .map((value) => value.text ?? `{${(value.variable ?? value.raw).slice(0, 60)}}`)
    .join('');
  return { text, variable };
}

function firstKnown(values: readonly Value[]): Value {
  const text = values.find((value) => value.text !== null)?.text ?? null;
  return { text, variable: values.find((value) => value.variable !== null)?.variable ?? null };
}

/** `...`, `****` and `--` stand for a value that was left out. */
const LEFT_OUT = /^(?:\.{2,}|…|\*{2,}|-{1,}|x{4,})$/i;

/** `<endpoint>/v1` and `****` stand in reports where a value was. */
function redacted(scope: Scope, range: Range): Value {
  return { text: rawText(scope.source, range), variable: null };
}

function skipKeywords(source: Source, range: Range): Range {
  let from = range.from;
  while (from < range.to - 1 && /^(?:new|await|return|&|\*|f|typeof)$/.test(source.tokens[from]?.text ?? ''))
    from += 1;
  return { from, to: range.to };
}

function isStringsOnly(source: Source, range: Range): boolean {
  if (range.to - range.from > 40) return false;
  for (let at = range.from; at < range.to; at += 1) {
    const token = source.tokens[at];
    // "..."u8, "...".to_string() and casts behind a string do not change it.
    if (token?.kind !== 'string' && at === range.from) return false;
    if (token?.kind !== 'string') return token?.text === '.' || token?.text === 'as';
  }
  return true;
}

/** `a.b.c` at the start of the range. */
function pathAt(source: Source, range: Range): { text: string; end: number } {
  const words = [source.tokens[range.from]?.text ?? ''];
  let end = range.from + 1;
  while (end + 1 < range.to && source.tokens[end]?.text === '.' && source.tokens[end + 1]?.kind === 'word') {
    words.push(source.tokens[end + 1]?.text ?? '');
    end += 2;
  }
  return { text: words.join('.'), end };
}

function splitAt(source: Source, range: Range, signs: readonly string[]): readonly Range[] {
  const pieces: Range[] = [];
  let from = range.from;
  const limit = Math.min(range.to, range.from + 400);
  for (let at = range.from; at < limit; at += 1) {
    const token = source.tokens[at];
    if (token !== undefined && token.kind !== 'string' && signs.includes(token.text)) {
      if (at > from) pieces.push({ from, to: at });
      from = at + 1;
    }
    const close = source.closeOf[at] ?? -1;
    if (close > at) at = close;
  }
  if (from < range.to) pieces.push({ from, to: range.to });
  return pieces;
}
