import { describe, expect, it } from 'vitest';
import { moneyText } from '../../../src/render/cost/money.js';

describe('an amount for reading', () => {
  it.each([
    ['0', '0.00'],
    ['25', '25.00'],
    ['31.2', '31.20'],
    ['1234567.5', '1,234,567.50'],
    ['-1234.5', '-1,234.50'],
    ['0.004938', '0.004938'],
    ['0.0049385', '~0.004939'],
    ['-0.0049384', '~-0.004938'],
    ['999.9999999', '~1,000.000000'],
    ['0.00000012', '0.00000012'],
    ['0.000000123', '~0.00000012'],
  ])('%s is %s', (amount, expected) => {
    expect(moneyText(amount)).toBe(expected);
  });
});
