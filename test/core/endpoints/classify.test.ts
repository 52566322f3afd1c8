import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyEndpoint } from '../../../src/core/endpoints/classify.js';
import type { EndpointProblemKind } from '../../../src/core/endpoints/types.js';

describe('classifyEndpoint', () => {
  it.each([
    ['https://res.services.ai.azure.com/models', 'foundry-models'],
    ['https://res.services.ai.azure.com/openai/v1', 'foundry-v1'],
    ['https://res.services.ai.azure.com/api/projects/p', 'foundry-project'],
    ['https://res.services.ai.azure.com/api/projects/p/openai/v1', 'project-v1'],
    ['https://res.services.ai.azure.com/anthropic', 'foundry-anthropic'],
    ['https://res.openai.azure.com/anthropic', 'foundry-anthropic'],
    ['https://res.services.ai.azure.com/providers/cohere/v2/rerank', 'foundry-provider'],
    ['https://res.openai.azure.com', 'root-aoai'],
    ['https://res.openai.azure.com/openai', 'root-aoai'],
    ['https://res.openai.azure.com/openai/deployments/d', 'aoai-deployment'],
    ['https://res.services.ai.azure.com/openai/deployments/d', 'aoai-deployment'],
    ['https://res.openai.azure.com/openai/v1', 'aoai-v1'],
    ['https://res.cognitiveservices.azure.com', 'root-cognitive'],
    ['https://res.cognitiveservices.azure.com/openai/v1', 'aoai-v1'],
    ['https://res.cognitiveservices.azure.com/openai/deployments/d', 'aoai-deployment'],
    ['https://res.services.ai.azure.com', 'root-foundry'],
    ['https://res.openai.azure.com/openai/responses?api-version=2025-03-01-preview', 'aoai-dated'],
    ['https://res.openai.azure.com/openai/models?api-version=2024-10-21', 'aoai-dated'],
    ['https://canadaeast.api.cognitive.microsoft.com', 'regional'],
    ['https://mistral.eastus2.models.ai.azure.com/v1', 'serverless'],
    ['https://mistral.eastus2.inference.ai.azure.com', 'serverless-old'],
    ['https://llama.eastus2.inference.ml.azure.com/score', 'managed'],
    ['https://models.inference.ai.azure.com', 'github-old'],
    ['https://models.github.ai/inference', 'github'],
    ['https://api.openai.com/v1/chat/completions', 'openai-com'],
    ['https://contoso.azure-api.net/openai/deployments/d', 'apim'],
    ['eastus.api.azureml.ms;11111111-1111-1111-1111-111111111111;rg-ai;proj', 'hub-connection'],
    ['https://llm.contoso.com/openai/v1', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (url, style) => {
    expect(classifyEndpoint(url).style).toBe(style);
  });

  it.each([
    ['https://res.services.ai.azure.us/models', 'usgov', 'foundry-models'],
    ['https://res.openai.azure.us/', 'usgov', 'root-aoai'],
    ['https://res.cognitiveservices.azure.cn/openai/v1', 'china', 'aoai-v1'],
    ['https://chinaeast2.api.cognitive.microsoft.cn', 'china', 'regional'],
  ])('%s belongs to the cloud %s', (url, cloud, style) => {
    expect(classifyEndpoint(url)).toMatchObject({ cloud, style });
  });

  it.each([
    ['https://<resource>.services.ai.azure.com/models', '<resource>', 'foundry-models'],
    ['https://XXX.openai.azure.com/', 'xxx', 'root-aoai'],
    ['https://****.openai.azure.com/openai/v1', '****', 'aoai-v1'],
    ['https://*.services.ai.azure.com/models', '*', 'foundry-models'],
    ['https://{}.openai.azure.com/openai/deployments/gpt-35-turbo', '{}', 'aoai-deployment'],
    ['https://---.openai.azure.com', '---', 'root-aoai'],
    ['https://your-resource-name.openai.azure.com/', 'your-resource-name', 'root-aoai'],
    ['$AZURE_OPENAI_ENDPOINT/openai/v1', '$AZURE_OPENAI_ENDPOINT', 'aoai-v1'],
    ['https://{resourceurl}/openai/deployments/{deploy-id}', '{resourceurl}', 'aoai-deployment'],
  ])('%s: the redaction %s hides the name and not the style', (url, resource, style) => {
    const reading = classifyEndpoint(url);
    expect(reading).toMatchObject({ resource, style, isRedacted: true });
    expect(reading.problems.map(({ kind }) => kind)).toContain('placeholder');
  });

  const PROBLEMS: readonly (readonly [string, EndpointProblemKind, string])[] = [
    ['res.openai.azure.com/', 'no-scheme', 'res.openai.azure.com/'],
    ['https:/res.openai.azure.com', 'bad-scheme', 'https:/'],
    ['http://res.openai.azure.com', 'plain-http', 'http://res.openai.azure.com'],
    ['"https://res.openai.azure.com/"', 'quoted', '"https://res.openai.azure.com/"'],
    ['https://res. openai.azure.com', 'blank', 'https://res. openai.azure.com'],
    ['https://example-resource.azure.openai.com', 'typo-host', 'example-resource.azure.openai.com'],
    [
      'https://https://res.openai.azure.com/.openai.azure.com/openai/deployments/x',
      'url-in-url',
      'https://https://res.openai.azure.com/.openai.azure.com/openai/deployments/x',
    ],
    ['contoso-ai', 'not-a-url', 'contoso-ai'],
    ['https://ai.azure.com/build/overview', 'portal-url', 'ai.azure.com'],
    ['https://res.privatelink.openai.azure.com', 'privatelink-host', 'res.privatelink.openai.azure.com'],
    [
      'https://res.openai.azure.com/openai/v1/v1/chat/completions',
      'doubled-path',
      '/openai/v1/v1/chat/completions',
    ],
    [
      'https://res.openai.azure.com/openai/deployments/d/chat/completions/chat/completions',
      'doubled-path',
      '/openai/deployments/d/chat/completions/chat/completions',
    ],
    [
      'https://res.services.ai.azure.com/anthropic/v1/messages/v1/messages',
      'doubled-path',
      '/anthropic/v1/messages/v1/messages',
    ],
    ['https://res.openai.azure.com//openai/deployments/d', 'double-slash', '//'],
    ['https://res.openai.azure.com/openai/v1/', 'trailing-slash', '/openai/v1/'],
    ['https://res.services.ai.azure.com/models/chat/completions', 'operation-in-base', '/chat/completions'],
    ['https://res.services.ai.azure.com/model', 'singular-model', '/model'],
    ['https://res.openai.azure.com/openai/deployments/d/v1/chat/completions', 'extra-segments', '/v1'],
    ['https://res.openai.azure.com/?api-version=2024-10-21', 'query-in-base', 'api-version=2024-10-21'],
    [
      'https://res.openai.azure.com/openai/deployments/d?api-version=2024-02-01/chat/completions',
      'text-after-query',
      '/chat/completions',
    ],
    ['https://res.openai.azure.com/openai/v1?api-version=2024-10-21', 'dated-version-on-v1', '2024-10-21'],
    ['https://res.openai.azure.com/#keys', 'fragment', 'keys'],
    ['eastus.api.azureml.ms;sub;rg;proj', 'connection-string', 'eastus.api.azureml.ms;sub;rg;proj'],
  ];
  it.each(PROBLEMS)('%s has the problem %s', (url, kind, value) => {
    const found = classifyEndpoint(url).problems.find((each) => each.kind === kind);
    expect(found?.value.startsWith(value)).toBe(true);
  });

  it.each([
    'https://res.services.ai.azure.com/models',
    'https://res.openai.azure.com',
    'https://res.openai.azure.com/openai/deployments/gpt-4o',
    'https://name.eastus2.models.ai.azure.com',
    'https://res.services.ai.azure.com/api/projects/p',
    'http://127.0.0.1:8080/r/contoso/openai/v1',
  ])('%s has no problem', (url) => {
    expect(classifyEndpoint(url).problems).toEqual([]);
  });

  it('reads every part of a target URI', () => {
    expect(
      classifyEndpoint(
        'https://Contoso.OpenAI.azure.com/openai/deployments/gpt%204/chat/completions?api-version=2024-10-21',
      ),
    ).toMatchObject({
      host: 'contoso.openai.azure.com',
      resource: 'contoso',
      deployment: 'gpt 4',
      operation: 'chat/completions',
      apiVersion: '2024-10-21',
      basePath: '/openai/deployments/gpt%204',
    });
  });

  it('reads name and region of a serverless endpoint', () => {
    expect(classifyEndpoint('https://phi-4.eastus2.models.ai.azure.com')).toMatchObject({
      resource: 'phi-4',
      region: 'eastus2',
    });
  });

  it('never throws and keeps within its types', () => {
    const pieces = fc.constantFrom(
      ...[
        'https://',
        'http:/',
        '<',
        '>',
        '{',
        '}',
        '%',
        '%zz',
        '/',
        '//',
        '?',
        '#',
        '&',
        'api-version=',
        '.openai.azure.com',
      ],
      ...[
        '.services.ai.azure.com',
        '/models',
        '/openai/v1',
        '/deployments/',
        'chat/completions',
        ' ',
        '\u0000',
        '@',
        ';',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 }))).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = classifyEndpoint(text);
        expect(reading.path === '' || reading.path.startsWith('/')).toBe(true);
        expect(reading.basePath.length).toBeLessThanOrEqual(reading.path.length);
        expect(reading.path.startsWith(reading.basePath)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'a.',
    '/',
    'https://',
    '<',
    '{',
    '%',
    'xxx',
    '/v1',
    '.openai.azure.com',
    ' ',
    '-',
    ';',
    '?api-version=',
  ])('reads two million characters of %j quickly', (piece) => {
    const text = `https://${piece.repeat(2_000_000 / piece.length)}`;
    const start = performance.now();
    classifyEndpoint(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
