/** One of them is in every match, in lower case; null when no word is demanded. */
export type Words = readonly string[] | null;

/** Shorter ones are in nearly every text. */
const SHORTEST = 2;
/** Escapes that stand for a place or for a character that is none of a word: `\b`, `\d`, `\n`. */
const PLACES = 'bB';
const CLASSES = 'dDwWsSnrtfv0';

/**
 * False only when the pattern of these words matches nowhere in the text. V8 compiles a pattern when it is first
 * tried, which costs 0.1 to 1 ms; to look for a word costs a thousandth of that.
 */
export function mayHold(lowerText: string, words: Words): boolean {
  return words === null || words.some((word) => lowerText.includes(word));
}

/** A pattern as data, with its words: nothing is made of it before a text holds one of them. */
export interface StoredPattern {
  readonly source: string;
  readonly flags: string;
  readonly words: Words;
}

/** Slow, as `neededWords` is. */
export function storePattern(pattern: RegExp): StoredPattern {
  return { source: pattern.source, flags: pattern.flags, words: neededWords(pattern) };
}

/** Null when it matches nowhere in the text. */
export function patternFor(lowerText: string, { source, flags, words }: StoredPattern): RegExp | null {
  return mayHold(lowerText, words) ? new RegExp(source, flags) : null;
}

/** The words of which every match holds one. Slow: it is done when aimi is built, in `*.precomputed.ts`. */
export function neededWords({ source, flags }: RegExp): Words {
  // Under these, letters outside ASCII match letters of ASCII, and classes may nest.
  if (/[uv]/.test(flags)) return null;
  const found = readAlternatives(source, 0);
  return found !== null && found.end === source.length ? found.words : null;
}

interface Read {
  readonly words: Words;
  /** Where what follows begins. */
  readonly end: number;
}

/** `a|b|c` up to the end or the bracket that closes it; null for syntax that is not known here. */
function readAlternatives(source: string, start: number): Read | null {
  const all: string[] = [];
  let isDemanding = true;
  for (let at = start; ; at += 1) {
    const branch = readSequence(source, at);
    if (branch === null) return null;
    if (branch.words === null) isDemanding = false;
    else all.push(...branch.words);
    at = branch.end;
    if (source[at] !== '|') return { words: isDemanding ? all : null, end: at };
  }
}

/** Up to `|`, `)` or the end: the best of the words that its parts demand. */
function readSequence(source: string, start: number): Read | null {
  let best: Words = null;
  let run = '';
  const offer = (words: Words): void => {
    if (words !== null && shortest(words) > (best === null ? SHORTEST - 1 : shortest(best))) best = words;
  };
  const endRun = (): void => {
    offer([run]);
    run = '';
  };
  let at = start;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const part = readPart(source, at);
    if (part === null) return null;
    const count = readCount(source, part.end);
    if (count === null) return null;
    at = count.end;
    if (part.letter === null) {
      if (!part.isPlace) endRun();
      if (!count.isOptional) offer(part.words);
    } else if (count.isOptional) {
      endRun();
    } else {
      run += part.letter;
      // What is repeated stands next to itself before it stands next to what follows.
      if (count.isGiven) endRun();
    }
  }
  endRun();
  return { words: best, end: at };
}

interface Part extends Read {
  /** The character that it stands for, in lower case, when it is one of ASCII. */
  readonly letter: string | null;
  /** Matches no character. */
  readonly isPlace: boolean;
}

function readPart(source: string, at: number): Part | null {
  const sign = source[at] ?? '';
  const part = { words: null, letter: null, isPlace: false, end: at + 1 };
  if (sign === '^' || sign === '$') return { ...part, isPlace: true };
  if (sign === '.') return part;
  if (sign === '[') return { ...part, end: endOfClass(source, at) };
  if (sign === '(') return readGroup(source, at);
  if (sign === '\\') {
    const escaped = source[at + 1] ?? '';
    if (PLACES.includes(escaped)) return { ...part, isPlace: true, end: at + 2 };
    if (CLASSES.includes(escaped)) return { ...part, end: at + 2 };
    // Any other letter or digit: a code, a reference, a property.
    return /[A-Za-z0-9]|^$/.test(escaped) ? null : { ...part, letter: escaped, end: at + 2 };
  }
  return sign > '\x7f' ? part : { ...part, letter: sign.toLowerCase() };
}

function readGroup(source: string, at: number): Part | null {
  const [opening = ''] = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at, at + 64)) ?? [];
  if (opening === '(' && source[at + 1] === '?') return null;
  const inner = readAlternatives(source, at + opening.length);
  if (inner === null || source[inner.end] !== ')') return null;
  const isLook = /[=!]$/.test(opening);
  return { words: isLook ? null : inner.words, letter: null, isPlace: isLook, end: inner.end + 1 };
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

interface Count {
  readonly isGiven: boolean;
  /** May be none. */
  readonly isOptional: boolean;
  readonly end: number;
}

function readCount(source: string, at: number): Count | null {
  const sign = source[at];
  if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{')
    return { isGiven: false, isOptional: false, end: at };
  let end = at + 1;
  let isOptional = sign === '?' || sign === '*';
  if (sign === '{') {
    const close = source.indexOf('}', at);
    const range = source.slice(at + 1, close);
    if (close === -1 || !/^\d+(?:,\d*)?$/.test(range)) return null;
    isOptional = /^0/.test(range);
    end = close + 1;
  }
  return { isGiven: true, isOptional, end: source[end] === '?' ? end + 1 : end };
}

function shortest(words: readonly string[]): number {
  return Math.min(...words.map((word) => word.length));
}
