import type { Language } from '../../../facts.js';
import { readString, stringStart } from './lex-string.js';
import type { Token } from './token.js';

const WORD = /[A-Za-z_$@\u00c0-\uffff][\w$\u00c0-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
const SIGNS = [
  '...',
  '===',
  '!==',
  '?.',
  '??',
  '||',
  '&&',
  '=>',
  '==',
  '!=',
  '<=',
  '>=',
  ':=',
  '**',
  '::',
  '->',
  '+=',
];
const REGEX_LITERAL = /\/(?![*/])(?:[^\\/\n[]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n]){0,500}\]){1,1000}\/[a-z]{0,8}/y;
const LONGEST_TEXT = 256 * 1024;
const MOST_TOKENS = 120_000;

/**
 * Splits source of any of the languages into words, strings, numbers and signs. It never throws: a string
 * without an end stops at the end of its line. Reads 256 KiB at most, in time linear in that.
 */
export function lex(text: string, language: Language | null): readonly Token[] {
  const tokens: Token[] = [];
  const end = Math.min(text.length, LONGEST_TEXT);
  let at = 0;
  let line = 1;
  while (at < end && tokens.length < MOST_TOKENS) {
    const character = text.charAt(at);
    if (character === '\n') {
      line += 1;
      at += 1;
      continue;
    }
    if (character <= ' ') {
      at += 1;
      continue;
    }
    const afterComment = skipComment(text, at, end, language);
    if (afterComment > at) {
      line += countLines(text, at, afterComment);
      at = afterComment;
      continue;
    }
    const opening = stringStart(text, at, language);
    if (opening !== null) {
      const string = readString(text, at, end, opening);
      tokens.push({
        kind: 'string',
        text: string.text,
        line,
        start: at,
        end: string.end,
        parts: string.parts,
      });
      line += countLines(text, at, string.end);
      at = string.end;
      continue;
    }
    const token = plainToken(text, at, line, language, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function plainToken(
  text: string,
  at: number,
  line: number,
  language: Language | null,
  previous: Token | undefined,
): Token {
  const word = match(WORD, text, at);
  if (word !== null) return { kind: 'word', text: word, line, start: at, end: at + word.length };
  const number = match(NUMBER, text, at);
  if (number !== null) return { kind: 'number', text: number, line, start: at, end: at + number.length };
  if (language === 'js' && text.charAt(at) === '/' && canStartRegex(previous)) {
    const regex = match(REGEX_LITERAL, text, at);
    if (regex !== null) return { kind: 'punct', text: '/re/', line, start: at, end: at + regex.length };
  }
  const sign = SIGNS.find((candidate) => text.startsWith(candidate, at)) ?? text.charAt(at);
  return { kind: 'punct', text: sign === '?.' ? '.' : sign, line, start: at, end: at + sign.length };
}

function canStartRegex(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.kind === 'punct') return !/^[)\]}]$/.test(previous.text);
  return previous.kind === 'word' && previous.text === 'return';
}

/** Where the comment that starts here ends, or `at` when none does. */
function skipComment(text: string, at: number, end: number, language: Language | null): number {
  const isHash = text.charAt(at) === '#';
  const hasHash = language === 'python' || language === 'curl' || language === 'other' || language === null;
  if (isHash && hasHash) return lineEnd(text, at, end);
  if (language === 'python' || language === 'curl') return at;
  if (text.startsWith('/*', at)) {
    const close = text.indexOf('*/', at + 2);
    return close === -1 || close > end ? end : close + 2;
  }
  // `https://` outside of quotes is an address, not a comment.
  if (text.startsWith('//', at) && text.charAt(at - 1) !== ':') return lineEnd(text, at, end);
  return at;
}

function lineEnd(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 || found > end ? end : found;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
