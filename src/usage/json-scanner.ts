import { recordDay } from './day.js';
import { NEWLINE, plainEnd, QUOTE, RETURN, skipNumber, skipString, skipValue } from './json-bytes.js';
import type { Layout } from './layout.js';
import { type Plan, planFor } from './plan.js';
import { ACTION, Shapes, type Step } from './shapes.js';
import type { Tally } from './tally.js';
import { traceRecord } from './trace.js';

/** Reads records whose shape is known; learns shapes; never guesses. */
export class JsonScanner {
  readonly layout: Layout;
  readonly tally: Tally;
  /** Records added. */
  records = 0;
  /** Records without token counts. */
  withoutUsage = 0;
  aggregated = 0;
  repeated = 0;
  /** Lines read, blank and bad ones not included. */
  lines = 0;
  private readonly shapes = new Shapes();
  private readonly values = new Int32Array(80);
  private readonly from = new Int32Array(80);
  private readonly to = new Int32Array(80);
  private readonly plans = new Map<string, Plan>();
  private readonly days = new Map<number, number>();

  constructor(layout: Layout, tally: Tally) {
    this.layout = layout;
    this.tally = tally;
  }

  /**
   * Adds up whole lines from `start` and stops at the first one whose shape is not known: answers with its
   * start, or with `end`. The byte before `end` is a newline.
   */
  scanLines(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    let at = start;
    while (at < end) {
      const behind = this.scanRecord(bytes, view, at, true);
      if (behind < 0) return at;
      at = behind;
      this.lines += 1;
    }
    return at;
  }

  /** Learns the shape of the record at `from`; false when it is not plain. */
  learn(bytes: Uint8Array, view: DataView, from: number): boolean {
    const trace = traceRecord(this.layout, bytes, view, from);
    if (trace === null) return false;
    const key = [...trace.positions, ...trace.words].join(';');
    const plan = this.plans.get(key) ?? planFor(this.layout, trace.positions, trace.words);
    if (this.plans.size < 1000) this.plans.set(key, plan);
    return plan.verdict.problem === null && this.shapes.learn(view, trace.parts, plan);
  }

  /** Adds one record; answers with the position behind it (behind its newline for a line), or -1. */
  scanRecord(bytes: Uint8Array, view: DataView, from: number, isLine: boolean): number {
    const words = this.shapes.words;
    let at = from;
    let step: Step | null = this.shapes.root.first;
    while (step !== null) {
      let end = at + step.length;
      let isSame: boolean;
      if (step.words < 0) {
        isSame =
          (view.getInt32(at, true) & step.lowMask) === step.low &&
          (view.getInt32(at + 4, true) & step.highMask) === step.high;
      } else {
        let word = step.word;
        const last = word + step.words;
        let place = at;
        while (word < last && view.getFloat64(place, true) === words[word]) {
          word += 1;
          place += 8;
        }
        isSame = word === last && view.getFloat64(end - 8, true) === words[last];
      }
      if (!isSame) {
        step = step.sibling;
        continue;
      }
      const byte = bytes[end] ?? 0;
      const action = step.action;
      if (action === ACTION.count) {
        let digit = byte - 48;
        const first = end;
        let value = 0;
        while (digit >= 0 && digit <= 9 && end - first < 9) {
          value = (value * 10 + digit) | 0;
          end += 1;
          digit = (bytes[end] ?? 0) - 48;
        }
        // Nothing read, one digit too many, a leading zero, a fraction or an exponent.
        const isOdd = digit >= 0 && digit <= 9;
        if (end === first || isOdd || (byte === 48 && end !== first + 1)) end = -1;
        else if (digit === -2 || digit === 21 || digit === 53) end = -1;
        this.values[step.position] = value;
      } else if (action === ACTION.any) {
        if (byte === QUOTE) end = skipString(bytes, view, end + 1);
        else if (byte >= 48 && byte <= 57) end = skipNumber(bytes, end);
        else end = skipValue(bytes, view, end);
      } else if (action === ACTION.text) {
        const close = byte === QUOTE ? plainEnd(view, end + 1) : -1;
        this.from[step.position] = end + 1;
        this.to[step.position] = close;
        end = close >= 0 && bytes[close] === QUOTE ? close + 1 : -1;
      } else if (action === ACTION.end) {
        if (isLine) {
          if (byte === NEWLINE) end += 1;
          else if (byte === RETURN && bytes[end + 1] === NEWLINE) end += 2;
          else return -1;
        }
        if (step.plan !== null) this.apply(step.plan, bytes, view);
        return end;
      } else if (action === ACTION.string) {
        end = byte === QUOTE ? skipString(bytes, view, end + 1) : -1;
      } else {
        this.from[step.position] = end;
        end = skipNumber(bytes, end);
        this.to[step.position] = end;
      }
      if (end < 0) {
        step = step.sibling;
        continue;
      }
      at = end;
      step = step.first;
    }
    return -1;
  }

  private apply(plan: Plan, bytes: Uint8Array, view: DataView): void {
    if (!plan.hasUsage) {
      this.withoutUsage += 1;
      return;
    }
    if (plan.verdict.isRepeated) {
      this.repeated += 1;
      return;
    }
    const tally = this.tally;
    let group = tally.group(this.textId(plan.model, view), this.textId(plan.deployment, view), plan.mode);
    for (let dim = 0; dim < plan.dims.length; dim += 1) {
      const position = plan.dims[dim] ?? -1;
      const isDay = position >= 0 && this.layout.dims[dim]?.isDay === true;
      const id = isDay
        ? recordDay(tally, this.days, bytes, view, this.from[position] ?? 0, this.to[position] ?? 0)
        : this.textId(position, view);
      group = tally.within(dim, group, id);
    }
    const requests = plan.requests < 0 ? 1 : (this.values[plan.requests] ?? 1);
    if (requests !== 1) this.aggregated += 1;
    tally.add(group, plan.adds, this.values, requests);
    this.records += 1;
  }

  private textId(position: number, view: DataView): number {
    return position < 0 ? 0 : this.tally.texts.idOf(view, this.from[position] ?? 0, this.to[position] ?? 0);
  }
}
