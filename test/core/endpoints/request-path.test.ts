import { describe, expect, it } from 'vitest';
import { judgeRequest } from '../../../src/core/endpoints/judge-request.js';
import { predictRequest, type RequestPlan } from '../../../src/core/endpoints/request-path.js';

const R = 'https://res.services.ai.azure.com';
const O = 'https://res.openai.azure.com';
const S = 'https://n.eastus2.models.ai.azure.com';

type Row = readonly [
  story: string,
  plan: RequestPlan,
  path: string | null,
  headers: readonly string[],
  verdict: string,
  cause: string | null,
];

/** What was measured of each client against a local server, and what the endpoint answers. */
const ROWS: readonly Row[] = [
  [
    'inference, /models',
    { client: 'ai-inference', baseUrl: `${R}/models` },
    '/models/chat/completions?api-version=2024-05-01-preview',
    ['api-key', 'authorization'],
    'ok',
    null,
  ],
  [
    'inference, root',
    { client: 'ai-inference', baseUrl: R },
    '/chat/completions?api-version=2024-05-01-preview',
    ['api-key', 'authorization'],
    'wrong-path',
    'endpoint.missing-models-path',
  ],
  [
    'inference, deployment URL',
    { client: 'ai-inference', baseUrl: `${R}/openai/deployments/d` },
    '/openai/deployments/d/chat/completions?api-version=2024-05-01-preview',
    ['api-key', 'authorization'],
    'ok',
    null,
  ],
  [
    'inference, whole target URI',
    { client: 'ai-inference', baseUrl: `${R}/models/chat/completions?api-version=2024-05-01-preview` },
    '/models/chat/completions/chat/completions?api-version=2024-05-01-preview',
    ['api-key', 'authorization'],
    'wrong-path',
    'endpoint.extra-path',
  ],
  [
    'inference, Python before 1.0.0b5',
    { client: 'ai-inference', baseUrl: `${R}/models`, isBearerOnly: true },
    '/models/chat/completions?api-version=2024-05-01-preview',
    ['authorization'],
    'wrong-auth',
    'auth.wrong-header',
  ],
  [
    'inference, /info',
    { client: 'ai-inference', baseUrl: `${R}/models`, operation: 'info' },
    '/models/info?api-version=2024-05-01-preview',
    ['api-key', 'authorization'],
    'ok',
    null,
  ],
  [
    'OpenAI, /openai/v1',
    { client: 'openai', baseUrl: `${R}/openai/v1/` },
    '/openai/v1/chat/completions',
    ['authorization'],
    'ok',
    null,
  ],
  [
    'OpenAI, root',
    { client: 'openai', baseUrl: R },
    '/chat/completions',
    ['authorization'],
    'wrong-path',
    'endpoint.missing-models-path',
  ],
  [
    'OpenAI, /models',
    { client: 'openai', baseUrl: `${R}/models` },
    '/models/chat/completions',
    ['authorization'],
    'wrong-auth',
    'auth.wrong-header',
  ],
  [
    'OpenAI, deployment URL',
    { client: 'openai', baseUrl: `${R}/openai/deployments/d`, apiVersion: '2024-10-21' },
    '/openai/deployments/d/chat/completions?api-version=2024-10-21',
    ['authorization'],
    'wrong-auth',
    'auth.wrong-header',
  ],
  [
    'OpenAI, project with a key',
    { client: 'openai', baseUrl: `${R}/api/projects/p/openai/v1`, operation: 'responses' },
    '/api/projects/p/openai/v1/responses',
    ['authorization'],
    'doubtful',
    'auth.wrong-header',
  ],
  [
    'OpenAI, project with a token',
    { client: 'openai', baseUrl: `${R}/api/projects/p/openai/v1`, auth: 'entra' },
    '/api/projects/p/openai/v1/chat/completions',
    ['authorization'],
    'ok',
    null,
  ],
  [
    'AzureOpenAI, root',
    { client: 'azure-openai', baseUrl: R, apiVersion: '2024-10-21', deployment: 'd' },
    '/openai/deployments/d/chat/completions?api-version=2024-10-21',
    ['api-key'],
    'ok',
    null,
  ],
  [
    'AzureOpenAI, endpoint /openai/v1',
    { client: 'azure-openai', baseUrl: `${R}/openai/v1`, apiVersion: '2024-10-21', deployment: 'd' },
    '/openai/v1/openai/deployments/d/chat/completions?api-version=2024-10-21',
    ['api-key'],
    'wrong-path',
    'endpoint.extra-path',
  ],
  [
    'AzureOpenAI, baseURL /openai/v1',
    {
      client: 'azure-openai',
      baseUrl: `${R}/openai/v1/`,
      parameter: 'base',
      apiVersion: '2024-10-21',
      deployment: 'd',
    },
    '/openai/v1/deployments/d/chat/completions?api-version=2024-10-21',
    ['api-key'],
    'wrong-path',
    'sdk.wrong-class',
  ],
  [
    'AzureOpenAI, /models',
    { client: 'azure-openai', baseUrl: `${R}/models`, apiVersion: '2024-10-21', deployment: 'd' },
    '/models/openai/deployments/d/chat/completions?api-version=2024-10-21',
    ['api-key'],
    'wrong-path',
    'endpoint.wrong-style',
  ],
  [
    'AzureOpenAI, project',
    { client: 'azure-openai', baseUrl: `${R}/api/projects/p`, apiVersion: '2024-10-21', deployment: 'd' },
    '/api/projects/p/openai/deployments/d/chat/completions?api-version=2024-10-21',
    ['api-key'],
    'wrong-path',
    'endpoint.project-endpoint',
  ],
  [
    'AzureOpenAI, whole target URI',
    {
      client: 'azure-openai',
      baseUrl: `${O}/openai/deployments/d/chat/completions?api-version=2024-10-21`,
      deployment: 'd',
    },
    '/openai/deployments/d/chat/completions/chat/completions?api-version=2024-10-21',
    ['api-key'],
    'wrong-path',
    'endpoint.extra-path',
  ],
  [
    'AzureOpenAI, responses',
    { client: 'azure-openai', baseUrl: O, apiVersion: '2024-10-21', operation: 'responses' },
    '/openai/responses?api-version=2024-10-21',
    ['api-key'],
    'wrong-version',
    'endpoint.bad-api-version',
  ],
  [
    'AzureOpenAI, responses, newer',
    { client: 'azure-openai', baseUrl: O, apiVersion: '2025-03-01-preview', operation: 'responses' },
    '/openai/responses?api-version=2025-03-01-preview',
    ['api-key'],
    'ok',
    null,
  ],
  [
    'AzureOpenAI without api-version',
    { client: 'azure-openai', baseUrl: O },
    null,
    ['api-key'],
    'local-error',
    'endpoint.missing-api-version',
  ],
  [
    '@azure/openai 1.x',
    { client: 'azure-openai-legacy', baseUrl: O, apiVersion: '2024-03-01-preview', deployment: 'd' },
    '/openai/deployments/d/chat/completions?api-version=2024-03-01-preview',
    ['api-key'],
    'ok',
    null,
  ],
  [
    'AzureChatOpenAI',
    { client: 'langchain-azure', baseUrl: O, apiVersion: '2024-10-21', deployment: 'd' },
    '/openai/deployments/d/chat/completions?api-version=2024-10-21',
    ['api-key'],
    'ok',
    null,
  ],
  [
    '@ai-sdk/azure, resourceName',
    { client: 'vercel-azure', baseUrl: 'res', parameter: 'root', operation: 'responses' },
    '/openai/v1/responses?api-version=v1',
    ['api-key'],
    'doubtful',
    'endpoint.bad-api-version',
  ],
  [
    '@ai-sdk/azure, /openai/v1',
    { client: 'vercel-azure', baseUrl: `${R}/openai/v1`, operation: 'responses' },
    '/openai/v1/responses',
    ['api-key'],
    'ok',
    null,
  ],
  [
    '@ai-sdk/azure, /models',
    { client: 'vercel-azure', baseUrl: `${R}/models` },
    '/models/v1/chat/completions?api-version=v1',
    ['api-key'],
    'wrong-path',
    'endpoint.extra-path',
  ],
  [
    'AnthropicFoundry',
    { client: 'anthropic-foundry', baseUrl: `${R}/anthropic` },
    '/anthropic/v1/messages',
    ['x-api-key'],
    'ok',
    null,
  ],
  [
    'AnthropicFoundry, whole URI',
    { client: 'anthropic-foundry', baseUrl: `${R}/anthropic/v1/messages` },
    '/anthropic/v1/messages/v1/messages',
    ['x-api-key'],
    'wrong-path',
    'endpoint.extra-path',
  ],
  [
    'MistralAzure',
    { client: 'mistral-azure', baseUrl: R },
    '/v1/models/chat/completions',
    ['authorization'],
    'wrong-path',
    'sdk.unsupported-provider-sdk',
  ],
  [
    'Cohere',
    { client: 'cohere', baseUrl: R },
    '/v2/chat',
    ['authorization'],
    'wrong-path',
    'sdk.unsupported-provider-sdk',
  ],
  [
    'Cohere, /providers',
    { client: 'cohere', baseUrl: `${R}/providers/cohere`, operation: 'rerank' },
    '/providers/cohere/v2/rerank',
    ['authorization'],
    'wrong-auth',
    'sdk.unsupported-provider-sdk',
  ],
  [
    'AIProjectClient',
    { client: 'ai-projects', baseUrl: `${R}/api/projects/p`, auth: 'entra' },
    '/api/projects/p/openai/v1/chat/completions',
    ['authorization'],
    'ok',
    null,
  ],
  [
    'OpenAI, serverless /v1',
    { client: 'openai', baseUrl: `${S}/v1` },
    '/v1/chat/completions',
    ['authorization'],
    'ok',
    null,
  ],
  [
    'inference, serverless',
    { client: 'ai-inference', baseUrl: S },
    '/chat/completions?api-version=2024-05-01-preview',
    ['api-key', 'authorization'],
    'ok',
    null,
  ],
  [
    'inference, serverless with /models',
    { client: 'ai-inference', baseUrl: `${S}/models` },
    '/models/chat/completions?api-version=2024-05-01-preview',
    ['api-key', 'authorization'],
    'wrong-path',
    'endpoint.serverless-vs-services',
  ],
];

