import type { BudgetPlan } from '../../../core/billing/budget.js';
import { BUDGET_ALERTS_ONLY, NO_SPENDING_LIMIT } from '../../../core/billing/spending-limit.js';
import { renderCard } from '../../card.js';
import type { Theme } from '../../theme.js';
import { moneyText } from '../money.js';
import { alertsText } from './alerts-text.js';

/** What a person should know before saying yes. */
export function budgetPlanView(plan: BudgetPlan, theme: Theme): string {
  const before =
    plan.amountBefore === null || plan.amountBefore === plan.amount
      ? ''
      : ` (before: ${moneyText(plan.amountBefore)})`;
  return renderCard(
    plan.action === 'create' ? `Create budget ${plan.name}` : `Change budget ${plan.name}`,
    [
      [
        'amount',
        `${moneyText(plan.amount)} ${plan.currency ?? 'in the billing currency'}, ${plan.grain}${before}`,
      ],
      ['from', plan.start],
      ['scope', plan.scope],
      ['counts', plan.resourceId ?? 'every charge in the scope, not models alone'],
      ['mails at', alertsText(plan.alerts)],
      ['mails to', plan.emails.join(', ')],
      ['stops', `nothing. ${BUDGET_ALERTS_ONLY}`],
      ['a limit', NO_SPENDING_LIMIT],
    ],
    theme,
  );
}
