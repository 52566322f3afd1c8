import { describe, expect, test } from 'vitest';
import { choosePeriod } from '../../../src/core/billing/period.js';

const NONE = { days: null, from: null, to: null };

describe('the period of a cost query', () => {
  test.each([
    ['30 days up to today', NONE, '2026-10-24', '2026-11-22'],
    ['one day', { ...NONE, days: 1 }, '2026-11-22', '2026-11-22'],
    ['over a leap day', { ...NONE, from: '2024-02-28', to: '2024-03-01' }, '2024-02-28', '2024-03-01'],
    ['from a day on', { ...NONE, from: '2026-11-01' }, '2026-11-01', '2026-11-22'],
    ['up to a day', { ...NONE, to: '2026-10-30' }, '2026-10-01', '2026-10-30'],
  ])('%s', (_name, wish, from, to) => {
    expect(choosePeriod(wish, '2026-11-22')).toEqual({ from, to });
  });

  test.each([
    ['--days with --from', { ...NONE, days: 3, from: '2026-11-01' }, 'usage'],
    ['the wrong way round', { ...NONE, from: '2026-11-02', to: '2026-11-01' }, 'invalid-value'],
    ['longer than the service takes', { ...NONE, days: 367 }, 'invalid-value'],
    ['not begun', { ...NONE, from: '2026-12-01', to: '2026-12-02' }, 'invalid-value'],
  ])('%s is refused', (_name, wish, code) => {
    expect(() => choosePeriod(wish, '2026-11-22')).toThrow(expect.objectContaining({ code }));
  });
});
