import type { Task } from '../catalog/task.js';
import type { Account } from '../control-plane.js';

/** A request that works for a deployment, to copy and try. */
export interface FirstCall {
  /** Base URL for an SDK. */
  readonly endpoint: string;
  /** Endpoint style, as docs and `doctor` name it. */
  readonly style: 'foundry-v1' | 'aoai-v1' | 'foundry-anthropic';
  readonly method: 'POST';
  readonly url: string;
  /** How to authenticate: a header with a placeholder, never a key. */
  readonly auth: 'api-key' | 'entra';
  /** A shell line (POSIX quoting). */
  readonly curl: string;
}

export interface CallTarget {
  readonly deployment: string;
  readonly format: string;
  /** What the model is for; decides operation and body. */
  readonly task: Task;
}

/** The line is meant for a shell, and both values come from the service: nothing a shell would act on. */
const SAFE_URL = /^https:\/\/[A-Za-z0-9./:_-]+$/;
const SAFE_NAME = /^[A-Za-z0-9._-]+$/;

const DATA_PLANE_TOKEN =
  '$(az account get-access-token --resource https://cognitiveservices.azure.com --query accessToken -o tsv)';

/**
 * The call to try after a deployment, or null where no OpenAI-style route is known to serve the model
 * (images, audio, documents ...). Base URLs are read from the account's endpoints map, not built from its
 * name: the custom subdomain may differ.
 * Source: MicrosoftDocs/azure-ai-docs, OpenAI v1 on both hosts (api-version lifecycle, 2026-03), Claude
 * (use-foundry-models-claude, 2026); read 2026-11.
 */
export function firstCallFor(account: Account, target: CallTarget): FirstCall | null {
  const route = target.format === 'Anthropic' ? anthropicRoute(account) : v1Route(account, target);
  if (route === null || !SAFE_URL.test(route.url) || !SAFE_NAME.test(target.deployment)) return null;
  const auth = account.localAuthDisabled ? 'entra' : 'api-key';
  const keyHeader = target.format === 'Anthropic' ? 'x-api-key' : 'api-key';
  const header =
    auth === 'entra' ? `Authorization: Bearer ${DATA_PLANE_TOKEN}` : `${keyHeader}: $AZURE_AI_KEY`;
  const headers = [header, 'Content-Type: application/json', ...route.headers];
  const body = JSON.stringify({ model: target.deployment, ...route.body });
  const curl = [`curl -sS ${route.url}`, ...headers.map((line) => `-H "${line}"`), `-d '${body}'`].join(
    ' \\\n  ',
  );
  return { endpoint: route.endpoint, style: route.style, method: 'POST', url: route.url, auth, curl };
}

interface Route {
  readonly endpoint: string;
  readonly style: FirstCall['style'];
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

function v1Route(account: Account, { task }: CallTarget): Route | null {
  const foundry = account.endpoints['AI Foundry API'] ?? account.endpoints['Azure AI Model Inference API'];
  const openai = account.endpoints['OpenAI Language Model Instance API'];
  const base = (account.kind === 'AIServices' ? (foundry ?? openai) : openai) ?? account.endpoint;
  if (base === '') return null;
  const endpoint = `${base.replace(/\/+$/, '')}/openai/v1/`;
  const style = base === foundry ? 'foundry-v1' : 'aoai-v1';
  switch (task) {
    case 'chat':
      return {
        endpoint,
        style,
        url: `${endpoint}chat/completions`,
        headers: [],
        body: { messages: [{ role: 'user', content: 'Say hello.' }] },
      };
    case 'responses':
      return { endpoint, style, url: `${endpoint}responses`, headers: [], body: { input: 'Say hello.' } };
    case 'embeddings':
      return { endpoint, style, url: `${endpoint}embeddings`, headers: [], body: { input: ['hello'] } };
    default:
      return null;
  }
}

/** Source: docs:foundry/foundry-models/how-to/use-foundry-models-claude.md, 2026. */
function anthropicRoute(account: Account): Route | null {
  const base = account.endpoints['AI Foundry API'];
  if (base === undefined) return null;
  const endpoint = `${base.replace(/\/+$/, '')}/anthropic`;
  return {
    endpoint,
    style: 'foundry-anthropic',
    url: `${endpoint}/v1/messages`,
    headers: ['anthropic-version: 2023-06-01'],
    body: { max_tokens: 64, messages: [{ role: 'user', content: 'Say hello.' }] },
  };
}
