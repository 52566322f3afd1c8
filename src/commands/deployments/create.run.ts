import type { Account } from '../../core/control-plane.js';
import { deploymentDetail } from '../../core/deployments/detail.js';
import { differencesFrom } from '../../core/deployments/difference.js';
import { checkDeploymentName } from '../../core/deployments/name.js';
import { type DeploymentPlan, type DeploymentWish, planDeployment } from '../../core/deployments/plan.js';
import { isReady } from '../../core/deployments/states.js';
import { AimiError, isAimiError } from '../../errors.js';
import { EXIT } from '../../exit-code.js';
import { type DeployResult, deployView } from '../../render/deployments/create-view.js';
import { planView } from '../../render/deployments/plan-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { refOf, resolveAccount } from '../account.js';
import { nothingChanged } from '../nothing-changed.js';
import { suggest } from '../target-flags.js';
import { carryOut } from './carry-out.js';
import { askDeployment } from './guided/ask-deployment.js';
import { offersOf } from './offers.js';
import { withOtherRegions } from './other-regions.js';
import { readUsages } from './read-usages.js';
import { sayWhoAnswers } from './say-who-answers.js';

export interface DeployInput extends DeploymentWish {
  /** Null: ask for it and for all else that is left open. */
  readonly model: string | null;
  readonly isConfirmed: boolean;
  readonly isDryRun: boolean;
  readonly wait: boolean;
  readonly timeLimitMs: number;
}

export const deployPresentation: Presentation<DeployResult> = { table: deployView };

/**
 * Deploys a model: resolves what was left open, shows the plan, asks once, creates, waits, and ends with a
 * call to try. An equal deployment that exists already is a success that sends nothing.
 */
export async function runDeploy(session: Session, input: DeployInput): Promise<Outcome<DeployResult>> {
  refuseEarly(session, input);
  if (input.model === null) return runGuided(session, input);
  const account = await resolveAccount(session);
  const plan = await makePlan(session, account, { ...input, model: input.model });
  const isAgreed = input.isConfirmed || input.isDryRun || plan.action === 'none';
  if (!isAgreed) await nothingChanged('Nothing was deployed.', () => confirm(session, plan));
  return deployPlan(session, input, account, plan);
}

/** Asks for what the line leaves open, and says the line that would have asked nothing. */
async function runGuided(session: Session, input: DeployInput): Promise<Outcome<DeployResult>> {
  const { account, plan, line } = await askDeployment(session, input);
  try {
    return await deployPlan(session, input, account, plan);
  } finally {
    session.say(`The same without questions: ${line}`);
  }
}

async function deployPlan(
  session: Session,
  input: DeployInput,
  account: Account,
  plan: DeploymentPlan,
): Promise<Outcome<DeployResult>> {
  if (plan.action === 'none') {
    session.success(`${plan.name} in ${plan.account} is deployed like that already; nothing was sent`);
    return { data: await result(session, account, plan, 'unchanged') };
  }
  if (input.isDryRun) return { data: { action: 'planned', plan, deployment: null } };
  if (input.isConfirmed && !session.isQuiet) session.display(planView, plan);
  const azure = await session.azure();
  const outcome = await carryOut(session, {
    verb: 'Creating',
    name: plan.name,
    account,
    begin: () => azure.beginPut(refOf(account), plan.name, plan.body, session.ctx.interrupt),
    wait: input.wait,
    timeLimitMs: input.timeLimitMs,
    isDone: (found) =>
      found !== 'absent' &&
      isReady(found.provisioningState) &&
      differencesFrom(found, plan.body).length === 0,
  });
  if (outcome === 'accepted') {
    session.say(
      `Azure is creating ${plan.name}. Wait: ${suggest(session, refOf(account), `deployments wait ${plan.name}`)}`,
    );
    return { data: { action: 'accepted', plan, deployment: null }, exit: EXIT.accepted };
  }
  session.success(`Deployed ${plan.model.name} ${plan.model.version} as ${plan.name} in ${plan.account}`);
  return { data: await result(session, account, plan, 'created') };
}

function refuseEarly(session: Session, input: DeployInput): void {
  if (input.name !== null) checkDeploymentName(input.name);
  if (session.canAsk) return;
  if (input.model === null) {
    throw new AimiError('input-needed', {
      message: 'Which model? Nobody can be asked here.',
      hint: 'aimi deploy MODEL, for example: aimi deploy gpt-4.1-mini --yes. aimi models list shows what there is',
    });
  }
  if (input.isConfirmed || input.isDryRun) return;
  throw new AimiError('confirmation-needed', {
    message: `Deploying ${input.model} needs a yes, and nobody can be asked here.`,
    hint: 'Add --yes, or --dry-run to see the plan',
  });
}

async function makePlan(
  session: Session,
  account: Account,
  input: DeployInput & { model: string },
): Promise<DeploymentPlan> {
  const azure = await session.azure();
  const ref = refOf(account);
  const progress = await session.startProgress(`Reading models, deployments and quota of ${account.account}`);
  try {
    const [offers, deployments, usages] = await Promise.all([
      offersOf(session, account, input.model),
      azure.listDeployments(ref, session.ctx.interrupt),
      readUsages(session, account),
    ]);
    const today = session.ctx.clock.now().toISOString().slice(0, 10);
    return planDeployment(input, { account, offers, deployments, usages, today });
  } catch (error) {
    if (!isAimiError(error) || error.code !== 'insufficient-quota') throw error;
    throw await withOtherRegions(session, account, input, error);
  } finally {
    progress.stop();
  }
}

async function confirm(session: Session, plan: DeploymentPlan): Promise<void> {
  session.display(planView, plan);
  const isYes = await session.ctx.prompter.confirm({
    message: `Deploy it to ${plan.account}?`,
    initial: true,
  });
  if (!isYes) throw new AimiError('declined', { message: 'Nothing was deployed.' });
}

async function result(
  session: Session,
  account: Account,
  plan: DeploymentPlan,
  action: 'created' | 'unchanged',
): Promise<DeployResult> {
  const azure = await session.azure();
  const deployment = await azure.getDeployment(refOf(account), plan.name, session.ctx.interrupt);
  sayWhoAnswers(session);
  return { action, plan, deployment: deploymentDetail(deployment, account, plan.retires) };
}
