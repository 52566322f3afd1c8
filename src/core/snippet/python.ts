import type { SnippetParts, SnippetTemplate } from './snippet.js';

const RETIRED =
  'azure-ai-inference is retired (2026-08-26 by the newest page): --sdk python-openai serves the same model on /openai/v1';

export const PYTHON_OPENAI: SnippetTemplate = {
  clientClass: () => 'OpenAI',
  keyVariable: 'AZURE_OPENAI_API_KEY',
  install: (auth) => `pip install "openai>=1.106.0"${auth === 'entra' ? ' azure-identity' : ''}`,
  tasks: ['chat', 'responses', 'embeddings'],
  notes: [],
  apiVersion: null,
  write: (parts) => {
    const { baseUrl, deployment, auth } = parts;
    const head =
      auth === 'entra'
        ? [
            'from azure.identity import DefaultAzureCredential, get_bearer_token_provider',
            'from openai import OpenAI',
          ]
        : ['import os', '', 'from openai import OpenAI'];
    const key = auth === 'entra' ? tokenProvider(parts) : 'os.environ["AZURE_OPENAI_API_KEY"]';
    return lines([
      ...head,
      '',
      'client = OpenAI(',
      `    base_url="${baseUrl}",`,
      `    api_key=${key},`,
      ')',
      ...openaiCall(parts, deployment),
    ]);
  },
};

function openaiCall({ task }: SnippetParts, deployment: string): readonly string[] {
  switch (task) {
    case 'chat':
      return [
        'completion = client.chat.completions.create(',
        `    model="${deployment}",`,
        '    messages=[{"role": "user", "content": "Say hello."}],',
        ')',
        'print(completion.choices[0].message.content)',
      ];
    case 'responses':
      return [
        `response = client.responses.create(model="${deployment}", input="Say hello.")`,
        'print(response.output_text)',
      ];
    case 'embeddings':
      return [
        `result = client.embeddings.create(model="${deployment}", input=["hello"])`,
        'print(len(result.data[0].embedding))',
      ];
  }
}

export const PYTHON_INFERENCE: SnippetTemplate = {
  clientClass: (task) => (task === 'embeddings' ? 'EmbeddingsClient' : 'ChatCompletionsClient'),
  keyVariable: 'AZURE_INFERENCE_CREDENTIAL',
  install: (auth) => `pip install "azure-ai-inference>=1.0.0b9"${auth === 'entra' ? ' azure-identity' : ''}`,
  tasks: ['chat', 'embeddings'],
  notes: [RETIRED],
  apiVersion: '2024-05-01-preview',
  write: ({ baseUrl, deployment, task, auth, scope }) => {
    const isChat = task !== 'embeddings';
    const client = isChat ? 'ChatCompletionsClient' : 'EmbeddingsClient';
    const credential =
      auth === 'entra'
        ? ['    credential=DefaultAzureCredential(),', `    credential_scopes=["${scope}"],`]
        : ['    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_CREDENTIAL"]),'];
    return lines([
      ...(auth === 'entra' ? [] : ['import os', '']),
      `from azure.ai.inference import ${client}`,
      ...(isChat ? ['from azure.ai.inference.models import UserMessage'] : []),
      auth === 'entra'
        ? 'from azure.identity import DefaultAzureCredential'
        : 'from azure.core.credentials import AzureKeyCredential',
      '',
      `client = ${client}(`,
      `    endpoint="${baseUrl}",`,
      ...credential,
      '    api_version="2024-05-01-preview",',
      ')',
      ...(isChat
        ? [
            `response = client.complete(model="${deployment}", messages=[UserMessage(content="Say hello.")])`,
            'print(response.choices[0].message.content)',
          ]
        : [
            `response = client.embed(model="${deployment}", input=["hello"])`,
            'print(len(response.data[0].embedding))',
          ]),
    ]);
  },
};

export const PYTHON_ANTHROPIC: SnippetTemplate = {
  clientClass: () => 'AnthropicFoundry',
  keyVariable: 'ANTHROPIC_FOUNDRY_API_KEY',
  install: (auth) => `pip install "anthropic>=0.107.1"${auth === 'entra' ? ' azure-identity' : ''}`,
  tasks: ['chat'],
  notes: [],
  apiVersion: null,
  write: (parts) => {
    const { baseUrl, deployment, auth } = parts;
    const head =
      auth === 'entra'
        ? [
            'from anthropic import AnthropicFoundry',
            'from azure.identity import DefaultAzureCredential, get_bearer_token_provider',
          ]
        : ['import os', '', 'from anthropic import AnthropicFoundry'];
    const credential =
      auth === 'entra'
        ? `azure_ad_token_provider=${tokenProvider(parts)}`
        : 'api_key=os.environ["ANTHROPIC_FOUNDRY_API_KEY"]';
    return lines([
      ...head,
      '',
      'client = AnthropicFoundry(',
      `    base_url="${baseUrl}",`,
      `    ${credential},`,
      ')',
      'message = client.messages.create(',
      `    model="${deployment}",`,
      '    max_tokens=64,',
      '    messages=[{"role": "user", "content": "Say hello."}],',
      ')',
      'print(message.content[0].text)',
    ]);
  },
};

function tokenProvider({ scope }: SnippetParts): string {
  return `get_bearer_token_provider(DefaultAzureCredential(), "${scope}")`;
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
