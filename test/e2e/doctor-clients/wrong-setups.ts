import type { CauseCode } from '../../../src/core/causes/codes.js';
import { bearer, COGNITIVE, KEY, SWEDEN_KEY, withModel } from '../../sandbox/data-plane/data-world.js';
import type { Auth, Setup } from './clients.js';
import type { Change } from './started-sandbox.js';

export interface WrongSetup {
  readonly name: string;
  readonly setup: Setup;
  readonly change?: Change;
  /** The cause, then those that are right too, given what can be seen. */
  readonly causes: readonly [CauseCode, ...CauseCode[]];
  /** What is right without the list of deployments. */
  readonly unseen?: CauseCode;
}

const F = 'https://contoso-ai.services.ai.azure.com';
const O = 'https://contoso-ai.openai.azure.com';
const PROJECT = `${F}/api/projects/default-project`;
const V1 = `${O}/openai/v1/`;
const DEPLOYMENT = `${O}/openai/deployments/chat`;
const TARGET_URI = `${DEPLOYMENT}/chat/completions?api-version=2024-10-21`;

const keyAuth = (value: string): Auth => ({ kind: 'key', variable: 'AZURE_OPENAI_API_KEY', value });
const key = keyAuth(KEY);
const tokenFor = (audience: string, extra: Parameters<typeof bearer>[1] = {}): Auth => ({
  kind: 'token',
  scope: `${audience}/.default`,
  value: bearer(audience, extra).authorization.slice('Bearer '.length),
});
const ML = 'https://ml.azure.com';
const ELEVEN = Object.fromEntries(
  Array.from({ length: 11 }, (_, index) => [`x-contoso-${index + 1}`, 'search']),
);

const openai = (over: Partial<Setup> = {}): Setup => ({
  sdk: 'OpenAI',
  baseURL: V1,
  model: 'chat',
  auth: key,
  ...over,
});
/** AzureOpenAI takes an endpoint or a base URL, never both. */
const azure = (over: Partial<Setup> = {}): Setup => ({
  sdk: 'AzureOpenAI',
  ...(over.baseURL === undefined ? { endpoint: O } : {}),
  apiVersion: '2024-10-21',
  model: 'chat',
  auth: key,
  ...over,
});
const inference = (over: Partial<Setup> = {}): Setup => ({
  sdk: 'ModelClient',
  endpoint: `${F}/models`,
  model: 'chat',
  auth: key,
  ...over,
});
const everywhere = (
  name: string,
  over: Partial<Setup>,
  causes: WrongSetup['causes'],
  change?: Change,
): readonly WrongSetup[] =>
  [openai(over), azure(over), inference(over)].map((setup) => ({
    name,
    setup,
    causes,
    ...(change === undefined ? {} : { change }),
  }));

/** AzureOpenAI without a version: the field is left out, not empty. */
const { apiVersion: _, ...unversioned } = azure();

