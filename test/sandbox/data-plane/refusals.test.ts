import { describe, expect, it } from 'vitest';
import type { ScenarioId } from '../../../src/sandbox/state.js';
import { ACCOUNT, at } from '../sandbox-world.js';
import {
  AZURE_AI,
  bearer,
  type Call,
  COGNITIVE,
  dataWorld,
  FOUNDRY,
  HELLO,
  JAPAN,
  KEY,
  OPENAI,
  SWEDEN,
  SWEDEN_KEY,
  said,
  withModel,
} from './data-world.js';

const CHAT = '/openai/deployments/chat/chat/completions';
const DATED = `${CHAT}?api-version=2024-10-21`;
const V1 = '/openai/v1/chat/completions';
const MODELS = '/models/chat/completions?api-version=2024-05-01-preview';
const key = { 'api-key': KEY };
const hello = { ...HELLO, model: 'chat' };

const INVALID_KEY = '401 401: Access denied due to invalid subscription key or wrong API endpoint.';
const NO_TOKEN = `401 Unauthorized. Access token is missing, invalid, audience is incorrect (${COGNITIVE}), or have expired.`;
const NOT_FOUND = '404 404: Resource not found';

type Row = readonly [name: string, host: string, path: string, call: Call, expected: string];

const rows: readonly Row[] = [
  // the route
  [
    'the bare root of an OpenAI client',
    FOUNDRY,
    '/chat/completions',
    { headers: bearerKey(), body: hello },
    NOT_FOUND,
  ],
  [
    'a path under /openai that is none',
    OPENAI,
    '/openai/chat/completions?api-version=2024-10-21',
    { headers: key, body: hello },
    NOT_FOUND,
  ],
  ['/models on the host of Azure OpenAI', OPENAI, MODELS, { headers: key, body: hello }, NOT_FOUND],
  ['v1 twice', FOUNDRY, '/openai/v1/v1/chat/completions', { headers: key, body: hello }, NOT_FOUND],
  ['AzureOpenAI over v1', OPENAI, `/openai/v1${DATED}`, { headers: key, body: hello }, NOT_FOUND],
  ['AzureOpenAI over /models', FOUNDRY, `/models${DATED}`, { headers: key, body: hello }, NOT_FOUND],
  [
    'the operation twice',
    OPENAI,
    `${CHAT}/chat/completions?api-version=2024-10-21`,
    { headers: key, body: hello },
    NOT_FOUND,
  ],
  [
    '/models/info of a resource with several models',
    FOUNDRY,
    '/models/info?api-version=2024-05-01-preview',
    { headers: key },
    NOT_FOUND,
  ],
  [
    'a host that is nobody’s',
    'contoso-a1.openai.azure.com',
    DATED,
    { headers: key, body: hello },
    "404 SandboxHostNotFound: The sandbox has no resource 'contoso-a1.openai.azure.com'",
  ],
  // the api-version
  ['no api-version on the dated route', OPENAI, CHAT, { headers: key, body: hello }, NOT_FOUND],
  [
    'an api-version that never was',
    OPENAI,
    `${CHAT}?api-version=2024-10-22`,
    { headers: key, body: hello },
    NOT_FOUND,
  ],
  [
    'a newer api-version on /models',
    FOUNDRY,
    '/models/chat/completions?api-version=2024-08-01-preview',
    { headers: key, body: hello },
    NOT_FOUND,
  ],
  [
    'no api-version on /models',
    FOUNDRY,
    '/models/chat/completions',
    { headers: key, body: hello },
    NOT_FOUND,
  ],
  [
    'a dated api-version on v1',
    FOUNDRY,
    `${V1}?api-version=2024-10-21`,
    { headers: key, body: hello },
    '400 BadRequest: API version not supported',
  ],
  [
    'responses before their time',
    OPENAI,
    '/openai/responses?api-version=2024-12-01-preview',
    { headers: key, body: { model: 'chat', input: 'x' } },
    '400 BadRequest: Azure OpenAI Responses API is enabled only for api-version 2025-03-01-preview and later',
  ],
  [
    'an o model before its time',
    OPENAI,
    '/openai/deployments/reasoning/chat/completions?api-version=2024-10-21',
    { headers: key, body: hello },
    '400 BadRequest: Model {modelName} is enabled only for api versions 2024-12-01-preview and later',
  ],
  [
    'the listing with a newer version',
    OPENAI,
    '/openai/deployments?api-version=2024-10-21',
    { headers: key },
    NOT_FOUND,
  ],
  // the key
  ['no credential', OPENAI, DATED, { body: hello }, NO_TOKEN],
  [
    'a key that is wrong',
    OPENAI,
    DATED,
    { headers: { 'api-key': 'f'.repeat(32) }, body: hello },
    INVALID_KEY,
  ],
  ['another resource’s key', FOUNDRY, V1, { headers: { 'api-key': SWEDEN_KEY }, body: hello }, INVALID_KEY],
  [
    'an openai.com key as bearer on v1',
    FOUNDRY,
    V1,
    { headers: { authorization: 'Bearer sk-proj-1' }, body: hello },
    INVALID_KEY,
  ],
  ['a key as bearer on /models', FOUNDRY, MODELS, { headers: bearerKey(), body: hello }, NO_TOKEN],
  ['a key as bearer on the dated route', OPENAI, DATED, { headers: bearerKey(), body: hello }, NO_TOKEN],
  [
    'a key where keys are disabled',
    SWEDEN,
    V1,
    { headers: { 'api-key': SWEDEN_KEY }, body: hello },
    '403 AuthenticationTypeDisabled: Key based authentication is disabled for this resource.',
  ],
  [
    'a key for the models of a project',
    FOUNDRY,
    `/api/projects/default-project${V1}`,
    { headers: key, body: hello },
    `401 Unauthorized. Access token is missing, invalid, audience is incorrect (${AZURE_AI})`,
  ],
  ['another resource’s key on the regional host', JAPAN, DATED, { headers: key, body: hello }, INVALID_KEY],
  // the token
  [
    'a token for the wrong audience',
    FOUNDRY,
    MODELS,
    { headers: bearer('https://ml.azure.com'), body: hello },
    `401 Unauthorized. Access token is missing, invalid, audience is incorrect (${COGNITIVE}/ or ${AZURE_AI}/)`,
  ],
  [
    'a token of Cognitive Services for a project',
    FOUNDRY,
    `/api/projects/default-project${V1}`,
    { headers: bearer(COGNITIVE), body: hello },
    `401 Unauthorized. Access token is missing, invalid, audience is incorrect (${AZURE_AI})`,
  ],
  [
    'an expired token',
    FOUNDRY,
    V1,
    { headers: bearer(COGNITIVE, { lifetimeSeconds: -60 }), body: hello },
    NO_TOKEN,
  ],
  [
    'a token of another tenant',
    FOUNDRY,
    V1,
    { headers: bearer(COGNITIVE, { tenantId: 'elsewhere' }), body: hello },
    '400 Tenant provided in token does not match resource token: Token tenant elsewhere does not match resource tenant.',
  ],
  [
    'a token on the regional host',
    JAPAN,
    DATED,
    { headers: bearer(COGNITIVE), body: hello },
    '400 BadRequest: Please provide a custom subdomain for token authentication',
  ],
  // the deployment and the body
  [
    'the model’s name in the path',
    OPENAI,
    '/openai/deployments/gpt-4.1-mini/chat/completions?api-version=2024-10-21',
    { headers: key, body: hello },
    '404 DeploymentNotFound: The API deployment for this resource does not exist.',
  ],
  [
    'the model’s name on v1',
    FOUNDRY,
    V1,
    { headers: key, body: { ...HELLO, model: 'gpt-4.1-mini' } },
    '404 DeploymentNotFound: The API deployment',
  ],
  [
    'the model’s name on /models',
    FOUNDRY,
    MODELS,
    { headers: key, body: { ...HELLO, model: 'gpt-4.1-mini' } },
    '400 unknown_model: Unknown model: gpt-4.1-mini',
  ],
  [
    'no model on /models',
    FOUNDRY,
    MODELS,
    { headers: key, body: HELLO },
    '400 no_model_name: No model specified in request.',
  ],
  ['no model on v1', FOUNDRY, V1, { headers: key, body: HELLO }, '400 you must provide a model parameter'],
  [
    'chat with an embedding model',
    FOUNDRY,
    V1,
    { headers: key, body: { ...HELLO, model: 'vectors' } },
    '400 OperationNotSupported: The chatCompletion operation does not work with the specified model, text-embedding-3-small.',
  ],
  [
    'responses of an embedding model',
    FOUNDRY,
    '/openai/v1/responses',
    { headers: key, body: { model: 'vectors', input: 'x' } },
    '400 unsupported_model: This model is not supported by Responses API.',
  ],
  [
    'Claude on v1',
    FOUNDRY,
    V1,
    { headers: key, body: { ...HELLO, model: 'claude' } },
    '404 api_not_supported: Requested API is currently not supported',
  ],
  [
    'GPT as a Claude',
    FOUNDRY,
    '/anthropic/v1/messages',
    { headers: { 'x-api-key': KEY }, body: hello },
    '404 api_not_supported',
  ],
  [
    'a partner model on the dated route',
    OPENAI,
    '/openai/deployments/deepseek/chat/completions?api-version=2024-10-21',
    { headers: key, body: hello },
    '404 text',
  ],
  ['an empty body', OPENAI, DATED, { headers: key, body: {} }, "400 'messages' is a required property"],
  [
    'no messages',
    OPENAI,
    DATED,
    { headers: key, body: { messages: [] } },
    "400 empty_array: Invalid 'messages': empty array.",
  ],
  [
    'max_tokens for a reasoning model',
    FOUNDRY,
    V1,
    { headers: key, body: { ...HELLO, model: 'reasoning', max_tokens: 5 } },
    "400 unsupported_parameter: Unsupported parameter: 'max_tokens'",
  ],
  [
    'messages for responses',
    FOUNDRY,
    '/openai/v1/responses',
    { headers: key, body: hello },
    "400 unsupported_parameter: Unsupported parameter: 'messages'.",
  ],
];

