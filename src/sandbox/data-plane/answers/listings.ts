import { foldRegion, type SandboxAccount, type SandboxDeployment } from '../../state.js';
import { deploymentsOf } from '../deployment.js';
import { type DataExchange, type DataReply, headerOf, jsonReply } from '../exchange.js';
import { dataRefusals } from '../refusals.js';

/** `GET /openai/deployments`: shape of the 2022-12-01 reference, seen live in 2026-07 (hugalafutro/model-hotel#506). */
export function deploymentListing(exchange: DataExchange, account: SandboxAccount): DataReply {
  const data = deploymentsOf(exchange, account).map((one) => ({
    scale_settings: { scale_type: 'standard' },
    model: one.model.name,
    owner: 'organization-owner',
    id: one.name,
    status: one.provisioningState.toLowerCase(),
    created_at: seconds(one.audit.createdAt),
    updated_at: seconds(one.audit.modifiedAt),
    object: 'deployment',
  }));
  return jsonReply(200, { data, object: 'list' });
}

/** `GET /api/projects/{project}/deployments`: shape by @azure/ai-projects 2.2. */
export function projectListing(exchange: DataExchange, account: SandboxAccount): DataReply {
  const { name } = exchange.target;
  if (!account.projects.includes(name)) return dataRefusals.routeNotFound();
  const value = deploymentsOf(exchange, account).map(({ name: id, model, sku, capabilities }) => ({
    type: 'ModelDeployment',
    name: id,
    modelName: model.name,
    modelVersion: model.version,
    modelPublisher: model.publisher ?? model.format,
    capabilities,
    sku,
  }));
  return jsonReply(200, { value });
}

/** `GET /openai/v1/models` and the dated one: what the resource could deploy, not what it has. */
export function modelListing(exchange: DataExchange, account: SandboxAccount): DataReply {
  const region = foldRegion(account.location);
  const { catalog, target } = exchange;
  const data = catalog.models
    .filter((model) => model.kinds.includes(account.kind) && catalog.skusIn(model, region) !== null)
    .filter((model) => target.api === 'v1' || model.format === 'OpenAI')
    .map((model) => ({
      id: /^\d{4}-/.test(model.version) ? `${model.name}-${model.version}` : model.name,
      object: 'model',
      status: 'succeeded',
      lifecycle_status: model.lifecycle === 'Preview' ? 'preview' : 'generally-available',
      capabilities: {
        fine_tune: model.capabilities.fineTune === 'true',
        inference: true,
        completion: model.capabilities.completion === 'true',
        chat_completion: model.capabilities.chatCompletion === 'true',
        embeddings: model.capabilities.embeddings === 'true',
      },
    }));
  return jsonReply(200, { data, object: 'list' });
}

/**
 * `GET /models/info` names one model, which a resource with several cannot; without the mesh header it answers
 * 404 as reported (Azure/azure-sdk-for-python#39310).
 */
export function modelInfo(exchange: DataExchange, account: SandboxAccount): DataReply {
  const wanted = headerOf(exchange.request, 'x-ms-model-mesh-model-name');
  const found = deploymentsOf(exchange, account).find((one) => one.name === wanted);
  if (found === undefined || found.model.format === 'OpenAI') return dataRefusals.routeNotFound();
  return jsonReply(200, {
    model_name: found.model.name,
    model_type: typeOf(found),
    model_provider_name: found.model.publisher ?? found.model.format,
  });
}

function typeOf({ model, capabilities }: SandboxDeployment): string {
  return capabilities.embeddings === 'true' || /embed/i.test(model.name) ? 'embeddings' : 'chat-completion';
}

function seconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
