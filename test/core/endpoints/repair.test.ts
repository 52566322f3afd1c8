import { describe, expect, it } from 'vitest';
import { classifyEndpoint } from '../../../src/core/endpoints/classify.js';
import { repairFor } from '../../../src/core/endpoints/repair.js';
import { predictRequest } from '../../../src/core/endpoints/request-path.js';
import type { ClientKind } from '../../../src/core/sdk/types.js';

const FOUNDRY = 'https://res.services.ai.azure.com';
const OPENAI = 'https://res.openai.azure.com';

const REPAIRS: readonly (readonly [given: string, client: ClientKind, mended: string])[] = [
  // endpoints and their usual slips, one for each row of the documentation's list
  [`${FOUNDRY}/model`, 'ai-inference', `${FOUNDRY}/models`],
  [FOUNDRY, 'ai-inference', `${FOUNDRY}/models`],
  [`${FOUNDRY}/models/chat/completions?api-version=2024-05-01-preview`, 'ai-inference', `${FOUNDRY}/models`],
  [`${OPENAI}/openai/deployments/d/chat/completions?api-version=2024-10-21`, 'azure-openai', `${OPENAI}/`],
  [`${OPENAI}/openai/v1`, 'azure-openai', `${OPENAI}/`],
  [`${FOUNDRY}/models`, 'azure-openai', `${FOUNDRY}/`],
  [`${FOUNDRY}/api/projects/p`, 'azure-openai', `${FOUNDRY}/`],
  [OPENAI, 'openai', `${OPENAI}/openai/v1/`],
  [`${OPENAI}/openai`, 'openai', `${OPENAI}/openai/v1/`],
  [`${OPENAI}/openai/v1/v1`, 'openai', `${OPENAI}/openai/v1/`],
  [`${OPENAI}/openai/v1/chat/completions`, 'openai', `${OPENAI}/openai/v1/`],
  [`${FOUNDRY}/anthropic/v1/messages`, 'anthropic-foundry', `${FOUNDRY}/anthropic`],
  ['https://example.azure.openai.com', 'openai', 'https://example.openai.azure.com/openai/v1/'],
  ['res.openai.azure.com', 'azure-openai', `${OPENAI}/`],
  ['contoso-ai', 'azure-openai', 'https://contoso-ai.openai.azure.com/'],
  [`https://${OPENAI}/.openai.azure.com/`, 'azure-openai', `${OPENAI}/`],
  ['https://res.openai.azure.com.openai.azure.com/', 'azure-openai', `${OPENAI}/`],
  ['https://n.eastus2.models.ai.azure.com/models', 'ai-inference', 'https://n.eastus2.models.ai.azure.com'],
  ['https://n.eastus2.models.ai.azure.com', 'openai', 'https://n.eastus2.models.ai.azure.com/v1'],
  [`${FOUNDRY}/api/projects/p`, 'openai', `${FOUNDRY}/api/projects/p/openai/v1`],
  [OPENAI, 'ai-inference', `${FOUNDRY}/models`],
  ['https://res.openai.azure.us/', 'openai', 'https://res.openai.azure.us/openai/v1/'],
];

describe('repairFor', () => {
  it.each(REPAIRS)('%s for %s becomes %s', (given, client, mended) => {
    expect(repairFor(classifyEndpoint(given), client)?.baseUrl).toBe(mended);
  });

  it.each(REPAIRS)('%s for %s: the repair needs no repair', (_given, client, mended) => {
    expect(repairFor(classifyEndpoint(mended), client)).toBeNull();
  });

  it.each(REPAIRS)('%s for %s: the client gets through with the repair %s', (_given, client, baseUrl) => {
    const auth = baseUrl.includes('/api/projects/') ? 'entra' : 'key';
    const request = predictRequest({
      client,
      baseUrl,
      apiVersion: apiVersionFor(client),
      deployment: 'd',
      auth,
    });
    expect(request).toMatchObject({ verdict: 'ok', cause: null });
  });

  it.each([
    [`${OPENAI}/`, 'azure-openai'],
    [OPENAI, 'langchain-azure'],
    [`${OPENAI}/openai/v1/`, 'openai'],
    [`${FOUNDRY}/openai/v1`, 'openai'],
    [`${FOUNDRY}/models/`, 'ai-inference'],
    [`${OPENAI}/openai/deployments/d`, 'ai-inference'],
    [`${FOUNDRY}/anthropic`, 'anthropic-foundry'],
    ['https://llm.contoso.com/v1', 'openai'],
    ['https://contoso.azure-api.net/llm', 'azure-openai'],
    ['https://<resource>.openai.azure.com/openai/v1', 'openai'],
    ['{endpoint}/openai/v1/', 'openai'],
  ] as const)('%s for %s is left as it is', (given, client) => {
    expect(repairFor(classifyEndpoint(given), client)).toBeNull();
  });

  it('keeps what belongs into parameters', () => {
    const reading = classifyEndpoint(
      `${OPENAI}/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21`,
    );
    expect(repairFor(reading, 'azure-openai')).toMatchObject({
      apiVersion: '2024-10-21',
      deployment: 'gpt-4o',
      text: `Set the endpoint to ${OPENAI}/`,
    });
  });

  it.each([
    [`${OPENAI}/openai/v1`, 'azure-openai', 'OpenAI'],
    [OPENAI, 'openai', 'AzureOpenAI'],
    [`${FOUNDRY}/models`, 'openai', 'ChatCompletionsClient'],
    [`${FOUNDRY}/api/projects/p`, 'azure-openai', 'AIProjectClient'],
  ] as const)('%s with %s: %s takes it as it is', (given, client, other) => {
    expect(repairFor(classifyEndpoint(given), client)?.otherClient).toBe(other);
  });

  it('says what is wrong', () => {
    expect(repairFor(classifyEndpoint(FOUNDRY), 'ai-inference')?.fault).toBe(
      '/models is missing behind the host',
    );
    expect(repairFor(classifyEndpoint('https://a.azure.openai.com/openai/v1'), 'openai')?.fault).toBe(
      'the host is a typo',
    );
  });
});

function apiVersionFor(client: ClientKind): string | null {
  return client === 'azure-openai' ? '2024-10-21' : null;
}
