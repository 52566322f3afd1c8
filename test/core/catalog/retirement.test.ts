import { describe, expect, it } from 'vitest';
import { daysUntil, nearnessOf, retirementOf } from '../../../src/core/catalog/retirement.js';
import { offer, sku } from './offers.js';

const OFFERS = [
  offer({ name: 'gpt-4o', version: '1', retires: '2027-01-31', skus: [sku('GlobalStandard')] }),
  offer({
    name: 'gpt-4o',
    version: '2',
    retires: '2027-06-30',
    skus: [sku('GlobalStandard', { retires: '2027-03-31' }), sku('Standard', { retires: '2028-01-01' })],
  }),
  offer({ name: 'free', version: '1', retires: null, skus: [sku('GlobalStandard')] }),
];
const deployed = (name: string, version: string, skuName = 'GlobalStandard') => ({
  model: { format: OFFERS[0]?.format ?? '', name, version },
  sku: { name: skuName, capacity: 1 },
});

describe('retirementOf', () => {
  it.each([
    ['the day of its model', deployed('GPT-4o', '1'), '2027-01-31'],
    ['the day of its SKU, when that is earlier', deployed('gpt-4o', '2'), '2027-03-31'],
    ['the day of its model, when the SKU lives longer', deployed('gpt-4o', '2', 'Standard'), '2027-06-30'],
    ['no day that is not set', deployed('free', '1'), null],
    ['no day of a version that nobody knows', deployed('gpt-4o', '3'), null],
  ])('gives %s', (_story, deployment, expected) => {
    expect(retirementOf(deployment, OFFERS)).toBe(expected);
  });
});

describe('nearnessOf', () => {
  it.each([
    [null, 'far'],
    ['2027-01-23', 'far'],
    ['2027-01-22', 'near'],
    ['2026-11-24', 'near'],
    ['2026-11-23', 'past'],
    ['2026-01-01', 'past'],
  ])('calls %s %s on 2026-11-23', (day, expected) => {
    expect(nearnessOf(day, '2026-11-23')).toBe(expected);
  });

  it('counts whole days', () => {
    expect(daysUntil('2027-01-22', '2026-11-23')).toBe(60);
  });
});
