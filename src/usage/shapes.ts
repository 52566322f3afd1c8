import type { Plan } from './plan.js';

/** What stands between two fixed pieces of a line. */
export const ACTION = {
  /** An integer of at most nine digits, kept. */
  count: 0,
  /** A string without escapes, kept. */
  text: 1,
  /** A number of any form, its digits kept. */
  number: 2,
  /** Any string, passed over. */
  string: 3,
  /** Any value, passed over. */
  any: 4,
  /** The end of the record. */
  end: 5,
} as const;
export type Action = (typeof ACTION)[keyof typeof ACTION];

/** A fixed piece of text, byte for byte, and the value behind it. */
export interface Step {
  /** The first of the eight-byte words of the piece in `Shapes.words`; the last one overlaps the one before. */
  readonly word: number;
  /** How many words lie in front of the last one; -1 for a piece under eight bytes, compared under two masks. */
  readonly words: number;
  readonly low: number;
  readonly lowMask: number;
  readonly high: number;
  readonly highMask: number;
  readonly length: number;
  readonly action: Action;
  /** Which of the kept values this one is. */
  readonly position: number;
  readonly plan: Plan | null;
  /** What may follow, tried in turn. */
  first: Step | null;
  sibling: Step | null;
}

export interface TracePart {
  readonly from: number;
  readonly to: number;
  readonly action: Action;
}

const STEPS_MAX = 4096;
const WORDS_MAX = 1 << 17;
const RESETS_MAX = 32;

/**
 * The shapes of records seen so far as a tree of fixed pieces. A program that writes a log writes the same
 * keys in the same order, so nearly every line is a path that is there already: then a line costs a
 * comparison of words and the reading of its numbers.
 */
export class Shapes {
  /**
   * Words as doubles, because that is the widest comparison there is. Two doubles that are equal have the same
   * bytes, except zeros, and text holds no such; a NaN (bytes above 0x7e) equals nothing, so a piece that has
   * one is never matched and its line goes the long way.
   */
  words = new Float64Array(1 << 9);
  root: Step = emptyStep();
  private used = 0;
  private steps = 0;
  private resets = 0;

  /** Adds the path; false when there have been too many shapes for this to help. */
  learn(view: DataView, parts: readonly TracePart[], plan: Plan): boolean {
    if (this.steps > STEPS_MAX || this.used > WORDS_MAX) {
      if (this.resets === RESETS_MAX) return false;
      this.resets += 1;
      this.used = 0;
      this.steps = 0;
      this.root = emptyStep();
    }
    let node = this.root;
    let position = 0;
    for (const part of parts) {
      node = this.child(node, view, part, position, part.action === ACTION.end ? plan : null);
      if (part.action <= ACTION.number) position += 1;
    }
    return true;
  }

  private child(node: Step, view: DataView, part: TracePart, position: number, plan: Plan | null): Step {
    let last: Step | null = null;
    for (let step = node.first; step !== null; step = step.sibling) {
      if (step.action === part.action && this.isSame(step, view, part)) return step;
      last = step;
    }
    const step = {
      ...this.piece(view, part),
      action: part.action,
      position,
      plan,
      first: null,
      sibling: null,
    };
    this.steps += 1;
    if (last === null) node.first = step;
    else last.sibling = step;
    return step;
  }

  private piece(view: DataView, { from, to }: TracePart) {
    const length = to - from;
    const word = this.used;
    if (length < 8) {
      const lowMask = maskOf(length);
      const highMask = maskOf(length - 4);
      const low = view.getInt32(from, true) & lowMask;
      return {
        word,
        words: -1,
        low,
        lowMask,
        high: view.getInt32(from + 4, true) & highMask,
        highMask,
        length,
      };
    }
    const words = (length - 1) >> 3;
    while (word + words + 1 > this.words.length) {
      const grown = new Float64Array(this.words.length * 2);
      grown.set(this.words);
      this.words = grown;
    }
    for (let index = 0; index < words; index += 1) {
      this.words[word + index] = view.getFloat64(from + index * 8, true);
    }
    this.words[word + words] = view.getFloat64(to - 8, true);
    this.used += words + 1;
    return { word, words, low: 0, lowMask: 0, high: 0, highMask: 0, length };
  }

  private isSame(step: Step, view: DataView, { from, to }: TracePart): boolean {
    if (step.length !== to - from) return false;
    if (step.words < 0) {
      const low = view.getInt32(from, true) & step.lowMask;
      return low === step.low && (view.getInt32(from + 4, true) & step.highMask) === step.high;
    }
    for (let index = 0; index < step.words; index += 1) {
      if (this.words[step.word + index] !== view.getFloat64(from + index * 8, true)) return false;
    }
    return this.words[step.word + step.words] === view.getFloat64(to - 8, true);
  }
}

/** For the first `bytes` bytes of a little-endian word. */
function maskOf(bytes: number): number {
  if (bytes <= 0) return 0;
  return bytes >= 4 ? -1 : (1 << (bytes * 8)) - 1;
}

function emptyStep(): Step {
  const piece = { word: 0, words: -1, low: 0, lowMask: 0, high: 0, highMask: 0, length: 0 };
  return { ...piece, action: ACTION.any, position: 0, plan: null, first: null, sibling: null };
}
