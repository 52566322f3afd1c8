import type { Language } from '../../../facts.js';
import type { StringPart } from './token.js';

/** How a string that starts here is written. */
export interface StringForm {
  /** Characters before the first one of the value. */
  readonly skip: number;
  readonly close: string;
  readonly isRaw: boolean;
  readonly hasLines: boolean;
  /** `{x}` for Python and C#, `${x}` for JavaScript. */
  readonly interpolation: '{' | '${' | null;
}

interface ReadString {
  readonly text: string;
  readonly end: number;
  readonly parts: readonly StringPart[] | undefined;
}

const PREFIX = /(?:[fFrRbBuU]{1,2}|\$@|@\$|\$|@)(?=["'])/y;
const WORD_CHARACTER = /[\w$]/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '', '\n': '' };

export function stringStart(text: string, at: number, language: Language | null): StringForm | null {
  const first = text.charAt(at);
  if (first === '`') {
    const isTemplate = language !== 'go';
    return {
      skip: 1,
      close: '`',
      isRaw: !isTemplate,
      hasLines: true,
      interpolation: isTemplate ? '${' : null,
    };
  }
  PREFIX.lastIndex = at;
  const prefix = WORD_CHARACTER.test(text.charAt(at - 1)) ? '' : (PREFIX.exec(text)?.[0] ?? '');
  const quote = text.charAt(at + prefix.length);
  if (quote !== '"' && quote !== "'") return null;
  if (prefix === '' && quote === "'" && WORD_CHARACTER.test(text.charAt(at - 1)) && language !== 'python') {
    return null;
  }
  const triple = quote.repeat(3);
  const isTriple = text.startsWith(triple, at + prefix.length);
  const isFormat = /[fF$]/.test(prefix);
  return {
    skip: prefix.length + (isTriple ? 3 : 1),
    close: isTriple ? triple : quote,
    isRaw: /[rR@]/.test(prefix),
    hasLines: isTriple || prefix.includes('@'),
    interpolation: isFormat ? '{' : null,
  };
}

/** Reads to the closing quote, or to the end of the line (of the text, where the form allows lines). */
export function readString(text: string, at: number, end: number, form: StringForm): ReadString {
  const parts: StringPart[] = [];
  let literal = '';
  let position = at + form.skip;
  let pieceStart = position;
  while (position < end) {
    const character = text.charAt(position);
    if (text.startsWith(form.close, position)) {
      literal += text.slice(pieceStart, position);
      return finish(parts, literal, position + form.close.length);
    }
    if (character === '\n' && !form.hasLines) break;
    if (character === '\\' && !form.isRaw) {
      const escaped = text.charAt(position + 1);
      literal += text.slice(pieceStart, position) + (ESCAPES[escaped] ?? escaped);
      position += 2;
      pieceStart = position;
      continue;
    }
    if (form.interpolation !== null && text.startsWith(form.interpolation, position)) {
      const inside = position + form.interpolation.length;
      const close = closingBrace(text, inside, end);
      if (text.charAt(inside) !== '{' && close !== -1) {
        literal += text.slice(pieceStart, position);
        parts.push(
          { kind: 'literal', text: literal },
          { kind: 'expression', text: text.slice(inside, close) },
        );
        literal = '';
        position = close + 1;
        pieceStart = position;
        continue;
      }
      if (text.charAt(inside) === '{') position += 1;
    }
    position += 1;
  }
  literal += text.slice(pieceStart, Math.min(position, end));
  return finish(parts, literal, Math.min(position, end));
}

function finish(parts: readonly StringPart[], literal: string, end: number): ReadString {
  if (parts.length === 0) return { text: literal, end, parts: undefined };
  const all: StringPart[] = [...parts, { kind: 'literal', text: literal }];
  return {
    text: all.map((part) => (part.kind === 'literal' ? part.text : `{${part.text}}`)).join(''),
    end,
    parts: all,
  };
}

/** Of an expression of at most 200 characters. */
function closingBrace(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + 200);
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') return -1;
    if (character === '{') depth += 1;
    if (character === '}') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}
