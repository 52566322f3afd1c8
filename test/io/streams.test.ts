import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { createInput, createOutput } from '../../src/io/streams.js';

const decoder = new TextDecoder();
const noStream = (): never => {
  throw new Error('the stream was opened');
};
const systemError = (code: string): Error => Object.assign(new Error(code), { code });
const plain = { fd: 1, isTerminal: false, env: {}, platform: 'linux', openStream: noStream };

/** A stream that looks like a terminal and keeps what is written to it. */
function fakeStream(columns?: number): {
  stream: WriteStream;
  written: string[];
  fail: (error: Error) => void;
} {
  const written: string[] = [];
  const listeners: ((error: Error) => void)[] = [];
  const stream: WriteStream = Object.assign(Object.create(WriteStream.prototype), {
    columns,
    write: (part: string | Uint8Array) =>
      written.push(typeof part === 'string' ? part : decoder.decode(part)),
    on: (_name: string, listener: (error: Error) => void) => listeners.push(listener),
  });
  return {
    stream,
    written,
    fail: (error) => {
      for (const listener of listeners) listener(error);
    },
  };
}

describe('createOutput', () => {
  it('writes to a file without opening a stream, the whole text before it returns', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aimi-streams-'));
    const path = join(folder, 'out.txt');
    const fd = openSync(path, 'w');
    const text = 'gpt-4o 深い\n'.repeat(20_000);
    const output = createOutput({ ...plain, fd });
    output.write(text);
    output.write('end');
    expect(readFileSync(path, 'utf8')).toBe(`${text}end`);
    expect(output.columns).toBeNull();
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });

  it('goes on where a short write stopped, also inside a character', () => {
    let written = new Uint8Array();
    const output = createOutput({
      ...plain,
      writeSync: (_fd, bytes) => {
        written = new Uint8Array([...written, ...bytes.subarray(0, 1)]);
        return 1;
      },
    });
    output.write('深い');
    expect(decoder.decode(written)).toBe('深い');
  });

  it('leaves the rest to the stream when the reader is slow, and keeps the order', () => {
    const { stream, written } = fakeStream();
    const direct: string[] = [];
    const output = createOutput({
      ...plain,
      openStream: () => stream,
      writeSync: (_fd, bytes) => {
        if (direct.length > 0) throw systemError('EAGAIN');
        direct.push(decoder.decode(bytes.subarray(0, 2)));
        return 2;
      },
    });
    output.write('abcd');
    output.write('ef');
    expect(direct).toEqual(['ab']);
    expect(written).toEqual(['cd', 'ef']);
  });

  it.each(['EPIPE', 'EOF'])('ends quietly when the reader has gone (%s)', (code) => {
    let calls = 0;
    const output = createOutput({
      ...plain,
      writeSync: () => {
        calls += 1;
        throw systemError(code);
      },
    });
    output.write('a');
    output.write('b');
    expect(calls).toBe(1);
  });

  it('says when the disk is full', () => {
    const writeSync = (): never => {
      throw systemError('ENOSPC');
    };
    expect(() => createOutput({ ...plain, writeSync }).write('a')).toThrow(
      expect.objectContaining({ code: 'file-unwritable', message: expect.stringContaining('ENOSPC') }),
    );
  });

  it('writes to a terminal through its stream and knows the width', () => {
    const { stream, written, fail } = fakeStream(40);
    const output = createOutput({
      ...plain,
      isTerminal: true,
      env: { LANG: 'C.UTF-8' },
      openStream: () => stream,
    });
    output.write('a');
    expect(output).toMatchObject({ columns: 40, hasColor: true, hasUnicode: true, isTerminal: true });
    fail(systemError('EPIPE'));
    output.write('b');
    expect(written).toEqual(['a']);
    expect(() => fail(systemError('EIO'))).toThrow(expect.objectContaining({ code: 'file-unwritable' }));
  });

  it('takes a terminal without a width as one that does not know', () => {
    expect(
      createOutput({ ...plain, isTerminal: true, openStream: () => fakeStream(0).stream }).columns,
    ).toBeNull();
  });
});

describe('createInput', () => {
  it('reads to the end, also a character that two chunks share', async () => {
    const bytes = new TextEncoder().encode('深い');
    const openStream = (): Readable => Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]);
    expect(await createInput({ isTerminal: false, openStream }).readAll(10)).toBe('深い');
  });

  it('refuses more than the limit', async () => {
    const openStream = (): Readable => Readable.from(['12345', '678']);
    await expect(createInput({ isTerminal: false, openStream }).readAll(7)).rejects.toMatchObject({
      code: 'invalid-value',
      details: { limitBytes: 7 },
    });
    expect(await createInput({ isTerminal: false, openStream }).readAll(8)).toBe('12345678');
  });

  it('does not open the stream before it is read', () => {
    expect(createInput({ isTerminal: true, openStream: noStream }).isTerminal).toBe(true);
  });
});
