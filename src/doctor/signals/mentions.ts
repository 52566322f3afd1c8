import type { MessageSignal } from './message-signal.js';

/** What a report or a snippet names, whether or not a reader could make a fact of it. */
export const MENTIONS = [
  {
    id: 'azure-client',
    says: 'An Azure OpenAI client class is used.',
    scope: 'any',
    pattern:
      /(?:Async)?AzureOpenAI(?:Client|Embeddings|Chat|Embedding)?\s?\(|AzureChatOpenAI|AzureOpenAIEmbeddings|AzureOpenAIClient|AzureOpenAiChatModel|AzureChatCompletion\b|AzureTextEmbedding|AzureOpenAi\w{0,30}Model|createAzure\b|AddAzureOpenAI|OpenAIClientBuilder|azopenai|\bOpenAIClient\s?\(\s?new (?:Uri|AzureKey)|azure_openai[:/]|AzureOpenAI\b/,
    source: 'sdk-matrix §1 (2026-09)',
  },
  {
    id: 'plain-client',
    says: 'The plain OpenAI client is used.',
    scope: 'any',
    pattern:
      /(?<![A-Za-z])(?:Async)?OpenAI\s?\((?!\s{0,8}\{[^}]{0,300}azureOpenAI)|\bChatOpenAI\b(?!\(\s{0,8}\{[^}]{0,300}azureOpenAI)|\bOpenAIEmbeddings\b(?!\(\s{0,8}\{[^}]{0,300}azureOpenAI)|OpenAIChatCompletion\b|OpenAIChatCompletionClient|createOpenAI\b|createOpenAICompatible|openai[-_]compat|openai-completions|OpenAiChatModel(?<!AzureOpenAiChatModel)|OpenAILike|openai\.OpenAI\b/,
    source: 'sdk-matrix §1 (2026-09)',
  },
  {
    id: 'inference-client',
    says: 'The Azure AI Inference SDK is used.',
    scope: 'any',
    pattern:
      /(?<!Azure)ChatCompletionsClient|EmbeddingsClient\b|ImageEmbeddingsClient|ModelClient\s?\(|azure[-.]ai[-.]inference|ai-inference|AzureAIChatCompletions|AzureAIEmbeddingsModel|AzureAIInference|AIModelInference|azure\.ai\.inference|Azure\.AI\.Inference/,
    source: 'sdk-matrix §1 (2026-09)',
  },
  {
    id: 'entra-credential',
    says: 'The call signs in with Entra ID.',
    scope: 'any',
    pattern:
      /DefaultAzureCredential|ManagedIdentityCredential|AzureCliCredential|ClientSecretCredential|InteractiveBrowserCredential|get_bearer_token_provider|getBearerTokenProvider|azure_ad_token|azureADToken|TokenCredential|azure_ad\b|AZURE_CLIENT_SECRET|managed[- ]identity|\bEntra\b|WorkloadIdentity|EnvironmentCredential|get_token\(|\baad\b/i,
    source: 'azure-identity (2025)',
  },
  {
    id: 'key-credential',
    says: 'The call uses a key.',
    scope: 'any',
    pattern:
      /AzureKeyCredential|ApiKeyCredential|api[-_]?key\b|\bapiKey\b|openai_api_key|OPENAI_API_KEY|KeyCredential/,
    source: 'sdk-matrix §3 (2026-09)',
  },
  {
    id: 'openai-key-form',
    says: 'The key has the form of an api.openai.com key.',
    scope: 'any',
    pattern:
      /(?<![A-Za-z0-9])sk-(?:[.*x]{1,4}|proj|[A-Za-z0-9])|platform\.openai\.com(?!\/account\/api-keys)|openai-key/,
    source: 'platform.openai.com/docs (2025)',
  },
  {
    id: 'token-as-key',
    says: 'A token is passed where a key is wanted.',
    scope: 'any',
    pattern:
      /api_?key['"]?\s?[=:]\s?[<"'({]{0,2}(?:the |your |an? )?(?:entra|aad|azure ad|access|jwt|bearer|token|credential|azd?_?credential|get_token|await credential|eyJ)|api_key\s?=\s?[\w.]{1,40}\.(?:get_token|token)\b|(?:AAD|Entra|access|JWT) token (?:as|in|instead of|for) (?:the |an? )?api[-_ ]?key|api_?key holds an? \w{0,10} ?token|['"]api-key['"]\s?:\s?['"]?<?(?:access|entra|aad|bearer)[-_ ]?token/i,
    source: 'openai-python 2.34 release notes (2026-05)',
  },
  {
    id: 'bearer-used',
    says: 'The secret travels as Authorization: Bearer.',
    scope: 'any',
    pattern:
      /authorization['"]?\s{0,2}[:=]\s{0,2}[`'"]?\s?bearer|Bearer \{?(?:api[_-]?)?key|as (?:a )?bearer|bearer (?:auth|header|token)|Authorization header|Authorization: Bearer/i,
    source: 'endpoints §2 (2026-09)',
  },
  {
    id: 'header-misspelt',
    says: 'A header is named nearly like api-key.',
    scope: 'code',
    pattern:
      /headers?['"]?\s{0,3}[:=]\s{0,3}\{[^}]{0,120}['"]?(?<![\w-])(?:apiKey|api_key|apikey|API_KEY|x-apikey)['"]?\s{0,3}:/,
    source: 'endpoints §2 (2026-09)',
  },
  {
    id: 'api-key-header-used',
    says: 'The secret travels as api-key.',
    scope: 'any',
    pattern: /['"`]?(?<![a-z-])api-key['"`]?\s{0,2}[:=]|x-api-key|header (?:named )?['"`]?api-key/i,
    source: 'endpoints §2 (2026-09)',
  },
  {
    id: 'ml-scope',
    says: 'A token for https://ml.azure.com or the management plane is used.',
    scope: 'any',
    pattern:
      /https:\/\/(?:ml\.azure\.com|management\.azure\.com|management\.core\.windows\.net|graph\.microsoft\.com)\/?\.?(?:default)?/i,
    source: 'sdk-matrix §2: default scope of the inference SDK (2026-09)',
  },
  {
    id: 'cognitive-scope',
    says: 'A token for https://cognitiveservices.azure.com is used.',
    scope: 'code',
    pattern: /cognitiveservices\.azure\.(?:com|us|cn)\/?\/\.default|SCOPE.{0,10}cognitiveservices/i,
    source: 'endpoints §2 (2026-09)',
  },
  {
    id: 'sovereign-cloud',
    says: 'A sovereign cloud is in play.',
    scope: 'any',
    pattern: /\.azure\.(?:us|cn)\b|usgov|AzureUSGovernment|AzureChina|azure government|21vianet/i,
    source: 'endpoints §4 (2026-09)',
  },
  {
    id: 'no-version-words',
    says: 'The report says that no api-version is sent.',
    scope: 'any',
    pattern:
      /(?:without|no|lacks?|missing|omit(?:s|ted|ting)?|never (?:sends?|adds?|sets?)|not (?:send|add|set|pass|includ)\w{0,4}|drops?|strips?) (?:an? |any |the |its |[`'"?]?)?(?:`|'|"|\?)?(?:api[-_ ]?version|query)/i,
    source: 'api-version rule of the dated route, endpoints §5 (2026-09)',
  },
  {
    id: 'without-v1-works',
    says: 'The same call works on /openai/v1.',
    scope: 'error',
    pattern:
      /\/openai\/v1\/[\w/]{1,40}\s{0,3}(?:->|=>|→|:)\s{0,3}(?:HTTP )?200|(?:correct|works?|expected|right|should be):?\s{0,3}(?:POST |GET )?https?:\/\/[^\s]{1,120}\/openai\/v1/i,
    source: 'endpoints §2 (2026-09)',
  },
  {
    id: 'models-path-works',
    says: 'The same call works on /models.',
    scope: 'error',
    pattern:
      /(?:correct|works?|expected|right|should be):?\s{0,3}(?:POST |GET )?https?:\/\/[^\s]{1,120}\/models\/|\/models\/chat\/completions\S{0,60}\s{0,3}(?:->|=>|→|:)\s{0,3}(?:HTTP )?200/i,
    source: 'endpoints §1 (2026-09)',
  },
  {
    id: 'partner-model',
    says: "The model is not one of OpenAI's.",
    scope: 'any',
    pattern:
      /\b(?:deepseek|llama|mistral|mixtral|phi-?[34]|cohere|command-r|claude|grok|jamba|qwen|kimi|ministral|codestral|embed-v)\b[-\w.]*/i,
    source: 'catalog (2026-09)',
  },
  {
    id: 'rest-names-api-version-param',
    says: 'The code gives the api-version.',
    scope: 'code',
    pattern: /api[-_]?version|ServiceVersion/i,
    source: 'endpoints §5 (2026-09)',
  },
  {
    id: 'base-parameter',
    says: 'The code gives the endpoint as base_url or openai_api_base.',
    scope: 'code',
    pattern: /openai_api_base|\bapi_base\b|\bbase_url\s?=|baseURL\s?:|basePath\s?:|api_base\s?=|base_url:/i,
    source: 'langchain-openai, openai (2025)',
  },
  {
    id: 'url-in-code',
    says: 'The code gives a whole URL.',
    scope: 'code',
    pattern: /https:\/\/[\w<[{]/i,
    source: 'a well formed URL in the code is not what a missing scheme is about',
  },
  {
    id: 'instruct-or-completion',
    says: 'A legacy completions class or model is used.',
    scope: 'any',
    pattern:
      /langchain\.llms|text-davinci|-instruct\b(?!.{0,40}chat)|(?<!chat)\.completions\.create|Completion\.create(?<!ChatCompletion\.create)|legacy completions/i,
    source: 'learn:/azure/ai-services/openai/concepts/legacy-models (2025)',
  },
] as const satisfies readonly MessageSignal[];
