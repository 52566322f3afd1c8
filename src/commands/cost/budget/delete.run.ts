import { checkBudgetName, scopeText } from '../../../core/billing/budget.js';
import type { BillingScope, Budget } from '../../../core/billing-plane.js';
import { nearestNames } from '../../../core/catalog/nearest.js';
import { AimiError } from '../../../errors.js';
import { type BudgetDeleteResult, budgetDeleteView } from '../../../render/cost/budget/delete-view.js';
import type { Outcome, Presentation, Session } from '../../../session.js';
import { withProgress } from '../../with-progress.js';
import { resolveBillingTarget } from '../billing-scope.js';

export interface BudgetDeleteInput {
  readonly name: string;
  readonly isConfirmed: boolean;
  readonly isDryRun: boolean;
}

export const budgetDeletePresentation: Presentation<BudgetDeleteResult> = { table: budgetDeleteView };

/** Deletes one budget after its name was typed (or `--yes`). */
export async function runBudgetDelete(
  session: Session,
  input: BudgetDeleteInput,
): Promise<Outcome<BudgetDeleteResult>> {
  checkBudgetName(input.name);
  if (!input.isConfirmed && !input.isDryRun && !session.canAsk) {
    throw new AimiError('confirmation-needed', {
      message: `Deleting budget ${input.name} needs a yes, and nobody can be asked here.`,
      hint: 'Add --yes, or --dry-run to see what would go',
    });
  }
  const { scope } = await resolveBillingTarget(session);
  const { name, amount, grain } = await existingBudget(session, scope, input.name);
  const result = { name, scope: scopeText(scope) };
  if (input.isDryRun) return { data: { ...result, action: 'planned' } };
  if (!input.isConfirmed) {
    const typed = await session.ctx.prompter.input({
      message: `Delete budget ${name} (${amount}, ${grain}) of ${result.scope}? Type its name:`,
      validate: (value) => value === '' || value === name || `Type ${name} to delete it, or nothing to stop`,
    });
    if (typed !== name) throw new AimiError('declined', { message: 'Nothing was deleted.' });
  }
  const { billing } = await session.azure();
  await withProgress(session, `Deleting budget ${name}`, () =>
    billing.deleteBudget(scope, name, session.ctx.interrupt),
  );
  session.success(`Deleted budget ${name} of ${result.scope}`);
  return { data: { ...result, action: 'deleted' } };
}

async function existingBudget(session: Session, scope: BillingScope, name: string): Promise<Budget> {
  const { billing } = await session.azure();
  const signal = session.ctx.interrupt;
  const found = await withProgress(session, `Reading budget ${name}`, () =>
    billing.getBudget(scope, name, signal),
  );
  if (found !== null) return found;
  const near = nearestNames(
    name,
    (await billing.listBudgets(scope, signal)).map((budget) => budget.name),
  );
  throw new AimiError('budget-not-found', {
    message: `There is no budget '${name}' on ${scopeText(scope)}`,
    hint: near.length === 0 ? 'aimi cost budget list shows them' : `Did you mean ${near.join(', ')}?`,
    details: { budget: name, nearest: near },
  });
}
