/**
 * Objects as logs print them: JSON, a Python repr, `util.inspect` of Node, cut off in the middle or not. The
 * reader never fails and looks at each character once per level of embedding.
 */
export type LooseValue = string | number | boolean | null | readonly LooseValue[] | LooseObject;
export type LooseObject = ReadonlyMap<string, LooseValue>;

export interface FoundObject {
  readonly value: LooseObject;
  readonly start: number;
  readonly end: number;
}

const DEPTH_LIMIT = 24;
const STRING_LIMIT = 32 * 1024;
const OBJECT_LIMIT = 400;
const BLANK = /\s/;
const KEY = /[\w$.@/-]/;
/** `[Error: getaddrinfo ENOTFOUND host]`, as Node prints an error inside another. */
const INSPECTED = /\[[\w ]{0,40}Error: ([^\n]{0,2000}?)\](?=[\s,}{]|$)/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', ''],
  ['t', '\t'],
  ['b', ''],
  ['f', ''],
]);

/** Every outermost `{…}` of the text, in order. */
export function findObjects(text: string): readonly FoundObject[] {
  const found: FoundObject[] = [];
  let at = text.indexOf('{');
  while (at !== -1 && found.length < OBJECT_LIMIT) {
    const scanner = new Scanner(text, at);
    const value = scanner.readObject(0);
    found.push({ value, start: at, end: scanner.at });
    at = text.indexOf('{', scanner.at);
  }
  return found;
}

export function isLooseObject(value: LooseValue | undefined): value is LooseObject {
  return value instanceof Map;
}

class Scanner {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  readObject(depth: number): LooseObject {
    const entries = new Map<string, LooseValue>();
    this.at += 1;
    while (this.at < this.#text.length) {
      this.#skip(/[\s,;]/);
      if (this.#peek() === '}') {
        this.at += 1;
        break;
      }
      const before = this.at;
      const key = this.#readKey();
      this.#skip(BLANK);
      if (key !== '' && (this.#peek() === ':' || this.#peek() === '=')) {
        this.at += this.#text.startsWith('=>', this.at) ? 2 : 1;
        entries.set(key, this.#readValue(depth + 1));
      } else if (this.at === before) {
        this.at += 1;
      }
    }
    return entries;
  }

  #readKey(): string {
    const first = this.#peek();
    if (first === '"' || first === "'" || first === '`') return this.#readString(first);
    if (this.#text.startsWith('\\"', this.at)) this.at += 2;
    const start = this.at;
    this.#skip(KEY);
    const key = this.#text.slice(start, this.at);
    if (this.#text.startsWith('\\"', this.at)) this.at += 2;
    return /^[bur]$/.test(key) && (this.#peek() === "'" || this.#peek() === '"') ? this.#readKey() : key;
  }

  #readValue(depth: number): LooseValue {
    this.#skip(BLANK);
    const value = this.#readPlainValue(depth);
    // `[Error: connect] { errno: -3008 }` and `Headers { … }` of Node: what counts is in the braces.
    const rest = this.at;
    this.#skip(/[ \t]/);
    if (depth < DEPTH_LIMIT && this.#peek() === '{' && !isLooseObject(value)) {
      const inner = new Map(this.readObject(depth));
      const parts: readonly LooseValue[] = Array.isArray(value) ? value : [value];
      const text = parts.filter((part) => typeof part === 'string').join(', ');
      if (text !== '' && !inner.has('message')) inner.set('message', text);
      return inner;
    }
    this.at = rest;
    return value;
  }

  #readPlainValue(depth: number): LooseValue {
    const first = this.#peek();
    if (first === '"' || first === "'" || first === '`') return this.#readString(first);
    if (/[bur]/.test(first) && /["']/.test(this.#text.charAt(this.at + 1))) {
      this.at += 1;
      return this.#readString(this.#peek());
    }
    if (depth >= DEPTH_LIMIT) return this.#readBare();
    if (first === '{') return this.readObject(depth);
    if (first === '[') {
      INSPECTED.lastIndex = this.at;
      const error = INSPECTED.exec(this.#text)?.[1];
      if (error !== undefined) {
        this.at = INSPECTED.lastIndex;
        return error;
      }
    }
    if (first === '[' || first === '(') return this.#readList(depth, first === '[' ? ']' : ')');
    return this.#readBare();
  }

  #readList(depth: number, close: string): readonly LooseValue[] {
    const values: LooseValue[] = [];
    this.at += 1;
    while (this.at < this.#text.length) {
      this.#skip(/[\s,]/);
      const next = this.#peek();
      if (next === close) {
        this.at += 1;
        break;
      }
      if (next === '}' || next === '') break;
      const before = this.at;
      values.push(this.#readValue(depth + 1));
      if (this.at === before) this.at += 1;
    }
    return values;
  }

  #readBare(): LooseValue {
    const start = this.at;
    this.#skip(/[^,{}[\]\n]/);
    const text = this.#text.slice(start, this.at).trim();
    if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
    if (/^(?:true|True)$/.test(text)) return true;
    if (/^(?:false|False)$/.test(text)) return false;
    if (/^(?:null|None|nil|undefined)$/.test(text) || text === '') return null;
    return text.replace(/^\\"|\\"$/g, '');
  }

  /** A string without an end ends at its line, or with the text. */
  #readString(quote: string): string {
    const start = this.at + 1;
    const limit = Math.min(this.#text.length, start + STRING_LIMIT);
    let value = '';
    let at = start;
    while (at < limit) {
      const character = this.#text.charAt(at);
      if (character === quote) {
        this.at = at + 1;
        return value;
      }
      if (character === '\\') {
        const escaped = this.#readEscape(at + 1);
        value += escaped.text;
        at = escaped.next;
      } else {
        value += character;
        at += 1;
      }
    }
    const lineEnd = this.#text.indexOf('\n', start);
    this.at = lineEnd === -1 ? limit : Math.min(limit, lineEnd);
    return this.#text.slice(start, this.at);
  }

  #readEscape(at: number): { readonly text: string; readonly next: number } {
    const character = this.#text.charAt(at);
    if (character === 'u') {
      const digits = this.#text.slice(at + 1, at + 5);
      if (/^[0-9a-fA-F]{4}$/.test(digits)) {
        const point = Number.parseInt(digits, 16);
        // A control character must not come back in through an escape.
        return { text: point < 0x20 ? ' ' : String.fromCharCode(point), next: at + 5 };
      }
    }
    return { text: ESCAPES.get(character) ?? character, next: at + 1 };
  }

  #peek(): string {
    return this.#text.charAt(this.at);
  }

  #skip(pattern: RegExp): void {
    while (this.at < this.#text.length && pattern.test(this.#text.charAt(this.at))) this.at += 1;
  }
}
