/** Characters kept of the start, of lines in the middle that look like a failure, and of the end. */
const HEAD = 96 * 1024;
const MIDDLE = 56 * 1024;
const TAIL = 96 * 1024;
const LINE_LIMIT = 4096;

const NOTABLE =
  /error|exception|traceback|https?:\/\/|status|\b[45]\d\d\b|denied|unauthorized|forbidden|not found|deployment|api-version/i;

/** A log of any length in bounded memory: what of it `readErrorText` will look at. */
export interface TextCollector {
  add(text: string): void;
  /** At most 256 KiB, in the order of the log. */
  text(): string;
  /** Characters seen. */
  readonly length: number;
}

/** Keeps the start and the end of a long log, and of the middle the lines that speak of a failure. */
export function createTextCollector(): TextCollector {
  let length = 0;
  let head = '';
  let tail = '';
  let open = '';
  const middle: string[] = [];
  let middleLength = 0;

  const keepLine = (line: string): void => {
    if (middleLength >= MIDDLE || !NOTABLE.test(line)) return;
    const kept = line.slice(0, LINE_LIMIT);
    middle.push(kept);
    middleLength += kept.length + 1;
  };

  /** Lines that leave the tail are looked at once; a line longer than the limit in pieces. */
  const passMiddle = (text: string): void => {
    if (middleLength >= MIDDLE) return;
    const lines = (open + text).split('\n');
    open = lines.pop() ?? '';
    for (const line of lines) keepLine(line);
    if (open.length > LINE_LIMIT) {
      keepLine(open);
      open = '';
    }
  };

  return {
    add(text) {
      length += text.length;
      const room = HEAD - head.length;
      if (room > 0) head += text.slice(0, room);
      if (text.length <= room) return;
      tail += room > 0 ? text.slice(room) : text;
      if (tail.length <= 2 * TAIL) return;
      passMiddle(tail.slice(0, tail.length - TAIL));
      tail = tail.slice(tail.length - TAIL);
    },
    text() {
      if (tail.length > TAIL) {
        passMiddle(tail.slice(0, tail.length - TAIL));
        tail = tail.slice(tail.length - TAIL);
      }
      if (length <= HEAD + TAIL) return head + tail;
      return `${head}\n[...]\n${middle.join('\n')}${middle.length === 0 ? '' : '\n[...]\n'}${tail}`;
    },
    get length() {
      return length;
    },
  };
}

/** True for bytes that were read as text: many characters that no log holds. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 64 * 1024).replaceAll('\0', '');
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 0xfffd || code < 7 || (code > 13 && code < 27)) odd += 1;
  }
  return odd > 8 && odd > sample.length / 20;
}
