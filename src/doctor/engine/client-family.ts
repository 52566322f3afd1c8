/** What a client class puts on the wire, as far as the judgement needs it. */
export type ClientFamily =
  | 'azure-openai'
  | 'openai'
  | 'inference'
  | 'projects'
  | 'anthropic-foundry'
  | 'maker';

const FAMILIES: readonly (readonly [RegExp, ClientFamily])[] = [
  [/AnthropicFoundry/i, 'anthropic-foundry'],
  [/cohere|mistral|ai21|anthropic|groq/i, 'maker'],
  [/AIProject|ProjectClient|AgentsClient/i, 'projects'],
  [
    /ChatCompletionsClient|EmbeddingsClient|ImageEmbeddingsClient|ModelClient|AIInference|AzureAI\w*Model|load_client/i,
    'inference',
  ],
  [/Azure|azopenai|api_type|OpenAIClientBuilder$/i, 'azure-openai'],
  [/OpenAI|ChatClient|EmbeddingClient/i, 'openai'],
];

/** By the names of docs/sdks.md; null for a class that is none of them. */
export function familyOf(className: string, packageName: string | null): ClientFamily | null {
  if (packageName !== null && /cohere|mistral|ai21/i.test(packageName)) return 'maker';
  if (packageName !== null && /ai[-.]inference/i.test(packageName)) return 'inference';
  if (packageName !== null && className === 'OpenAIClient' && /azure/i.test(packageName))
    return 'azure-openai';
  return FAMILIES.find(([pattern]) => pattern.test(className))?.[1] ?? null;
}
