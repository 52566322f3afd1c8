import { Buffer } from 'node:buffer';
import type { Consumer } from './consumer.js';
import { NEWLINE, SLACK } from './json-bytes.js';

const CHUNK = 1 << 20;
export const RECORD_BYTES_MAX = 64 << 20;

/** Keeps the unfinished end of what was read, and hands everything else to the consumer. */
export class Feeder {
  private consumer: Consumer;
  private bytes = Buffer.allocUnsafe(CHUNK + SLACK);
  private view = viewOf(this.bytes);
  private start = 0;
  private fill = 0;

  constructor(consumer: Consumer) {
    this.consumer = consumer;
  }

  /** Starts anew with another consumer, in the same memory. */
  restart(consumer: Consumer): void {
    this.consumer = consumer;
    this.start = 0;
    this.fill = 0;
  }

  /** Where the next bytes go; tell `wrote` how many. */
  room(): Buffer {
    if (this.start > 0) {
      this.bytes.copyWithin(0, this.start, this.fill);
      this.fill -= this.start;
      this.start = 0;
    }
    if (this.fill >= this.capacity) this.grow();
    return this.bytes.subarray(this.fill, this.capacity);
  }

  wrote(count: number): void {
    this.fill += count;
    this.pass(false);
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const room = this.room();
      const part = chunk.subarray(at, at + room.length);
      room.set(part);
      this.wrote(part.length);
      at += part.length;
    }
  }

  finish(): void {
    this.pass(true);
  }

  private get capacity(): number {
    return this.bytes.length - SLACK;
  }

  private pass(isLast: boolean): void {
    this.bytes[this.fill] = NEWLINE;
    this.start = this.consumer.consume(this.bytes, this.view, this.start, this.fill, isLast);
  }

  private grow(): void {
    if (this.fill >= RECORD_BYTES_MAX) {
      this.consumer.giveUpRecord(RECORD_BYTES_MAX);
      this.fill = 0;
      return;
    }
    const grown = Buffer.allocUnsafe(this.capacity * 2 + SLACK);
    this.bytes.copy(grown, 0, 0, this.fill);
    this.bytes = grown;
    this.view = viewOf(grown);
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
