import { writeSync } from 'node:fs';
import type { Environment, TextInput, TextOutput } from '../context.js';
import { AimiError } from '../errors.js';
import { decideColor, decideLinks, decideUnicode, readColumns } from './terminal.js';

export interface OutputSource {
  readonly fd: number;
  readonly isTerminal: boolean;
  readonly env: Environment;
  readonly platform: string;
  /** Making the stream costs about 3 ms, so it is only made for a terminal or when the reader is slow. */
  readonly openStream: () => NodeJS.WriteStream;
  /** `fs.writeSync` unless a test says otherwise. */
  readonly writeSync?: (fd: number, bytes: Uint8Array) => number;
}

/**
 * An output whose writes are done, or queued in a stream that Node empties before it exits, when `write`
 * returns. A reader that went away (`| head -1`) ends it quietly; any other failure, such as a full disk,
 * is `file-unwritable`.
 */
export function createOutput(source: OutputSource): TextOutput {
  const { isTerminal, env, platform } = source;
  const writeBytes = source.writeSync ?? writeSync;
  let isClosed = false;
  let stream: NodeJS.WriteStream | undefined;

  const openStream = (): NodeJS.WriteStream => {
    if (stream === undefined) {
      stream = source.openStream();
      stream.on('error', (error: NodeJS.ErrnoException) => {
        isClosed = true;
        if (!isReaderGone(error)) throw writeFailure(error);
      });
    }
    return stream;
  };

  /** Past the first EAGAIN everything goes through the stream, so that the order stays. */
  const writeDirectly = (text: string): void => {
    let rest: Uint8Array = new TextEncoder().encode(text);
    while (rest.length > 0) {
      try {
        rest = rest.subarray(writeBytes(source.fd, rest));
      } catch (error) {
        if (isReaderGone(error)) isClosed = true;
        else if (errorCode(error) === 'EAGAIN') openStream().write(rest);
        else throw writeFailure(error);
        return;
      }
    }
  };

  return {
    isTerminal,
    get columns() {
      return isTerminal ? readColumns(openStream().columns) : null;
    },
    hasColor: decideColor(env, isTerminal),
    hasUnicode: decideUnicode(env, platform),
    hasLinks: decideLinks(env, isTerminal),
    write(text) {
      if (isClosed || text === '') return;
      if (isTerminal || stream !== undefined) openStream().write(text);
      else writeDirectly(text);
    },
  };
}

/** Standard input. The stream is opened at the first read, because an open one keeps the process waiting. */
export function createInput(source: {
  readonly isTerminal: boolean;
  readonly mayHoldInput?: boolean;
  readonly openStream: () => AsyncIterable<Uint8Array | string> & { destroy?(): unknown };
}): TextInput {
  return {
    isTerminal: source.isTerminal,
    mayHoldInput: source.mayHoldInput ?? false,
    async readPieces(visit, firstWithinMs) {
      const stream = source.openStream();
      const decoder = new TextDecoder();
      const chunks = stream[Symbol.asyncIterator]();
      const first = chunks.next();
      if (firstWithinMs !== undefined && !(await comesWithin(first, firstWithinMs))) {
        first.catch(() => {});
        stream.destroy?.();
        return false;
      }
      for (let chunk = await first; chunk.done !== true; chunk = await chunks.next()) {
        visit(typeof chunk.value === 'string' ? chunk.value : decoder.decode(chunk.value, { stream: true }));
      }
      visit(decoder.decode());
      return true;
    },
    async readAll(limitBytes) {
      const encoder = new TextEncoder();
      const decoder = new TextDecoder();
      let size = 0;
      let text = '';
      for await (const chunk of source.openStream()) {
        const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
        size += bytes.length;
        if (size > limitBytes) {
          throw new AimiError('invalid-value', {
            message: `Standard input is longer than ${limitBytes} bytes`,
            hint: 'Send less, or put it into a file if the command takes one',
            details: { limitBytes },
          });
        }
        text += decoder.decode(bytes, { stream: true });
      }
      return text + decoder.decode();
    },
  };
}

async function comesWithin(promise: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** EPIPE on Linux and macOS; Windows says EOF for the same. */
function isReaderGone(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'EPIPE' || code === 'EOF' || code === 'ERR_STREAM_DESTROYED';
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function writeFailure(cause: unknown): AimiError {
  return new AimiError('file-unwritable', {
    message: `The output cannot be written (${errorCode(cause) || String(cause)})`,
    hint: 'Look whether the disk is full or the other end of the pipe failed',
    cause,
  });
}
