import type { Deployment, Operation, OperationStatus } from '../../core/control-plane.js';
import { type DeploymentRow, deploymentRow } from '../../core/deployments/row.js';
import { isAtRest, isReady } from '../../core/deployments/states.js';
import { waitForOperation } from '../../core/deployments/wait.js';
import { AimiError, isAimiError } from '../../errors.js';
import { deploymentsListView } from '../../render/deployments/list-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { refOf, resolveAccount } from '../account.js';
import { suggest } from '../target-flags.js';
import { retirements } from './retirements.js';
import { viewFacts } from './view-facts.js';

export interface WaitInput {
  readonly name: string;
  readonly until: 'ready' | 'deleted';
  readonly timeLimitMs: number;
}

export function deploymentsWaitPresentation(session: Session): Presentation<readonly DeploymentRow[]> {
  const facts = viewFacts(session);
  return { table: (rows, theme) => deploymentsListView(rows, theme, facts) };
}

/** Waits until a deployment is ready (its row is the result) or gone (an empty list). */
export async function runDeploymentsWait(
  session: Session,
  input: WaitInput,
): Promise<Outcome<readonly DeploymentRow[]>> {
  const account = await resolveAccount(session);
  const azure = await session.azure();
  const { clock, interrupt } = session.ctx;
  const look = async (signal?: AbortSignal): Promise<Deployment | null> => {
    try {
      return await azure.getDeployment(refOf(account), input.name, signal);
    } catch (error) {
      if (isAimiError(error) && error.code === 'deployment-not-found') return null;
      throw error;
    }
  };
  let latest = await look(interrupt);
  if (latest === null && input.until === 'ready') {
    throw new AimiError('deployment-not-found', {
      message: `There is no deployment '${input.name}' in ${account.account}.`,
      hint: suggest(session, refOf(account), 'deployments list'),
    });
  }
  const watched: Operation = {
    status: statusOf(latest, input),
    poll: async (signal) => {
      latest = await look(signal);
      return statusOf(latest, input);
    },
  };
  const subject = `Waiting for ${input.name} in ${account.account}`;
  const progress = await session.startProgress(subject);
  try {
    await waitForOperation(watched, {
      pace: clock,
      timeLimitMs: input.timeLimitMs,
      signal: interrupt,
      onPoll: (detail) => progress.update(`${subject}: ${detail}`),
    });
  } catch (error) {
    if (!isAimiError(error) || error.code !== 'still-running') throw error;
    const seconds = Math.round(input.timeLimitMs / 1000);
    throw new AimiError('still-running', {
      message: `${input.name} in ${account.account} is not ${input.until} after ${seconds} s: its state is ${latest?.provisioningState ?? 'absent'}.`,
      hint: suggest(session, refOf(account), `deployments show ${input.name}`),
      details: error.details,
      cause: error,
    });
  } finally {
    progress.stop();
  }
  session.success(
    input.until === 'deleted'
      ? `There is no ${input.name} in ${account.account}`
      : `${input.name} in ${account.account} is ready`,
  );
  return { data: latest === null ? [] : [deploymentRow(latest, account, retirements(session)(latest))] };
}

function statusOf(found: Deployment | null, input: WaitInput): OperationStatus {
  if (found === null) {
    if (input.until === 'deleted') return { state: 'succeeded' };
    return { state: 'failed', error: failure(`${input.name} went away while it was waited for.`, 'absent') };
  }
  const state = found.provisioningState;
  if (input.until === 'ready' && isReady(state)) return { state: 'succeeded' };
  if (input.until === 'ready' && isAtRest(state)) {
    return { state: 'failed', error: failure(`${input.name} ended in state ${state}.`, state) };
  }
  return { state: 'running', detail: state, retryAfterMs: null };
}

function failure(message: string, state: string): AimiError {
  return new AimiError('deployment-failed', { message, details: { state } });
}