function bearerKey(): { readonly authorization: string } {
  return { authorization: `Bearer ${KEY}` };
}

describe('the data plane refuses, in Azure’s words,', () => {
  it.each(rows)('%s', (_, host, path, call, expected) => {
    expect(said(dataWorld().call(host, path, call)).slice(0, expected.length)).toBe(expected);
  });

  it('a model from its retirement day on', () => {
    const world = dataWorld();
    world.now = new Date('2026-10-14T00:00:00Z');
    world.state = withModel(world.state, 'chat', {
      format: 'OpenAI',
      name: 'gpt-4.1-nano',
      version: '2025-04-14',
    });
    expect(said(world.call(FOUNDRY, V1, { headers: key, body: hello }))).toMatch(
      /^400 OperationNotSupported: The chatCompletion operation does not work with the specified model, gpt-4\.1-nano/,
    );
  });

  it('a key that was regenerated, and takes the new one', () => {
    const world = dataWorld();
    const path = `${ACCOUNT}/regenerateKey`;
    const answer = world.control.send('POST', path, { keyName: 'Key1' });
    world.state = world.control.state;
    expect(said(world.call(OPENAI, DATED, { headers: key, body: hello }))).toContain(
      'invalid subscription key',
    );
    const key1 = String(at(answer.body, 'key1'));
    expect(world.call(OPENAI, DATED, { headers: { 'api-key': key1 }, body: hello }).status).toBe(200);
  });
});

