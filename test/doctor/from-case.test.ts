import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/doctor/engine/diagnose.js';
import { factsFromCase } from '../../src/doctor/from-case.js';

describe('factsFromCase', () => {
  it('maps each field of a report to facts with the place they came from', () => {
    const facts = factsFromCase({
      error_text: '404 Resource not found',
      endpoint: 'https://contoso.openai.azure.com/',
      env: { AZURE_OPENAI_API_KEY: '****', OPENAI_API_VERSION: '2024-02-01' },
      code: 'client = AzureOpenAI(azure_endpoint="https://contoso.openai.azure.com/")',
      language: 'python',
      packages: { OpenAI: '1.13.3', langchain_openai: '<0.2' },
      deployment: 'chat',
      known_deployments: ['chat-prod'],
      headers: { Authorization: 'Bearer {key}' },
    });
    expect(facts.language).toBe('python');
    expect(facts.endpoints[0]?.value.url).toBe('https://contoso.openai.azure.com/');
    expect(facts.deployments[0]?.value).toBe('chat');
    expect(facts.knownDeployments?.map(({ name }) => name)).toEqual(['chat-prod']);
    expect(facts.packages.map(({ value }) => [value.name, value.version, value.range])).toEqual([
      ['openai', '1.13.3', null],
      ['langchain-openai', null, '<0.2'],
    ]);
    expect(facts.environment.find(({ value }) => value.name === 'AZURE_OPENAI_API_KEY')?.value).toMatchObject(
      {
        value: null,
        isSecret: true,
      },
    );
    expect(facts.headers[0]?.value).toMatchObject({
      name: 'Authorization',
      scheme: 'Bearer',
      valueBytes: null,
    });
    expect(facts.clients.some(({ value }) => value.className === 'AzureOpenAI')).toBe(true);
    expect(facts.texts.map(({ where }) => where.kind)).toEqual(['error-text', 'source']);
  });

  it('says so when the report is not an object', () => {
    expect(factsFromCase('404').gaps).toEqual([{ source: 'report', reason: 'it is not an object' }]);
  });

  it('keeps the words that describe a secret and loses the secret', () => {
    const { texts } = factsFromCase({
      code: 'AzureOpenAI(api_key=<Entra access token>)\nother(api_key="Zk3mQ9pL7xT2vB8n")',
    });
    expect(texts[0]?.value).toContain('<Entra access token>');
    expect(texts[0]?.value).not.toContain('Zk3mQ9pL7xT2vB8n');
  });

  it('takes any value for any field without throwing, and so does the diagnosis', () => {
    const field = fc.oneof(fc.string(), fc.anything());
    const report = fc.record({
      error_text: field,
      endpoint: field,
      env: field,
      code: field,
      language: field,
      packages: field,
      deployment: field,
      known_deployments: field,
      headers: field,
    });
    fc.assert(
      fc.property(report, (input) => {
        expect(diagnose(factsFromCase(input)).schema).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});
