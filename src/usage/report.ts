import type { Added } from './json-record.js';
import type { BadLine, FileReport } from './types.js';

const NAMED_BAD_LINES = 20;

/** What became of the lines of one file, or of a part of it with line numbers from its own start. */
export class Report {
  lines = 0;
  records = 0;
  withoutUsage = 0;
  blank = 0;
  aggregated = 0;
  repeated = 0;
  badCount = 0;
  readonly bad: BadLine[] = [];
  /** Called at every bad line; throws to stop. */
  private readonly onBad: ((bad: BadLine) => void) | null;

  constructor(onBad: ((bad: BadLine) => void) | null = null) {
    this.onBad = onBad;
  }

  note(line: number, added: Added): void {
    if (typeof added === 'object') this.noteBad(line, added.bad);
    else if (added === 'without-usage') this.withoutUsage += 1;
    else if (added === 'repeated') this.repeated += 1;
    else {
      this.records += 1;
      if (added === 'aggregated') this.aggregated += 1;
    }
  }

  noteBad(line: number, reason: string): void {
    this.badCount += 1;
    if (this.bad.length < NAMED_BAD_LINES) this.bad.push({ line, reason });
    this.onBad?.({ line, reason });
  }

  /** Appends the part that follows in the file. */
  append(part: PartReport): void {
    for (const { line, reason } of part.bad) {
      if (this.bad.length < NAMED_BAD_LINES) this.bad.push({ line: line + this.lines, reason });
    }
    this.lines += part.lines;
    this.records += part.records;
    this.withoutUsage += part.withoutUsage;
    this.blank += part.blank;
    this.aggregated += part.aggregated;
    this.repeated += part.repeated;
    this.badCount += part.badCount;
  }

  part(): PartReport {
    const { lines, records, withoutUsage, repeated, blank, aggregated, badCount, bad } = this;
    return { lines, records, withoutUsage, repeated, blank, aggregated, badCount, bad };
  }
}

export type PartReport = Omit<FileReport, 'name' | 'format'>;
