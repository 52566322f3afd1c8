import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { describe, expect, it, vi } from 'vitest';
import type { Environment, TextOutput } from '../../src/context.js';
import { createProgressFactory, formatElapsed } from '../../src/io/progress.js';

const TERMINAL: TextOutput = {
  isTerminal: true,
  columns: 80,
  hasColor: false,
  hasUnicode: false,
  write() {},
};

function fakeTerminal(): { stream: WriteStream; text: () => string } {
  let text = '';
  const sink = new PassThrough().on('data', (part) => {
    text += String(part);
  });
  const stream: WriteStream = Object.assign(Object.create(WriteStream.prototype), {
    isTTY: true,
    columns: 80,
    write: (part: string) => sink.write(part),
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
    on: () => stream,
    once: () => stream,
    off: () => stream,
    removeListener: () => stream,
  });
  return { stream, text: () => text };
}

describe('createProgressFactory', () => {
  it('shows what is waited for, and for how long, and takes it away', async () => {
    vi.useFakeTimers();
    try {
      const { stream, text } = fakeTerminal();
      let nowMs = 0;
      const start = createProgressFactory({
        output: TERMINAL,
        openStream: () => stream,
        env: {},
        clock: { monotonicMs: () => nowMs },
      });
      const progress = await start('Creating gpt-4o\x1b[2J');
      nowMs = 65_000;
      progress.update('Still creating');
      vi.advanceTimersByTime(300);
      progress.stop();
      expect(text()).toContain('- Creating gpt-4o');
      expect(text()).toContain('Still creating 1 min 5 s');
      expect(text()).not.toContain('\x1b[2J');
      const length = text().length;
      vi.advanceTimersByTime(1000);
      expect(text()).toHaveLength(length);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says each new text in a line of its own to a screen reader, no more than one in five seconds', async () => {
    let nowMs = 0;
    let text = '';
    const start = createProgressFactory({
      output: { ...TERMINAL, columns: null, write: (part) => (text += part) },
      openStream: () => {
        throw new Error('no stream is drawn on');
      },
      env: {},
      clock: { monotonicMs: () => nowMs },
    });
    const progress = await start('Creating gpt-4o\x1b[2J', true);
    progress.update('Creating gpt-4o: Accepted');
    nowMs = 6000;
    progress.update('Creating gpt-4o');
    progress.update('Creating gpt-4o: Running');
    progress.stop();
    expect(text).toBe('Creating gpt-4o...\nCreating gpt-4o: Running...\n');
  });

  it('says nothing to a screen reader in a pipe or a build service', async () => {
    let text = '';
    const output = { ...TERMINAL, write: (part: string) => (text += part) };
    const shared = { openStream: () => fakeTerminal().stream, clock: { monotonicMs: () => 0 } };
    await createProgressFactory({ ...shared, output, env: { CI: '1' } })('Waiting', true);
    await createProgressFactory({ ...shared, output: { ...output, isTerminal: false }, env: {} })('W', true);
    expect(text).toBe('');
  });

  it('ends when the run is interrupted, so that no spinner keeps the process alive', async () => {
    vi.useFakeTimers();
    try {
      const { stream } = fakeTerminal();
      const interrupt = new AbortController();
      const start = createProgressFactory({
        output: TERMINAL,
        openStream: () => stream,
        env: {},
        clock: { monotonicMs: () => 0 },
        interrupt: () => interrupt.signal,
      });
      await start('Waiting');
      expect(vi.getTimerCount()).toBe(1);
      interrupt.abort();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each<[string, Partial<TextOutput>, Environment]>([
    ['in a pipe', { isTerminal: false, columns: null }, {}],
    ['on a terminal without a width', { columns: null }, {}],
    ['on a dumb terminal', {}, { TERM: 'dumb' }],
    ['in a build service', {}, { CI: 'true' }],
  ])('is silent %s', async (_story, facts, env) => {
    const start = createProgressFactory({
      output: { ...TERMINAL, ...facts },
      openStream: () => {
        throw new Error('the stream was opened');
      },
      env,
      clock: { monotonicMs: () => 0 },
    });
    const progress = await start('Waiting');
    expect(() => {
      progress.update('x');
      progress.stop();
    }).not.toThrow();
  });
});

describe('formatElapsed', () => {
  it.each([
    [0, ''],
    [999, ''],
    [1000, '1 s'],
    [59_999, '59 s'],
    [125_000, '2 min 5 s'],
  ])('writes %i ms as %j', (ms, expected) => {
    expect(formatElapsed(ms)).toBe(expected);
  });
});
