import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, canonicalDecimal, compareDecimals, sumDecimals } from '../../../src/core/money/decimal.js';

describe('canonicalDecimal', () => {
  it.each([
    ['0.00033', '0.00033'],
    ['3.30e-4', '0.00033'],
    ['2.0', '2'],
    ['1E3', '1000'],
    ['-1.50', '-1.5'],
    ['0.0', '0'],
    ['NaN', null],
    ['Infinity', null],
    ['', null],
    ['1,5', null],
    ['1e99999', null],
  ])('makes %s into %s', (text, expected) => {
    expect(canonicalDecimal(text)).toBe(expected);
  });
});

describe('amountOf', () => {
  it.each([
    [1_000_000n, '0.1', 1_000_000, '0.1'],
    [1n, '0.000138', 1_000, '0.000000138'],
    [3n, '0.1', 1_000_000, '0.0000003'],
    [123_456_789_012_345_678n, '0.0375', 1_000_000, '4629629587.962962925'],
    [0n, '5', 1_000, '0'],
  ] as const)('%s tokens at %s per %s cost %s', (count, price, per, expected) => {
    expect(amountOf(count, price, per)).toBe(expected);
  });

  it('never loses a digit: parts cost what the whole costs', () => {
    const count = fc.bigInt({ min: 0n, max: 10n ** 18n });
    const micro = fc.integer({ min: 1, max: 10 ** 9 }).map((value) => canonicalDecimal(`${value}e-7`) ?? '');
    fc.assert(
      fc.property(count, count, micro, (a, b, price) => {
        const parts = sumDecimals([amountOf(a, price, 1_000), amountOf(b, price, 1_000)]);
        expect(compareDecimals(parts, amountOf(a + b, price, 1_000))).toBe(0);
      }),
    );
  });
});
