import { scopeText } from '../../../core/billing/budget.js';
import { BUDGET_ALERTS_ONLY } from '../../../core/billing/spending-limit.js';
import type { Budget } from '../../../core/billing-plane.js';
import { budgetListView } from '../../../render/cost/budget/list-view.js';
import type { Outcome, Presentation, Session } from '../../../session.js';
import { withProgress } from '../../with-progress.js';
import { resolveBillingTarget } from '../billing-scope.js';

export const budgetListPresentation: Presentation<readonly Budget[]> = {
  table: budgetListView,
  columns: ['name', 'amount', 'currency', 'grain', 'start', 'end', 'spent', 'forecast', 'resourceId', 'id'],
};

/** The budgets of the scope; with an account, those that look at that account alone. */
export async function runBudgetList(session: Session): Promise<Outcome<readonly Budget[]>> {
  const { scope, resourceId } = await resolveBillingTarget(session);
  const azure = await session.azure();
  const all = await withProgress(session, 'Reading the budgets', () =>
    azure.billing.listBudgets(scope, session.ctx.interrupt),
  );
  const data =
    resourceId === null
      ? all
      : all.filter((budget) => budget.resourceId?.toLowerCase() === resourceId.toLowerCase());
  if (data.length === 0) {
    session.say(
      `${scopeText(scope)} has no budgets. Make one: aimi cost budget create NAME --amount 100 --email YOU`,
    );
  } else session.say(BUDGET_ALERTS_ONLY);
  return { data };
}
