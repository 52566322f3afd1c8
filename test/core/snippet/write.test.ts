import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { classifyEndpoint } from '../../../src/core/endpoints/classify.js';
import {
  SNIPPET_AUTHS,
  SNIPPET_SDKS,
  SNIPPET_TASKS,
  type Snippet,
} from '../../../src/core/snippet/snippet.js';
import { type SnippetOrder, writeSnippet } from '../../../src/core/snippet/write.js';

const HOSTS = {
  foundry: 'https://contoso.services.ai.azure.com',
  openai: 'https://contoso.openai.azure.com',
  serverless: null,
};
const ORDER: SnippetOrder = {
  hosts: HOSTS,
  deployment: 'chat-1',
  format: 'OpenAI',
  task: 'chat',
  sdk: 'python-openai',
  auth: 'key',
};

function snippet(order: Partial<SnippetOrder>): Snippet {
  const answer = writeSnippet({ ...ORDER, ...order });
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return answer.snippet;
}

describe('writeSnippet', () => {
  it.each([
    [
      'python-openai',
      'OpenAI',
      'https://contoso.services.ai.azure.com/openai/v1/',
      null,
      'AZURE_OPENAI_API_KEY',
    ],
    ['js-openai', 'OpenAI', 'https://contoso.services.ai.azure.com/openai/v1/', null, 'AZURE_OPENAI_API_KEY'],
    [
      'python-inference',
      'ChatCompletionsClient',
      'https://contoso.services.ai.azure.com/models',
      '2024-05-01-preview',
      'AZURE_INFERENCE_CREDENTIAL',
    ],
    [
      'js-inference',
      'ModelClient',
      'https://contoso.services.ai.azure.com/models',
      '2024-05-01-preview',
      'AZURE_INFERENCE_CREDENTIAL',
    ],
    [
      'dotnet',
      'ChatClient',
      'https://contoso.services.ai.azure.com/openai/v1/',
      null,
      'AZURE_OPENAI_API_KEY',
    ],
    [
      'java',
      'OpenAIOkHttpClient',
      'https://contoso.services.ai.azure.com/openai/v1/',
      null,
      'AZURE_OPENAI_API_KEY',
    ],
    [
      'go',
      'openai.NewClient',
      'https://contoso.services.ai.azure.com/openai/v1/',
      null,
      'AZURE_OPENAI_API_KEY',
    ],
    ['curl', 'curl', 'https://contoso.services.ai.azure.com/openai/v1/', null, 'AZURE_AI_KEY'],
  ] as const)('%s: %s on %s', (sdk, clientClass, baseUrl, apiVersion, keyVariable) => {
    const made = snippet({ sdk });
    expect(made).toMatchObject({ clientClass, baseUrl, apiVersion, keyVariable, scope: null });
    expect(made.code).toContain('chat-1');
    expect(made.code).toContain(keyVariable);
    expect(made.code).toContain(sdk === 'curl' ? `${baseUrl}chat/completions` : baseUrl);
  });

  it.each(['python-anthropic', 'js-anthropic'] as const)('%s calls Claude on /anthropic', (sdk) => {
    const made = snippet({ sdk, deployment: 'claude-sonnet-4-5', format: 'Anthropic' });
    expect(made).toMatchObject({ clientClass: 'AnthropicFoundry', baseUrl: `${HOSTS.foundry}/anthropic` });
    expect(made.code).toContain('max_tokens');
  });

  it.each(SNIPPET_SDKS.filter((sdk) => !sdk.endsWith('-anthropic')))(
    '%s signs in with the scope of the cloud',
    (sdk) => {
      const hosts = { ...HOSTS, foundry: 'https://contoso.services.ai.azure.us' };
      const made = snippet({ sdk, auth: 'entra', hosts });
      expect(made).toMatchObject({ scope: 'https://cognitiveservices.azure.us/.default', keyVariable: null });
      expect(made.code).toMatch(/DefaultAzureCredential|az account get-access-token/);
      expect(made.code).not.toMatch(/API_KEY|AZURE_AI_KEY/);
    },
  );

  it.each([
    ['claude with the openai package', { format: 'Anthropic' }, 'python-anthropic'],
    ['claude in Go', { format: 'Anthropic', sdk: 'go' }, 'curl'],
    ['gpt with the anthropic package', { sdk: 'js-anthropic' }, 'js-openai'],
    [
      '/models without a Foundry host',
      { sdk: 'python-inference', hosts: { ...HOSTS, foundry: null } },
      'python-openai',
    ],
    ['an image model', { task: 'image' }, null],
    ['responses with an inference client', { sdk: 'js-inference', task: 'responses' }, 'js-openai'],
    [
      'a token on a serverless endpoint',
      {
        auth: 'entra',
        hosts: { foundry: null, openai: null, serverless: 'https://n.eastus2.models.ai.azure.com' },
      },
      null,
    ],
    ['a name that would leave its quotes', { deployment: 'x"; import os' }, null],
    [
      'a URL that would leave its quotes',
      { hosts: { ...HOSTS, foundry: "https://x.azure.com/'+$(id)" } },
      null,
    ],
  ] as const)('refuses %s', (_story, order, instead) => {
    expect(writeSnippet({ ...ORDER, ...order })).toMatchObject({ kind: 'refused', instead });
  });

  it('calls a serverless endpoint with its key as Bearer', () => {
    const hosts = { foundry: null, openai: null, serverless: 'https://n.eastus2.models.ai.azure.com' };
    expect(snippet({ sdk: 'curl', hosts }).code).toContain('"Authorization: Bearer $AZURE_AI_KEY"');
    expect(snippet({ sdk: 'js-inference', hosts }).baseUrl).toBe('https://n.eastus2.models.ai.azure.com');
  });
});

