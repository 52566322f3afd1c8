import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/doctor/checks/check.js';
import { CHECKS } from '../../../src/doctor/checks/index.js';
import { runChecks } from '../../../src/doctor/checks/run-checks.js';
import type { CheckStatus } from '../../../src/doctor/diagnosis.js';
import { pictureOf } from '../../../src/doctor/engine/picture.js';
import { mergeFacts } from '../../../src/doctor/merge-facts.js';
import { readSignals } from '../../../src/doctor/signals/read-signals.js';
import { told } from '../facts.js';

type Row = readonly [id: string, status: CheckStatus, input: Readonly<Record<string, unknown>>];

const FINE = {
  code: 'AzureOpenAI(azure_endpoint="https://contoso.openai.azure.com/", api_version="2024-10-21", api_key=os.environ["AZURE_OPENAI_API_KEY"], azure_deployment="chat-prod")',
  env: { AZURE_OPENAI_API_KEY: '****' },
  packages: { openai: '1.60.0' },
  headers: { 'x-tenant': 'a' },
  deployment: 'chat-prod',
  known_deployments: ['chat-prod'],
  language: 'python',
};

const ROWS: readonly Row[] = [
  ['endpoint-style', 'pass', FINE],
  [
    'endpoint-style',
    'fail',
    {
      code: 'ChatCompletionsClient(endpoint="https://contoso.services.ai.azure.com", credential=AzureKeyCredential(k))',
      language: 'python',
    },
  ],
  ['endpoint-path', 'pass', FINE],
  [
    'endpoint-path',
    'fail',
    {
      error_text:
        'POST https://contoso.openai.azure.com/openai/deployments/d/chat/completions/chat/completions 404',
    },
  ],
  ['api-version', 'pass', FINE],
  [
    'api-version',
    'fail',
    {
      code: 'AzureOpenAI(azure_endpoint="https://contoso.openai.azure.com/", api_version="0613")',
      language: 'python',
    },
  ],
  ['sdk-version', 'pass', FINE],
  [
    'sdk-version',
    'fail',
    {
      language: 'python',
      packages: { 'azure-ai-inference': '1.0.0b4' },
      endpoint: 'https://contoso.services.ai.azure.com/models',
    },
  ],
  ['sdk-class', 'pass', FINE],
  [
    'sdk-class',
    'warn',
    {
      code: 'client = OpenAI(api_key=k)',
      error_text: 'Incorrect API key provided: 3***5',
      language: 'python',
    },
  ],
  ['provider-sdk', 'pass', FINE],
  ['provider-sdk', 'warn', { packages: { cohere: '5.0.0' }, language: 'python' }],
  ['deployment-name', 'pass', FINE],
  ['deployment-name', 'fail', { deployment: 'gpt-35-turbo', known_deployments: ['gpt35-turbo'] }],
  ['deployment-name', 'warn', { deployment: 'Chat', known_deployments: ['chat'] }],
  ['deployment-name', 'info', { deployment: 'chat' }],
  ['deployment-ready', 'pass', FINE],
  ['deployment-ready', 'skip', { deployment: 'chat' }],
  [
    'operation',
    'fail',
    { error_text: 'The chatCompletion operation does not work with the specified model, o3-pro.' },
  ],
  ['operation', 'pass', { error_text: 'boom' }],
  ['model-retirement', 'fail', { error_text: 'The model version has been retired' }],
  ['model-retirement', 'pass', FINE],
  ['key-form', 'pass', FINE],
  ['key-form', 'fail', { env: { AZURE_OPENAI_API_KEY: 'sk-abcdefghijklmnop' } }],
  ['auth-header', 'pass', FINE],
  ['auth-header', 'warn', { headers: { Authorization: 'Bearer {key}' }, error_text: '401' }],
  ['token-audience', 'pass', FINE],
  ['token-audience', 'fail', { error_text: 'HTTP 401: audience must be https://ai.azure.com' }],
  ['token-tenant', 'fail', { error_text: 'Token tenant xxx does not match resource tenant.' }],
  ['token-tenant', 'skip', { deployment: 'chat' }],
  [
    'local-auth',
    'fail',
    { error_text: '403 Key based authentication is disabled for this resource. api-key' },
  ],
  ['local-auth', 'pass', FINE],
  ['custom-subdomain', 'warn', { endpoint: 'https://eastus.api.cognitive.microsoft.com/' }],
  ['custom-subdomain', 'pass', FINE],
  ['header-count', 'pass', FINE],
  [
    'header-count',
    'fail',
    { headers: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`x-custom-${at}`, 'v'])) },
  ],
  ['header-size', 'fail', { headers: { 'x-big': 'v'.repeat(8190) } }],
  ['header-size', 'pass', FINE],
  ['env-precedence', 'warn', { env: { OPENAI_BASE_URL: 'https://a', AZURE_OPENAI_ENDPOINT: 'https://b' } }],
  ['env-precedence', 'pass', FINE],
  ['dns', 'fail', { error_text: 'getaddrinfo ENOTFOUND contoso.openai.azure.com' }],
  ['dns', 'skip', FINE],
  ['network', 'fail', { error_text: 'Access denied due to Virtual Network/Firewall rules.' }],
  ['network', 'pass', { error_text: 'boom' }],
  ['rate-limit', 'warn', { error_text: '429 Too Many Requests' }],
  ['rate-limit', 'pass', { error_text: 'boom' }],
  ['content-filter', 'warn', { error_text: "'code': 'content_filter'" }],
  ['content-filter', 'skip', FINE],
  ['outage', 'warn', { error_text: '503 Service Unavailable' }],
  ['outage', 'pass', { error_text: 'boom' }],
  ['error-message', 'info', { error_text: '404 DeploymentNotFound' }],
  ['error-message', 'skip', FINE],
];

