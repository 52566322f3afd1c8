import type { Buffer } from 'node:buffer';
import type { Consumer } from './consumer.js';
import {
  BACKSLASH,
  CLOSE_LIST,
  COMMA,
  NEWLINE,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  RETURN,
} from './json-bytes.js';
import { addParsed } from './json-record.js';
import type { JsonScanner } from './json-scanner.js';
import type { Report } from './report.js';

/** JSON that does not keep to lines: an array of records, or objects one after another, printed anyhow. */
export class JsonDocuments implements Consumer {
  private readonly scanner: JsonScanner;
  private readonly report: Report;
  private isInList = false;
  private needsComma = false;
  private hasComma = false;
  private isLost = false;
  /** Newlines behind the last thing read: the one that ends the file starts no line. */
  private newlines = 0;

  constructor(scanner: JsonScanner, report: Report) {
    this.scanner = scanner;
    this.report = report;
    report.lines = 1;
  }

  consume(bytes: Buffer, view: DataView, start: number, end: number, isLast: boolean): number {
    let at = start;
    while (at < end && !this.isLost) {
      const byte = bytes[at];
      if (byte === NEWLINE) {
        this.newlines += 1;
        at += 1;
        continue;
      }
      if (byte === 32 || byte === 9 || byte === RETURN) {
        at += 1;
        continue;
      }
      this.report.lines += this.newlines;
      this.newlines = 0;
      if (byte === OPEN_LIST && !this.isInList) {
        this.isInList = true;
        this.needsComma = false;
        at += 1;
      } else if (byte === CLOSE_LIST && this.isInList && !this.hasComma) {
        this.isInList = false;
        this.needsComma = false;
        at += 1;
      } else if (byte === COMMA && this.isInList && this.needsComma) {
        this.needsComma = false;
        this.hasComma = true;
        at += 1;
      } else if (this.needsComma && this.isInList) this.lose('a comma is missing');
      else {
        const next = this.readValue(bytes, view, at, end);
        if (next < 0 && !isLast) return at;
        if (next < 0) this.lose('not finished');
        else at = next;
        this.needsComma = true;
        this.hasComma = false;
      }
    }
    if (this.isLost) return end;
    if (isLast) this.report.lines += Math.max(0, this.newlines - 1);
    if (isLast && this.isInList) this.lose('the list is not finished');
    return at;
  }

  giveUpRecord(limitBytes: number): void {
    this.lose(`longer than ${limitBytes} bytes`);
  }

  private lose(reason: string): void {
    if (this.isLost) return;
    this.report.noteBad(this.report.lines, `${reason}: nothing from here on was read`);
    this.isLost = true;
  }

  /** Behind the value, or -1 when it is not all there. */
  private readValue(bytes: Buffer, view: DataView, from: number, end: number): number {
    const { scanner, report } = this;
    let next = scanner.scanRecord(bytes, view, from, false);
    if (next < 0 && scanner.learn(bytes, view, from)) next = scanner.scanRecord(bytes, view, from, false);
    if (next >= 0) {
      report.records += scanner.records;
      report.withoutUsage += scanner.withoutUsage;
      report.aggregated += scanner.aggregated;
      report.repeated += scanner.repeated;
      scanner.records = 0;
      scanner.withoutUsage = 0;
      scanner.aggregated = 0;
      scanner.repeated = 0;
      return next;
    }
    const behind = valueEnd(bytes, from, end);
    if (behind < 0) return -1;
    const text = bytes.toString('utf8', from, behind);
    try {
      const value: unknown = JSON.parse(text);
      for (const added of addParsed(scanner.layout, scanner.tally, value)) report.note(report.lines, added);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      report.noteBad(report.lines, 'not valid JSON');
    }
    for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < behind; at = bytes.indexOf(NEWLINE, at + 1)) {
      report.lines += 1;
    }
    return behind;
  }
}

/** Where the value ends by its brackets, quotes or, for a bare word, by what follows; -1 if that is not there. */
function valueEnd(bytes: Buffer, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at += 1; bytes[at] !== QUOTE; at += 1) {
        if (at >= end) return -1;
        if (bytes[at] === BACKSLASH) at += 1;
      }
      if (at >= end) return -1;
      if (depth === 0) return at + 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (byte === OPEN_OBJECT + 2 || byte === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) return at + 1;
      if (depth < 0) return Math.max(at, from + 1);
    } else if (depth === 0 && (byte === COMMA || byte === NEWLINE || byte === 32))
      return Math.max(at, from + 1);
  }
  return -1;
}
