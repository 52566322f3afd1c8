import type { Role } from './parameters.js';

/** A class or function that makes a client, with what its positional arguments are. */
export interface ClientClass {
  readonly positional: readonly Role[];
  /** Only counts when the name is imported from, or prefixed with, one of these. */
  readonly onlyFrom?: readonly string[];
  /** A parameter, by how its name begins, that makes it work as another class does. */
  readonly worksAs?: { readonly className: string; readonly with: string };
}

const KEYWORDS_ONLY: ClientClass = { positional: [] };
/** LangChain.js has one class for both services (seen in langchain-ai/langchainjs issues 1247 and 1750, read 2026-11). */
const AZURE_CHAT: ClientClass = {
  positional: [],
  worksAs: { className: 'AzureChatOpenAI', with: 'azureOpenAI' },
};
const AZURE_EMBEDDINGS: ClientClass = {
  positional: [],
  worksAs: { className: 'AzureOpenAIEmbeddings', with: 'azureOpenAI' },
};
const ENDPOINT_FIRST: ClientClass = { positional: ['endpoint', 'credential'] };
const DEPLOYMENT_FIRST: ClientClass = { positional: ['deployment', 'endpoint', 'key'] };

/** Signatures as in the packages of docs/sdks.md, read 2026-11. */
const CLASSES: Readonly<Record<string, ClientClass>> = {
  AzureOpenAI: KEYWORDS_ONLY,
  AsyncAzureOpenAI: KEYWORDS_ONLY,
  OpenAI: AZURE_CHAT,
  AsyncOpenAI: KEYWORDS_ONLY,
  ChatCompletionsClient: ENDPOINT_FIRST,
  EmbeddingsClient: ENDPOINT_FIRST,
  ImageEmbeddingsClient: ENDPOINT_FIRST,
  load_client: ENDPOINT_FIRST,
  ModelClient: ENDPOINT_FIRST,
  AIProjectClient: ENDPOINT_FIRST,
  OpenAIClient: ENDPOINT_FIRST,
  AzureOpenAIClient: ENDPOINT_FIRST,
  ChatClient: { positional: ['model', 'credential'] },
  EmbeddingClient: { positional: ['model', 'credential'] },
  ChatCompletionsClientBuilder: KEYWORDS_ONLY,
  ChatCompletionsClientBuilderAsync: KEYWORDS_ONLY,
  EmbeddingsClientBuilder: KEYWORDS_ONLY,
  OpenAIClientBuilder: KEYWORDS_ONLY,
  OpenAIOkHttpClient: KEYWORDS_ONLY,
  AzureChatCompletion: DEPLOYMENT_FIRST,
  AzureTextCompletion: DEPLOYMENT_FIRST,
  AzureTextEmbedding: DEPLOYMENT_FIRST,
  AzureOpenAIChatCompletionService: DEPLOYMENT_FIRST,
  AzureOpenAITextEmbeddingGenerationService: DEPLOYMENT_FIRST,
  AddAzureOpenAIChatCompletion: DEPLOYMENT_FIRST,
  AddAzureOpenAITextEmbeddingGeneration: DEPLOYMENT_FIRST,
  AddAzureOpenAIEmbeddingGenerator: DEPLOYMENT_FIRST,
  AddAzureOpenAITextToImage: DEPLOYMENT_FIRST,
  AddAzureOpenAIChatClient: DEPLOYMENT_FIRST,
  AddOpenAIChatCompletion: { positional: ['model', 'key'] },
  AddAzureAIInferenceChatCompletion: { positional: ['model', 'key', 'endpoint'] },
  WithAzureChatCompletionService: DEPLOYMENT_FIRST,
  WithAzureOpenAIChatCompletion: DEPLOYMENT_FIRST,
  AzureChatOpenAI: KEYWORDS_ONLY,
  AzureOpenAIEmbeddings: KEYWORDS_ONLY,
  AzureOpenAIEmbedding: KEYWORDS_ONLY,
  ChatOpenAI: AZURE_CHAT,
  OpenAIEmbeddings: AZURE_EMBEDDINGS,
  OpenAIEmbedding: KEYWORDS_ONLY,
  AzureAIChatCompletionsModel: KEYWORDS_ONLY,
  AzureAIEmbeddingsModel: KEYWORDS_ONLY,
  AzureAICompletionsModel: KEYWORDS_ONLY,
  AnthropicFoundry: KEYWORDS_ONLY,
  AsyncAnthropicFoundry: KEYWORDS_ONLY,
  Anthropic: KEYWORDS_ONLY,
  AsyncAnthropic: KEYWORDS_ONLY,
  ClientV2: { positional: ['key'], onlyFrom: ['cohere'] },
  AsyncClientV2: { positional: ['key'], onlyFrom: ['cohere'] },
  Client: { positional: ['key'], onlyFrom: ['cohere'] },
  AsyncClient: { positional: ['key'], onlyFrom: ['cohere'] },
  CohereClient: KEYWORDS_ONLY,
  CohereClientV2: KEYWORDS_ONLY,
  Mistral: KEYWORDS_ONLY,
  MistralAzure: KEYWORDS_ONLY,
  MistralClient: KEYWORDS_ONLY,
  AI21Client: KEYWORDS_ONLY,
  AI21AzureClient: KEYWORDS_ONLY,
  AI21: KEYWORDS_ONLY,
  createAzure: KEYWORDS_ONLY,
  createOpenAI: KEYWORDS_ONLY,
  createOpenAICompatible: KEYWORDS_ONLY,
  createAnthropic: KEYWORDS_ONLY,
  NewClientWithKeyCredential: { positional: ['endpoint', 'credential'], onlyFrom: ['azopenai'] },
  NewClientForOpenAI: { positional: ['endpoint', 'credential'], onlyFrom: ['azopenai'] },
  NewClient: { positional: ['endpoint', 'credential'], onlyFrom: ['azopenai', 'openai'] },
  DefaultAzureConfig: { positional: ['key', 'endpoint'], onlyFrom: ['openai'] },
  completion: { positional: ['model'], onlyFrom: ['litellm'] },
  acompletion: { positional: ['model'], onlyFrom: ['litellm'] },
  embedding: { positional: ['model'], onlyFrom: ['litellm'] },
  aembedding: { positional: ['model'], onlyFrom: ['litellm'] },
  rerank: { positional: ['model'], onlyFrom: ['litellm'] },
  LM: { positional: ['model'], onlyFrom: ['dspy'] },
};

const KNOWN = new Map(Object.entries(CLASSES));
/** Wrappers of tools: a name like theirs counts when its parameters do. */
const LIKELY =
  /(?:openai|azureai|azureinference|azurechat|chatcompletion|foundry|anthropic|cohere|mistral|ai21|azureml)/i;
const NOT_A_CLIENT =
  /(?:Error|Exception|Credentials?|Options|Settings|Config|Configuration|Params|Request|Response|Message|MessageParam|Info|Policy|Instrumentor|Plugin|Content|Tool|Usage|Handler)$/;

/** The class of a name; `origin` is its package or prefix, when the text shows one. */
export function clientClass(name: string, origin: string | null): ClientClass | null {
  const known = KNOWN.get(name);
  if (known === undefined) return null;
  if (known.onlyFrom === undefined) return known;
  return origin !== null && known.onlyFrom.some((part) => origin.includes(part)) ? known : null;
}

export function isLikelyClient(name: string): boolean {
  return (
    name.length <= 80 &&
    !/^(?:Get|List|Is|On|Create(?!OpenAI|Azure))/.test(name) &&
    /^(?:[A-Z]|create|with|add|use)/.test(name) &&
    LIKELY.test(name) &&
    !NOT_A_CLIENT.test(name)
  );
}