export const WRONG_SETUPS: readonly WrongSetup[] = [
  // endpoints
  { name: 'bare root', setup: openai({ baseURL: O }), causes: ['endpoint.wrong-style', 'sdk.wrong-class'] },
  { name: 'bare root', setup: inference({ endpoint: F }), causes: ['endpoint.missing-models-path'] },
  {
    name: '`/models`',
    setup: openai({ baseURL: `${F}/models` }),
    causes: ['endpoint.wrong-style', 'sdk.wrong-class', 'auth.wrong-header'],
  },
  {
    name: '`/models`',
    setup: azure({ endpoint: `${F}/models` }),
    causes: ['sdk.wrong-endpoint-for-sdk', 'endpoint.wrong-style', 'sdk.wrong-class', 'endpoint.extra-path'],
  },
  {
    name: '`/openai/v1` as endpoint',
    setup: azure({ endpoint: `${O}/openai/v1` }),
    causes: ['endpoint.extra-path', 'sdk.wrong-class', 'sdk.wrong-endpoint-for-sdk'],
  },
  {
    name: '`/openai/v1` as base URL',
    setup: azure({ baseURL: V1 }),
    causes: ['sdk.wrong-class', 'endpoint.extra-path', 'endpoint.wrong-style'],
  },
  {
    name: '`/openai/v1`',
    setup: inference({ endpoint: `${F}/openai/v1` }),
    causes: [
      'endpoint.wrong-style',
      'endpoint.bad-api-version',
      'sdk.wrong-endpoint-for-sdk',
      'sdk.wrong-class',
    ],
  },
  { name: 'full target URI', setup: openai({ baseURL: TARGET_URI }), causes: ['endpoint.extra-path'] },
  {
    name: 'full target URI',
    // With its query this works in openai 6.49: what the client appends falls into the query.
    setup: azure({ endpoint: `${DEPLOYMENT}/chat/completions` }),
    causes: ['endpoint.extra-path', 'sdk.wrong-endpoint-for-sdk'],
  },
  {
    name: 'full target URI',
    setup: inference({ endpoint: `${F}/models/chat/completions?api-version=2024-05-01-preview` }),
    causes: ['endpoint.extra-path'],
  },
  { name: 'project endpoint', setup: azure({ endpoint: PROJECT }), causes: ['endpoint.project-endpoint'] },
  {
    name: 'project endpoint',
    setup: inference({ endpoint: PROJECT }),
    causes: ['endpoint.project-endpoint'],
  },
  {
    name: 'project endpoint with a key',
    setup: openai({ baseURL: `${PROJECT}/openai/v1` }),
    causes: ['endpoint.project-endpoint', 'auth.wrong-audience', 'auth.wrong-header'],
  },
  {
    name: 'shared host of the region',
    setup: openai({ baseURL: 'https://eastus2.api.cognitive.microsoft.com/openai/v1' }),
    causes: ['endpoint.region-host'],
  },
  {
    name: 'token on the shared host of the region',
    setup: azure({ endpoint: 'https://eastus2.api.cognitive.microsoft.com', auth: tokenFor(COGNITIVE) }),
    causes: ['auth.custom-subdomain-required', 'endpoint.region-host'],
  },
  {
    name: 'resource that does not exist',
    setup: openai({ baseURL: 'https://contoso-a1.openai.azure.com/openai/v1' }),
    causes: ['endpoint.unreachable-dns'],
  },
  {
    name: 'resource that does not exist',
    setup: azure({ endpoint: 'https://contoso-a1.openai.azure.com' }),
    causes: ['endpoint.unreachable-dns'],
  },
  {
    name: 'resource that does not exist',
    setup: inference({ endpoint: 'https://contoso-a1.services.ai.azure.com/models' }),
    causes: ['endpoint.unreachable-dns'],
  },
  {
    name: 'template left in',
    setup: azure({ endpoint: 'https://<your-resource>.openai.azure.com' }),
    causes: ['endpoint.placeholder-or-malformed'],
  },
  {
    name: 'no scheme',
    setup: azure({ endpoint: 'contoso-ai.openai.azure.com' }),
    causes: ['endpoint.placeholder-or-malformed'],
  },
  // api-version
  { name: 'no api-version', setup: unversioned, causes: ['endpoint.missing-api-version'] },
  {
    name: 'no api-version, key in `api-key`',
    setup: openai({ baseURL: DEPLOYMENT, headers: { 'api-key': KEY } }),
    causes: ['endpoint.missing-api-version', 'sdk.wrong-class', 'endpoint.wrong-style'],
  },
  {
    name: 'api-version that does not exist',
    setup: azure({ apiVersion: '2024-10-22' }),
    causes: ['endpoint.bad-api-version'],
  },
  {
    name: 'newer api-version on `/models`',
    setup: inference({ apiVersion: '2024-08-01-preview' }),
    causes: ['endpoint.bad-api-version'],
  },
  {
    name: 'dated api-version on `/openai/v1`',
    setup: openai({ query: { 'api-version': '2024-10-21' } }),
    causes: ['endpoint.bad-api-version'],
  },
  {
    name: 'api-version too old for the model',
    setup: azure({ model: 'reasoning' }),
    causes: ['endpoint.bad-api-version'],
  },
  {
    name: 'api-version too old for Responses',
    setup: azure({ call: 'responses' }),
    causes: ['endpoint.bad-api-version'],
  },
  // deployments
  ...everywhere('model name instead of deployment', { model: 'gpt-4.1-mini' }, [
    'deployment.model-name-instead',
  ]).map((wrong): WrongSetup => ({ ...wrong, unseen: 'deployment.not-found' })),
  ...everywhere('deployment misspelt', { model: 'chat_' }, [
    'deployment.name-mismatch',
    'deployment.not-found',
  ]),
  ...everywhere('deployment not routable yet', {}, ['deployment.not-ready', 'deployment.not-found'], {
    scenario: 'data-not-ready',
  }),
  { name: 'no model', setup: inference({ model: '' }), causes: ['deployment.missing'] },
  ...everywhere('chat with an embedding model', { model: 'vectors' }, ['deployment.operation-unsupported']),
  {
    name: 'Claude on an OpenAI route',
    setup: openai({ model: 'claude' }),
    causes: ['deployment.operation-unsupported', 'endpoint.wrong-style', 'sdk.wrong-class'],
  },
  ...everywhere('retired model', {}, ['model.retired', 'deployment.operation-unsupported'], {
    state: (state) => withModel(state, 'chat', { format: 'OpenAI', name: 'gpt-35-turbo', version: '0125' }),
  }),
  // keys and tokens
  {
    name: 'key as Bearer',
    setup: openai({ baseURL: DEPLOYMENT, query: { 'api-version': '2024-10-21' } }),
    causes: ['auth.wrong-header', 'sdk.wrong-class', 'endpoint.wrong-style'],
  },
  ...everywhere("another resource's key", { auth: keyAuth(SWEDEN_KEY) }, [
    'auth.key-wrong-resource',
    'auth.key-invalid',
  ]),
  {
    name: 'key of api.openai.com',
    setup: openai({ auth: { kind: 'key', variable: 'OPENAI_API_KEY', value: 'sk-proj-not-an-azure-key' } }),
    causes: ['auth.key-wrong-resource', 'auth.key-invalid', 'sdk.env-var-override'],
  },
  ...everywhere('token for the wrong audience', { auth: tokenFor(ML) }, ['auth.wrong-audience']),
  {
    name: 'token of Cognitive Services in a project',
    setup: openai({ baseURL: `${PROJECT}/openai/v1`, auth: tokenFor(COGNITIVE) }),
    causes: ['auth.wrong-audience'],
  },
  ...everywhere('token that has expired', { auth: tokenFor(COGNITIVE, { lifetimeSeconds: -60 }) }, [
    'auth.token-expired',
    'auth.wrong-audience',
  ]),
  {
    name: 'token of another tenant',
    setup: azure({ auth: tokenFor(COGNITIVE, { tenantId: '00000000-0000-4000-8000-00000000000b' }) }),
    causes: ['auth.wrong-tenant'],
  },
  ...everywhere('role missing', { auth: tokenFor(COGNITIVE) }, ['auth.missing-role'], {
    scenario: 'data-role-missing',
  }),
  {
    name: 'keys disabled',
    setup: openai({
      baseURL: 'https://contoso-ai-sweden.openai.azure.com/openai/v1',
      auth: keyAuth(SWEDEN_KEY),
    }),
    causes: ['auth.local-auth-disabled'],
  },
  {
    name: 'keys disabled',
    setup: azure({ endpoint: 'https://contoso-ai-sweden.openai.azure.com', auth: keyAuth(SWEDEN_KEY) }),
    causes: ['auth.local-auth-disabled'],
  },
  {
    name: 'keys disabled',
    setup: inference({
      endpoint: 'https://contoso-ai-sweden.services.ai.azure.com/models',
      auth: keyAuth(SWEDEN_KEY),
    }),
    causes: ['auth.local-auth-disabled'],
  },
  // headers and network
  ...everywhere('eleven custom headers', { headers: ELEVEN }, ['headers.too-many']),
  ...everywhere('network rules', {}, ['network.firewall'], { scenario: 'data-firewall' }),
  ...everywhere('public access disabled', {}, ['network.firewall'], { scenario: 'data-private-only' }),
  // nothing wrong with the configuration
  {
    name: '`max_tokens` for a reasoning model',
    setup: openai({ model: 'reasoning', body: { max_tokens: 5 } }),
    causes: ['request.unsupported-parameter'],
  },
  ...everywhere('rate limit', {}, ['quota.rate-limited'], { scenario: 'data-rate-limited' }),
  ...everywhere('high demand', {}, ['quota.rate-limited', 'service.outage'], {
    scenario: 'data-high-demand',
  }),
  ...everywhere('content filter', {}, ['request.content-filter'], { scenario: 'data-content-filter' }),
  ...everywhere('outage', {}, ['service.outage'], { scenario: 'data-outage' }),
];