describe('a scenario of the data plane', () => {
  const table: readonly (readonly [ScenarioId, Readonly<Record<string, string>>, string])[] = [
    [
      'data-role-missing',
      bearer(COGNITIVE),
      '401 PermissionDenied: Principal does not have access to API/Operation.',
    ],
    ['data-firewall', key, '403 403: Access denied due to Virtual Network/Firewall rules.'],
    ['data-private-only', key, '403 403: Public access is disabled. Please configure private endpoint.'],
    ['data-not-ready', key, '404 DeploymentNotFound'],
    ['data-rate-limited', key, '429 too_many_requests: Your requests to chat for gpt-4.1-mini in eastus2'],
    ['data-high-demand', key, '429 429: The system is currently experiencing high demand'],
    ['data-content-filter', key, '400 content_filter: The response was filtered'],
    ['data-outage', key, '500 InternalServerError: Backend returned unexpected response.'],
  ];

  it.each(table)('%s stops a call that is right otherwise', (id, headers, expected) => {
    const world = dataWorld();
    expect(world.call(FOUNDRY, V1, { headers, body: hello }).status).toBe(200);
    world.scenario(id);
    expect(said(world.call(FOUNDRY, V1, { headers, body: hello })).slice(0, expected.length)).toBe(expected);
  });

  it('data-rate-limited says when to come back and ends after its times', () => {
    const world = dataWorld();
    world.scenario('data-rate-limited', { times: 1, seconds: 7 });
    const refused = world.call(FOUNDRY, V1, { headers: key, body: hello });
    expect(refused.headers).toMatchObject({ 'retry-after': '7', 'retry-after-ms': '7000' });
    expect(world.call(FOUNDRY, V1, { headers: key, body: hello }).status).toBe(200);
  });

  it('data-role-missing leaves keys alone, and names the data action on a project', () => {
    const world = dataWorld();
    world.scenario('data-role-missing');
    expect(world.call(FOUNDRY, V1, { headers: key, body: hello }).status).toBe(200);
    const listing = '/api/projects/default-project/deployments?api-version=v1';
    expect(said(world.call(FOUNDRY, listing, { headers: bearer(AZURE_AI) }))).toContain(
      'lacks the required data action `Microsoft.CognitiveServices/accounts/AIServices/deployments/read`',
    );
  });
});
