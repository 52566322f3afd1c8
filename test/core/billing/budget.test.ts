import { describe, expect, test } from 'vitest';
import {
  type BudgetWish,
  budgetSettings,
  checkBudgetName,
  planBudget,
} from '../../../src/core/billing/budget.js';
import type { Budget } from '../../../src/core/billing-plane.js';

const WISH: BudgetWish = {
  name: 'ai',
  amount: '100',
  grain: 'monthly',
  start: null,
  alerts: ['100', '80'],
  emails: ['ops@contoso.com'],
  resourceId: null,
};
const TODAY = '2026-11-22';
const SCOPE = { subscriptionId: 's', resourceGroup: null };
const settings = budgetSettings(WISH, TODAY);
const BUDGET: Budget = {
  ...settings,
  name: 'ai',
  id: '/x',
  end: null,
  spent: null,
  forecast: null,
  currency: 'EUR',
  etag: '"1"',
};

describe('the settings of a budget', () => {
  test('what is left open: this month, alerts in order', () => {
    expect(settings).toEqual({
      amount: '100',
      grain: 'monthly',
      start: '2026-11-01',
      alerts: [
        { percent: 80, on: 'actual' },
        { percent: 100, on: 'actual' },
      ],
      emails: ['ops@contoso.com'],
      resourceId: null,
    });
  });

  test.each([
    ['1,250.50', '1250.5'],
    ['1_000', '1000'],
    ['0.10', '0.1'],
  ])('an amount of %s is %s', (amount, expected) => {
    expect(budgetSettings({ ...WISH, amount }, TODAY).amount).toBe(expected);
  });

  test('thresholds of a forecast, with a per cent sign, given twice', () => {
    expect(budgetSettings({ ...WISH, alerts: ['forecast:110%', '80', '80'] }, TODAY).alerts).toEqual([
      { percent: 80, on: 'actual' },
      { percent: 110, on: 'forecast' },
    ]);
  });

  test.each<[string, Partial<BudgetWish>]>([
    ['nothing', { amount: '0' }],
    ['a negative amount', { amount: '-5' }],
    ['a word', { amount: 'much' }],
    ['the middle of a month', { start: '2026-11-15' }],
    ['a threshold above 1000', { alerts: ['1001'] }],
    ['a threshold of 0', { alerts: ['0'] }],
    ['six thresholds', { alerts: ['10', '20', '30', '40', '50', '60'] }],
    ['a word for a threshold', { alerts: ['soon'] }],
    ['no mail address', { emails: ['ops'] }],
  ])('%s is refused', (_name, change) => {
    expect(() => budgetSettings({ ...WISH, ...change }, TODAY)).toThrow(
      expect.objectContaining({ code: 'invalid-value' }),
    );
  });

  test.each(['', 'a b', 'ä', 'a/b', '..', 'x'.repeat(64)])('%j cannot be a name', (name) => {
    expect(() => checkBudgetName(name)).toThrow(expect.objectContaining({ code: 'invalid-value' }));
  });
});

describe('the plan of a budget', () => {
  test('a new one', () => {
    expect(planBudget('ai', settings, SCOPE, null)).toMatchObject({
      action: 'create',
      scope: 'subscription s',
      amountBefore: null,
    });
  });

  test('an equal one needs nothing, whatever its order and letter case', () => {
    const same = {
      ...BUDGET,
      amount: '100.00',
      alerts: [...BUDGET.alerts].reverse(),
      emails: ['OPS@contoso.com'],
    };
    expect(planBudget('ai', settings, SCOPE, same).action).toBe('none');
  });

  test('another amount changes it and keeps its first day', () => {
    const older = { ...BUDGET, amount: '50', start: '2026-01-01' };
    expect(planBudget('ai', settings, SCOPE, older)).toMatchObject({
      action: 'update',
      amount: '100',
      amountBefore: '50',
      start: '2026-01-01',
      currency: 'EUR',
    });
  });
});
