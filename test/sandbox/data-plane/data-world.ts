import { createSandboxCatalog } from '../../../src/sandbox/catalog.js';
import type { DataReply } from '../../../src/sandbox/data-plane/exchange.js';
import { handleData } from '../../../src/sandbox/data-plane/handle-data.js';
import { withScenario } from '../../../src/sandbox/scenarios.js';
import type { SandboxDeployment, SandboxState, ScenarioId } from '../../../src/sandbox/state.js';
import { unsignedToken } from '../../../src/sandbox/token-endpoints.js';
import { ACCOUNT, deploymentBody, readData, sandboxWorld } from '../sandbox-world.js';

export const NOW = '2026-09-01T12:00:00.000Z';
export const KEY = 'sandbox-key-1-of-contoso-ai-opens-nothing-else';
export const SWEDEN_KEY = 'sandbox-key-1-of-contoso-ai-sweden-opens-nothing-else';
export const FOUNDRY = 'contoso-ai.services.ai.azure.com';
export const OPENAI = 'contoso-ai.openai.azure.com';
export const SWEDEN = 'contoso-ai-sweden.services.ai.azure.com';
export const JAPAN = 'japaneast.api.cognitive.microsoft.com';
export const AZURE_AI = 'https://ai.azure.com';
export const COGNITIVE = 'https://cognitiveservices.azure.com';
export const HELLO = { messages: [{ role: 'user', content: 'Say hello.' }] };

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** contoso-ai with five deployments: chat, reasoning, vectors, deepseek and claude. */
export function dataWorld() {
  const control = sandboxWorld(NOW);
  const deploy = (name: string, model: string, version: string, format = 'OpenAI'): void => {
    const body = deploymentBody(model, version, 10, 'GlobalStandard', format);
    const answer = control.send('PUT', `${ACCOUNT}/deployments/${name}`, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    control.advance(5);
  };
  deploy('chat', 'gpt-4.1-mini', '2025-04-14');
  deploy('reasoning', 'gpt-4.1-mini', '2025-04-14');
  deploy('vectors', 'text-embedding-3-small', '1');
  deploy('deepseek', 'DeepSeek-V3.2', '1', 'DeepSeek');
  deploy('claude', 'gpt-4.1-mini', '2025-04-14');
  const reasoning = { format: 'OpenAI', name: 'o4-mini', version: '2025-04-16' };
  const claude = { format: 'Anthropic', name: 'claude-sonnet-4-5', version: '20250929' };
  const catalog = createSandboxCatalog(readData);
  const world = {
    state: withModel(withModel(control.state, 'reasoning', reasoning), 'claude', claude),
    now: control.now,
    control,
    /** `host` and path with its query. */
    call(host: string, path: string, options: Call = {}): DataReply {
      const url = new URL(`https://x${path}`);
      const called = handleData(
        world.state,
        {
          method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
          host,
          path: url.pathname,
          query: url.searchParams,
          headers: Object.entries(options.headers ?? {}),
          body: options.body,
        },
        world.now,
        catalog,
      );
      world.state = called.state;
      return called.reply;
    },
    scenario(id: ScenarioId, numbers: { times?: number; seconds?: number } = {}): void {
      world.state = withScenario(world.state, id, numbers);
    },
  };
  return world;
}

/** The same state with another model behind a deployment: one that can no longer be deployed, or has no quota. */
export function withModel(
  state: SandboxState,
  deployment: string,
  model: SandboxDeployment['model'],
): SandboxState {
  return {
    ...state,
    deployments: state.deployments.map((one) => (one.name === deployment ? { ...one, model } : one)),
  };
}

export function bearer(
  audience: string,
  extra: { readonly tenantId?: string; readonly lifetimeSeconds?: number } = {},
): { readonly authorization: string } {
  const token = unsignedToken({ origin: 'https://localhost', audience, now: new Date(NOW), ...extra });
  return { authorization: `Bearer ${token}` };
}

/** `401 Access denied due to …`: status, code and the start of the message. */
export function said(reply: DataReply): string {
  if (reply.body.kind !== 'json') return `${reply.status} ${reply.body.kind}`;
  const text = JSON.stringify(reply.body.value);
  const code = /"code":"([^"]*)"/.exec(text)?.[1] ?? '';
  const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? '';
  return `${reply.status} ${[code, message].filter((part) => part !== '').join(': ')}`.trim();
}
