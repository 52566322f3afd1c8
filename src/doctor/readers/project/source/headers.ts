import type { HeaderFact } from '../../../facts.js';
import { headerFact } from '../../header-fact.js';
import { argumentsIn, type Range, rawText } from './ranges.js';
import { readValue, type Scope } from './values.js';

export interface HeaderAt {
  readonly header: HeaderFact;
  readonly line: number;
}

const HEADER_NAME = /^[A-Za-z][\w-]{0,100}$/;

/** Headers of an object literal, a dictionary, or a name that was assigned one; values become size and kind. */
export function headersIn(scope: Scope, range: Range): readonly HeaderAt[] {
  const open = literalOpen(scope, range);
  if (open === null) return [];
  return argumentsIn(scope.source, open).flatMap((argument): readonly HeaderAt[] => {
    if (argument.name === null) {
      const isSpread = /^(?:\.\.\.|\*\*)$/.test(scope.source.tokens[argument.from]?.text ?? '');
      return isSpread ? headersIn(scope, { from: argument.from + 1, to: argument.to }) : [];
    }
    if (!HEADER_NAME.test(argument.name)) return [];
    const value = readValue(scope, argument);
    const isWhole = value.text !== null && value.variable === null && !/\{[^{}]*\}/.test(value.text);
    const header = headerFact(argument.name, value.text ?? schemeOf(rawText(scope.source, argument)));
    return [
      { header: isWhole ? header : { ...header, valueBytes: null, secretKind: null }, line: argument.line },
    ];
  });
}

/** `'Bearer ' + token` that could not be read as a whole. */
function schemeOf(raw: string): string | null {
  const scheme = /^["'`]\s?(Bearer|Basic)\s/.exec(raw)?.[1];
  return scheme === undefined ? null : `${scheme} `;
}

function literalOpen(scope: Scope, range: Range, depth = 0): number | null {
  const first = scope.source.tokens[range.from];
  if (first === undefined || depth > 4) return null;
  if (first.kind === 'punct' && first.text === '{') return range.from;
  const isName = first.kind === 'word' && range.to - range.from === 1;
  const found = isName ? scope.assignments.find(first.text, range.from) : null;
  if (found === null || found.from === range.from) return null;
  return literalOpen(scope, found, depth + 1);
}
