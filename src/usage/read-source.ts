import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { AimiError, isAimiError } from '../errors.js';
import { readWithCrew } from './crew.js';
import { Feeder } from './feeder.js';
import type { Layout, LayoutInput } from './layout.js';
import { consumersFor, readPart } from './part.js';
import { Report } from './report.js';
import { type Format, SNIFF_BYTES, sniffFormat } from './sniff.js';
import { Tally, type TallyRow } from './tally.js';
import type { BadLine, FileReport, UsageSource } from './types.js';

export interface SourceOptions {
  readonly layoutInput: LayoutInput;
  readonly layout: Layout;
  readonly strict: boolean;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (count: number) => void;
  readonly workerFile: string | null;
  readonly cores: number;
  readonly parallelFromBytes: number;
}

export interface SourceResult {
  readonly report: FileReport;
  readonly rows: readonly TallyRow[];
}

const EMPTY: Format = { kind: 'empty' };
const YIELD_EVERY = 16;

/** Reads one source to its end. `file-unreadable` names it; `invalid-value` for a bad line with `strict`. */
export async function readSource(source: UsageSource, options: SourceOptions): Promise<SourceResult> {
  if (source.kind === 'stream') return readStream(source.name, source.bytes, options);
  const { path } = source;
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    const facts = fstatSync(descriptor);
    if (!facts.isFile()) {
      if (facts.isDirectory()) throw unreadable(path, 'EISDIR', null);
      return await readStream(path, createReadStream(path, { highWaterMark: 1 << 20 }), options);
    }
    const head = new Uint8Array(SNIFF_BYTES);
    const count = readSync(descriptor, head, 0, head.length, 0);
    if (isGzip(head)) {
      return await readStream(path, createReadStream(path, { highWaterMark: 1 << 20 }), options);
    }
    return await readFile(path, descriptor, facts.size, head.subarray(0, count), options);
  } catch (error) {
    if (isAimiError(error) || options.signal?.aborted === true) throw error;
    throw unreadable(path, codeOf(error), error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

async function readFile(
  path: string,
  descriptor: number,
  size: number,
  head: Uint8Array,
  options: SourceOptions,
): Promise<SourceResult> {
  const mark = markLength(head);
  const format = sniffFormat(options.layout, path, head.subarray(mark));
  if (format.kind === 'empty' && size <= head.length) return { report: emptyReport(path), rows: [] };
  const first = mark + (format.kind === 'table' ? format.skip : 0);
  const isForCrew = format.kind === 'json-lines' || format.kind === 'table';
  if (isForCrew && size >= options.parallelFromBytes && options.workerFile !== null && options.cores > 1) {
    const job = { path, format, layout: options.layoutInput, first, size };
    const crew = await readWithCrew(options.workerFile, options.cores, job, options);
    // A cell with a line break: the parts may have begun within it, so the table is read again in one go.
    if (!crew.hasLineBreaks) {
      const report = startReport(path, format, options.strict);
      for (const part of crew.parts) report.append(part);
      const bad = report.bad[0];
      if (options.strict && bad !== undefined) throw badLine(path, bad);
      return { report: { name: path, format: format.kind, ...report.part() }, rows: crew.rows };
    }
  }
  const kind = format.kind === 'empty' ? ({ kind: 'json-lines' } as const) : format;
  const { report, tally, consumer } = start(path, kind, options);
  let chunks = 0;
  for (const count of readPart(descriptor, new Feeder(consumer), {
    first,
    from: 0,
    to: Number.POSITIVE_INFINITY,
  })) {
    options.onBytes(count);
    chunks += 1;
    if (chunks % YIELD_EVERY === 0) await setImmediate();
    options.signal?.throwIfAborted();
  }
  return { report: { name: path, format: kind.kind, ...report.part() }, rows: tally.rows() };
}

async function readStream(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  options: SourceOptions,
): Promise<SourceResult> {
  const state: { started: ReturnType<typeof start> | null; format: Format; feeder: Feeder | null } = {
    started: null,
    format: EMPTY,
    feeder: null,
  };
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const begin = () => {
    const all = join(waiting);
    const mark = markLength(all);
    const format = sniffFormat(options.layout, name, all.subarray(mark, mark + SNIFF_BYTES));
    if (format.kind === 'empty' && all.length - mark === 0) return;
    state.format = format.kind === 'empty' ? { kind: 'json-lines' } : format;
    if (state.format.kind === 'empty') return;
    state.started = start(name, state.format, options);
    state.feeder = new Feeder(state.started.consumer);
    state.feeder.push(all.subarray(mark + (format.kind === 'table' ? format.skip : 0)));
  };
  try {
    for await (const chunk of unpacked(bytes, options.onBytes)) {
      options.signal?.throwIfAborted();
      if (state.feeder !== null) state.feeder.push(chunk);
      else {
        waiting.push(chunk);
        waitingBytes += chunk.length;
        if (waitingBytes >= SNIFF_BYTES) begin();
      }
    }
    if (state.feeder === null) begin();
    state.feeder?.finish();
  } catch (error) {
    if (isAimiError(error) || options.signal?.aborted === true) throw error;
    const code = codeOf(error);
    if (!code.startsWith('Z_')) throw unreadable(name, code, error);
    throw new AimiError('file-unreadable', {
      message: `${name} is damaged: its gzip data ${code === 'Z_BUF_ERROR' ? 'ends too early' : 'cannot be unpacked'}`,
      hint: 'Fetch the file again; nothing of it was counted',
      details: { path: name, reason: code },
      cause: error,
    });
  }
  if (state.started === null || state.format.kind === 'empty') return { report: emptyReport(name), rows: [] };
  const { report, tally } = state.started;
  return { report: { name, format: state.format.kind, ...report.part() }, rows: tally.rows() };
}

/** The bytes as they are, or what their gzip holds. */
async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const chunks = counted(bytes, onBytes);
  const first: Uint8Array[] = [];
  while (join(first).length < 2) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    first.push(value);
  }
  const head = join(first);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* chunks;
  }
  if (!isGzip(head)) {
    yield* whole();
    return;
  }
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  const feed = (async () => {
    for await (const chunk of whole()) {
      if (!gunzip.write(chunk)) {
        await new Promise<void>((resolve) => {
          const go = (): void => {
            gunzip.off('drain', go).off('close', go);
            resolve();
          };
          gunzip.on('drain', go).on('close', go);
        });
      }
      if (gunzip.destroyed) return;
    }
    gunzip.end();
  })().catch((error: unknown) => {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  yield* gunzip;
  await feed;
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, undefined> {
  for await (const chunk of bytes) {
    onBytes(chunk.length);
    yield chunk;
  }
  return undefined;
}

function start(name: string, format: Exclude<Format, { kind: 'empty' }>, options: SourceOptions) {
  const tally = new Tally(options.layout.dims.length, options.layout.thresholds);
  const report = startReport(name, format, options.strict);
  return { tally, report, consumer: consumersFor(format, options.layout, tally)(report) };
}

/** The header is a line of the table. */
function startReport(name: string, format: Format, strict: boolean): Report {
  const report = new Report(
    strict
      ? (bad) => {
          throw badLine(name, bad);
        }
      : null,
  );
  if (format.kind === 'table') report.lines = 1;
  return report;
}

function badLine(name: string, { line, reason }: BadLine): AimiError {
  return new AimiError('invalid-value', {
    message: `${name}, line ${line}: ${reason}`,
    hint: 'Without --strict such lines are counted and left out',
    details: { file: name, line, reason },
  });
}

function emptyReport(name: string): FileReport {
  return { name, format: 'empty', ...new Report().part() };
}

function unreadable(path: string, code: string, cause: unknown): AimiError {
  return new AimiError('file-unreadable', {
    message: `Cannot read ${path} (${code})`,
    details: { path, reason: code },
    cause,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** UTF-8 byte order mark. */
function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
