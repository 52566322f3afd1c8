export const NEWLINE = 10;
export const RETURN = 13;
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;
const DEPTH_MAX = 256;

/** Room that every buffer has behind its last newline, for reads of four bytes. */
export const SLACK = 64;

/*
 * The readers below take the grammar of RFC 8259 on one line (a newline ends everything) and answer with the
 * position behind what they read, or -1. The bytes must hold a newline somewhere ahead.
 */

export function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte === 32 || byte === 9 || byte === RETURN; byte = bytes[at]) at += 1;
  return at;
}

/** `from` is behind the opening quote. */
export function skipString(bytes: Uint8Array, view: DataView, from: number): number {
  let at = from;
  for (;;) {
    at = plainEnd(view, at);
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte !== BACKSLASH) return -1;
    const escaped = bytes[at + 1] ?? 0;
    if (escaped === 117) {
      for (let digit = at + 2; digit < at + 6; digit += 1) if (!isHex(bytes[digit] ?? 0)) return -1;
      at += 6;
    } else if (isShortEscape(escaped)) at += 2;
    else return -1;
  }
}

/** The first byte from `from` that is a quote, a backslash or a control character. */
export function plainEnd(view: DataView, from: number): number {
  let at = from;
  for (;;) {
    // Four bytes at a time: the highest bit of each byte of `hit` tells of a byte under 0x20, of 0x22, of
    // 0x5c; it may also be set by mistake above a real hit, never below one.
    for (;;) {
      const four = view.getInt32(at, true);
      const quote = four ^ 0x22222222;
      const slash = four ^ 0x5c5c5c5c;
      const hit =
        (((four - 0x20202020) & ~four) | ((quote - 0x01010101) & ~quote) | ((slash - 0x01010101) & ~slash)) &
        0x80808080;
      if (hit !== 0) {
        at += (31 - Math.clz32(hit & -hit)) >> 3;
        break;
      }
      at += 4;
    }
    return at;
  }
}

export function skipNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  if (bytes[at] === 45) at += 1;
  if (bytes[at] === 48) at += 1;
  else {
    const digits = skipDigits(bytes, at);
    if (digits === at) return -1;
    at = digits;
  }
  if (bytes[at] === 46) {
    const digits = skipDigits(bytes, at + 1);
    if (digits === at + 1) return -1;
    at = digits;
  }
  if (((bytes[at] ?? 0) | 32) === 101) {
    at += 1;
    if (bytes[at] === 43 || bytes[at] === 45) at += 1;
    const digits = skipDigits(bytes, at);
    if (digits === at) return -1;
    at = digits;
  }
  return at;
}

function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at] ?? 0; byte >= 48 && byte <= 57; byte = bytes[at] ?? 0) at += 1;
  return at;
}

/** Any value; deeper than 256 levels is refused, and left to a full parser. */
export function skipValue(bytes: Uint8Array, view: DataView, from: number): number {
  let at = from;
  const closers: number[] = [];
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = skipString(bytes, view, at + 1);
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      if (closers.length === DEPTH_MAX) return -1;
      const closer = byte + 2;
      at = skipBlanks(bytes, at + 1);
      if (bytes[at] !== closer) {
        closers.push(closer);
        if (closer === CLOSE_OBJECT) at = skipKey(bytes, view, at);
        if (at < 0) return -1;
        continue;
      }
      at += 1;
    } else if (byte === 45 || (byte >= 48 && byte <= 57)) at = skipNumber(bytes, at);
    else at = skipWord(bytes, at);
    if (at < 0) return -1;
    for (;;) {
      const closer = closers.at(-1);
      if (closer === undefined) return at;
      at = skipBlanks(bytes, at);
      if (bytes[at] === COMMA) {
        at = skipBlanks(bytes, at + 1);
        if (closer === CLOSE_OBJECT) at = skipKey(bytes, view, at);
        if (at < 0) return -1;
        break;
      }
      if (bytes[at] !== closer) return -1;
      closers.pop();
      at += 1;
    }
  }
}

/** A key with its colon and the blanks around it. */
export function skipKey(bytes: Uint8Array, view: DataView, from: number): number {
  if (bytes[from] !== QUOTE) return -1;
  const end = skipString(bytes, view, from + 1);
  if (end < 0) return -1;
  const at = skipBlanks(bytes, end);
  return bytes[at] === COLON ? skipBlanks(bytes, at + 1) : -1;
}

const WORDS = ['true', 'false', 'null'].map((word) => [...word].map((letter) => letter.charCodeAt(0)));

function skipWord(bytes: Uint8Array, from: number): number {
  for (const word of WORDS) {
    if (word[0] === bytes[from]) {
      return word.every((letter, index) => bytes[from + index] === letter) ? from + word.length : -1;
    }
  }
  return -1;
}

function isHex(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 102);
}

/** The letters after a backslash: " \ / b f n r t. */
function isShortEscape(byte: number): boolean {
  return (
    byte === QUOTE ||
    byte === BACKSLASH ||
    byte === 47 ||
    byte === 98 ||
    byte === 102 ||
    byte === 110 ||
    byte === 114 ||
    byte === 116
  );
}
