import type { Buffer } from 'node:buffer';
import type { Consumer } from './consumer.js';
import { recordDay } from './day.js';
import { NEWLINE, QUOTE, RETURN } from './json-bytes.js';
import { addPlanned } from './json-record.js';
import type { Layout } from './layout.js';
import { Pairs } from './pairs.js';
import type { Plan } from './plan.js';
import type { Report } from './report.js';
import type { TablePlan } from './table-header.js';
import type { Tally } from './tally.js';

const ROLE_COUNT = 1;
const ROLE_NONE = 0;
const NEEDS_MORE = -1;
const MARK_PLANS_MAX = 1000;

/** Rows of a table with a delimiter, quoted as in RFC 4180. The header is not among them. */
export class TableRows implements Consumer {
  /** Some quoted cell holds a line break, so lines are not rows. */
  hasLineBreaks = false;
  private readonly layout: Layout;
  private readonly tally: Tally;
  private readonly report: Report;
  private readonly table: TablePlan;
  private readonly values: Int32Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly days = new Map<number, number>();
  private readonly markIds = new Pairs();
  private readonly markPlans: Plan[] = [];
  private isPassing = false;
  // What the row that was read last is like.
  private cells = 0;
  private filledCounts = 0;
  private isOdd = false;
  private isBroken = false;
  private breaks = 0;

  constructor(layout: Layout, tally: Tally, report: Report, table: TablePlan) {
    this.layout = layout;
    this.tally = tally;
    this.report = report;
    this.table = table;
    const columns = table.header.columns.length;
    this.values = new Int32Array(columns);
    this.from = new Int32Array(columns);
    this.to = new Int32Array(columns);
  }

  consume(bytes: Buffer, view: DataView, start: number, end: number, isLast: boolean): number {
    let at = start;
    if (this.isPassing) {
      const newline = bytes.indexOf(NEWLINE, at);
      if (newline >= end) return end;
      this.isPassing = false;
      at = newline + 1;
    }
    const stop = isLast
      ? bytes[end - 1] === NEWLINE
        ? end
        : end + 1
      : bytes.lastIndexOf(NEWLINE, end - 1) + 1;
    while (at < stop && at < end) {
      const next = this.readRow(bytes, view, at, stop);
      if (next === NEEDS_MORE) {
        if (!isLast) return at;
        this.hasLineBreaks = true;
        this.report.lines += 1;
        this.report.noteBad(this.report.lines, 'a quote is not closed');
        at = bytes.indexOf(NEWLINE, at) + 1;
        continue;
      }
      this.take(bytes, view, at);
      at = next;
    }
    return Math.min(at, end);
  }

  giveUpRecord(limitBytes: number): void {
    this.report.lines += 1;
    this.report.noteBad(this.report.lines, `longer than ${limitBytes} bytes, or a quote is not closed`);
    this.hasLineBreaks = true;
    this.isPassing = true;
  }

  /** Finds the cells of one row and reads its counts; answers with the start of the next row. */
  private readRow(bytes: Buffer, view: DataView, start: number, stop: number): number {
    const { roles, header } = this.table;
    const delimiter = header.delimiter;
    const columns = roles.length;
    const belowMark = Math.imul(delimiter + 1, 0x01010101);
    let at = start;
    let column = 0;
    this.filledCounts = 0;
    this.isOdd = false;
    this.isBroken = false;
    this.breaks = 0;
    for (;;) {
      const role = column < columns ? (roles[column] ?? ROLE_NONE) : ROLE_NONE;
      let byte = bytes[at] ?? 0;
      if (byte === QUOTE) {
        at = this.readQuoted(bytes, at, stop, column, role);
        if (at === NEEDS_MORE) return NEEDS_MORE;
        byte = bytes[at] ?? 0;
      } else if (role === ROLE_COUNT) {
        const first = at;
        let value = 0;
        let digit = byte - 48;
        while (digit >= 0 && digit <= 9) {
          value = (value * 10 + digit) | 0;
          at += 1;
          digit = (bytes[at] ?? 0) - 48;
        }
        byte = bytes[at] ?? 0;
        const length = at - first;
        this.values[column] = value;
        this.from[column] = first;
        if (length > 9 || (byte !== delimiter && byte !== NEWLINE && byte !== RETURN)) {
          this.isOdd = true;
          while (byte !== delimiter && byte !== NEWLINE) {
            at += 1;
            byte = bytes[at] ?? 0;
          }
        }
        if (at !== first) this.filledCounts += 1;
        this.to[column] = at;
      } else {
        if (role !== ROLE_NONE) this.from[column] = at;
        for (;;) {
          // Four bytes at a time, up to one that is not above the delimiter.
          const four = view.getInt32(at, true);
          const hit = (four - belowMark) & ~four & 0x80808080;
          if (hit === 0) {
            at += 4;
            continue;
          }
          at += (31 - Math.clz32(hit & -hit)) >> 3;
          byte = bytes[at] ?? 0;
          if (byte === delimiter || byte === NEWLINE || byte === RETURN) break;
          at += 1;
        }
        if (role !== ROLE_NONE) this.to[column] = at;
      }
      column += 1;
      if (byte === delimiter) {
        at += 1;
        continue;
      }
      if (byte === RETURN) {
        if (bytes[at + 1] === NEWLINE) at += 1;
        else {
          // A carriage return within a cell: not a row that we read.
          this.isBroken = true;
          at = bytes.indexOf(NEWLINE, at);
        }
      }
      this.cells = column;
      return at + 1;
    }
  }

