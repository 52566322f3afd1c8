import { describe, expect, test } from 'vitest';
import { actualLines, totalsOf } from '../../../src/core/billing/actual.js';
import { isModelCharge } from '../../../src/core/billing/marketplace.js';
import { ACCOUNT, billedRow, pricingIn, SUBSCRIPTION } from './rows.js';

const pricing = pricingIn();

describe('lines of what was billed', () => {
  test('days of one meter are summed, in decimals', () => {
    const rows = [billedRow({ cost: '0.1' }), billedRow({ day: '2026-10-06', cost: '0.2' })];
    expect(actualLines(rows, pricing, false)).toMatchObject([
      { day: null, billed: '0.3', tokens: 2_000_000, estimate: '0.8', difference: '-0.5', unknown: null },
    ]);
  });

  test('by day they stay apart, in the order of days', () => {
    const rows = [billedRow({ day: '2026-10-06', cost: '9' }), billedRow()];
    expect(actualLines(rows, pricing, true).map(({ day, billed }) => [day, billed])).toEqual([
      ['2026-10-05', '0.4'],
      ['2026-10-06', '9'],
    ]);
  });

  test('resources, tags, meters and kinds of charge are lines of their own, the dearest first', () => {
    const rows = [
      billedRow(),
      billedRow({ resourceId: `${ACCOUNT}-2`, cost: '3' }),
      billedRow({ tag: 'chat', cost: '2' }),
      billedRow({ chargeType: 'Refund', cost: '-1' }),
      billedRow({ resourceId: ACCOUNT.toUpperCase(), cost: '0.6' }),
    ];
    expect(actualLines(rows, pricing, false).map(({ billed, tag }) => [billed, tag])).toEqual([
      ['3', null],
      ['2', 'chat'],
      ['1', null],
      ['-1', null],
    ]);
  });

  test('one day without a price leaves the whole line without an estimate, and says why', () => {
    const rows = [billedRow(), billedRow({ day: '2020-01-01' })];
    expect(actualLines(rows, pricing, false)).toMatchObject([
      { billed: '0.8', estimate: null, difference: null, unknown: 'no published price: date' },
    ]);
  });

  test('totals compare only what has an estimate, by currency', () => {
    const rows = [
      billedRow({ cost: '0.5' }),
      billedRow({ meter: 'no such meter Tokens', cost: '7' }),
      billedRow({ currency: 'EUR', cost: '2' }),
    ];
    expect(totalsOf(actualLines(rows, pricing, false))).toEqual([
      {
        currency: 'EUR',
        billed: '2',
        billedWithEstimate: '0',
        estimate: '0',
        difference: '0',
        billedWithoutEstimate: '2',
      },
      {
        currency: 'USD',
        billed: '7.5',
        billedWithEstimate: '0.5',
        estimate: '0.4',
        difference: '0.1',
        billedWithoutEstimate: '7',
      },
    ]);
  });
});

describe('marketplace charges', () => {
  const guid = '4f1c2d3e-0000-4000-8000-000000000001';
  const saas = (name: string) =>
    `${SUBSCRIPTION}/resourceGroups/rg-ai/providers/Microsoft.SaaS/resources/${name}`;
  test.each([
    ['a meter of the account', { publisherType: 'Microsoft' }, true],
    ['a token meter of a serverless offer', { meter: 'paygo-inference-output-tokens' }, true],
    ['Claude', { meter: 'Claude Consumption Units' }, true],
    [
      'a resource called [model]-[GUID]',
      { meter: 'Unit', resourceId: saas(`Mistral-large-2411-${guid}`) },
      true,
    ],
    ['a firewall', { meter: 'Firewall, per hour', resourceId: saas(`waf-${guid}`) }, false],
    [
      'a name that only begins like a model',
      { meter: 'Unit', resourceId: saas('mistral-large-2411-backup') },
      false,
    ],
  ])('%s', (_name, values, expected) => {
    const row = billedRow({ publisherType: 'Marketplace', product: '', ...values });
    expect(isModelCharge(row, ['mistral-large-2411'])).toBe(expected);
  });
});
