import type { Account, Deployment } from '../../core/control-plane.js';
import { shellLine } from '../../core/shell-line.js';
import { AimiError, isAimiError } from '../../errors.js';
import { EXIT } from '../../exit-code.js';
import type { DeleteResult } from '../../render/deployments/delete-view.js';
import { deploymentsDeleteView } from '../../render/deployments/delete-view.js';
import { deploymentChoices } from '../../render/deployments/deployment-choices.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { refOf, resolveAccount } from '../account.js';
import { nothingChanged } from '../nothing-changed.js';
import { sameTarget } from '../same-target.js';
import { carryOut } from './carry-out.js';
import { existingDeployments } from './existing.js';

export interface DeleteInput {
  /** None: a list to choose from. */
  readonly names: readonly string[];
  readonly isConfirmed: boolean;
  readonly isDryRun: boolean;
  readonly wait: boolean;
  readonly timeLimitMs: number;
}

const NOTHING = 'Nothing was deleted.';

export const deploymentsDeletePresentation: Presentation<DeleteResult> = { table: deploymentsDeleteView };

/**
 * Deletes deployments one after another, because an account takes one write at a time. All names are looked
 * up before the first is deleted; when one fails, the error says which are gone and which are not.
 */
export async function runDeploymentsDelete(
  session: Session,
  input: DeleteInput,
): Promise<Outcome<DeleteResult>> {
  refuseEarly(session, input);
  const account = await resolveAccount(session);
  const isAsked = input.names.length === 0;
  const targets = isAsked
    ? await nothingChanged(NOTHING, () => askWhich(session, account))
    : await existingDeployments(session, account, [...new Set(input.names)]);
  const names = targets.map((target) => target.name);
  if (input.isDryRun || names.length === 0)
    return { data: { account: account.account, deleted: [], accepted: [], wouldDelete: names } };
  if (!input.isConfirmed) await nothingChanged(NOTHING, () => confirmEach(session, account, targets));
  if (isAsked) {
    const words = ['aimi', 'deployments', 'delete', ...names, ...sameTarget(session, account), '--yes'];
    session.say(`The same without questions: ${shellLine(words, session.ctx.platform)}`);
  }
  const azure = await session.azure();
  const deleted: string[] = [];
  const accepted: string[] = [];
  for (const { name } of targets) {
    try {
      const outcome = await carryOut(session, {
        verb: 'Deleting',
        name,
        account,
        begin: () => azure.beginDelete(refOf(account), name, session.ctx.interrupt),
        wait: input.wait,
        timeLimitMs: input.timeLimitMs,
        isDone: (found) => found === 'absent',
      });
      (outcome === 'done' ? deleted : accepted).push(name);
      session.success(
        outcome === 'done'
          ? `Deleted ${name} from ${account.account}`
          : `Azure is deleting ${name} from ${account.account}`,
      );
    } catch (error) {
      if (!isAimiError(error) || names.length === 1) throw error;
      throw withProgress(error, name, names, deleted);
    }
  }
  return {
    data: { account: account.account, deleted, accepted, wouldDelete: [] },
    exit: accepted.length > 0 ? EXIT.accepted : EXIT.done,
  };
}

function refuseEarly(session: Session, input: DeleteInput): void {
  if (session.canAsk) return;
  if (input.names.length === 0) {
    throw new AimiError('input-needed', {
      message: 'Which deployments? Nobody can be asked here.',
      hint: 'aimi deployments delete NAME --yes. aimi deployments list shows what there is',
    });
  }
  if (input.isConfirmed || input.isDryRun) return;
  throw new AimiError('confirmation-needed', {
    message: `Deleting ${input.names.join(', ')} needs a yes, and nobody can be asked here.`,
    hint: 'Add --yes, or --dry-run to see what would go',
  });
}

async function askWhich(session: Session, account: Account): Promise<readonly Deployment[]> {
  const azure = await session.azure();
  const all = await azure.listDeployments(refOf(account), session.ctx.interrupt);
  if (all.length === 0) {
    session.say(`${account.account} has no deployments`);
    return [];
  }
  const { columns, hasUnicode } = session.ctx.stderr;
  const wanted = await session.ctx.prompter.orEscape('leave', (questions) =>
    questions.checkbox({
      message: `Which deployments of ${account.account} shall go?`,
      choices: deploymentChoices(all, columns ?? 80, hasUnicode ? 'unicode' : 'ascii'),
    }),
  );
  if (wanted === null) throw new AimiError('declined', { message: NOTHING });
  return all.filter((deployment) => wanted.includes(deployment.name));
}

async function confirmEach(
  session: Session,
  account: Account,
  targets: readonly Deployment[],
): Promise<void> {
  for (const { name, model, sku } of targets) {
    const typed = await session.ctx.prompter.input({
      message: `Delete ${name} (${model.name} ${model.version}, ${sku.name}) from ${account.account}? There is no undo. Type its name:`,
      validate: (value) => value === '' || value === name || `Type ${name} to delete it, or nothing to stop`,
    });
    if (typed !== name) {
      throw new AimiError('declined', { message: NOTHING });
    }
  }
}

function withProgress(
  error: AimiError,
  name: string,
  names: readonly string[],
  deleted: readonly string[],
): AimiError {
  const kept = names.filter((candidate) => candidate !== name && !deleted.includes(candidate));
  const lines = [
    error.hint,
    deleted.length === 0 ? undefined : `Deleted before: ${deleted.join(', ')}`,
    kept.length === 0 ? undefined : `Not tried: ${kept.join(', ')}`,
  ];
  return new AimiError(error.code, {
    message: `${name}: ${error.message}`,
    hint: lines.filter((line) => line !== undefined).join('\n'),
    details: { ...error.details, failed: name, deleted, notTried: kept },
    cause: error,
  });
}