const ALL = SNIPPET_SDKS.flatMap((sdk) =>
  SNIPPET_TASKS.flatMap((task) =>
    SNIPPET_AUTHS.flatMap((auth) => {
      const format = sdk.endsWith('-anthropic') ? 'Anthropic' : 'OpenAI';
      const answer = writeSnippet({ ...ORDER, sdk, task, auth, format });
      return answer.kind === 'snippet' ? [answer.snippet] : [];
    }),
  ),
);

describe('every snippet', () => {
  it('exists for each SDK', () => {
    expect(new Set(ALL.map(({ sdk }) => sdk))).toEqual(new Set(SNIPPET_SDKS));
    expect(ALL.length).toBeGreaterThan(40);
  });

  it.each(ALL.map((each) => [`${each.sdk}, ${each.task}, ${each.auth}`, each] as const))(
    '%s: brackets close',
    (_name, { code }) => {
      const text = code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '');
      const open: string[] = [];
      for (const character of text) {
        if ('([{'.includes(character)) open.push(character);
        const pair = { ')': '(', ']': '[', '}': '{' }[character];
        if (pair !== undefined) expect(open.pop()).toBe(pair);
      }
      expect(open).toEqual([]);
    },
  );

  it.each(ALL.map((each) => [`${each.sdk}, ${each.task}, ${each.auth}`, each] as const))(
    '%s: its base URL is one of a known style without faults',
    (_name, { baseUrl }) => {
      const { style, problems } = classifyEndpoint(baseUrl);
      expect(style).toMatch(/^(?:foundry-v1|foundry-models|foundry-anthropic)$/);
      expect(problems.filter(({ kind }) => kind !== 'trailing-slash')).toEqual([]);
    },
  );

  const hasPython = spawnSync('python3', ['--version']).status === 0;
  it.runIf(hasPython)('of Python parses', () => {
    const sources = ALL.filter(({ sdk }) => sdk.startsWith('python')).map(({ code }) => code);
    const program = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
    const { status, stderr } = spawnSync('python3', ['-c', program], {
      input: JSON.stringify(sources),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
