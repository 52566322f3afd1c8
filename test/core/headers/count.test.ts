import { describe, expect, it } from 'vitest';
import { countHeaders, countingOf } from '../../../src/core/headers/count.js';

const lines = (...names: readonly string[]) => names.map((name) => ({ name, valueBytes: 10 }));
const custom = (count: number) => Array.from({ length: count }, (_, index) => `x-tenant-${index}`);

/** What openai 7.57 sends by itself, measured. */
const OPENAI_JS = [
  ...['host', 'connection', 'accept', 'user-agent', 'x-stainless-retry-count', 'x-stainless-lang'],
  ...['x-stainless-package-version', 'x-stainless-os', 'x-stainless-arch', 'x-stainless-runtime'],
  ...['x-stainless-runtime-version', 'authorization', 'content-type', 'accept-language', 'sec-fetch-mode'],
  ...['accept-encoding', 'content-length'],
];

describe('countingOf', () => {
  it.each([
    ['Authorization', 'no'],
    ['API-KEY', 'no'],
    ['Ocp-Apim-Subscription-Key', 'no'],
    ['anthropic-version', 'no'],
    ['x-ms-client-request-id', 'no'],
    ['X-Stainless-Lang', 'no'],
    ['traceparent', 'no'],
    ['content-type', 'no'],
    ['baggage', 'possibly'],
    ['X-Forwarded-For', 'possibly'],
    ['cf-ray', 'possibly'],
    ['x-request-id', 'possibly'],
    ['x-cost-center', 'yes'],
    ['x-ms-correlation', 'yes'],
  ])('%s counts: %s', (name, counting) => {
    expect(countingOf(name)).toBe(counting);
  });
});

describe('countHeaders', () => {
  it.each([
    ['what the openai package sends', lines(...OPENAI_JS), 'ok', 0],
    ['7 of one’s own', lines(...custom(7)), 'ok', 7],
    ['8 of one’s own', lines(...custom(8)), 'notice', 8],
    ['10 of one’s own', lines(...OPENAI_JS, ...custom(10)), 'notice', 10],
    ['11 of one’s own', lines(...OPENAI_JS, ...custom(11)), 'fail', 11],
    ['9 and 2 of a proxy', lines(...custom(9), 'x-forwarded-for', 'x-request-id'), 'warn', 9],
    ['one header on 11 lines', lines(...Array.from({ length: 11 }, () => 'x-tag')), 'fail', 11],
    ['pseudo headers of HTTP/2', lines(':method', ':path', ''), 'ok', 0],
  ])('%s', (_story, given, verdict, sure) => {
    const count = countHeaders(given);
    expect([count.verdict, count.sure.length]).toEqual([verdict, sure]);
  });

  it.each([
    [4000, 'ok'],
    [4096 - 'authorization: '.length, 'warn'],
    [8189 - 'authorization: '.length, 'warn'],
    [8190 - 'authorization: '.length, 'fail'],
  ])('a token of %i bytes: %s', (valueBytes, verdict) => {
    const count = countHeaders([
      { name: 'authorization', valueBytes },
      { name: 'x-small', valueBytes: null },
    ]);
    expect(count).toMatchObject({ sizeVerdict: verdict, verdict, countVerdict: 'ok' });
    expect(count.largest).toEqual({ name: 'authorization', bytes: valueBytes + 15 });
  });
});
