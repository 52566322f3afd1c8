import type { BudgetPlan } from '../../../core/billing/budget.js';
import type { Budget } from '../../../core/billing-plane.js';
import type { Theme } from '../../theme.js';
import { budgetListView } from './list-view.js';
import { budgetPlanView } from './plan-view.js';

export interface BudgetCreateResult {
  readonly action: 'created' | 'changed' | 'unchanged' | 'planned';
  readonly plan: BudgetPlan;
  /** Null for a dry run. */
  readonly budget: Budget | null;
}

export function budgetCreateView({ action, plan, budget }: BudgetCreateResult, theme: Theme): string {
  if (action === 'planned' || budget === null) return budgetPlanView(plan, theme);
  return budgetListView([budget], theme);
}
