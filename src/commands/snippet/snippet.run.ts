import { type Task, taskOf } from '../../core/catalog/task.js';
import { type CallHosts, hostsOf } from '../../core/endpoints/call-route.js';
import type { Snippet, SnippetAuth, SnippetSdk, SnippetTask } from '../../core/snippet/snippet.js';
import { writeSnippet } from '../../core/snippet/write.js';
import { AimiError } from '../../errors.js';
import { snippetView } from '../../render/snippet/snippet-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { resolveAccount } from '../account.js';
import { existingDeployments } from '../deployments/existing.js';
import { guessModel, hostsOfEndpoint } from './offline-target.js';

export interface SnippetInput {
  readonly deployment: string;
  readonly sdk: SnippetSdk;
  /** Null: a key, unless keys are switched off on the account. */
  readonly auth: SnippetAuth | null;
  /** Base URL in any form; then nothing is read from Azure. */
  readonly endpoint: string | null;
  /** What the model is for; null takes it from the deployment or the bundled catalog. */
  readonly task: SnippetTask | null;
}

export const snippetPresentation: Presentation<Snippet> = { table: snippetView };

interface Target {
  readonly deployment: string;
  readonly hosts: CallHosts;
  readonly format: string;
  readonly task: Task;
  readonly isKeyless: boolean;
}

/**
 * A call that works for a deployment. Throws `deployment-not-found` (with the nearest names),
 * `local-auth-disabled` for a key where keys are off, `invalid-value` where the SDK can not call the model.
 */
export async function runSnippet(session: Session, input: SnippetInput): Promise<Outcome<Snippet>> {
  const target = input.endpoint === null ? await readTarget(session, input) : offline(session, input);
  if (target.isKeyless && input.auth === 'key') {
    throw new AimiError('local-auth-disabled', {
      message: 'Keys are switched off on this account (disableLocalAuth), so a call with a key is refused',
      hint: 'Leave --auth-with out, or give --auth-with entra',
    });
  }
  const auth = input.auth ?? (target.isKeyless ? 'entra' : 'key');
  const answer = writeSnippet({ ...target, task: input.task ?? target.task, sdk: input.sdk, auth });
  if (answer.kind === 'snippet') return { data: answer.snippet };
  throw new AimiError('invalid-value', {
    message: answer.reason,
    hint: answer.instead === null ? undefined : `Use --sdk ${answer.instead}`,
    details: { deployment: input.deployment, sdk: input.sdk, instead: answer.instead },
  });
}

async function readTarget(session: Session, input: SnippetInput): Promise<Target> {
  const account = await resolveAccount(session);
  const [deployment] = await existingDeployments(session, account, [input.deployment]);
  if (deployment === undefined) throw new Error('existingDeployments answers each name or throws');
  return {
    deployment: deployment.name,
    hosts: hostsOf(account),
    format: deployment.model.format,
    task: taskOf({ ...deployment.model, capabilities: deployment.capabilities }),
    isKeyless: account.localAuthDisabled,
  };
}

function offline(session: Session, { deployment, endpoint, task, sdk }: SnippetInput): Target {
  const hosts = hostsOfEndpoint(endpoint ?? '');
  const guess = guessModel(session, deployment);
  const isAnthropic = sdk.endsWith('-anthropic') && !guess.isKnown;
  if (!guess.isKnown && task === null && !isAnthropic) {
    session.say(
      `'${deployment}' is no model of the catalog; a ${guess.task} call is assumed (--task changes it)`,
    );
  }
  return {
    deployment,
    hosts,
    format: isAnthropic ? 'Anthropic' : guess.format,
    task: guess.task,
    isKeyless: false,
  };
}
