import type { CatalogModel } from '../catalog.js';
import { activeScenario } from '../exchange.js';
import { fold, keyOf, type SandboxAccount, type SandboxDeployment } from '../state.js';
import type { DataExchange, DataReply, Operation } from './exchange.js';
import { dataRefusals } from './refusals.js';

export type Resolved =
  | { readonly kind: 'found'; readonly deployment: SandboxDeployment }
  | { readonly kind: 'refused'; readonly reply: DataReply };

/** The name as OperationNotSupported prints it. */
const OPERATION_WORDS: Readonly<Partial<Record<Operation, string>>> = {
  chat: 'chatCompletion',
  completions: 'completion',
  embeddings: 'embeddings',
  'image-embeddings': 'imageEmbeddings',
  messages: 'messages',
};

/**
 * The deployment that a call means and that serves its operation today. Names compare without case, as the
 * service's FAQ says (Foundry Models FAQ, 2026).
 */
export function resolveDeployment(exchange: DataExchange, account: SandboxAccount, name: string): Resolved {
  const { target, state } = exchange;
  const deployment = deploymentsOf(exchange, account).find((one) => fold(one.name) === fold(name));
  const isReady =
    deployment?.provisioningState === 'Succeeded' && activeScenario(state, 'data-not-ready') === undefined;
  if (deployment === undefined || !isReady) {
    const reply =
      target.api === 'models'
        ? dataRefusals.unknownModel(name)
        : dataRefusals.deploymentNotFound(target.api === 'v1');
    return { kind: 'refused', reply };
  }
  const reply = refuseOperation(exchange, deployment);
  return reply === null ? { kind: 'found', deployment } : { kind: 'refused', reply };
}

export function deploymentsOf(
  exchange: Pick<DataExchange, 'state'>,
  account: SandboxAccount,
): readonly SandboxDeployment[] {
  return exchange.state.deployments.filter((one) => one.account === keyOf(account));
}

function refuseOperation(exchange: DataExchange, deployment: SandboxDeployment): DataReply | null {
  const { operation, api } = exchange.target;
  const { format, name } = deployment.model;
  if ((format === 'Anthropic') !== (operation === 'messages')) return dataRefusals.apiNotSupported();
  if (api === 'dated' && format !== 'OpenAI') return dataRefusals.emptyNotFound();
  const word = OPERATION_WORDS[operation];
  const row = modelRow(exchange, deployment);
  const isRetired = row?.inference !== undefined && row.inference <= exchange.now.toISOString().slice(0, 10);
  if (operation === 'responses') {
    return isRetired || !serves(exchange, deployment, operation) ? dataRefusals.noResponsesModel() : null;
  }
  const isServed = !isRetired && serves(exchange, deployment, operation);
  return isServed || word === undefined ? null : dataRefusals.operationNotSupported(word, name);
}

function serves(exchange: DataExchange, deployment: SandboxDeployment, operation: Operation): boolean {
  const capabilities = modelRow(exchange, deployment)?.capabilities ?? deployment.capabilities;
  const has = (name: string): boolean => capabilities[name] === 'true';
  const isEmbedder = has('embeddings') || /embed/i.test(deployment.model.name);
  switch (operation) {
    case 'chat':
      return has('chatCompletion');
    case 'completions':
      return has('completion');
    case 'embeddings':
      return isEmbedder;
    case 'image-embeddings':
      return isEmbedder && deployment.model.format === 'Cohere';
    case 'responses':
      return has('responses');
    default:
      return true;
  }
}

function modelRow(
  { catalog }: Pick<DataExchange, 'catalog'>,
  { model }: SandboxDeployment,
): CatalogModel | undefined {
  return catalog.models.find(
    (one) =>
      one.format === model.format && fold(one.name) === fold(model.name) && one.version === model.version,
  );
}
