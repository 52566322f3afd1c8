import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/doctor/facts.js';
import { mergeFacts } from '../../../src/doctor/merge-facts.js';
import { probeTargets, targetOf } from '../../../src/doctor/remote/target.js';

const endpoint = (url: string): Partial<Facts> => ({
  endpoints: [{ value: { url, name: null }, where: { kind: 'flag', label: '--endpoint' } }],
});

describe('a host may be probed', () => {
  it.each([
    ['https://contoso.openai.azure.com/', 'https://contoso.openai.azure.com'],
    [
      'https://contoso.openai.azure.com/openai/deployments/chat/chat/completions?api-version=x',
      'https://contoso.openai.azure.com',
    ],
    ['https://contoso.services.ai.azure.com/models', 'https://contoso.services.ai.azure.com'],
    ['https://contoso.cognitiveservices.azure.com', 'https://contoso.cognitiveservices.azure.com'],
    ['https://contoso.openai.azure.us', 'https://contoso.openai.azure.us'],
    ['HTTPS://Contoso.OpenAI.Azure.com', 'https://contoso.openai.azure.com'],
    ['http://127.0.0.1:8080/r/contoso-ai/openai/v1', 'http://127.0.0.1:8080/r/contoso-ai'],
  ])('%s', (url, root) => {
    expect(targetOf(url)?.root).toBe(root);
  });
});

describe('no key and no probe goes to', () => {
  it.each([
    ['a host that only looks like one', 'https://contoso.openai.azure.com.evil.example/'],
    ['a host that carries one in its path', 'https://evil.example/contoso.openai.azure.com'],
    ['a user name that looks like one', 'https://contoso.openai.azure.com@evil.example/'],
    ['a subdomain too many', 'https://evil.contoso.openai.azure.com/'],
    ['the suffix alone', 'https://openai.azure.com/'],
    ['a copied typo', 'https://contoso.azure.openai.com/'],
    ['plain http', 'http://contoso.openai.azure.com/'],
    ['another port', 'https://contoso.openai.azure.com:8443/'],
    ['a gateway', 'https://contoso.azure-api.net/openai'],
    ['api.openai.com', 'https://api.openai.com/v1'],
    ['a template', 'https://<resource>.openai.azure.com/'],
    ['a redaction', 'https://xxx.openai.azure.com/'],
    ['the shared host of a region', 'https://eastus.api.cognitive.microsoft.com/'],
    ['a serverless endpoint', 'https://phi.eastus2.models.ai.azure.com/'],
    ['another server on this machine', 'http://127.0.0.1:8080/openai/v1'],
    ['nothing at all', ''],
  ])('%s', (_, url) => {
    expect(targetOf(url)).toBeNull();
  });
});

describe('of several endpoints', () => {
  it('the first two resources are asked, each once', () => {
    const facts = mergeFacts(
      endpoint('https://one.openai.azure.com/'),
      endpoint('https://one.openai.azure.com/openai/v1'),
      endpoint('https://api.openai.com/v1'),
      endpoint('https://two.openai.azure.com/'),
      endpoint('https://three.openai.azure.com/'),
    );
    expect(probeTargets(facts).map(({ hostname }) => hostname)).toEqual([
      'one.openai.azure.com',
      'two.openai.azure.com',
    ]);
  });
});
