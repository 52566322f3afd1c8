import type { Task } from '../catalog/task.js';
import { type CallHosts, callRouteFor } from '../endpoints/call-route.js';
import { audienceOf, curlLine, isSafeForCode } from '../endpoints/curl-line.js';
import { DOTNET, GO, JAVA } from './compiled.js';
import { JS_ANTHROPIC, JS_INFERENCE, JS_OPENAI } from './js.js';
import { PYTHON_ANTHROPIC, PYTHON_INFERENCE, PYTHON_OPENAI } from './python.js';
import type { Snippet, SnippetAuth, SnippetSdk, SnippetTask, SnippetTemplate } from './snippet.js';

export interface SnippetOrder {
  readonly hosts: CallHosts;
  readonly deployment: string;
  /** `Anthropic` takes another route. */
  readonly format: string;
  readonly task: Task;
  readonly sdk: SnippetSdk;
  readonly auth: SnippetAuth;
}

export type SnippetAnswer =
  | { readonly kind: 'snippet'; readonly snippet: Snippet }
  /** `instead`: an SDK that works, or null. */
  | { readonly kind: 'refused'; readonly reason: string; readonly instead: SnippetSdk | null };

const TEMPLATES: Readonly<Record<Exclude<SnippetSdk, 'curl'>, SnippetTemplate>> = {
  'python-openai': PYTHON_OPENAI,
  'js-openai': JS_OPENAI,
  'python-inference': PYTHON_INFERENCE,
  'js-inference': JS_INFERENCE,
  'python-anthropic': PYTHON_ANTHROPIC,
  'js-anthropic': JS_ANTHROPIC,
  dotnet: DOTNET,
  java: JAVA,
  go: GO,
};

/** A call for a deployment with one SDK, or the reason why that SDK can not call it. */
export function writeSnippet(order: SnippetOrder): SnippetAnswer {
  const { sdk, deployment, hosts, auth } = order;
  const refusal = refuse(order);
  if (refusal !== null) return refusal;
  const route = callRouteFor(hosts, order);
  const task = snippetTask(order.task);
  if (route === null || task === null) return notServed(order);
  const baseUrl = sdk.endsWith('-inference')
    ? (hosts.serverless ?? `${hosts.foundry}/models`)
    : route.endpoint;
  if (!isSafeForCode(baseUrl, deployment)) {
    const reason = `'${deployment}' or '${baseUrl}' holds characters that do not belong into a name or URL`;
    return { kind: 'refused', reason, instead: null };
  }
  const scope = `${audienceOf(baseUrl)}/.default`;
  const common = {
    deployment,
    sdk,
    task,
    auth,
    baseUrl,
    scope: auth === 'entra' ? scope : null,
  } as const;
  if (sdk === 'curl') {
    const code = `${curlLine(route, deployment, auth)}\n`;
    const keyVariable = auth === 'key' ? 'AZURE_AI_KEY' : null;
    const snippet = {
      ...common,
      clientClass: 'curl',
      apiVersion: null,
      keyVariable,
      install: null,
      code,
      notes: [],
    };
    return { kind: 'snippet', snippet };
  }
  const template = TEMPLATES[sdk];
  return {
    kind: 'snippet',
    snippet: {
      ...common,
      clientClass: template.clientClass(task),
      apiVersion: template.apiVersion,
      keyVariable: auth === 'key' ? template.keyVariable : null,
      install: template.install(auth),
      code: template.write({ baseUrl, deployment, task, auth, scope }),
      notes: template.notes,
    },
  };
}

function refuse(order: SnippetOrder): SnippetAnswer | null {
  const { sdk, format, hosts, auth } = order;
  const language = sdk.startsWith('js') ? 'js' : 'python';
  const isClaude = format === 'Anthropic';
  if (isClaude && sdk !== 'curl' && !sdk.endsWith('-anthropic')) {
    const reason = `Claude is served on /anthropic, which ${sdk} does not speak`;
    return {
      kind: 'refused',
      reason,
      instead: sdk === 'dotnet' || sdk === 'java' || sdk === 'go' ? 'curl' : `${language}-anthropic`,
    };
  }
  if (!isClaude && sdk.endsWith('-anthropic')) {
    const reason = `${order.deployment} is not a model of Anthropic`;
    return { kind: 'refused', reason, instead: `${language}-openai` };
  }
  if (sdk.endsWith('-inference') && hosts.foundry === null && hosts.serverless === null) {
    const reason = 'The resource has no *.services.ai.azure.com host, and /models exists there only';
    return { kind: 'refused', reason, instead: `${language}-openai` };
  }
  if (hosts.serverless !== null && auth === 'entra') {
    return { kind: 'refused', reason: 'A serverless endpoint is called with its key', instead: null };
  }
  const task = snippetTask(order.task);
  if (task === null) return notServed(order);
  if (sdk !== 'curl' && !TEMPLATES[sdk].tasks.includes(task)) {
    return { kind: 'refused', reason: `${sdk} has no call for ${task}`, instead: `${language}-openai` };
  }
  return null;
}

function notServed({ deployment, task, format, hosts }: SnippetOrder): SnippetAnswer {
  const isHostless = hosts.foundry === null && format === 'Anthropic';
  const reason = isHostless
    ? 'Claude needs the *.services.ai.azure.com host of a Foundry resource'
    : `No OpenAI-style call is known for ${deployment} (task ${task})`;
  return { kind: 'refused', reason, instead: null };
}

function snippetTask(task: Task): SnippetTask | null {
  return task === 'chat' || task === 'responses' || task === 'embeddings' ? task : null;
}
