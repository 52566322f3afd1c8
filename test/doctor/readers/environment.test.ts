import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/doctor/readers/environment.js';

describe('readEnvironment', () => {
  const facts = readEnvironment({
    AZURE_OPENAI_ENDPOINT: 'https://a.openai.azure.com',
    AZURE_OPENAI_API_KEY: '0123456789abcdef0123456789abcdef',
    OPENAI_API_KEY: 'sk-abcdef0123456789',
    OPENAI_API_VERSION: '2024-10-21',
    AZURE_OPENAI_CHAT_DEPLOYMENT: 'chat',
    HTTPS_PROXY: 'http://user:hunter2hunter2@proxy.local:8080',
    NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
    HOME: '/home/tester',
    SECRET_OF_ANOTHER_PROGRAM: 'swordfish',
    AZURE_EMPTY: '',
  });

  it('looks only at what decides how a call is made', () => {
    expect(facts.environment?.map(({ value }) => value.name)).toEqual([
      'AZURE_OPENAI_API_KEY',
      'AZURE_OPENAI_CHAT_DEPLOYMENT',
      'AZURE_OPENAI_ENDPOINT',
      'HTTPS_PROXY',
      'NODE_EXTRA_CA_CERTS',
      'OPENAI_API_KEY',
      'OPENAI_API_VERSION',
    ]);
  });

  it('keeps the kind of a secret and never its value', () => {
    expect(facts.environment?.filter(({ value }) => value.isSecret).map(({ value }) => value)).toEqual([
      { name: 'AZURE_OPENAI_API_KEY', value: null, isSecret: true, secretKind: 'azure-key' },
      { name: 'OPENAI_API_KEY', value: null, isSecret: true, secretKind: 'openai-key' },
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/hunter2|swordfish|sk-abc|01234567/);
  });

  it('gives endpoint, api-version and deployment with the variable as the place', () => {
    expect(facts.endpoints).toEqual([
      {
        value: { url: 'https://a.openai.azure.com', name: 'AZURE_OPENAI_ENDPOINT' },
        where: { kind: 'environment', label: 'AZURE_OPENAI_ENDPOINT' },
      },
    ]);
    expect(facts.apiVersions?.[0]?.value).toBe('2024-10-21');
    expect(facts.deployments?.[0]).toEqual({
      value: 'chat',
      where: { kind: 'environment', label: 'AZURE_OPENAI_CHAT_DEPLOYMENT' },
    });
  });
});
