import { describe, expect, it } from 'vitest';
import { parseSdk, readFlags } from '../../../src/doctor/readers/flags.js';

describe('parseSdk', () => {
  it.each([
    ['azure-ai-inference@1.0.0b4', 'pypi', 'azure-ai-inference', '1.0.0b4', null],
    ['Azure_AI_Inference==1.0.0b4', 'pypi', 'azure-ai-inference', '1.0.0b4', null],
    ['@azure-rest/ai-inference@1.0.0-beta.6', 'npm', '@azure-rest/ai-inference', '1.0.0-beta.6', null],
    ['@ai-sdk/azure', 'npm', '@ai-sdk/azure', null, null],
    ['Azure.AI.OpenAI@2.1.0', 'nuget', 'Azure.AI.OpenAI', '2.1.0', null],
    [
      'com.azure:azure-ai-inference@1.0.0-beta.3',
      'maven',
      'com.azure:azure-ai-inference',
      '1.0.0-beta.3',
      null,
    ],
    ['github.com/openai/openai-go/v3@v3.1.0', 'go', 'github.com/openai/openai-go/v3', '3.1.0', null],
    ['openai@1.30.0', 'pypi', 'openai', '1.30.0', null],
    ['openai@4.41.0', 'npm', 'openai', '4.41.0', null],
    ['npm:openai@^6', 'npm', 'openai', null, '^6'],
    ['openai>=1.0,<2', 'pypi', 'openai', null, '>=1.0,<2'],
    ['my-own-client@1', 'other', 'my-own-client', '1', null],
  ] as const)('%s', (text, ecosystem, name, version, range) => {
    expect(parseSdk(text)).toEqual({ ecosystem, name, version, range });
  });

  it.each(['', '@', '1', 'a b c d', 'x@@'])('refuses %j', (text) => {
    expect(parseSdk(text)).toBeNull();
  });
});

describe('readFlags', () => {
  it('takes deployment and api-version out of the address too', () => {
    const facts = readFlags({
      endpoint:
        'https://a.openai.azure.com/openai/deployments/chat?api-version=2024-10-21&api-key=abcdef0123456789',
      deployment: null,
      apiVersion: null,
      sdks: [],
      headers: [],
    });
    expect(facts.endpoints?.[0]).toEqual({
      value: {
        url: 'https://a.openai.azure.com/openai/deployments/chat?api-version=2024-10-21&api-key=***',
        name: null,
      },
      where: { kind: 'flag', label: '--endpoint' },
    });
    expect(facts.deployments?.[0]?.value).toBe('chat');
    expect(facts.apiVersions?.[0]?.value).toBe('2024-10-21');
  });
});