  private readQuoted(bytes: Buffer, open: number, stop: number, column: number, role: number): number {
    let close = open;
    for (;;) {
      close = bytes.indexOf(QUOTE, close + 1);
      if (close < 0 || close >= stop) return NEEDS_MORE;
      if (bytes[close + 1] !== QUOTE) break;
      close += 1;
      this.isOdd = true;
    }
    for (
      let newline = bytes.indexOf(NEWLINE, open);
      newline < close;
      newline = bytes.indexOf(NEWLINE, newline + 1)
    ) {
      this.breaks += 1;
      this.hasLineBreaks = true;
    }
    if (role !== ROLE_NONE) {
      this.from[column] = open + 1;
      this.to[column] = close;
      if (role === ROLE_COUNT) {
        this.isOdd = true;
        if (close > open + 1) this.filledCounts += 1;
      }
    }
    const after = bytes[close + 1] ?? 0;
    if (after === this.table.header.delimiter || after === NEWLINE || after === RETURN) return close + 1;
    this.isBroken = true;
    return bytes.indexOf(NEWLINE, close + 1);
  }

  private take(bytes: Buffer, view: DataView, start: number): void {
    const { report, tally } = this;
    const { roles } = this.table;
    report.lines += 1;
    const line = report.lines;
    report.lines += this.breaks;
    if (this.isBroken)
      report.noteBad(line, 'not a row: text around a quoted cell, or a lone carriage return');
    else if (this.cells === 1 && (bytes[start] === NEWLINE || bytes[start] === RETURN)) report.blank += 1;
    else if (this.cells !== roles.length) {
      report.noteBad(line, `${this.cells} cells instead of ${roles.length}`);
    } else if (this.filledCounts === 0) report.withoutUsage += 1;
    else if (this.isOdd) this.takeSlowly(bytes, line);
    else {
      const plan = this.planOfRow(bytes, view);
      if (plan.verdict.isRepeated || plan.verdict.problem !== null) {
        this.takeSlowly(bytes, line);
        return;
      }
      let group = tally.group(this.textId(plan.model, view), this.textId(plan.deployment, view), plan.mode);
      for (let dim = 0; dim < plan.dims.length; dim += 1) {
        const column = plan.dims[dim] ?? -1;
        const isDay = column >= 0 && this.layout.dims[dim]?.isDay === true;
        const id = isDay
          ? recordDay(tally, this.days, bytes, view, this.from[column] ?? 0, this.to[column] ?? 0)
          : this.textId(column, view);
        group = tally.within(dim, group, id);
      }
      const hasRequests = plan.requests >= 0 && this.to[plan.requests] !== this.from[plan.requests];
      const requests = hasRequests ? (this.values[plan.requests] ?? 1) : 1;
      tally.add(group, plan.adds, this.values, requests);
      report.records += 1;
      if (requests !== 1) report.aggregated += 1;
    }
  }

  /** The plan of the row that was read; rows with the same words share it. */
  private planOfRow(bytes: Buffer, view: DataView): Plan {
    const { marks, plan } = this.table;
    if (marks.length === 0) return plan;
    let id = -1;
    for (const { slot, column } of marks) {
      const isFilled = this.from[column] !== this.to[column];
      id = this.markIds.idOf(id, slot.isPresence ? Number(isFilled) : this.textId(column, view));
    }
    const known = this.markPlans[id];
    if (known !== undefined) return known;
    const made = this.planOfWords((column) => this.cellOf(bytes, column));
    if (id < MARK_PLANS_MAX) this.markPlans[id] = made;
    return made;
  }

  private planOfWords(cellOf: (column: number) => string | null): Plan {
    const words = this.table.marks.flatMap(({ slot, column }): [number, string][] => {
      const cell = cellOf(column);
      return cell === null ? [] : [[slot.id, cell]];
    });
    return this.table.planOf(new Map(words));
  }

  private cellOf(bytes: Buffer, column: number): string | null {
    const from = this.from[column] ?? 0;
    const text = bytes.toString('utf8', from, this.to[column]);
    const cell = bytes[from - 1] === QUOTE ? text.replaceAll('""', '"') : text.replace(/\r$/, '');
    return cell === '' ? null : cell;
  }

  private takeSlowly(bytes: Buffer, line: number): void {
    const { header, roles } = this.table;
    const values = header.columns.map((_, column) =>
      roles[column] === ROLE_NONE ? null : this.cellOf(bytes, column),
    );
    const plan = this.planOfWords((column) => values[column] ?? null);
    const added = addPlanned(this.layout, this.tally, plan, values, (column) => header.columns[column] ?? '');
    this.report.note(line, added);
  }

  /** An empty cell is no name. */
  private textId(column: number, view: DataView): number {
    if (column < 0) return 0;
    const from = this.from[column] ?? 0;
    const to = this.to[column] ?? 0;
    return from === to ? 0 : this.tally.texts.idOf(view, from, to);
  }
}
