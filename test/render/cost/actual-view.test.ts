import { describe, expect, it } from 'vitest';
import { type ActualCost, actualLines, totalsOf } from '../../../src/core/billing/actual.js';
import type { BilledRow } from '../../../src/core/billing-plane.js';
import { costActualView } from '../../../src/render/cost/actual-view.js';
import { PLAIN_THEME } from '../../../src/render/theme.js';
import { billedRow, pricingIn } from '../../core/billing/rows.js';

function cost(rows: readonly BilledRow[], byDay = false): ActualCost {
  const lines = actualLines(rows, pricingIn(), byDay);
  const totals = totalsOf(lines);
  return {
    from: '2026-10-01',
    to: '2026-10-31',
    scope: 'resource group rg',
    tag: 'team',
    lines,
    totals,
    leftOut: [],
  };
}

describe('the table of what was billed', () => {
  it('has no column for days and tags that are not there', () => {
    expect(costActualView(cost([billedRow({ cost: '0.36' })]), PLAIN_THEME)).toBe(
      [
        'RESOURCE    METER                            TOKENS  BILLED  LIST PRICE  DIFFERENCE',
        'contoso-ai  gpt 4.1 mini Inp glbl Tokens  1,000,000    0.36        0.40       -0.04',
        '',
        'Billed 0.36 USD from 2026-10-01 to 2026-10-31, resource group rg, before tax',
        'By list price 0.40 for the 0.36 that can be priced, difference -0.04',
        '',
      ].join('\n'),
    );
  });

  it('shows the tag under its key, the day, and the currency when there are several', () => {
    const text = costActualView(
      cost([billedRow({ tag: 'search' }), billedRow({ currency: 'EUR' })], true),
      PLAIN_THEME,
    );
    expect(text).toMatch(/^DAY +RESOURCE +TEAM +METER/);
    expect(text).toMatch(/^2026-10-05 +contoso-ai +search .* 0\.40 USD +0\.40 USD +0\.00 USD$/m);
    expect(text).toMatch(/^2026-10-05 +contoso-ai +– .* 0\.40 EUR +– +–$/m);
    expect(text).toMatch(/^Billed 0\.40 EUR .*\nNone of it has a list price here$/m);
  });

  it('is empty when nothing was billed, and lets no control character through', () => {
    expect(costActualView(cost([]), PLAIN_THEME)).toBe('');
    expect(costActualView(cost([billedRow({ meter: 'x\u001b[2J\nTokens' })]), PLAIN_THEME)).toMatch(
      / {2}x Tokens +/,
    );
  });
});
