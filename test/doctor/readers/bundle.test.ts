import { describe, expect, it } from 'vitest';
import { mergeFacts } from '../../../src/doctor/merge-facts.js';
import { readBundle, writeBundle } from '../../../src/doctor/readers/bundle.js';
import { readCurl } from '../../../src/doctor/readers/curl.js';
import { readErrorText } from '../../../src/doctor/readers/error-text.js';

const FACTS = mergeFacts(
  readErrorText(
    "AZURE_OPENAI_ENDPOINT=https://a.openai.azure.com\nopenai==1.30.0\nPOST https://a.openai.azure.com/openai/v1/chat/completions\nError code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'no'}}",
    { kind: 'error-text', label: 'stdin' },
  ),
  readCurl(
    "curl https://a.openai.azure.com/openai/v1/models -H 'api-key: 0123456789abcdef0123456789abcdef'",
    { kind: 'curl', label: '--curl' },
  ),
  {
    knownDeployments: [{ name: 'chat', model: 'gpt-4o', state: 'Succeeded' }],
    account: {
      name: 'a',
      location: 'eastus',
      endpoints: { OpenAI: 'https://a.openai.azure.com/' },
      customSubdomain: 'a',
      localAuthDisabled: false,
      publicNetworkAccess: 'Enabled',
      networkDefaultAction: null,
    },
    clients: [
      {
        value: {
          className: 'AzureOpenAI',
          packageName: 'openai',
          baseUrl: 'https://a.openai.azure.com',
          baseUrlParameter: 'azure_endpoint',
          baseUrlVariable: null,
          apiVersion: null,
          apiVersionVariable: 'OPENAI_API_VERSION',
          deployment: 'chat',
          auth: 'key',
          scopes: [],
          headerNames: ['x-team'],
        },
        where: { kind: 'source', label: 'app.py:3', file: 'app.py', line: 3 },
      },
    ],
    gaps: [{ source: 'network', reason: 'offline' }],
  },
);

describe('a bundle', () => {
  it('comes back as the facts that were saved', () => {
    const reading = readBundle(JSON.parse(writeBundle(FACTS, 'aimi 0.0.0-test')));
    expect(reading).toEqual({ kind: 'facts', facts: FACTS });
  });

  it('loses a secret that got into the facts all the same', () => {
    const leaky = mergeFacts({
      deployments: [{ value: 'sk-proj-AbCdEf0123456789', where: { kind: 'flag', label: '--deployment' } }],
    });
    expect(writeBundle(leaky, 'aimi')).not.toContain('AbCdEf0123456789');
  });

  it.each([
    [
      'of a later schema',
      { kind: 'aimi-doctor', schema: 2, facts: {} },
      /its schema is 2, this aimi reads 1/,
    ],
    ['without facts', { kind: 'aimi-doctor', schema: 1 }, /facts/],
    [
      'with a fact of another type',
      { kind: 'aimi-doctor', schema: 1, facts: { ...FACTS, language: 'cobol' } },
      /^language/,
    ],
  ])('%s is refused with the reason', (_story, value, reason) => {
    expect(readBundle(JSON.parse(JSON.stringify(value)))).toEqual({
      kind: 'wrong',
      reason: expect.stringMatching(reason),
    });
  });

  it.each([[null], [7], [{ input: {} }], [[]]])('%j is none', (value) => {
    expect(readBundle(value)).toBeNull();
  });
});
