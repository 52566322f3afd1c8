import { type Call, callArguments } from './calls.js';
import { type Role, roleOf } from './parameters.js';
import { type Argument, argumentsIn, type Range, rawText } from './ranges.js';
import { readValue, type Scope, type Value } from './values.js';

/** A parameter with a role, wherever in the arguments it was given. */
export interface Parameter {
  readonly role: Role;
  readonly name: string;
  readonly value: Value;
  readonly range: Range;
  readonly line: number;
}

const DEEPEST = 3;
const GETS_CLIENT = /^Get(?:Chat|Embedding|Image|Audio|Responses|OpenAIResponse)Client$/;
const OPTIONS = /(?:Options|Settings|Config|Configuration|Info)$/;
const SERVICE_VERSION = /\bV\d{4}_\d\d_\d\d(?:_Preview)?$/i;
const URL_LIKE =
  /^(?:https?:\/\/|\{?<?[\w.-]+>?\}?\.(?:openai|services\.ai|cognitiveservices|models\.ai|inference\.ml)\.azure\.)/i;
/** Builder and option functions whose name says the role: `.endpoint(...)`, `option.WithBaseURL(...)`. */
const SETTER = /^(?:with|set|use|add)?_?(.+)$/i;

/** Every parameter of a call whose role is known, named or by position, also those nested in option objects. */
export function parametersOf(scope: Scope, call: Call, positional: readonly Role[]): readonly Parameter[] {
  const found: Parameter[] = [];
  collect(scope, callArguments(scope.source, call.open), positional, 0, found);
  for (const link of call.chain) {
    const role = GETS_CLIENT.test(link.name) ? 'deployment' : setterRole(link.name);
    const [first] = callArguments(scope.source, link.open);
    if (role !== null && first !== undefined) found.push(parameter(scope, role, link.name, first));
  }
  return found;
}

/** Named arguments alone: `create(model=...)`, `complete({ body: { model } })`. */
export function namedParameters(scope: Scope, open: number): readonly Parameter[] {
  const found: Parameter[] = [];
  collect(scope, callArguments(scope.source, open), [], 0, found, false);
  return found;
}

function collect(
  scope: Scope,
  args: readonly Argument[],
  positional: readonly Role[],
  depth: number,
  found: Parameter[],
  isPositional = true,
): void {
  args.forEach((argument, index) => {
    if (found.length >= 60) return;
    const role = argument.name === null ? null : roleOf(argument.name);
    const inner = objectOpen(scope, argument);
    if (role !== null && argument.name !== null && !(inner !== null && descends(role))) {
      found.push(parameter(scope, role, argument.name, argument));
      return;
    }
    if (inner !== null && depth < DEEPEST) {
      collect(
        scope,
        inner.flatMap((open) => callArguments(scope.source, open)),
        [],
        depth + 1,
        found,
      );
      return;
    }
    if (argument.name !== null) return;
    const isWrapped = collectWrapped(scope, argument, depth, found);
    if (!isWrapped && isPositional) found.push(...byPosition(scope, argument, positional[index]));
  });
}

/** `option.WithBaseURL("...")`, `azure.WithEndpoint(endpoint, version)`, `OpenAIServerInfo(api_base=...)`. */
function collectWrapped(scope: Scope, argument: Argument, depth: number, found: Parameter[]): boolean {
  const { tokens } = scope.source;
  let at = argument.from;
  while (
    at < argument.to &&
    (tokens[at]?.kind === 'word' || tokens[at]?.text === '.' || tokens[at]?.text === '&')
  ) {
    at += 1;
  }
  const name = tokens[at - 1]?.text ?? '';
  if (tokens[at]?.text !== '(' || depth >= DEEPEST) return false;
  const args = argumentsIn(scope.source, at);
  const role = /^With[A-Z]/.test(name) ? setterRole(name) : null;
  const [first, second] = args;
  if (role === null || first === undefined) {
    const inner = args.filter((entry) => entry.name !== null || objectOpen(scope, entry) !== null);
    collect(scope, inner, [], depth + 1, found, false);
    return /^With[A-Z]/.test(name);
  }
  found.push(parameter(scope, role, name, first));
  if (role === 'endpoint' && second !== undefined) {
    found.push(parameter(scope, 'api-version', name, second));
  }
  return true;
}

function byPosition(scope: Scope, argument: Argument, expected: Role | undefined): readonly Parameter[] {
  const value = readValue(scope, argument);
  if (value.text !== null && URL_LIKE.test(value.text))
    return [parameter(scope, 'endpoint', expected ?? 'endpoint', argument)];
  const raw = rawText(scope.source, argument);
  if (SERVICE_VERSION.test(raw)) return [parameter(scope, 'api-version', 'ServiceVersion', argument)];
  if (/(?:Key)?Credential\b/i.test(raw) && expected !== 'endpoint' && expected !== 'deployment') {
    return [parameter(scope, 'credential', 'credential', argument)];
  }
  return expected === undefined || (expected === 'model' && value.text === null)
    ? []
    : [parameter(scope, expected, expected, argument)];
}

/** Openings of `{...}`, `new X {...}`, `X(...)` and names that are one of these; null for plain values. */
function objectOpen(scope: Scope, range: Range): readonly number[] | null {
  const { source } = scope;
  const { tokens } = source;
  let at = range.from;
  while (at < range.to && /^(?:\*\*|\.\.\.|&|new|await|\*|\[)$/.test(tokens[at]?.text ?? '')) at += 1;
  const first = tokens[at];
  if (first === undefined || at >= range.to) return null;
  if (first.kind === 'punct' && first.text === '{') return [at];
  if (first.kind !== 'word') return null;
  const found = range.to - at === 1 ? scope.assignments.find(first.text, range.from) : null;
  if (found !== null && !(found.from <= range.from && range.to <= found.to)) {
    const brace = tokens[found.from];
    if (brace?.text === '{') return [found.from];
    return tokens[found.from]?.text === 'new' ? newOpenings(scope, found) : null;
  }
  if (tokens[at - 1]?.text === 'new' || tokens[range.from]?.text === 'new')
    return newOpenings(scope, { from: at - 1, to: range.to });
  let end = at;
  while (end < range.to && (tokens[end]?.kind === 'word' || tokens[end]?.text === '.')) end += 1;
  // Go: `&Options{...}`.
  return tokens[end]?.text === '{' && end < range.to ? [end] : null;
}

function newOpenings(scope: Scope, range: Range): readonly number[] | null {
  const { tokens, closeOf } = scope.source;
  const openings: number[] = [];
  for (let at = range.from; at < range.to && openings.length < 2; at += 1) {
    const text = tokens[at]?.text;
    if (text !== '(' && text !== '{') continue;
    if (text === '{' || OPTIONS.test(tokens[at - 1]?.text ?? '')) openings.push(at);
    at = Math.max(at, closeOf[at] ?? at);
  }
  return openings.length === 0 ? null : openings;
}

/** Roles whose value may be an object that holds the real parameters (`credentials: { scopes }`). */
function descends(role: Role): boolean {
  return role === 'credential' || role === 'model' || role === 'provider';
}

function parameter(scope: Scope, role: Role, name: string, argument: Argument): Parameter {
  return { role, name, value: readValue(scope, argument), range: argument, line: argument.line };
}

function setterRole(name: string): Role | null {
  return roleOf(name) ?? roleOf(SETTER.exec(name)?.[1] ?? '');
}
