import type { Buffer } from 'node:buffer';
import type { Consumer } from './consumer.js';
import { NEWLINE } from './json-bytes.js';
import { addParsed } from './json-record.js';
import type { JsonScanner } from './json-scanner.js';
import type { Report } from './report.js';

/** One JSON value per line. */
export class JsonLines implements Consumer {
  private readonly scanner: JsonScanner;
  private readonly report: Report;
  private isPassing = false;

  constructor(scanner: JsonScanner, report: Report) {
    this.scanner = scanner;
    this.report = report;
  }

  consume(bytes: Buffer, view: DataView, start: number, end: number, isLast: boolean): number {
    let at = start;
    if (this.isPassing) {
      const newline = bytes.indexOf(NEWLINE, at);
      if (newline >= end) return end;
      this.isPassing = false;
      at = newline + 1;
    }
    const stop = lineEnd(bytes, at, end, isLast);
    while (at < stop) {
      at = this.scanner.scanLines(bytes, view, at, stop);
      this.collect();
      if (at >= stop) break;
      const newline = bytes.indexOf(NEWLINE, at);
      const isKnown = this.scanner.learn(bytes, view, at) && this.scanLine(bytes, view, at);
      if (!isKnown) this.readLine(bytes, at, newline);
      at = newline + 1;
    }
    return Math.min(at, end);
  }

  giveUpRecord(limitBytes: number): void {
    this.report.lines += 1;
    this.report.noteBad(this.report.lines, `longer than ${limitBytes} bytes`);
    this.isPassing = true;
  }

  private scanLine(bytes: Buffer, view: DataView, at: number): boolean {
    if (this.scanner.scanRecord(bytes, view, at, true) < 0) return false;
    this.scanner.lines += 1;
    this.collect();
    return true;
  }

  /** The full parser, for what is unusual. */
  private readLine(bytes: Buffer, from: number, to: number): void {
    this.report.lines += 1;
    const line = this.report.lines;
    const text = bytes.toString('utf8', from, to);
    if (text.trim() === '') {
      this.report.blank += 1;
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.report.noteBad(line, 'not valid JSON');
      return;
    }
    for (const added of addParsed(this.scanner.layout, this.scanner.tally, value))
      this.report.note(line, added);
  }

  private collect(): void {
    const { scanner, report } = this;
    report.lines += scanner.lines;
    report.records += scanner.records;
    report.withoutUsage += scanner.withoutUsage;
    report.aggregated += scanner.aggregated;
    report.repeated += scanner.repeated;
    scanner.lines = 0;
    scanner.records = 0;
    scanner.withoutUsage = 0;
    scanner.aggregated = 0;
    scanner.repeated = 0;
  }
}

/** Behind the last newline; at the end of everything an unfinished line counts, its newline is the slack's. */
function lineEnd(bytes: Buffer, start: number, end: number, isLast: boolean): number {
  if (end <= start) return start;
  if (bytes[end - 1] === NEWLINE) return end;
  if (isLast) return end + 1;
  return Math.max(start, bytes.lastIndexOf(NEWLINE, end - 1) + 1);
}