describe('predictRequest', () => {
  it.each(ROWS)('%s', (_story, plan, path, headers, verdict, cause) => {
    const request = predictRequest(plan);
    const sent = request.url === null ? null : request.url.slice(request.url.indexOf('/', 8));
    expect({ sent, headers: request.authHeaders, verdict: request.verdict, cause: request.cause }).toEqual({
      sent: path,
      headers,
      verdict,
      cause,
    });
    expect(request.reason).not.toBe('');
    expect(request.source).not.toBe('');
  });

  it('puts the deployment into the path as the SDKs encode it', () => {
    const { url } = predictRequest({
      client: 'azure-openai',
      baseUrl: O,
      apiVersion: '2024-10-21',
      deployment: 'dep with space',
    });
    expect(url).toContain('/deployments/dep%20with%20space/');
  });
});

describe('judgeRequest', () => {
  const sent = (
    url: string,
    header: 'api-key' | 'authorization' = 'api-key',
    auth: 'key' | 'entra' = 'key',
  ) => judgeRequest({ url, authHeaders: [header], auth });
  it.each([
    [
      'the deployment route without api-version',
      sent(`${O}/openai/deployments/d/chat/completions`),
      'endpoint.missing-api-version',
    ],
    ['/models without api-version', sent(`${R}/models/chat/completions`), 'endpoint.missing-api-version'],
    [
      'a dated api-version on v1',
      sent(`${R}/openai/v1/chat/completions?api-version=2024-10-21`),
      'endpoint.bad-api-version',
    ],
    ['/openai without /v1', sent(`${O}/openai/chat/completions`), 'endpoint.wrong-style'],
    ['/v1 without /openai', sent(`${O}/v1/chat/completions`), 'endpoint.wrong-style'],
    [
      '/models on the Azure OpenAI host',
      sent(`${O}/models/chat/completions?api-version=2024-05-01-preview`),
      'endpoint.wrong-style',
    ],
    ['chat on a project', sent(`${R}/api/projects/p/chat/completions`), 'endpoint.project-endpoint'],
    [
      'a removed host',
      sent('https://models.inference.ai.azure.com/chat/completions'),
      'endpoint.wrong-style',
    ],
    ['api-key on serverless', sent(`${S}/v1/chat/completions`), 'auth.wrong-header'],
    [
      'a token on a regional host',
      sent(
        'https://eastus.api.cognitive.microsoft.com/openai/deployments/d/chat/completions?api-version=2024-10-21',
        'authorization',
        'entra',
      ),
      'auth.custom-subdomain-required',
    ],
    [
      'an api-version with text behind it',
      sent(`${O}/openai/deployments/d?api-version=2024-02-01/chat/completions`),
      'endpoint.extra-path',
    ],
    ['a right request', sent(`${O}/openai/deployments/d/chat/completions?api-version=2024-10-21`), null],
    ['a gateway, whatever the path', sent('https://llm.contoso.com/anything/chat/completions'), null],
  ])('%s', (_story, judgement, cause) => {
    expect(judgement.cause).toBe(cause);
  });
});
