import type { Facts, Found, HeaderFact, Where } from '../facts.js';
import { readErrorText } from './error-text.js';
import { boundText } from './error-text-clean.js';
import { headerFact } from './header-fact.js';
import { isList, isRecord, textAt } from './json-value.js';

const LINE =
  /^[ \t]{0,8}(?:[>-][ \t]{1,3})?["']?([!#$%&'*+.^_`|~A-Za-z0-9-]{1,200})["']?[ \t]{0,3}:[ \t]{0,3}["']?([^\n]{0,16384})$/;
const LIMIT = 500;

/**
 * Request headers of a file: `Name: value` lines, a raw HTTP request (its address counts too), or JSON, an
 * object or a list of `{name, value}`. A line that is no header is left out.
 */
export function readHeadersFile(text: string, where: Where): Partial<Facts> {
  const pairs = pairsOfJson(text);
  if (pairs !== null) return { headers: toFacts(pairs, where) };
  const bounded = boundText(text);
  const isDump = /^(?:>[ \t]{0,3})?[A-Z]{3,7} \S{1,2000} HTTP\/\d/m.test(bounded);
  const dump = isDump ? readErrorText(bounded, where) : {};
  const lines = bounded.split('\n');
  const end = isDump ? lines.findIndex((line, index) => index > 0 && line.trim() === '') : -1;
  const headers = (end === -1 ? lines : lines.slice(0, end)).flatMap((line, index) => {
    const match = /^HTTP\//.test(line) ? null : LINE.exec(line);
    const place = { ...where, label: `${where.label}:${index + 1}`, line: index + 1 };
    return match === null
      ? []
      : [{ value: headerFact(match[1] ?? '', (match[2] ?? '').replace(/["'],?$/, '')), where: place }];
  });
  return { ...dump, headers: headers.slice(0, LIMIT) };
}

/** One `--header 'Name: value'`; null when it is no header. */
export function readHeaderLine(line: string, where: Where): Found<HeaderFact> | null {
  const match = /^\s{0,8}([!#$%&'*+.^_`|~A-Za-z0-9-]{1,200})\s{0,3}:([^\n]{0,65536})$/.exec(line);
  return match === null ? null : { value: headerFact(match[1] ?? '', match[2] ?? ''), where };
}

function pairsOfJson(text: string): readonly (readonly [string, string])[] | null {
  if (!/^\s{0,100}[{[]/.test(text)) return null;
  try {
    const root: unknown = JSON.parse(text);
    const inner = isRecord(root) && (isRecord(root.headers) || isList(root.headers)) ? root.headers : root;
    if (isList(inner)) {
      return inner.flatMap((row) => {
        const name = isRecord(row) ? (textAt(row, 'name') ?? textAt(row, 'key')) : null;
        return isRecord(row) && name !== null ? [[name, textAt(row, 'value') ?? ''] as const] : [];
      });
    }
    if (!isRecord(inner)) return null;
    return Object.entries(inner).flatMap(([name, value]) =>
      (isList(value) ? value : [value]).map((entry) => [name, String(entry)] as const),
    );
  } catch {
    return null;
  }
}

function toFacts(pairs: readonly (readonly [string, string])[], where: Where): readonly Found<HeaderFact>[] {
  return pairs
    .slice(0, LIMIT)
    .map(([name, value]) => ({ value: headerFact(name.slice(0, 200), value), where }));
}
