const PLAIN = /^[\x20-\x7e]*$/;
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u115f-\u11ff\u3164\uffa0]$/u;
const EMOJI = /^\p{Emoji}$/u;
const STYLES = /\x1b\[[0-9;:]*m/g;

// East Asian Width W and F, as first and last code point of each run, adjacent runs joined over unassigned
// points (https://www.unicode.org/reports/tr11/); a test compares every letter with string-width.
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2630, 0x2637],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x268a, 0x268f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18df2],
  [0x1aff0, 0x1b2fb],
  [0x1d300, 0x1d356],
  [0x1d360, 0x1d376],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f200, 0x1f320],
  [0x1f32d, 0x1f335],
  [0x1f337, 0x1f37c],
  [0x1f37e, 0x1f393],
  [0x1f3a0, 0x1f3ca],
  [0x1f3cf, 0x1f3d3],
  [0x1f3e0, 0x1f3f0],
  [0x1f3f4, 0x1f3f4],
  [0x1f3f8, 0x1f43e],
  [0x1f440, 0x1f440],
  [0x1f442, 0x1f4fc],
  [0x1f4ff, 0x1f53d],
  [0x1f54b, 0x1f54e],
  [0x1f550, 0x1f567],
  [0x1f57a, 0x1f57a],
  [0x1f595, 0x1f596],
  [0x1f5a4, 0x1f5a4],
  [0x1f5fb, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f6cc, 0x1f6cc],
  [0x1f6d0, 0x1f6d2],
  [0x1f6d5, 0x1f6d8],
  [0x1f6dc, 0x1f6df],
  [0x1f6eb, 0x1f6ec],
  [0x1f6f4, 0x1f6fc],
  [0x1f7e0, 0x1f7f0],
  [0x1f90c, 0x1f93a],
  [0x1f93c, 0x1f945],
  [0x1f947, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];

const ZERO_WIDTH_JOINER = 0x200d;
const EMOJI_PRESENTATION = 0xfe0f;

/** A character as a reader sees it, with what belongs to it: accents, joiners, skin tones, flag halves. */
interface Cluster {
  readonly text: string;
  readonly width: number;
}

/** True when every character takes one column and none needs cleaning. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Columns that `text` takes on a terminal; styles and control characters count nothing. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const cluster of splitClusters(text.replace(STYLES, ''))) width += cluster.width;
  return width;
}

/** `text` if it fits into `width` columns, otherwise its start with `ellipsis` in the last ones. */
export function truncate(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text;
  const mark = displayWidth(ellipsis) < width ? ellipsis : '';
  return takeColumns(text, width - displayWidth(mark)).trimEnd() + mark;
}

/** The longest start of `text` that fits into `width` columns without splitting a character. */
export function takeColumns(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width));
  let taken = '';
  let left = width;
  for (const cluster of splitClusters(text)) {
    if (cluster.width > left) break;
    taken += cluster.text;
    left -= cluster.width;
  }
  return taken;
}

function splitClusters(text: string): Cluster[] {
  const clusters: { text: string; width: number }[] = [];
  let isJoined = false;
  let isHalfFlag = false;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const last = clusters.at(-1);
    const isFlagPart = point >= 0x1f1e6 && point <= 0x1f1ff;
    const isSkinTone = point >= 0x1f3fb && point <= 0x1f3ff && last !== undefined && last.width === 2;
    const attaches = isJoined || isSkinTone || (isFlagPart && isHalfFlag) || ZERO_WIDTH.test(character);
    if (last !== undefined && attaches) {
      last.text += character;
      const base = String.fromCodePoint(last.text.codePointAt(0) ?? 0);
      if (isFlagPart || (point === EMOJI_PRESENTATION && EMOJI.test(base))) last.width = 2;
    } else {
      clusters.push({ text: character, width: pointWidth(point, character) });
    }
    isJoined = point === ZERO_WIDTH_JOINER && last?.width === 2;
    isHalfFlag = isFlagPart && !isHalfFlag;
  }
  return clusters;
}

function pointWidth(point: number, character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  let low = 0;
  let high = WIDE.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = WIDE[middle] ?? [0, 0];
    if (point < first) high = middle - 1;
    else if (point > last) low = middle + 1;
    else return 2;
  }
  return 1;
}
