import { describe, expect, it } from 'vitest';
import type { DerivedSignalId } from '../../../src/doctor/signals/derived-table.js';
import { told } from '../facts.js';

type Row = readonly [DerivedSignalId, string, Readonly<Record<string, unknown>>];

const AOAI = 'https://contoso.openai.azure.com';
const ROWS: readonly Row[] = [
  ['base-root', 'the bare resource', { endpoint: AOAI }],
  ['base-openai-folder', 'a base that ends in /openai', { endpoint: `${AOAI}/openai` }],
  ['base-models', 'the model inference route', { endpoint: 'https://contoso.services.ai.azure.com/models' }],
  ['base-v1', 'the v1 route', { endpoint: `${AOAI}/openai/v1/` }],
  ['base-project', 'a project', { endpoint: 'https://contoso.services.ai.azure.com/api/projects/p' }],
  ['base-deployment', 'a deployment path', { endpoint: `${AOAI}/openai/deployments/d` }],
  ['base-serverless', 'a serverless host', { endpoint: 'https://x.eastus.models.ai.azure.com' }],
  ['base-regional', 'a regional host', { endpoint: 'https://eastus.api.cognitive.microsoft.com' }],
  ['base-openai-com', 'api.openai.com', { endpoint: 'https://api.openai.com/v1' }],
  ['base-gateway', 'an API Management host', { endpoint: 'https://contoso.azure-api.net/openai' }],
  [
    'base-operation',
    'an operation in the base',
    { endpoint: `${AOAI}/openai/deployments/d/chat/completions` },
  ],
  [
    'base-query',
    'a query in the base',
    { endpoint: `${AOAI}/openai/deployments/d/chat/completions?api-version=2024-10-21` },
  ],
  ['base-malformed', 'a base without scheme', { endpoint: 'contoso.openai.azure.com' }],
  [
    'request-no-version',
    'a dated request without api-version',
    { error_text: `POST ${AOAI}/openai/deployments/d/chat/completions 404` },
  ],
  [
    'request-no-deployment',
    'a dated request without deployment',
    { error_text: `POST ${AOAI}/openai/chat/completions?api-version=2024-10-21 404` },
  ],
  [
    'request-outside-openai',
    'a request to /deployments',
    { error_text: `POST ${AOAI}/deployments/d/chat/completions 404` },
  ],
  [
    'request-bare-operation',
    'a request right below the host',
    { error_text: `POST ${AOAI}/chat/completions 404` },
  ],
  [
    'request-dated-ok',
    'a well formed dated request',
    { error_text: `POST ${AOAI}/openai/deployments/d/chat/completions?api-version=2024-10-21 404` },
  ],
  ['version-malformed', 'a model version', { env: { OPENAI_API_VERSION: '0613' } }],
  ['version-unknown', 'a day that is no version', { env: { OPENAI_API_VERSION: '2024-11-11' } }],
  [
    'version-too-old',
    'a version before the model',
    { deployment: 'o3-mini', env: { OPENAI_API_VERSION: '2024-02-01' } },
  ],
  ['version-on-v1', 'a dated version on v1', { endpoint: `${AOAI}/openai/v1?api-version=2024-10-21` }],
  ['deployment-listed', 'a name that exists', { deployment: 'a-chat', known_deployments: ['a-chat'] }],
  ['deployment-case', 'another letter case', { deployment: 'A-Chat', known_deployments: ['a-chat'] }],
  [
    'deployment-close',
    'other punctuation',
    { deployment: 'gpt-35-turbo', known_deployments: ['gpt35turbo'] },
  ],
  [
    'deployment-close',
    'a word before the name',
    { deployment: 'gpt-o3-mini', known_deployments: ['o3-mini'] },
  ],
  ['deployment-unlisted', 'no such name', { deployment: 'summaries', known_deployments: ['a-chat'] }],
  [
    'deployment-related',
    'a name made of the model',
    { deployment: 'gpt-4', known_deployments: ['gpt-4-for-dev'] },
  ],
  ['deployment-is-model', 'a model name', { deployment: 'gpt-4o' }],
  ['deployment-dotted', 'a dot', { deployment: 'gpt-3.5-turbo' }],
  ['deployment-is-resource', 'the name of the resource', { endpoint: AOAI, deployment: 'contoso' }],
  ['deployment-is-path', 'a registry id', { deployment: 'azureml://registries/azure-openai/models/o3-mini' }],
  ['model-retired-known', 'a retired family', { deployment: 'text-davinci-003' }],
  ['responses-only-model', 'a Responses model', { deployment: 'gpt-5-codex' }],
  [
    'sdk-below-minimum',
    'a release that sends Bearer',
    {
      language: 'python',
      packages: { 'azure-ai-inference': '1.0.0b4' },
      endpoint: 'https://contoso.services.ai.azure.com/models',
    },
  ],
  ['legacy-openai', 'openai 0.x', { language: 'python', packages: { openai: '0.28.1' } }],
  ['maker-package', 'a maker SDK', { language: 'python', packages: { cohere: '5.0.0' } }],
  ['app-version-only', 'an application alone', { language: 'js', packages: { 'some-app': '1.2.3' } }],
  [
    'both-bases-set',
    'two bases',
    { env: { OPENAI_BASE_URL: 'https://a.example', AZURE_OPENAI_ENDPOINT: AOAI } },
  ],
  ['both-keys-set', 'two keys', { env: { OPENAI_API_KEY: '****', AZURE_OPENAI_API_KEY: '****' } }],
  ['variable-unusual', 'a name nobody reads', { env: { AZURE_OPENAI_KEY: '****' } }],
  [
    'variable-old-release',
    'a name of openai 0.x',
    { env: { OPENAI_API_BASE: AOAI }, packages: { openai: '1.2.0' }, language: 'python' },
  ],
  ['key-is-openai', 'a key of api.openai.com', { env: { AZURE_OPENAI_API_KEY: 'sk-abcdefghijklmnop' } }],
  ['key-is-token', 'a token in api-key', { headers: { 'api-key': '<access token>' } }],
  ['bearer-key', 'a key as Bearer', { headers: { Authorization: 'Bearer {key}' } }],
  [
    'headers-over-limit',
    'eleven custom headers',
    { headers: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`x-own-${at}`, 'v'])) },
  ],
  ['header-over-size', 'a header of 8200 bytes', { headers: { 'x-own': 'v'.repeat(8200) } }],
  [
    'scope-default-inference',
    'Entra without a scope',
    {
      language: 'python',
      code: 'ChatCompletionsClient(endpoint="https://contoso.services.ai.azure.com/models", credential=DefaultAzureCredential())',
    },
  ],
  [
    'predicts-wrong-style',
    'the plain client on a root',
    { language: 'js', code: 'new OpenAI({ baseURL: "https://contoso.openai.azure.com", apiKey })' },
  ],
  [
    'predicts-missing-models-path',
    'the inference client on a root',
    {
      language: 'python',
      code: 'ChatCompletionsClient(endpoint="https://contoso.services.ai.azure.com", credential=AzureKeyCredential(k))',
    },
  ],
  ['only-message', 'a message alone', { error_text: '404 Resource not found' }],
];

