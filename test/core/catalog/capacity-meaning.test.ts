import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsFor, perUnit } from '../../../src/core/catalog/capacity-meaning.js';

const limit = (key: string, count: number, renewalPeriodSeconds: number) => ({
  key,
  count,
  renewalPeriodSeconds,
});

describe('limitsFor', () => {
  it.each([
    [
      '1,000 tokens and 1 request a minute',
      [limit('token', 1000, 60), limit('request', 1, 60)],
      10,
      10_000,
      10,
    ],
    ['1 request in 10 s', [limit('token', 1000, 60), limit('request', 1, 10)], 1, 1000, 6],
    ['o1, 6,000 tokens a unit', [limit('token', 6000, 60), limit('request', 1, 60)], 5, 30_000, 5],
    ['requests only (images)', [limit('request', 3, 60)], 2, null, 6],
    ['nothing published (partner models)', [], 1, null, null],
    ['an unknown key', [limit('image', 3, 60)], 1, null, null],
    ['a period of nothing', [limit('token', 1000, 0)], 1, null, null],
    ['two limits of one key: the tighter', [limit('request', 100, 60), limit('request', 1, 10)], 1, null, 6],
    ['1 request in 7 s, 7 units', [limit('request', 1, 7)], 7, null, 60],
  ])('counts %s', (_, rateLimits, capacity, tokensPerMinute, requestsPerMinute) => {
    expect(limitsFor({ rateLimits }, capacity)).toEqual({ tokensPerMinute, requestsPerMinute });
  });

  it('is the meaning of one unit when asked per unit', () => {
    expect(perUnit({ rateLimits: [limit('token', 10_000, 60)] })).toEqual({
      tokensPerMinute: 10_000,
      requestsPerMinute: null,
    });
  });

  it('stays whole for periods that divide a minute', () => {
    const period = fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60);
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, period, amount, (count, seconds, capacity) => {
        const { requestsPerMinute } = limitsFor({ rateLimits: [limit('request', count, seconds)] }, capacity);
        return requestsPerMinute === count * capacity * (60 / seconds);
      }),
    );
  });
});
