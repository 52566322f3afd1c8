import type { MessageSignal } from './message-signal.js';

/** How a wrong, old or mixed-up library shows, in its own words or in the code. */
export const SDK_MESSAGES = [
  {
    id: 'symbol-missing',
    says: 'The installed library does not have what the code uses.',
    scope: 'error',
    pattern:
      /cannot import name|has no attribute ['"`]?(?:AzureOpenAI|AsyncAzureOpenAI|OpenAI|ChatCompletion|Embedding|responses|beta|chat|get_|inference|agents|Completion|error|embed|complete)|is not a constructor|is not a function|NoSuchMethodError|NoSuchFieldError|MissingMethodException|TypeLoadException|ClassNotFoundException|does not contain a definition for|ModuleNotFoundError|Cannot find module|does not provide an export|Method not found|AbstractMethodError|undefined method|cannot find symbol/i,
    source: 'Python, Node, Java, .NET loader wordings (2025)',
  },
  {
    id: 'argument-unknown',
    says: 'The installed library does not take this argument.',
    scope: 'error',
    pattern:
      /unexpected keyword argument|got an unexpected|extra fields not permitted|multiple values for (?:keyword )?argument|No such parameter|unknown (?:option|argument)/i,
    source: 'Python call errors (2025)',
  },
  {
    id: 'old-api-style',
    says: 'Code of openai 0.x runs on openai 1.x, or the reverse.',
    scope: 'error',
    pattern:
      /no longer supported in openai>=1|APIRemovedInV1|openai migrate|module 'openai' has no attribute/i,
    source: 'openai-python 1.0.0 release notes (2023-11)',
  },
  {
    id: 'version-contrast',
    says: 'The report contrasts one version that works with one that does not.',
    scope: 'any',
    pattern:
      /(?:work(?:s|ed|ing)?|fine|ok|good) (?:fine |well |perfectly )?(?:in|on|with|until|till|up to|at|before) (?:the )?(?:previous |older |earlier |last |latest |newer )?(?:version |release |v ?)?\d+\.\d+|\d+\.\d+(?:\.\d+)? (?:works|worked|is fine|was fine)|(?:since|after) (?:upgrading|updating|upgrade|update|the (?:latest )?(?:update|upgrade|release)|version|bumping|v?\d+\.\d+)|downgrad|regression|(?:fails|broken|breaks|broke|error|failing|stopped working) (?:in|on|with|since|from|after) (?:version |release |v ?)?\d+\.\d+|works on \d|fails on \d|roll(?:ed|ing)? back|previous version/i,
    source: 'release regressions, as in the sdk matrix (2026)',
  },
  {
    id: 'azure-mode-missing',
    says: 'The code names Azure only through the old module-level mode or engine=.',
    scope: 'code',
    pattern: /\bengine\s?=|openai\.api_type|api_type\s?[=:]\s?['"]?azure/i,
    source: 'openai-python 0.28 Azure mode (2023)',
  },
  {
    id: 'openai-host-in-azure-config',
    says: 'The call went to api.openai.com.',
    scope: 'any',
    pattern: /api\.openai\.com/i,
    source: 'endpoints §1, openai-com (2026)',
  },
  {
    id: 'maker-host',
    says: "The call went to the model maker's own host.",
    scope: 'any',
    pattern:
      /api\.(?:mistral\.ai|cohere\.(?:ai|com)|anthropic\.com|ai21\.com|deepseek\.com|x\.ai)|https:\/\/cohere/i,
    source: 'endpoints §1: these are not Azure hosts (2026)',
  },
  {
    id: 'maker-sdk',
    says: "The model maker's own SDK is used.",
    scope: 'any',
    pattern:
      /(?:cohere|mistral|ai21)(?:'s)? (?:python |js |own )?sdk|\bcohere\.(?:Async)?Client|CohereClient|from cohere|import cohere|\bcohere-ai\b|mistralai|MistralClient|MistralAzure|\bMistral\s?\(|\bAI21Client|from ai21|\bai21\b|anthropic\.Anthropic\(|new Anthropic\(|Anthropic\(|ChatMistralAI|CohereEmbeddings|ChatCohere|CohereRerank|ChatAnthropic|@anthropic-ai\/sdk|groq\./i,
    source: 'sdk-matrix §4 (2026-09)',
  },
  {
    id: 'default-value-words',
    says: "A value is the library's default, not the caller's choice.",
    scope: 'any',
    pattern:
      /\b(?:library|package|sdk|built-?in|hard-?coded|package constant)\b.{0,20}\b(?:default|constant)|hard-?coded|default (?:api[- ]?version|value)/i,
    source: 'defaults listed in endpoints §5 (2026)',
  },
  {
    id: 'type-mismatch-positional',
    says: 'A positional argument landed in another parameter.',
    scope: 'error',
    pattern: /input_value=|base_url\s{0,4}\n?\s{0,8}invalid|validation errors? for (?:Init|url)/i,
    source: 'pydantic validation wordings (2023)',
  },
  {
    id: 'unset-variable',
    says: 'A variable came out empty.',
    scope: 'error',
    pattern:
      /\bNone\/|undefined\/(?:openai|deployments|chat)|Bearer (?:undefined|null|None)\b|Bearer\s{0,2}(?:'|"|$)|\/\/(?:undefined|null|none)\b/im,
    source: 'string forms of an unset variable in Python and JavaScript',
  },
] as const satisfies readonly MessageSignal[];
