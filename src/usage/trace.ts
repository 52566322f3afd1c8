import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_OBJECT,
  plainEnd,
  QUOTE,
  skipBlanks,
  skipNumber,
  skipString,
  skipValue,
} from './json-bytes.js';
import type { Layout, PathNode, Slot } from './layout.js';
import { ACTION, type Action, type TracePart } from './shapes.js';

export interface Trace {
  readonly parts: readonly TracePart[];
  /** Slot id → which of the kept values. */
  readonly positions: ReadonlyMap<number, number>;
  /** Slot id → the word of a mark; part of the fixed pieces, so records with another word have another shape. */
  readonly words: ReadonlyMap<number, string>;
}

const KEPT_MAX = 64;
const COUNT_DIGITS_MAX = 9;
/** A key that holds records of its own; only a full parser takes these apart. */
const HOLDERS = new Set(['resourceSpans', 'scopeSpans', 'spans', 'data', 'batches']);

/**
 * Reads one record by the strict grammar and notes its fixed pieces. Null for whatever is not plain: escapes
 * in a key that may matter, the same key twice, a count that is no integer, records within records, bad JSON.
 */
export function traceRecord(layout: Layout, bytes: Uint8Array, view: DataView, from: number): Trace | null {
  const parts: TracePart[] = [];
  const positions = new Map<number, number>();
  const words = new Map<number, string>();
  const decoder = new TextDecoder();
  let fixedFrom = from;
  let kept = 0;

  function note(at: number, end: number, action: Action, slot: number | null): number {
    if (end < 0) return -1;
    parts.push({ from: fixedFrom, to: at, action });
    fixedFrom = end;
    if (action <= ACTION.number) {
      if (slot !== null) positions.set(slot, kept);
      kept += 1;
      if (kept > KEPT_MAX) return -1;
    }
    return end;
  }

  function readObject(node: PathNode, open: number): number {
    const seen = new Set<PathNode>();
    let at = skipBlanks(bytes, open + 1);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    for (;;) {
      if (bytes[at] !== QUOTE) return -1;
      const keyEnd = plainEnd(view, at + 1);
      if (bytes[keyEnd] !== QUOTE) return -1;
      const key = decoder.decode(bytes.subarray(at + 1, keyEnd));
      at = skipBlanks(bytes, keyEnd + 1);
      if (bytes[at] !== COLON) return -1;
      at = skipBlanks(bytes, at + 1);
      const child = node.children.get(key);
      if (child === undefined) {
        if (node === layout.root && HOLDERS.has(key) && bytes[at] === 91) return -1;
        at = note(at, skipValue(bytes, view, at), ACTION.any, null);
      } else {
        if (seen.has(child)) return -1;
        seen.add(child);
        at = readKnown(child, at);
      }
      if (at < 0) return -1;
      at = skipBlanks(bytes, at);
      if (bytes[at] === CLOSE_OBJECT) return at + 1;
      if (bytes[at] !== COMMA) return -1;
      at = skipBlanks(bytes, at + 1);
    }
  }

  function readKnown(node: PathNode, at: number): number {
    const byte = bytes[at] ?? 0;
    if (byte === 110) return skipValue(bytes, view, at); // null: part of the fixed piece, as if absent
    if (node.slot?.type === 'mark') return readMark(node.slot, at, byte);
    if (byte === OPEN_OBJECT) return node.slot === null || node.children.size > 0 ? readObject(node, at) : -1;
    if (byte === QUOTE) {
      const plain = plainEnd(view, at + 1);
      if (node.slot === null) return note(at, skipString(bytes, view, at + 1), ACTION.string, null);
      if (node.slot.type === 'count' || bytes[plain] !== QUOTE) return -1;
      return note(at, plain + 1, ACTION.text, node.slot.id);
    }
    const isNumber = byte === 45 || (byte >= 48 && byte <= 57);
    if (node.slot === null || !isNumber || node.slot.type === 'text') return -1;
    const end = skipNumber(bytes, at);
    if (node.slot.type === 'time') return note(at, end, ACTION.number, node.slot.id);
    for (let digit = at; digit < end; digit += 1) {
      const value = bytes[digit] ?? 0;
      if (value < 48 || value > 57) return -1;
    }
    return end - at > COUNT_DIGITS_MAX ? -1 : note(at, end, ACTION.count, node.slot.id);
  }

  function readMark(slot: Slot, at: number, byte: number): number {
    if (byte === QUOTE) {
      const plain = plainEnd(view, at + 1);
      if (bytes[plain] !== QUOTE) return -1;
      words.set(slot.id, slot.isPresence ? '' : decoder.decode(bytes.subarray(at + 1, plain)));
      return slot.isPresence ? note(at, plain + 1, ACTION.string, null) : plain + 1;
    }
    if (byte !== 116 && byte !== 102) return -1;
    words.set(slot.id, String(byte === 116));
    return skipValue(bytes, view, at); // true, false
  }

  if (bytes[from] !== OPEN_OBJECT) return null;
  const end = readObject(layout.root, from);
  if (end < 0) return null;
  parts.push({ from: fixedFrom, to: end, action: ACTION.end });
  return { parts, positions, words };
}
