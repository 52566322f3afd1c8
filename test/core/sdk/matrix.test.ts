import { describe, expect, it } from 'vitest';
import { CLIENT_CLASSES, findClientClass, WIRE_FAMILIES } from '../../../src/core/sdk/classes.js';
import { VARIABLE_TRAPS, variablesRead } from '../../../src/core/sdk/environment.js';
import { judgePackage } from '../../../src/core/sdk/judge-version.js';
import { findPackage, type NeedId, packageKey, SDK_PACKAGES } from '../../../src/core/sdk/matrix.js';
import { PROVIDER_SDKS, providerOf } from '../../../src/core/sdk/providers.js';
import { CLIENT_KINDS, type Ecosystem } from '../../../src/core/sdk/types.js';
import { compareVersions, isVersion } from '../../../src/core/sdk/versions.js';

describe('SDK_PACKAGES', () => {
  it.each(SDK_PACKAGES)('$ecosystem $name: versions are versions, and facts say where they stand', (row) => {
    for (const { version, source, date } of row.minimums) {
      expect(isVersion(row.ecosystem, version)).toBe(true);
      expect(`${source} ${date}`).toMatch(/.{8,} 20\d\d-\d\d/);
    }
    for (const { from, to, fixedIn } of row.faulty) {
      expect(compareVersions(row.ecosystem, from, to)).toBeLessThan(0);
      expect(compareVersions(row.ecosystem, to, fixedIn)).toBeLessThan(0);
    }
    if (row.retires !== null) expect(row.replacement).not.toBeNull();
    expect(`${row.source} ${row.date}`).toMatch(/.{8,} 20\d\d-\d\d/);
  });

  it('names no package twice', () => {
    const keys = SDK_PACKAGES.map((row) => `${row.ecosystem} ${packageKey(row.ecosystem, row.name)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['pypi', 'Azure_AI.Inference', 'azure-ai-inference'],
    ['pypi', 'openai[azure]', 'openai'],
    ['nuget', 'azure.ai.inference', 'Azure.AI.Inference'],
    ['npm', '@azure-rest/ai-inference', '@azure-rest/ai-inference'],
  ] as const)('%s %s is %s', (ecosystem, written, name) => {
    expect(findPackage(ecosystem, written)?.name).toBe(name);
  });
});

describe('judgePackage', () => {
  const judge = (
    ecosystem: Ecosystem,
    name: string,
    version: string | null,
    range: string | null,
    ...needs: NeedId[]
  ) => judgePackage({ ecosystem, name, version, range }, new Set(needs), '2026-11-22');
  it.each([
    [
      'below b5 with a key',
      judge('pypi', 'azure-ai-inference', '1.0.0b4', null, 'key-on-foundry'),
      [['1.0.0b5', true]],
    ],
    ['b5', judge('pypi', 'azure-ai-inference', '1.0.0b5', null, 'key-on-foundry'), []],
    ['b9 is newer than b5', judge('pypi', 'azure-ai-inference', '1.0.0b9', null, 'key-on-foundry'), []],
    ['below b5 without that need', judge('pypi', 'azure-ai-inference', '1.0.0b4', null), []],
    [
      'a range that may be below',
      judge('pypi', 'azure-ai-inference', null, '>=1.0.0b2', 'key-on-foundry'),
      [['1.0.0b5', false]],
    ],
    ['openai 0.28', judge('pypi', 'openai', '0.28.1', null, 'azure-class'), [['1.0.0', true]]],
    [
      'openai 1.57.0 with Entra on v1',
      judge('pypi', 'openai', '1.57.0', null, 'entra-on-v1'),
      [['1.106.0', true]],
    ],
    ['openai.js 4.40', judge('npm', 'openai', '4.40.2', null, 'azure-class'), [['4.41.0', true]]],
    [
      '@azure-rest/ai-inference beta.1',
      judge('npm', '@azure-rest/ai-inference', '1.0.0-beta.1', null),
      [['1.0.0-beta.2', true]],
    ],
    ['the lock wins over the range', judge('npm', 'openai', '6.0.0', '^3.0.0', 'azure-class'), []],
    ['nothing known', judge('pypi', 'openai', null, null, 'azure-class'), []],
  ])('%s', (_story, judgement, below) => {
    expect(judgement?.below.map(({ minimum, isSure }) => [minimum.version, isSure])).toEqual(below);
  });

  it.each([
    ['5.17.0', 0],
    ['5.18.0', 1],
    ['5.19.0', 1],
    ['5.19.1', 0],
  ])('openai.js %s lies in %i faulty ranges', (version, count) => {
    expect(judge('npm', 'openai', version, null, 'azure-class')?.faulty).toHaveLength(count);
  });

  it('knows that a package is retired from its day on', () => {
    const read = { ecosystem: 'pypi', name: 'azure-ai-inference', version: '1.0.0b9', range: null } as const;
    expect(judgePackage(read, new Set(), '2026-08-25')?.isRetired).toBe(false);
    expect(judgePackage(read, new Set(), '2026-08-26')?.isRetired).toBe(true);
    expect(judge('pypi', 'requests', '2.0', null)).toBeNull();
  });
});

describe('findClientClass', () => {
  it.each([
    ['AzureOpenAI', { language: 'python' }, 'azure-openai'],
    ['AzureOpenAI', { packageName: 'llama_index_llms_azure_openai' }, 'llama-index-azure'],
    ['openai.AzureOpenAI', { language: 'python' }, 'azure-openai'],
    ['OpenAI', { language: 'js' }, 'openai'],
    ['OpenAIClient', { packageName: 'Azure.AI.OpenAI', language: 'dotnet' }, 'azure-openai-legacy'],
    ['OpenAIClient', { packageName: 'OpenAI', language: 'dotnet' }, 'openai'],
    ['OpenAIClient', { packageName: '@azure/openai' }, 'azure-openai-legacy'],
    ['ChatCompletionsClient', { language: 'dotnet' }, 'ai-inference'],
    ['ModelClient', {}, 'ai-inference'],
    ['AzureChatOpenAI', { language: 'js' }, 'langchain-azure'],
    ['AnthropicFoundry', {}, 'anthropic-foundry'],
    ['litellm.completion', {}, 'litellm'],
  ] as const)('%s %o is %s', (name, hints, kind) => {
    expect(findClientClass(name, hints)?.kind).toBe(kind);
  });

  it('does not know what is not in the table', () => {
    expect(findClientClass('BlobServiceClient')).toBeNull();
  });

  it('knows a class for nearly every kind, and each says how its endpoint is given', () => {
    const kinds = new Set(CLIENT_CLASSES.map(({ kind }) => kind));
    expect(CLIENT_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
    for (const row of CLIENT_CLASSES) {
      expect(row.rootParameters.length + row.baseParameters.length, row.names[0]).toBeGreaterThan(0);
    }
    expect(Object.keys(WIRE_FAMILIES).sort()).toEqual([...CLIENT_KINDS].sort());
  });

  it('asks for ml.azure.com by itself only with the inference clients', () => {
    const kinds = CLIENT_CLASSES.filter(({ defaultScope }) => defaultScope?.includes('ml.azure.com'));
    expect(new Set(kinds.map(({ kind }) => WIRE_FAMILIES[kind]))).toEqual(new Set(['ai-inference']));
  });
});

describe('variables and providers', () => {
  it('reads OPENAI_API_VERSION and never AZURE_OPENAI_API_VERSION for AzureOpenAI', () => {
    const row = findClientClass('AzureOpenAI', { language: 'python' });
    const names = row === null ? [] : variablesRead(row).map(({ name }) => name);
    expect(names).toContain('OPENAI_API_VERSION');
    expect(names).not.toContain('AZURE_OPENAI_API_VERSION');
  });

  it('falls back to OPENAI_API_KEY in Python and not in JavaScript', () => {
    const keys = (language: 'python' | 'js') => findClientClass('AzureOpenAI', { language })?.reads.key;
    expect(keys('python')).toEqual(['AZURE_OPENAI_API_KEY', 'OPENAI_API_KEY']);
    expect(keys('js')).toEqual(['AZURE_OPENAI_API_KEY']);
  });

  it('takes no SDK of a model maker but that of Anthropic', () => {
    expect(PROVIDER_SDKS.filter(({ isSupported }) => isSupported).map(({ provider }) => provider)).toEqual([
      'Anthropic',
    ]);
    expect(providerOf('cohere')?.isSupported).toBe(false);
    expect(providerOf('openai')).toBeNull();
  });

  it('explains each trap', () => {
    for (const { effect, source } of VARIABLE_TRAPS)
      expect(effect.length * source.length).toBeGreaterThan(400);
  });
});
