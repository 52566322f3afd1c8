import type { Agent } from 'node:https';
import { AzureKeyCredential } from '@azure/core-auth';
import ModelClient, { isUnexpected } from '@azure-rest/ai-inference';
import OpenAI, { AzureOpenAI } from 'openai';

/** One configuration of one client: what runs is built from it, and so is the code that the doctor reads. */
export interface Setup {
  readonly sdk: 'OpenAI' | 'AzureOpenAI' | 'ModelClient';
  /** `baseURL` and `endpoint` of the openai package; the inference client has one endpoint. */
  readonly baseURL?: string;
  readonly endpoint?: string;
  readonly apiVersion?: string;
  readonly model: string;
  readonly call?: 'chat' | 'embeddings' | 'responses';
  readonly auth: Auth;
  readonly headers?: Readonly<Record<string, string>>;
  /** `defaultQuery` of the openai package. */
  readonly query?: Readonly<Record<string, string>>;
  /** More of the body. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export type Auth =
  | { readonly kind: 'key'; readonly variable: string; readonly value: string }
  | { readonly kind: 'token'; readonly scope: string; readonly value: string };

/** How the hosts are reached; absent: as they are written. */
export interface Way {
  readonly agent: Agent;
  readonly fetch: typeof fetch;
}

const MESSAGES = [{ role: 'user' as const, content: 'Say hello.' }];

/** Makes the one call of a setup; resolves to what came back, rejects as the client does. */
export async function callClient(setup: Setup, way?: Way): Promise<unknown> {
  return setup.sdk === 'ModelClient' ? callInference(setup, way) : callOpenAI(openClient(setup, way), setup);
}

export function openClient(setup: Setup, way?: Way): OpenAI {
  const { auth } = setup;
  const shared = {
    maxRetries: 0,
    defaultHeaders: { ...setup.headers },
    defaultQuery: { ...setup.query },
    ...(way === undefined ? {} : { fetch: way.fetch }),
    ...(setup.baseURL === undefined ? {} : { baseURL: setup.baseURL }),
  };
  const token = (): Promise<string> => Promise.resolve(auth.value);
  if (setup.sdk === 'OpenAI') {
    return new OpenAI({ ...shared, apiKey: auth.kind === 'key' ? auth.value : token });
  }
  return new AzureOpenAI({
    ...shared,
    ...(setup.endpoint === undefined ? {} : { endpoint: setup.endpoint }),
    ...(setup.apiVersion === undefined ? {} : { apiVersion: setup.apiVersion }),
    ...(auth.kind === 'key' ? { apiKey: auth.value } : { azureADTokenProvider: token }),
  });
}

function callOpenAI(client: OpenAI, { call, model, body }: Setup): Promise<unknown> {
  if (call === 'embeddings') return client.embeddings.create({ model, input: ['hello'] });
  if (call === 'responses') return client.responses.create({ model, input: 'Say hello.' });
  return client.chat.completions.create({ model, messages: MESSAGES, ...body });
}

async function callInference(setup: Setup, way?: Way): Promise<unknown> {
  const { auth, endpoint = '', headers = {} } = setup;
  const options = {
    retryOptions: { maxRetries: 0 },
    ...(setup.apiVersion === undefined ? {} : { apiVersion: setup.apiVersion }),
  };
  const client =
    auth.kind === 'key'
      ? ModelClient(endpoint, new AzureKeyCredential(auth.value), options)
      : ModelClient(
          endpoint,
          {
            getToken: () =>
              Promise.resolve({ token: auth.value, expiresOnTimestamp: Date.now() + 3_600_000 }),
          },
          { ...options, credentials: { scopes: [auth.scope] } },
        );
  if (way !== undefined) {
    client.pipeline.addPolicy({
      name: 'azure-hosts',
      sendRequest(request, next) {
        request.agent = way.agent;
        return next(request);
      },
    });
  }
  const body = { ...(setup.model === '' ? {} : { model: setup.model }), ...setup.body };
  if (setup.call === 'embeddings') {
    const response = await client.path('/embeddings').post({ body: { ...body, input: ['hello'] }, headers });
    if (isUnexpected(response)) throw refusalOf(response);
    return response.body;
  }
  const response = await client
    .path('/chat/completions')
    .post({ body: { ...body, messages: MESSAGES }, headers });
  if (isUnexpected(response)) throw refusalOf(response);
  return response.body;
}

/** The package leaves it to the caller to throw; its samples throw `response.body.error`. */
function refusalOf({ status, body }: { readonly status: string; readonly body: unknown }): Error {
  const text = typeof body === 'object' && body !== null ? JSON.stringify(body) : String(body);
  return new Error(`Unexpected status code: ${status}\n${text}`);
}

/** The TypeScript file that a user with this setup would have. */
export function codeOf(setup: Setup): string {
  const { auth } = setup;
  const options = [
    ...(setup.baseURL === undefined ? [] : [`  baseURL: '${setup.baseURL}',`]),
    ...(setup.endpoint === undefined || setup.sdk === 'ModelClient'
      ? []
      : [`  endpoint: '${setup.endpoint}',`]),
    ...(setup.apiVersion === undefined ? [] : [`  apiVersion: '${setup.apiVersion}',`]),
    ...(setup.query === undefined ? [] : [`  defaultQuery: ${JSON.stringify(setup.query)},`]),
    ...(setup.headers === undefined || setup.sdk === 'ModelClient'
      ? []
      : [
          '  defaultHeaders: {',
          ...Object.entries(setup.headers).map(([name, value]) => `    '${name}': '${value}',`),
          '  },',
        ]),
  ];
  const lines = setup.sdk === 'ModelClient' ? inferenceCode(setup, options) : openaiCode(setup, options);
  const identity =
    auth.kind === 'token'
      ? ["import { DefaultAzureCredential, getBearerTokenProvider } from '@azure/identity';"]
      : [];
  return [...identity, ...lines, ''].join('\n');
}

function openaiCode({ sdk, auth, call, model, body }: Setup, options: readonly string[]): readonly string[] {
  const secret =
    auth.kind === 'key'
      ? `  apiKey: process.env.${auth.variable},`
      : `  ${sdk === 'OpenAI' ? 'apiKey' : 'azureADTokenProvider'}: getBearerTokenProvider(new DefaultAzureCredential(), '${auth.scope}'),`;
  const extra = Object.entries(body ?? {}).map(([name, value]) => `, ${name}: ${JSON.stringify(value)}`);
  const calls = {
    chat: `await client.chat.completions.create({ model: '${model}', messages${extra.join('')} });`,
    embeddings: `await client.embeddings.create({ model: '${model}', input: ['hello'] });`,
    responses: `await client.responses.create({ model: '${model}', input: 'Say hello.' });`,
  };
  return [
    sdk === 'OpenAI' ? "import OpenAI from 'openai';" : "import { AzureOpenAI } from 'openai';",
    '',
    `const client = new ${sdk}({`,
    ...options,
    secret,
    '});',
    calls[call ?? 'chat'],
  ];
}

function inferenceCode(setup: Setup, options: readonly string[]): readonly string[] {
  const { auth, endpoint = '' } = setup;
  const inner =
    auth.kind === 'token' ? [...options, `  credentials: { scopes: ['${auth.scope}'] },`] : options;
  const credential =
    auth.kind === 'key'
      ? `new AzureKeyCredential(process.env.${auth.variable})`
      : 'new DefaultAzureCredential()';
  const path = setup.call === 'embeddings' ? '/embeddings' : '/chat/completions';
  return [
    "import ModelClient from '@azure-rest/ai-inference';",
    "import { AzureKeyCredential } from '@azure/core-auth';",
    '',
    `const client = ModelClient('${endpoint}', ${credential}${inner.length === 0 ? '' : ', {'}`,
    ...inner,
    ...(inner.length === 0 ? [');'] : ['});']),
    `const response = await client.path('${path}').post({`,
    `  body: { ${setup.model === '' ? '' : `model: '${setup.model}', `}messages },`,
    ...(setup.headers === undefined
      ? []
      : [
          '  headers: {',
          ...Object.entries(setup.headers).map(([name, value]) => `    '${name}': '${value}',`),
          '  },',
        ]),
    '});',
  ];
}
