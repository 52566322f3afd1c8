import type { EndpointProblem } from './types.js';

export interface SplitUrl {
  readonly text: string;
  readonly scheme: string | null;
  /** As written. */
  readonly host: string;
  /** Everything from the first `/` behind the host to the query, as written. */
  readonly path: string;
  readonly query: string;
  readonly problems: readonly EndpointProblem[];
}

/** Longer than any endpoint; the rest is not looked at. */
const MAX_LENGTH = 4096;
const QUOTES = /^["'`“”‘’]+|["'`“”‘’,;]+$/g;
const SCHEME = /^([a-z][a-z0-9+.-]{0,15}):\/\//i;
const BROKEN_SCHEME = /^(?:https?:\/(?!\/)|https?:(?!\/)|https?\/\/|h?t?tps?:\/\/|https?;\/\/|:?\/\/)/i;

/** Cuts a text into the parts of a URL without insisting that it is one. Linear; never throws. */
export function splitUrl(given: string): SplitUrl {
  const problems: EndpointProblem[] = [];
  const whole = given.slice(0, MAX_LENGTH).trim();
  let text = whole.replace(QUOTES, '').trim();
  if (text !== whole) problems.push({ kind: 'quoted', value: whole });
  // `<https://...>` as mail programs and Markdown write it
  if (/^<https?:/i.test(text)) text = text.slice(1).replace(/>$/, '');
  const bare = text.replace(/[<{[][^<>{}[\]]{0,80}[>}\]]/g, 'x');
  if (/[\s\x00-\x1f\x7f]/.test(bare)) problems.push({ kind: 'blank', value: text });
  const head = readScheme(text);
  problems.push(...head.problems);
  let rest = head.rest;
  const inner = innerUrl(rest);
  if (inner !== null) {
    problems.push({ kind: 'url-in-url', value: text });
    rest = inner;
  }
  const [beforeFragment, fragment] = cut(rest, '#');
  if (fragment !== null && fragment !== '') problems.push({ kind: 'fragment', value: fragment });
  const [beforeQuery, query] = cut(beforeFragment, '?');
  const slash = slashBehindHost(beforeQuery);
  const host = slash === -1 ? beforeQuery : beforeQuery.slice(0, slash);
  return {
    text,
    scheme: head.scheme,
    host: host.slice(host.lastIndexOf('@') + 1).replace(/[\s\x00-\x1f]+/g, ''),
    path: slash === -1 ? '' : beforeQuery.slice(slash),
    query: query ?? '',
    problems,
  };
}

function readScheme(text: string): {
  scheme: string | null;
  rest: string;
  problems: readonly EndpointProblem[];
} {
  const broken = BROKEN_SCHEME.exec(text);
  const good = SCHEME.exec(text);
  const scheme = good?.[1]?.toLowerCase() ?? null;
  if (good !== null && (scheme === 'https' || scheme === 'http' || scheme === 'wss' || scheme === 'ws')) {
    const rest = text.slice(good[0].length);
    if (!rest.startsWith('/')) return { scheme, rest, problems: [] };
    const problems: readonly EndpointProblem[] = [{ kind: 'bad-scheme', value: `${good[0]}/` }];
    return { scheme, rest: rest.replace(/^\/+/, ''), problems };
  }
  const prefix = good?.[0] ?? broken?.[0];
  if (prefix !== undefined) {
    const rest = text.slice(prefix.length).replace(/^\/+/, '');
    return { scheme: null, rest, problems: [{ kind: 'bad-scheme', value: prefix }] };
  }
  return { scheme: null, rest: text, problems: [{ kind: 'no-scheme', value: text }] };
}

/** `https://https://res...` and `https//res...` inside another: what stands behind the last scheme. */
function innerUrl(rest: string): string | null {
  const lower = rest.toLowerCase();
  const at = Math.max(lower.lastIndexOf('https://'), lower.lastIndexOf('http://'));
  const query = lower.indexOf('?');
  if (at !== -1 && (query === -1 || at < query)) return rest.slice(rest.indexOf('://', at) + 3);
  return /^https?:?\/\//i.test(rest) ? rest.replace(/^https?:?\/\//i, '') : null;
}

/** A slash inside `<your resource/name>` does not end the host. */
function slashBehindHost(text: string): number {
  const open = text.search(/[<{[]/);
  const first = text.indexOf('/');
  if (open === -1 || first === -1 || open > first) return first;
  const close = text.slice(0, open + 80).search(/[>}\]]/);
  return close > first ? text.indexOf('/', close) : first;
}

function cut(text: string, mark: string): readonly [string, string | null] {
  // a mark inside a template word (`<resource?>`) is rare enough to be left alone
  const at = text.indexOf(mark);
  return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
