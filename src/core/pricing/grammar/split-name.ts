import {
  CONTEXT_WORDS,
  FINE_TUNE_WORDS,
  JOINED_PAIRS,
  KIND_WORDS,
  MODALITY_WORDS,
  MODE_WORDS,
  MODEL_ALIASES,
  SKU_WORDS,
} from './words.js';

/** One word of a name: lower case, with the spelling it had. */
export interface NameWord {
  readonly text: string;
  readonly spelling: string;
}

/** Stems that are glued to the number or word behind them: `gpt41`, `turbo16K`, `Llama3.3`, `aud1217`. */
const STEMS = new Set([
  'gpt',
  'llama',
  'phi',
  'grok',
  'qwen',
  'turbo',
  'trb',
  'aud',
  'txt',
  'img',
  'rt',
  'audio',
  'text',
  'image',
  'realtime',
]);

function isAttribute(word: string): boolean {
  return [
    SKU_WORDS,
    KIND_WORDS,
    MODE_WORDS,
    CONTEXT_WORDS,
    MODALITY_WORDS,
    FINE_TUNE_WORDS,
    MODEL_ALIASES,
  ].some((table) => Object.hasOwn(table, word));
}

/**
 * Splits a meter or model name into words: at blanks, hyphens and camelCase, and where a number is glued to a
 * word. `gpt4omini-rt-aud1217` is gpt, 4o, mini, rt, aud, 1217; `LongCo`, `V3.2`, `K2.6` and `120B` stay whole.
 */
export function splitName(name: string): readonly NameWord[] {
  const words = name
    .split(/[\s\-_,]+/)
    .filter((chunk) => chunk !== '')
    .flatMap(splitCase)
    .flatMap(splitNumbers)
    .map((spelling) => ({ text: spelling.toLowerCase().replace(/^(v?\d+)\.0$/, '$1'), spelling }));
  return joinPairs(words);
}

function splitCase(chunk: string): readonly string[] {
  if (isAttribute(chunk.toLowerCase())) return [chunk];
  return chunk.split(/(?<=[a-z])(?=[A-Z])/);
}

function splitNumbers(chunk: string): readonly string[] {
  const stem = /^([a-z]+)(\d.*)$/i.exec(chunk);
  if (stem !== null && STEMS.has((stem[1] ?? '').toLowerCase())) {
    return [stem[1] ?? '', ...splitNumbers(stem[2] ?? '')];
  }
  // GPT-4o is the one name with a letter behind its number that further words are glued to.
  const omni = /^(4o)([a-z]{3,})$/i.exec(chunk);
  if (omni !== null) return [omni[1] ?? '', omni[2] ?? ''];
  const number = /^(\d+(?:\.\d+)?)([a-z]{3,})$/i.exec(chunk);
  return number === null ? [chunk] : [number[1] ?? '', number[2] ?? ''];
}

function joinPairs(words: readonly NameWord[]): readonly NameWord[] {
  const joined: NameWord[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const pair = before === undefined ? undefined : JOINED_PAIRS[`${before.text} ${word.text}`];
    if (before !== undefined && pair !== undefined) {
      joined[joined.length - 1] = { text: pair, spelling: before.spelling + word.spelling };
    } else {
      joined.push(word);
    }
  }
  return joined;
}
