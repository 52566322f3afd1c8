import type { Budget } from '../../../core/billing-plane.js';
import { type Column, renderColumns } from '../../columns.js';
import type { Theme } from '../../theme.js';
import { moneyText } from '../money.js';
import { alertsText } from './alerts-text.js';

const COLUMNS: readonly Column[] = [
  { header: 'NAME', shrink: 2 },
  { header: 'AMOUNT', align: 'right' },
  { header: 'GRAIN' },
  { header: 'SPENT', align: 'right' },
  { header: 'FORECAST', align: 'right' },
  { header: 'ALERTS', shrink: 1 },
  { header: 'FOR', shrink: 3 },
];

/** A row per budget; spent and forecast are those of the current period. */
export function budgetListView(budgets: readonly Budget[], theme: Theme): string {
  const money = (amount: string | null): string => (amount === null ? theme.symbols.dash : moneyText(amount));
  return renderColumns(
    COLUMNS,
    budgets.map((budget) => [
      budget.name,
      [moneyText(budget.amount), budget.currency ?? ''].join(' ').trim(),
      budget.grain,
      money(budget.spent),
      money(budget.forecast),
      alertsText(budget.alerts) || 'none',
      budget.resourceId === null ? 'everything' : (budget.resourceId.split('/').at(-1) ?? ''),
    ]),
    theme,
  );
}
