import {
  type BudgetWish,
  budgetSettings,
  checkBudgetName,
  planBudget,
} from '../../../core/billing/budget.js';
import { AimiError } from '../../../errors.js';
import { type BudgetCreateResult, budgetCreateView } from '../../../render/cost/budget/create-view.js';
import { budgetPlanView } from '../../../render/cost/budget/plan-view.js';
import type { Outcome, Presentation, Session } from '../../../session.js';
import { withProgress } from '../../with-progress.js';
import { resolveBillingTarget } from '../billing-scope.js';
import { today } from '../prices/open-book.js';

export interface BudgetCreateInput extends Omit<BudgetWish, 'resourceId'> {
  readonly isConfirmed: boolean;
  readonly isDryRun: boolean;
}

export const budgetCreatePresentation: Presentation<BudgetCreateResult> = { table: budgetCreateView };

/**
 * Creates a budget, or changes the one of that name after showing what changes; an equal one is a success that
 * sends nothing. Says every time that a budget stops nothing.
 */
export async function runBudgetCreate(
  session: Session,
  input: BudgetCreateInput,
): Promise<Outcome<BudgetCreateResult>> {
  refuseEarly(session, input);
  const emails = input.emails.length > 0 ? input.emails : [await askEmail(session)];
  const { scope, resourceId } = await resolveBillingTarget(session);
  const wanted = budgetSettings({ ...input, emails, resourceId }, today(session));
  const { billing } = await session.azure();
  const signal = session.ctx.interrupt;
  const existing = await withProgress(session, `Reading budget ${input.name}`, () =>
    billing.getBudget(scope, input.name, signal),
  );
  const plan = planBudget(input.name, wanted, scope, existing);
  if (plan.action === 'none') {
    session.success(`Budget ${plan.name} of ${plan.scope} is like that already; nothing was sent`);
    return { data: { action: 'unchanged', plan, budget: existing } };
  }
  if (input.isDryRun) return { data: { action: 'planned', plan, budget: null } };
  if (!input.isConfirmed || !session.isQuiet) session.display(budgetPlanView, plan);
  if (!input.isConfirmed) {
    const message = plan.action === 'create' ? `Create budget ${plan.name}?` : `Change budget ${plan.name}?`;
    const isYes = await session.ctx.prompter.confirm({ message, initial: true });
    if (!isYes) throw new AimiError('declined', { message: 'No budget was written.' });
  }
  const budget = await withProgress(session, `Writing budget ${input.name}`, () =>
    billing.putBudget(scope, input.name, plan, existing?.etag ?? null, signal),
  );
  const isNew = plan.action === 'create';
  session.success(`${isNew ? 'Created' : 'Changed'} budget ${plan.name} of ${plan.scope}`);
  return { data: { action: isNew ? 'created' : 'changed', plan, budget } };
}

/** What can be refused without asking Azure. */
function refuseEarly(session: Session, input: BudgetCreateInput): void {
  checkBudgetName(input.name);
  budgetSettings({ ...input, resourceId: null }, today(session));
  if (session.canAsk) return;
  if (input.emails.length === 0) {
    throw new AimiError('input-needed', {
      message: 'Who gets the mails of the budget? Nobody can be asked here.',
      hint: `aimi cost budget create ${input.name} --amount ${input.amount} --email ops@contoso.com --yes`,
    });
  }
  if (input.isConfirmed || input.isDryRun) return;
  throw new AimiError('confirmation-needed', {
    message: `Creating budget ${input.name} needs a yes, and nobody can be asked here.`,
    hint: 'Add --yes, or --dry-run to see the plan',
  });
}

/** A budget of a subscription or group takes one contact at least (Consumption REST reference, 2024-08-01). */
async function askEmail(session: Session): Promise<string> {
  const answer = await session.ctx.prompter.input({
    message: 'Who gets the mails of the budget?',
    validate: (value) => /^[^\s@]+@[^\s@]+$/.test(value.trim()) || 'A mail address, such as ops@contoso.com',
  });
  return answer.trim();
}
