import { activeScenario } from '../exchange.js';
import { spendScenario } from '../scenarios.js';
import { foldRegion, type SandboxAccount, type SandboxDeployment, type SandboxState } from '../state.js';
import { chatAnswer, completionAnswer } from './answers/chat.js';
import { embeddingsAnswer } from './answers/embeddings.js';
import { messagesAnswer } from './answers/messages.js';
import { responsesAnswer } from './answers/responses.js';
import { refuseOldVersionFor } from './api-version.js';
import { type CallBody, readCallBody, refuseBody } from './body.js';
import { resolveDeployment } from './deployment.js';
import { type DataExchange, type DataReply, headerOf } from './exchange.js';
import { dataRefusals } from './refusals.js';

export interface Called {
  readonly state: SandboxState;
  readonly reply: DataReply;
}

/** An inference call that has passed the gates: deployment, back end, body, answer. */
export function answerCall(exchange: DataExchange, account: SandboxAccount): Called {
  const { state, target, request } = exchange;
  const body = readCallBody(request.body);
  // The dated route takes the deployment from the path and does not look at the body's model.
  const inBody = body.model ?? headerOf(request, 'x-ms-model-mesh-model-name') ?? '';
  const name = target.name === '' || target.isProject ? inBody : target.name;
  if (name === '') {
    const reply = target.api === 'models' ? dataRefusals.noModelName() : dataRefusals.modelParameterMissing();
    return { state, reply };
  }
  const resolved = resolveDeployment(exchange, account, name);
  if (resolved.kind === 'refused') return { state, reply: resolved.reply };
  const { deployment } = resolved;
  const model = deployment.model.name;
  const refusal =
    refuseOldVersionFor(model, target, request.query.get('api-version')) ??
    refuseBody(target.operation, model, body);
  if (refusal !== null) return { state, reply: refusal };
  return backendFault(exchange, account, deployment) ?? { state, reply: reply(exchange, deployment, body) };
}

/** What goes wrong behind a right configuration. */
function backendFault(
  { state }: DataExchange,
  account: SandboxAccount,
  deployment: SandboxDeployment,
): Called | null {
  const region = foldRegion(account.location);
  const limited = activeScenario(state, 'data-rate-limited');
  if (limited !== undefined) {
    return {
      state: spendScenario(state, 'data-rate-limited'),
      reply: dataRefusals.rateLimited(deployment.name, deployment.model.name, region, limited.seconds),
    };
  }
  const busy = activeScenario(state, 'data-high-demand');
  if (busy !== undefined) {
    return {
      state: spendScenario(state, 'data-high-demand'),
      reply: dataRefusals.highDemand(busy.seconds),
    };
  }
  if (activeScenario(state, 'data-outage') !== undefined) {
    return { state: spendScenario(state, 'data-outage'), reply: dataRefusals.backendFailed() };
  }
  if (activeScenario(state, 'data-content-filter') !== undefined) {
    return { state: spendScenario(state, 'data-content-filter'), reply: dataRefusals.contentFiltered() };
  }
  return null;
}

function reply({ target, now }: DataExchange, deployment: SandboxDeployment, body: CallBody): DataReply {
  switch (target.operation) {
    case 'embeddings':
    case 'image-embeddings':
      return embeddingsAnswer(deployment, body);
    case 'responses':
      return responsesAnswer(deployment, body, now);
    case 'messages':
      return messagesAnswer(deployment, body, now);
    case 'completions':
      return completionAnswer(deployment, body, now);
    default:
      return chatAnswer(deployment, body, now);
  }
}
