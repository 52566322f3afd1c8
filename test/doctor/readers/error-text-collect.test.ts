import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextCollector, isBinary } from '../../../src/doctor/readers/error-text-collect.js';

function collect(pieces: Iterable<string>) {
  const collector = createTextCollector();
  for (const piece of pieces) collector.add(piece);
  return collector;
}

describe('createTextCollector', () => {
  it('keeps a short text as it is, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 50 }), (pieces) => {
        expect(collect(pieces).text()).toBe(pieces.join(''));
      }),
    );
  });

  it('keeps start, end and what speaks of a failure in between', () => {
    function* log() {
      yield 'the very first line\n';
      for (let index = 0; index < 20_000; index += 1) {
        if (index === 10_000) yield 'openai.NotFoundError: Error code: 404 - gone\n';
        yield `${index} ${'all is well '.repeat(10)}\n`;
      }
      yield 'the very last line\n';
    }
    const text = collect(log()).text();
    expect(text.startsWith('the very first line\n0 ')).toBe(true);
    expect(
      text.endsWith(
        '19999 all is well all is well all is well all is well all is well all is well all is well all is well all is well all is well \nthe very last line\n',
      ),
    ).toBe(true);
    expect(text).toContain('\nopenai.NotFoundError: Error code: 404 - gone\n');
  });

  it.each([
    ['lines that all matter', 'error 404 '.repeat(10).concat('\n')],
    ['one line without an end', 'x'.repeat(65_536)],
    ['lines that do not matter', 'fine\n'.repeat(1000)],
  ])('stays bounded with %s', (_story, piece) => {
    const collector = createTextCollector();
    for (let count = 0; count < 20_000_000; count += piece.length) collector.add(piece);
    expect(collector.text().length).toBeLessThanOrEqual(256 * 1024);
    expect(collector.length).toBeGreaterThanOrEqual(20_000_000);
  });
});

describe('isBinary', () => {
  it.each([
    ['an error message', 'Error code: 404 \x1b[31mred\x1b[0m', false],
    ['UTF-16 without its order mark', [...'Error code: 404'].join('\0'), false],
    ['Japanese', '深い学習のエラー'.repeat(20), false],
    ['bytes', String.fromCharCode(...Array.from({ length: 400 }, (_, index) => (index * 7) % 32)), true],
    ['what no decoder could read', '\ufffd\ufffda\ufffd'.repeat(20), true],
  ])('%s', (_story, text, expected) => {
    expect(isBinary(text)).toBe(expected);
  });
});
