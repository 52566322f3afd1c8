import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createInput } from '../../src/io/streams.js';

async function pieces(openStream: () => Readable, firstWithinMs?: number) {
  const visited: string[] = [];
  const input = createInput({ isTerminal: false, mayHoldInput: true, openStream });
  const came = await input.readPieces((text) => visited.push(text), firstWithinMs);
  return { came, text: visited.join('') };
}

describe('readPieces', () => {
  it('hands over every piece, also a character that two chunks share', async () => {
    const bytes = new TextEncoder().encode('深い');
    expect(await pieces(() => Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]))).toEqual({
      came: true,
      text: '深い',
    });
  });

  it('takes an empty pipe as read', async () => {
    expect(await pieces(() => Readable.from([]), 50)).toEqual({ came: true, text: '' });
  });

  it('leaves a pipe that stays silent, and closes it', async () => {
    const silent = new PassThrough();
    expect(await pieces(() => silent, 5)).toEqual({ came: false, text: '' });
    expect(silent.destroyed).toBe(true);
  });

  it('waits for what comes after the first piece', async () => {
    const slow = new PassThrough();
    slow.write('a');
    setImmediate(() => setImmediate(() => slow.end('b')));
    expect(await pieces(() => slow, 1000)).toEqual({ came: true, text: 'ab' });
  });
});
