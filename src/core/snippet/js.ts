import type { SnippetParts, SnippetTemplate } from './snippet.js';

export const JS_OPENAI: SnippetTemplate = {
  clientClass: () => 'OpenAI',
  keyVariable: 'AZURE_OPENAI_API_KEY',
  install: (auth) => `npm install openai${auth === 'entra' ? ' @azure/identity' : ''}`,
  tasks: ['chat', 'responses', 'embeddings'],
  notes: [],
  apiVersion: null,
  write: (parts) =>
    lines([
      ...identity(parts),
      "import OpenAI from 'openai';",
      '',
      'const client = new OpenAI({',
      `  baseURL: '${parts.baseUrl}',`,
      `  apiKey: ${parts.auth === 'entra' ? tokenProvider(parts) : 'process.env.AZURE_OPENAI_API_KEY'},`,
      '});',
      ...openaiCall(parts),
    ]),
};

function openaiCall({ task, deployment }: SnippetParts): readonly string[] {
  switch (task) {
    case 'chat':
      return [
        'const completion = await client.chat.completions.create({',
        `  model: '${deployment}',`,
        "  messages: [{ role: 'user', content: 'Say hello.' }],",
        '});',
        'console.log(completion.choices[0].message.content);',
      ];
    case 'responses':
      return [
        `const response = await client.responses.create({ model: '${deployment}', input: 'Say hello.' });`,
        'console.log(response.output_text);',
      ];
    case 'embeddings':
      return [
        `const result = await client.embeddings.create({ model: '${deployment}', input: ['hello'] });`,
        'console.log(result.data[0].embedding.length);',
      ];
  }
}

export const JS_INFERENCE: SnippetTemplate = {
  clientClass: () => 'ModelClient',
  keyVariable: 'AZURE_INFERENCE_CREDENTIAL',
  install: (auth) =>
    `npm install @azure-rest/ai-inference ${auth === 'entra' ? '@azure/identity' : '@azure/core-auth'}`,
  tasks: ['chat', 'embeddings'],
  notes: [
    '@azure-rest/ai-inference is retired (2026-08-26 by the newest page): --sdk js-openai serves the same model on /openai/v1',
  ],
  apiVersion: '2024-05-01-preview',
  write: ({ baseUrl, deployment, task, auth, scope }) => {
    const path = task === 'embeddings' ? '/embeddings' : '/chat/completions';
    const body =
      task === 'embeddings'
        ? `{ model: '${deployment}', input: ['hello'] }`
        : `{ model: '${deployment}', messages: [{ role: 'user', content: 'Say hello.' }] }`;
    const credential =
      auth === 'entra'
        ? 'new DefaultAzureCredential()'
        : 'new AzureKeyCredential(process.env.AZURE_INFERENCE_CREDENTIAL)';
    const settings = [
      ...(auth === 'entra' ? [`credentials: { scopes: ['${scope}'] }`] : []),
      // the sandbox on loopback
      ...(baseUrl.startsWith('http:') ? ['allowInsecureConnection: true'] : []),
    ];
    const options = settings.length === 0 ? '' : `, { ${settings.join(', ')} }`;
    return lines([
      "import ModelClient, { isUnexpected } from '@azure-rest/ai-inference';",
      auth === 'entra'
        ? "import { DefaultAzureCredential } from '@azure/identity';"
        : "import { AzureKeyCredential } from '@azure/core-auth';",
      '',
      `const client = ModelClient('${baseUrl}', ${credential}${options});`,
      `const response = await client.path('${path}').post({`,
      `  body: ${body},`,
      '});',
      'if (isUnexpected(response)) throw new Error(response.body.error.message);',
      task === 'embeddings'
        ? 'console.log(response.body.data[0].embedding.length);'
        : 'console.log(response.body.choices[0].message.content);',
    ]);
  },
};

export const JS_ANTHROPIC: SnippetTemplate = {
  clientClass: () => 'AnthropicFoundry',
  keyVariable: 'ANTHROPIC_FOUNDRY_API_KEY',
  install: (auth) => `npm install @anthropic-ai/foundry-sdk${auth === 'entra' ? ' @azure/identity' : ''}`,
  tasks: ['chat'],
  notes: [],
  apiVersion: null,
  write: (parts) =>
    lines([
      "import AnthropicFoundry from '@anthropic-ai/foundry-sdk';",
      ...identity(parts),
      '',
      'const client = new AnthropicFoundry({',
      `  baseURL: '${parts.baseUrl}',`,
      parts.auth === 'entra'
        ? `  azureADTokenProvider: ${tokenProvider(parts)},`
        : '  apiKey: process.env.ANTHROPIC_FOUNDRY_API_KEY,',
      '});',
      'const message = await client.messages.create({',
      `  model: '${parts.deployment}',`,
      '  max_tokens: 64,',
      "  messages: [{ role: 'user', content: 'Say hello.' }],",
      '});',
      'console.log(message.content[0].text);',
    ]),
};

function identity({ auth }: SnippetParts): readonly string[] {
  return auth === 'entra'
    ? ["import { DefaultAzureCredential, getBearerTokenProvider } from '@azure/identity';"]
    : [];
}

function tokenProvider({ scope }: SnippetParts): string {
  return `getBearerTokenProvider(new DefaultAzureCredential(), '${scope}')`;
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
