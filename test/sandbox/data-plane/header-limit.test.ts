import { describe, expect, it } from 'vitest';
import { countCustomHeaders, refuseHeaders } from '../../../src/sandbox/data-plane/header-limit.js';

const custom = (count: number): (readonly [string, string])[] =>
  Array.from({ length: count }, (_, index) => [`x-team-${index}`, 'contoso'] as const);

/** What the openai package puts on a call by itself (measured with 7.57). */
const OPENAI_SDK: readonly (readonly [string, string])[] = [
  'host',
  'connection',
  'accept',
  'user-agent',
  'x-stainless-retry-count',
  'x-stainless-lang',
  'x-stainless-package-version',
  'x-stainless-os',
  'x-stainless-arch',
  'x-stainless-runtime',
  'x-stainless-runtime-version',
  'api-key',
  'content-type',
  'accept-language',
  'sec-fetch-mode',
  'accept-encoding',
  'content-length',
].map((name) => [name, 'x'] as const);

describe('the header limit', () => {
  it('counts nothing that an SDK sends by itself', () => {
    expect(countCustomHeaders(OPENAI_SDK)).toBe(0);
  });

  it('counts a repeated name once for each line', () => {
    expect(
      countCustomHeaders([
        ['x-team', 'a'],
        ['x-team', 'b'],
      ]),
    ).toBe(2);
  });

  it.each([
    ['ten custom headers', custom(10), null],
    ['eleven custom headers', custom(11), 'limit request headers fields&#x27;'],
    ['a token of 8 KB', [['authorization', `Bearer ${'a'.repeat(8190)}`] as const], 'fields size'],
    [
      'many long headers of the SDK',
      Array.from({ length: 9 }, () => ['cookie', 'c'.repeat(2000)] as const),
      'fields size',
    ],
  ])('%s', (_, headers, expected) => {
    const reply = refuseHeaders([...OPENAI_SDK, ...headers]);
    if (expected === null) expect(reply).toBeNull();
    else {
      expect(reply?.status).toBe(431);
      expect(JSON.stringify(reply?.body)).toContain(expected);
    }
  });
});