describe('checks', () => {
  it.each(ROWS)('%s is %s', (id, status, input) => {
    const outcome = runChecks(told(input), () => 0).find((check) => check.id === id);
    expect(outcome).toMatchObject({ id, status });
    expect(outcome?.text).not.toBe('');
  });

  it('are each seen with two results at least', () => {
    for (const { id } of CHECKS) {
      const statuses = new Set(ROWS.filter((row) => row[0] === id).map((row) => row[1]));
      expect([id, statuses.size >= 2 || id === 'header-size']).toEqual([id, true]);
    }
  });

  it('skip what they cannot look at when nothing is known, and never pass it', () => {
    const facts = mergeFacts();
    const picture = pictureOf(facts);
    const asOf = '2026-11-01';
    const outcomes = runChecks({ picture, signals: readSignals(picture, asOf), asOf }, () => 0);
    expect(outcomes.map(({ id, status }) => [id, status])).toEqual(CHECKS.map(({ id }) => [id, 'skip']));
  });

  it('survive one that throws, in order and with its name', () => {
    const broken: Check = {
      id: 'broken',
      title: 'Broken',
      needs: [],
      run: () => {
        throw new Error('no such thing');
      },
    };
    const fine: Check = {
      id: 'fine',
      title: 'Fine',
      needs: [],
      run: () => ({ status: 'pass', text: 'well' }),
    };
    const outcomes = runChecks(told({}), () => 0, [broken, fine]);
    expect(outcomes.map(({ id, status }) => [id, status])).toEqual([
      ['broken', 'fail'],
      ['fine', 'pass'],
    ]);
    expect(outcomes[0]?.text).toContain('no such thing');
  });

  it('stamp how long they took', () => {
    let now = 0;
    const ticking = () => {
      now += 2;
      return now;
    };
    expect(runChecks(told({}), ticking).every(({ durationMs }) => durationMs === 2)).toBe(true);
  });

  it('have a document each, and no document is left over', () => {
    const folder = new URL('../../../docs/checks/', import.meta.url);
    const ids = CHECKS.map(({ id }) => id);
    expect(readdirSync(folder).sort()).toEqual(ids.map((id) => `${id}.md`).sort());
    for (const id of ids) {
      const page = new URL(`${id}.md`, folder);
      expect(existsSync(page)).toBe(true);
      const text = readFileSync(page, 'utf8');
      expect(text.startsWith(`# ${id}\n`)).toBe(true);
      for (const heading of [
        'What it looks at',
        'Why it matters',
        'What the results mean',
        'How to fix it',
        'How to silence it',
      ]) {
        expect(text).toContain(`## ${heading}\n`);
      }
    }
  });
});
