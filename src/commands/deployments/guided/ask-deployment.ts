import type { Account } from '../../../core/control-plane.js';
import type { DeploymentPlan } from '../../../core/deployments/plan.js';
import { AimiError } from '../../../errors.js';
import type { Session } from '../../../session.js';
import { walk } from '../../ask-path.js';
import { nothingChanged } from '../../nothing-changed.js';
import type { DeployInput } from '../create.run.js';
import { accountStep } from './account-step.js';
import { buyerSteps } from './buyer-steps.js';
import { capacityStep } from './capacity-step.js';
import { equivalentLine } from './command-line.js';
import { type Draft, filled } from './draft.js';
import { modelStep } from './model-step.js';
import { nameStep } from './name-step.js';
import { planStep } from './plan-step.js';
import { skuStep } from './sku-step.js';
import { versionStep } from './version-step.js';

export interface AskedDeployment {
  readonly account: Account;
  /** Agreed to, unless the line said `--yes` or `--dry-run`. */
  readonly plan: DeploymentPlan;
  /** The command that does the same without a question. */
  readonly line: string;
}

const NOTHING: Draft = {
  facts: null,
  model: null,
  offer: null,
  sku: null,
  capacity: null,
  name: null,
  providerData: null,
  plan: null,
};

/**
 * The guided path from no model to an agreed plan: account, model, version, SKU, capacity, name, yes. What a flag
 * says is not asked; Escape goes a question back, at the first one out (`declined`).
 */
export async function askDeployment(session: Session, input: DeployInput): Promise<AskedDeployment> {
  const today = session.ctx.clock.now().toISOString().slice(0, 10);
  const given = { session, wish: input, today };
  const steps = [
    accountStep(given),
    modelStep(given),
    versionStep(given),
    skuStep(given),
    capacityStep(given),
    nameStep(given),
    ...buyerSteps(given),
    planStep(given, input),
  ];
  const draft = await nothingChanged('Nothing was deployed.', () => walk(steps, NOTHING));
  if (draft === null) throw new AimiError('declined', { message: 'Nothing was deployed.' });
  return {
    account: filled(draft.facts, 'account').account,
    plan: filled(draft.plan, 'plan'),
    line: equivalentLine(session, input, draft),
  };
}
