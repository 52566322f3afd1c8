import type { Account, Deployment, Operation } from '../../core/control-plane.js';
import { waitForOperation } from '../../core/deployments/wait.js';
import { beginWrite } from '../../core/deployments/write.js';
import { AimiError, type AimiErrorFields, isAimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { refOf } from '../account.js';
import { suggest } from '../target-flags.js';

export interface Write {
  /** Present participle, for progress: `Creating`. */
  readonly verb: 'Creating' | 'Updating' | 'Deleting';
  readonly name: string;
  readonly account: Account;
  readonly begin: () => Promise<Operation>;
  /** False: return as soon as the service has accepted. */
  readonly wait: boolean;
  readonly timeLimitMs: number;
  /** Whether what is there now is what was wanted; asked when the answer to the write was lost. */
  readonly isDone: (found: Deployment | 'absent') => boolean;
}

/**
 * Sends one write and waits for it. `accepted` only without waiting. Whatever goes wrong after the request
 * left, the error says what is there now: nothing half-made stays unmentioned.
 */
export async function carryOut(session: Session, write: Write): Promise<'done' | 'accepted'> {
  const { clock, interrupt } = session.ctx;
  const subject = `${write.verb} ${write.name} in ${write.account.account}`;
  const progress = await session.startProgress(subject);
  let isSent = false;
  let isTold = false;
  try {
    const operation = await beginWrite(
      () => {
        isSent = true;
        return write.begin();
      },
      {
        pace: clock,
        signal: interrupt,
        onRetry: (error, pauseMs) => {
          isSent = false;
          if (!isTold)
            session.say(
              `${write.account.account} is busy with another change; trying again for two minutes.`,
            );
          isTold = true;
          session.explain(`${error.message} Trying again in ${pauseMs / 1000} s.`);
          progress.update(`${subject}: the account is busy, trying again`);
        },
      },
    );
    if (!write.wait) return operation.status.state === 'running' ? 'accepted' : settle(operation);
    await waitForOperation(operation, {
      pace: clock,
      timeLimitMs: write.timeLimitMs,
      signal: interrupt,
      onPoll: (detail) => progress.update(detail === '' ? subject : `${subject}: ${detail}`),
    });
    return 'done';
  } catch (error) {
    if (!isAimiError(error) || !isSent) throw error;
    progress.update(`${subject}: looking what is there now`);
    return await afterError(session, write, error);
  } finally {
    progress.stop();
  }
}

function settle(operation: Operation): 'done' {
  if (operation.status.state === 'failed') throw operation.status.error;
  return 'done';
}

/** Errors that leave the outcome open, or leave something behind. All others were refused whole. */
const OPEN_ENDED: ReadonlySet<string> = new Set([
  'network',
  'tls-untrusted',
  'service-unavailable',
  'rate-limited',
  'deployment-failed',
  'marketplace-refused',
  'service-refused',
  'conflict',
]);

/** Errors after which the write may have been done all the same: its answer was lost. */
const ANSWER_LOST: ReadonlySet<string> = new Set(['network', 'service-unavailable', 'rate-limited']);

async function afterError(session: Session, write: Write, error: AimiError): Promise<'done'> {
  const ref = refOf(write.account);
  const show = suggest(session, ref, `deployments show ${write.name}`);
  const wait = suggest(
    session,
    ref,
    `deployments wait ${write.name}${write.verb === 'Deleting' ? ' --for deleted' : ''}`,
  );
  const doing = write.verb.toLowerCase();
  if (error.code === 'interrupted') {
    throw extend(error, {
      message: `Stopped waiting. Azure goes on ${doing} ${write.name} in ${write.account.account}.`,
      hint: `Look: ${show}\nWait: ${wait}`,
    });
  }
  if (error.code === 'still-running') {
    throw extend(error, {
      message: `${write.verb} ${write.name} in ${write.account.account}: ${error.message.replace(/^It is/, 'it is')}`,
      hint: `Look: ${show}\nWait: ${wait}`,
    });
  }
  if (!OPEN_ENDED.has(error.code)) throw error;
  const there = await lookAgain(session, write);
  if (ANSWER_LOST.has(error.code) && there !== 'unknown' && write.isDone(there)) {
    session.warn(`${error.message}; but it is done.`);
    return 'done';
  }
  const remains = describeRemains(session, write, there);
  throw extend(error, {
    message: error.message,
    hint: [error.hint, remains].filter((line) => line !== undefined && line !== '').join('\n'),
    details: { ...error.details, deployment: write.name, stateNow: stateOf(there) },
  });
}

type Found = Deployment | 'absent' | 'unknown';

async function lookAgain(session: Session, write: Write): Promise<Found> {
  try {
    const azure = await session.azure();
    return await azure.getDeployment(refOf(write.account), write.name, session.ctx.interrupt);
  } catch (error) {
    return isAimiError(error) && error.code === 'deployment-not-found' ? 'absent' : 'unknown';
  }
}

function stateOf(found: Found): string {
  return typeof found === 'string' ? found : found.provisioningState;
}

function describeRemains(session: Session, write: Write, found: Found): string {
  const ref = refOf(write.account);
  const where = `in ${write.account.account}`;
  if (found === 'absent') {
    return write.verb === 'Deleting'
      ? `${write.name} is gone.`
      : `Nothing is left behind: there is no ${write.name} ${where}.`;
  }
  const show = suggest(session, ref, `deployments show ${write.name}`);
  if (found === 'unknown') return `Whether ${write.name} is ${where} now could not be read. Look: ${show}`;
  const remove =
    write.verb === 'Creating' && !/^succeeded$/i.test(found.provisioningState)
      ? ` Remove it: ${suggest(session, ref, `deployments delete ${write.name}`)}`
      : ` Look: ${show}`;
  return `${write.name} is ${where} now, in state ${found.provisioningState}.${remove}`;
}

function extend(error: AimiError, fields: AimiErrorFields): AimiError {
  return new AimiError(error.code, { details: error.details, cause: error, ...fields });
}
