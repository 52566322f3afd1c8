import type { ClientKind, Ecosystem, Sourced } from './types.js';

/** A model maker's own SDK and whether a Foundry resource takes it. */
export interface ProviderSdk extends Sourced {
  readonly provider: string;
  readonly packages: readonly { readonly ecosystem: Ecosystem; readonly name: string }[];
  readonly kinds: readonly ClientKind[];
  /** On a resource (`*.services.ai.azure.com`). Serverless endpoints took some of them. */
  readonly isSupported: boolean;
  readonly instead: string;
  readonly note: string | null;
}

const FAQ = 'MicrosoftDocs/azure-ai-docs articles/foundry-classic/foundry-models/faq.yml';

export const PROVIDER_SDKS: readonly ProviderSdk[] = [
  {
    provider: 'Cohere',
    packages: [
      { ecosystem: 'pypi', name: 'cohere' },
      { ecosystem: 'npm', name: 'cohere-ai' },
    ],
    kinds: ['cohere'],
    isSupported: false,
    instead:
      'the openai package on /openai/v1/; rerank by plain HTTP on /providers/cohere/v2/rerank with api-key',
    note: 'Its key goes as Authorization: Bearer, which /providers is reported to reject. Cohere documents it for serverless endpoints.',
    source: `${FAQ}; cohere-ai/cohere-developer-experience issue 282; cohere-ai 8.1.0 measured`,
    date: '2026-11',
  },
  {
    provider: 'Mistral AI',
    packages: [
      { ecosystem: 'pypi', name: 'mistralai' },
      { ecosystem: 'npm', name: '@mistralai/mistralai' },
      { ecosystem: 'npm', name: '@mistralai/mistralai-azure' },
    ],
    kinds: ['mistral', 'mistral-azure'],
    isSupported: false,
    instead: 'the openai package on /openai/v1/',
    note: 'MistralAzure calls /v1/models/chat/completions behind the host, which a resource does not serve.',
    source: `${FAQ}; @mistralai/mistralai-azure 2.0.0 measured`,
    date: '2026-11',
  },
  {
    provider: 'AI21',
    packages: [
      { ecosystem: 'pypi', name: 'ai21' },
      { ecosystem: 'npm', name: 'ai21' },
    ],
    kinds: ['ai21'],
    isSupported: false,
    instead: 'the openai package on /openai/v1/',
    note: null,
    source: 'ai21 npm README; BerriAI/litellm issue 4815',
    date: '2026-11',
  },
  {
    provider: 'Anthropic',
    packages: [
      { ecosystem: 'pypi', name: 'anthropic' },
      { ecosystem: 'npm', name: '@anthropic-ai/foundry-sdk' },
      { ecosystem: 'npm', name: '@anthropic-ai/sdk' },
    ],
    kinds: ['anthropic-foundry', 'anthropic'],
    isSupported: true,
    instead: 'AnthropicFoundry on https://RESOURCE.services.ai.azure.com/anthropic',
    note: 'The documented way for Claude; the plain Anthropic class works with that base URL and x-api-key.',
    source: 'MicrosoftDocs/azure-ai-docs articles/foundry/foundry-models/how-to/use-foundry-models-claude.md',
    date: '2026-11',
  },
];

export function providerOf(kind: ClientKind): ProviderSdk | null {
  return PROVIDER_SDKS.find(({ kinds }) => kinds.includes(kind)) ?? null;
}
