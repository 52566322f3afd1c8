import type { PriceKind, PriceMode, PriceSku } from '../types.js';
import type { FamilyId } from './families.js';
import type { NameWord } from './split-name.js';
import type { UnreadMeter } from './types.js';
import {
  CACHED_BESIDE_INPUT,
  CONTEXT_WORDS,
  EMPTY_WORDS,
  FINE_TUNE_WORDS,
  KIND_WORDS,
  type KindWord,
  MODE_WORDS,
  SKU_WORDS,
} from './words.js';

export interface Attributes {
  readonly sku: PriceSku | null;
  readonly mode: PriceMode;
  readonly context: 'short' | 'long' | null;
  readonly kind: PriceKind | null;
  /** What is left: words of the model, its version and its modality. */
  readonly rest: readonly NameWord[];
}

/** Reads the words as a bag, because their order varies. Two values of one attribute make the name unreadable. */
export function readAttributes(
  words: readonly NameWord[],
  family: FamilyId | null,
): Attributes | UnreadMeter {
  const skus = new Set<PriceSku>();
  const modes = new Set<PriceMode>();
  const contexts = new Set<'short' | 'long'>();
  const kinds = new Set<KindWord>();
  const rest: NameWord[] = [];
  const hasInput = words.some(({ text }) => KIND_WORDS[text] === 'input');
  for (const [place, word] of words.entries()) {
    const { text } = word;
    // The long tier of Grok is a single letter behind the SKU.
    const isGrokLong = family === 'grok' && text === 'l' && place === words.length - 1;
    if (!(add(SKU_WORDS, text, skus) || add(MODE_WORDS, text, modes) || add(KIND_WORDS, text, kinds))) {
      if (isGrokLong) contexts.add('long');
      else if (text === CACHED_BESIDE_INPUT && hasInput) kinds.add('cached');
      else if (!add(CONTEXT_WORDS, text, contexts) && !isEmpty(text)) rest.push(word);
    }
  }
  if (skus.size > 1) return { unknown: `two SKUs: ${[...skus].join(' and ')}` };
  if (modes.size > 1) return { unknown: `two modes: ${[...modes].join(' and ')}` };
  if (contexts.size > 1) return { unknown: 'short and long context in one name' };
  const kind = kindOf(kinds);
  if (typeof kind === 'object' && kind !== null) return kind;
  return { sku: first(skus), mode: first(modes) ?? 'standard', context: first(contexts), kind, rest };
}

function add<T>(table: Readonly<Record<string, T>>, word: string, found: Set<T>): boolean {
  const value = Object.hasOwn(table, word) ? table[word] : undefined;
  if (value === undefined) return false;
  found.add(value);
  return true;
}

function isEmpty(word: string): boolean {
  return EMPTY_WORDS.has(word) || Object.hasOwn(FINE_TUNE_WORDS, word);
}

function kindOf(words: ReadonlySet<KindWord>): PriceKind | null | UnreadMeter {
  const isCached = words.has('cached');
  if (words.has('output')) {
    return words.size === 1 ? 'output' : { unknown: `output beside ${[...words].join(', ')}` };
  }
  if (words.has('write')) {
    return isCached && words.size === 2 ? 'cacheWrite' : { unknown: 'a write that is not a cache write' };
  }
  if (isCached) return 'cachedInput';
  return words.has('input') ? 'input' : null;
}

function first<T>(values: ReadonlySet<T>): T | null {
  for (const value of values) return value;
  return null;
}
