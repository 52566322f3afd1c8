import type { Task } from '../catalog/task.js';
import type { Account } from '../control-plane.js';

/** What of a resource or endpoint a call can be sent to; URLs without a trailing slash. */
export interface CallHosts {
  /** `https://res.services.ai.azure.com`, or null. */
  readonly foundry: string | null;
  /** Resource root for /openai/v1 where it is not the Foundry host, or null. */
  readonly openai: string | null;
  /** A serverless endpoint, which serves one model behind /v1; then the others are null. */
  readonly serverless: string | null;
}

export interface CallTarget {
  readonly deployment: string;
  readonly format: string;
  /** What the model is for; decides operation and body. */
  readonly task: Task;
}

export interface CallRoute {
  /** Base URL for an SDK. */
  readonly endpoint: string;
  readonly style: 'foundry-v1' | 'aoai-v1' | 'foundry-anthropic' | 'serverless';
  readonly url: string;
  /** Further headers, without authentication. */
  readonly headers: readonly string[];
  /** Without `model`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Base URLs are read from the endpoints map, not built from the name: the custom subdomain may differ. */
export function hostsOf(account: Account): CallHosts {
  const foundry = account.endpoints['AI Foundry API'] ?? account.endpoints['Azure AI Model Inference API'];
  const openai = account.endpoints['OpenAI Language Model Instance API'];
  const isFoundry = account.kind === 'AIServices' && foundry !== undefined;
  const other = openai ?? account.endpoint;
  return {
    foundry: isFoundry ? trimSlashes(foundry) : null,
    openai: other === '' ? null : trimSlashes(other),
    serverless: null,
  };
}

/**
 * Where a model is called, or null where no such route is known to serve it (images, audio, documents ...).
 * Source: MicrosoftDocs/azure-ai-docs, OpenAI v1 on both hosts (api-version lifecycle, 2026-03), Claude
 * (use-foundry-models-claude, 2026); read 2026-11.
 */
export function callRouteFor(hosts: CallHosts, target: CallTarget): CallRoute | null {
  return target.format === 'Anthropic' ? anthropicRoute(hosts) : openaiRoute(hosts, target.task);
}

function openaiRoute(hosts: CallHosts, task: Task): CallRoute | null {
  const base = hosts.foundry ?? hosts.openai;
  const endpoint = hosts.serverless === null ? `${base}/openai/v1/` : `${hosts.serverless}/v1/`;
  if (base === null && hosts.serverless === null) return null;
  const style = hosts.serverless !== null ? 'serverless' : hosts.foundry === null ? 'aoai-v1' : 'foundry-v1';
  const route = { endpoint, style, headers: [] } as const;
  switch (task) {
    case 'chat':
      return {
        ...route,
        url: `${endpoint}chat/completions`,
        body: { messages: [{ role: 'user', content: 'Say hello.' }] },
      };
    case 'responses':
      return { ...route, url: `${endpoint}responses`, body: { input: 'Say hello.' } };
    case 'embeddings':
      return { ...route, url: `${endpoint}embeddings`, body: { input: ['hello'] } };
    default:
      return null;
  }
}

function anthropicRoute({ foundry }: CallHosts): CallRoute | null {
  if (foundry === null) return null;
  const endpoint = `${foundry}/anthropic`;
  return {
    endpoint,
    style: 'foundry-anthropic',
    url: `${endpoint}/v1/messages`,
    headers: ['anthropic-version: 2023-06-01'],
    body: { max_tokens: 64, messages: [{ role: 'user', content: 'Say hello.' }] },
  };
}

export function trimSlashes(url: string): string {
  let end = url.length;
  while (end > 0 && url[end - 1] === '/') end -= 1;
  return url.slice(0, end);
}
