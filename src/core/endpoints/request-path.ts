import { WIRE_FAMILIES } from '../sdk/classes.js';
import { providerOf } from '../sdk/providers.js';
import type { ClientKind, WireFamily } from '../sdk/types.js';
import { classifyEndpoint } from './classify.js';
import { judgeRequest, type RequestJudgement } from './judge-request.js';
import type { AuthHeader } from './styles.js';

export interface RequestPlan {
  readonly client: ClientKind;
  readonly baseUrl: string;
  /** `root`: the client adds its whole route (`azure_endpoint`, `endpoint`); `base`: it adds the operation. */
  readonly parameter?: 'root' | 'base' | undefined;
  readonly apiVersion?: string | null | undefined;
  readonly deployment?: string | null | undefined;
  /** `chat/completions` when nothing is said. */
  readonly operation?: string | undefined;
  readonly auth?: 'key' | 'entra' | undefined;
  /** Sends the key as Bearer only: azure-ai-inference before 1.0.0b5. */
  readonly isBearerOnly?: boolean | undefined;
}

export interface PredictedRequest extends RequestJudgement {
  readonly client: ClientKind;
  /** What is requested; null when the client throws before it sends. */
  readonly url: string | null;
  readonly authHeaders: readonly AuthHeader[];
}

/** Paths that AzureOpenAI puts a deployment into. Source: openai lib/azure.py, azure.ts; read 2026-11. */
const DEPLOYMENT_OPERATIONS = new Set([
  'completions',
  'chat/completions',
  'embeddings',
  'audio/transcriptions',
  'audio/translations',
  'audio/speech',
  'images/generations',
  'images/edits',
]);

/**
 * The URL that a client class requests for a base URL, and what the endpoint answers to it.
 * Source: measured against a local server with openai 7.57, @azure-rest/ai-inference 1.0.0-beta.6,
 * @azure/openai 1.0.0-beta.13, @ai-sdk/azure 3.0.128, @anthropic-ai/foundry-sdk 1.1.1, cohere-ai 8.1.0,
 * @mistralai/mistralai-azure 2.0.0; 2026-11.
 */
export function predictRequest(plan: RequestPlan): PredictedRequest {
  const family = WIRE_FAMILIES[plan.client];
  const authHeaders = authHeadersOf(family, plan);
  const needsVersion = family === 'azure-openai' && plan.client === 'azure-openai';
  if (needsVersion && isNothing(plan.apiVersion) && !/[?&]api-version=/i.test(plan.baseUrl)) {
    return {
      client: plan.client,
      url: null,
      authHeaders,
      verdict: 'local-error',
      status: null,
      cause: 'endpoint.missing-api-version',
      reason: 'AzureOpenAI throws before it sends anything when no api-version is set',
      source: 'openai 7.57 azure.ts, measured 2026-11',
    };
  }
  const url = buildUrl(family, plan);
  const judgement = judgeRequest({ url, authHeaders, auth: plan.auth ?? 'key' });
  const isForeign = providerOf(plan.client)?.isSupported === false;
  const cause = isForeign && judgement.cause !== null ? 'sdk.unsupported-provider-sdk' : judgement.cause;
  return { client: plan.client, url, authHeaders, ...judgement, cause };
}

function authHeadersOf(family: WireFamily, plan: RequestPlan): readonly AuthHeader[] {
  if (plan.auth === 'entra') return ['authorization'];
  switch (family) {
    case 'azure-openai':
    case 'vercel-azure':
    case 'litellm':
      return ['api-key'];
    case 'ai-inference':
      return plan.isBearerOnly === true ? ['authorization'] : ['api-key', 'authorization'];
    case 'anthropic':
      return ['x-api-key'];
    default:
      return ['authorization'];
  }
}

function buildUrl(family: WireFamily, plan: RequestPlan): string {
  const { base, query } = splitQuery(plan.baseUrl.trim());
  const operation = plan.operation ?? 'chat/completions';
  const deployment = encodeURIComponent(plan.deployment ?? 'DEPLOYMENT');
  const version = plan.apiVersion ?? versionOf(query);
  switch (family) {
    case 'azure-openai': {
      const hasDeployment = DEPLOYMENT_OPERATIONS.has(operation);
      // the whole target URI is taken as a base: the operation comes twice
      if (plan.parameter !== 'base' && /\/openai\/deployments\/[^/]+\/./i.test(base)) {
        return `${base}/${operation}${withVersion(version)}`;
      }
      const root = plan.parameter === 'base' ? base : `${base}/openai`;
      const isDeploymentBase = plan.parameter === 'base' && /\/deployments\/[^/]+$/i.test(base);
      const middle = hasDeployment && !isDeploymentBase ? `/deployments/${deployment}` : '';
      return `${root}${middle}/${operation}${withVersion(version)}`;
    }
    case 'ai-inference':
      return `${base}/${operation}${withVersion(version ?? '2024-05-01-preview')}`;
    case 'ai-projects':
      return `${base}/openai/v1/${operation}`;
    case 'anthropic':
      return `${base}/v1/messages`;
    case 'cohere':
      return `${base}/v2/${operation === 'rerank' ? 'rerank' : 'chat'}`;
    case 'mistral':
      return `${base}/v1/${operation}`;
    case 'mistral-azure':
      return `${base}/v1/models/${operation}`;
    case 'vercel-azure':
      return vercelUrl(base, plan, operation);
    case 'litellm':
      return litellmUrl(base, deployment, operation, version);
    case 'ai21':
      return `${base}/studio/v1/${operation}`;
    case 'openai':
      return `${base}/${operation}${query === '' ? withVersion(plan.apiVersion ?? null) : `?${query}`}`;
  }
}

/** 3.0.113 and later; a base that already names /openai/v1 or a project is kept. */
function vercelUrl(base: string, plan: RequestPlan, operation: string): string {
  if (plan.parameter === 'root' && !base.includes('.')) {
    return `https://${base}.openai.azure.com/openai/v1/${operation}?api-version=v1`;
  }
  if (/\/openai\/v1$/i.test(base)) return `${base}/${operation}`;
  const reading = classifyEndpoint(base);
  const isRoot =
    reading.pathKind === 'root' && (reading.hostKind === 'foundry' || reading.hostKind === 'cognitive');
  return `${base}${isRoot ? '/openai' : ''}/v1/${operation}?api-version=v1`;
}

/** `azure/` models go to the deployment route below `api_base`. */
function litellmUrl(base: string, deployment: string, operation: string, version: string | null): string {
  if (/\/openai\/v1$/i.test(base)) return `${base}/${operation}`;
  return `${base}/openai/deployments/${deployment}/${operation}${withVersion(version)}`;
}

function splitQuery(url: string): { readonly base: string; readonly query: string } {
  const mark = url.indexOf('?');
  const base = mark === -1 ? url : url.slice(0, mark);
  let end = base.length;
  while (end > 0 && base[end - 1] === '/') end -= 1;
  return { base: base.slice(0, end), query: mark === -1 ? '' : url.slice(mark + 1) };
}

function versionOf(query: string): string | null {
  return /(?:^|&)api-version=([^&]{1,100})/i.exec(query)?.[1] ?? null;
}

function withVersion(version: string | null): string {
  return version === null || version === '' ? '' : `?api-version=${version}`;
}

function isNothing(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === '';
}
