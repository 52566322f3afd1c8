import type { Buffer } from 'node:buffer';

/** Takes a format apart. Behind `end` there is always a newline byte and some slack. */
export interface Consumer {
  /**
   * Reads what is whole in [start, end) and answers with the position from which more bytes are needed.
   * With `isLast` nothing follows, and everything is taken.
   */
  consume(bytes: Buffer, view: DataView, start: number, end: number, isLast: boolean): number;
  /** The record that begins here is longer than what is kept in memory: notes it and starts to pass over it. */
  giveUpRecord(limitBytes: number): void;
}
