import { describe, expect, it } from 'vitest';
import type { CauseCode } from '../../../src/core/causes/codes.js';
import type { Fix } from '../../../src/doctor/diagnosis.js';
import { fixFor } from '../../../src/doctor/engine/fix/fix-for.js';
import { told } from '../facts.js';

type Row = readonly [string, CauseCode, Readonly<Record<string, unknown>>, Partial<Fix>];

const ROWS: readonly Row[] = [
  [
    'the base URL with what was missing',
    'endpoint.missing-models-path',
    {
      language: 'python',
      code: 'ChatCompletionsClient(endpoint="https://contoso.services.ai.azure.com", credential=c)',
    },
    {
      before: 'endpoint = https://contoso.services.ai.azure.com',
      after: 'endpoint = https://contoso.services.ai.azure.com/models',
    },
  ],
  [
    'another parameter where the value is right',
    'sdk.wrong-endpoint-for-sdk',
    {
      language: 'python',
      code: 'AzureOpenAI(base_url="https://contoso.openai.azure.com", api_version="2024-10-21")',
    },
    {
      before: 'base_url: https://contoso.openai.azure.com',
      after: 'azure_endpoint: https://contoso.openai.azure.com',
    },
  ],
  [
    'the api-version that the model needs',
    'endpoint.bad-api-version',
    { deployment: 'o3-mini', env: { OPENAI_API_VERSION: '2024-02-01' } },
    { before: 'api-version=2024-02-01', after: 'api-version=2024-12-01-preview' },
  ],
  [
    'the name that exists',
    'deployment.name-mismatch',
    { deployment: 'gpt-4o-mini', known_deployments: ['gpt4o-mini'] },
    { before: 'gpt-4o-mini', after: 'gpt4o-mini' },
  ],
  [
    'the command that makes the deployment',
    'deployment.not-found',
    { deployment: 'summaries', known_deployments: ['chat-prod'] },
    { command: 'aimi deploy MODEL --name summaries' },
  ],
  [
    'the command that upgrades',
    'sdk.too-old',
    {
      language: 'python',
      packages: { 'azure-ai-inference': '1.0.0b4' },
      endpoint: 'https://contoso.services.ai.azure.com/models',
    },
    { command: 'pip install --upgrade "azure-ai-inference>=1.0.0b5"' },
  ],
];

describe('fixFor', () => {
  it.each(ROWS)('gives %s', (_name, code, input, expected) => {
    const { picture, asOf } = told(input);
    expect(fixFor(code, picture, asOf)).toMatchObject(expected);
  });

  it('puts the known names into the general advice', () => {
    const { picture, asOf } = told({ endpoint: 'https://contoso.openai.azure.com' });
    const fix = fixFor('auth.key-invalid', picture, asOf);
    expect(`${fix.text} ${fix.command ?? ''}`).toContain('contoso');
  });
});
