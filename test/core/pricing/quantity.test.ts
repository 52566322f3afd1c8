import { describe, expect, it } from 'vitest';
import { parseAmount, parsePercent, parseQuantity } from '../../../src/core/pricing/quantity.js';

describe('parseQuantity', () => {
  it.each([
    ['0', 0n],
    ['1500000', 1_500_000n],
    ['1_500_000', 1_500_000n],
    ['1,500,000', 1_500_000n],
    ['1.5M', 1_500_000n],
    ['1.5 m', 1_500_000n],
    ['250k', 250_000n],
    ['2B', 2_000_000_000n],
    ['0.001k', 1n],
    ['1.50k', 1_500n],
    ['3T', 3_000_000_000_000n],
  ])('reads %s', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', '-1', '1.5', '1.2345k', '1e6', '1,50', '1__000', '12_34', 'k', '0x10', '1M5', 'NaN', '٣'])(
    'refuses %s instead of rounding or guessing',
    (text) => {
      expect(parseQuantity(text)).toBeNull();
    },
  );
});

describe('parsePercent', () => {
  it.each([
    ['12%', '12'],
    ['12', '12'],
    ['7.5 %', '7.5'],
    ['0.5%', '0.5'],
    ['0', '0'],
  ])('reads %s', (text, value) => {
    expect(parsePercent(text)).toBe(value);
  });

  it.each(['0.12', '-5%', '', '%', '1e2'])('refuses %s', (text) => {
    expect(parsePercent(text)).toBeNull();
  });
});

describe('parseAmount', () => {
  it.each(['25', '25.00', '0.5'])('reads %s', (text) => {
    expect(parseAmount(text)).toBe(text);
  });

  it.each(['', '-1', '1,000', '$5', '1e3', '.5'])('refuses %s', (text) => {
    expect(parseAmount(text)).toBeNull();
  });
});