describe('derived signals', () => {
  it.each(ROWS)('%s is seen in %s, with a sentence', (id, _name, input) => {
    expect(told(input).signals.get(id)?.[0]?.text).toMatch(/.{8}/);
  });

  it.each<readonly [DerivedSignalId, Readonly<Record<string, unknown>>]>([
    ['base-operation', { endpoint: AOAI }],
    ['base-malformed', { endpoint: `${AOAI}/` }],
    ['base-root', { endpoint: `${AOAI}/openai/v1` }],
    ['deployment-close', { deployment: 'chat', known_deployments: ['chat-dev'] }],
    ['deployment-close', { deployment: 'gpt-4', known_deployments: ['gpt-35'] }],
    [
      'deployment-close',
      { deployment: 'text-embedding-3-small', known_deployments: ['text-embedding-3-large'] },
    ],
    ['version-on-v1', { endpoint: `${AOAI}/openai/v1`, env: {} }],
    ['variable-unusual', { env: { AZURE_OPENAI_ENDPOINT: AOAI, AZURE_OPENAI_API_KEY: '****' } }],
    [
      'variable-old-release',
      {
        env: { OPENAI_API_BASE: AOAI },
        packages: { openai: '1.2.0', langchain: '0.1.0' },
        language: 'python',
      },
    ],
    [
      'variable-old-release',
      { env: { OPENAI_API_BASE: AOAI }, packages: { openai: '0.28.1' }, language: 'python' },
    ],
    ['request-no-version', { error_text: `POST ${AOAI}/openai/v1/chat/completions 404` }],
    ['bearer-key', { headers: { Authorization: 'Bearer {key}', 'api-key': '***' } }],
    ['key-is-openai', { env: { AZURE_OPENAI_API_KEY: '0123456789abcdef0123456789abcdef' } }],
  ])('%s is not seen in %j', (id, input) => {
    expect(told(input).signals.has(id)).toBe(false);
  });

  it('does not take the call that works for the one that fails', () => {
    const { signals } = told({
      error_text: `POST ${AOAI}/openai/deployments/d/chat/completions?api-version=2024-10-21 -> 404\nCorrect: POST ${AOAI}/openai/v1/chat/completions -> 200`,
    });
    expect([signals.has('request-dated-ok'), signals.has('request-v1')]).toEqual([true, false]);
  });
});
