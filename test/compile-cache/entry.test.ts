import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntry, encodeEntry } from '../../src/compile-cache/entry.js';

const entry = { source: '7 1700000000000', runs: ['0badcafe'], code: Uint8Array.of(1, 2, 10, 0, 255) };
const file = (): Buffer => Buffer.from(encodeEntry(entry));

describe('an entry of the compile cache', () => {
  it('comes back as it was written', () => {
    const read = decodeEntry(file());
    expect(read).toMatchObject({ source: entry.source, runs: entry.runs });
    expect([...(read?.code ?? [])]).toEqual([...entry.code]);
  });

  it('keeps its code at an address that V8 takes without copying', () => {
    const bytes = file();
    expect((bytes.indexOf(10) + 1) % 16).toBe(0);
  });

  it('is nothing when it was cut anywhere', () => {
    const bytes = file();
    for (let end = 0; end < bytes.length; end += 1) expect(decodeEntry(bytes.subarray(0, end))).toBeNull();
  });

  it('is nothing when any byte of its code was changed', () => {
    const start = file().indexOf(10) + 1;
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: file().length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, bits) => {
          const bytes = file();
          bytes[at] = (bytes[at] ?? 0) ^ bits;
          expect(decodeEntry(bytes)).toBeNull();
        },
      ),
    );
  });

  it('is nothing when it is something else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => decodeEntry(Buffer.from(bytes)) === null),
    );
    for (const head of [
      'null',
      '[]',
      '{}',
      '{"source":1,"runs":[],"length":0}',
      '{"source":"","runs":[],"length":0}',
    ])
      expect(decodeEntry(Buffer.from(`${head.padEnd(63)}\n`))).toBeNull();
  });

  it('remembers the newest kinds of run and no more than 64', () => {
    const runs = Array.from({ length: 70 }, (_, index) => String(index));
    const read = decodeEntry(Buffer.from(encodeEntry({ ...entry, runs })));
    expect(read?.runs).toEqual(runs.slice(6));
  });
});
