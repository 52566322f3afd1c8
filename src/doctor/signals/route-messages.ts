import type { MessageSignal } from './message-signal.js';

/** How services and SDKs word a route, URL or api-version that does not fit. */
export const ROUTE_MESSAGES = [
  {
    id: 'resource-not-found',
    says: 'No route of the host matched: path or api-version, not the key and not the deployment.',
    scope: 'error',
    pattern: /resource not found/i,
    source: 'gh:Azure/azure-sdk-for-java#44517 (2025)',
  },
  {
    id: 'not-found',
    says: 'The call was answered with 404.',
    scope: 'error',
    pattern: /\b404\b|\bnot ?found\b/i,
    source: 'RFC 9110 §15.5.5',
  },
  {
    id: 'method-not-allowed',
    says: 'The path exists and does not take this method.',
    scope: 'error',
    pattern: /\b405\b|method not allowed/i,
    source: 'RFC 9110 §15.5.6',
  },
  {
    id: 'gateway-not-found',
    says: 'An own API Management gateway answered: no operation at this path.',
    scope: 'error',
    pattern: /\{\s{0,4}"statusCode"\s{0,4}:\s{0,4}404,\s{0,4}"message"/i,
    source: 'gh:microsoft/simplechat#294 (2025)',
  },
  {
    id: 'api-family-wrong',
    says: 'The model is there and does not speak this API.',
    scope: 'error',
    pattern: /api_not_supported|requested api is (?:currently )?not supported/i,
    source: 'gh:anomalyco/opencode#14879 (2026)',
  },
  {
    id: 'serverless-not-found',
    says: 'No serverless endpoint of that host name.',
    scope: 'error',
    pattern: /serverless endpoint not found/i,
    source: 'gh:microsoft/semantic-kernel#10339 (2025)',
  },
  {
    id: 'api-version-refused',
    says: 'The service does not take this api-version.',
    scope: 'error',
    pattern:
      /api[- ]version(?:: ?| ['"`]?[\w-]{0,24}['"`]? ?| query parameter |)(?: ?is | ?was | ?)?(?:not supported|unsupported|invalid|not valid|not allowed)|(?:invalid|unsupported|unknown|not supported|wrong|incorrect) (?:api[- ]?version|['"`]?api_version)|UnsupportedApiVersion|InvalidApiVersion(?:Parameter)?|NoRegisteredProviderFound/i,
    source: 'gh:JetBrains/koog#2150 (2026)',
  },
  {
    id: 'api-version-forbidden',
    says: 'The /v1 path takes no api-version.',
    scope: 'error',
    pattern: /api-version query parameter is not allowed/i,
    source: 'gh:pydantic/pydantic-ai#5066 (2026)',
  },
  {
    id: 'api-version-missing',
    says: 'The request or the client has no api-version.',
    scope: 'error',
    pattern:
      /missing required query parameter:? ?['"`]?api-version|api[-_ ]?version['"`]? (?:query parameter |parameter |client option |argument )?(?:is |was |must be )?(?:required|missing|mandatory|not (?:set|provided|specified|given|found))|must provide (?:either )?(?:the )?[`'"]?api_version|(?:missing|without|no|requires? an?) (?:the )?[`'"]?api[-_ ]version|did not find openai_api_version|OPENAI_API_VERSION environment variable|MissingApiVersion|please (?:use|add|provide|specify|set) (?:an? |the )?[`'"]?api-version/i,
    source: 'gh:fastrepl/anarlog#3928 (2026), openai-python lib/azure.py',
  },
  {
    id: 'api-version-too-old',
    says: 'The model or feature needs a later api-version.',
    scope: 'error',
    pattern:
      /enabled only for api[- ]versions?|only (?:supported|available|enabled) (?:in|for|with|from) api[- ]versions?|(?:requires?|needs?|use) (?:a |an )?(?:newer|later) api[- ]version|api[- ]version .{0,24}(?:or later|and later|or newer|or above)|does not support.{0,40}api[- ]version|supported (?:only )?(?:by|in|from) api[- ]version/i,
    source: 'gh:spring-projects/spring-ai#2424 (2025)',
  },
  {
    id: 'url-no-scheme',
    says: 'The base URL has no scheme or no host.',
    scope: 'error',
    pattern:
      /missing (?:url )?scheme|invalid or missing url|missing an 'https?|no scheme supplied|missingschema|missing schema|unsupported protocol|protocol scheme|only absolute urls|only http\(s\) protocols|unknown url type|no host (?:in|supplied)|InvalidSchema|must be an absolute uri|no host specified|(?:url|uri|endpoint)['"]? (?:must|should|has to) (?:start|begin) with/i,
    source: 'httpx, requests, node-fetch, Go net/http, .NET HttpClient wordings (2025)',
  },
  {
    id: 'url-malformed',
    says: 'The base URL cannot be read as one.',
    scope: 'error',
    pattern:
      /invalid url|valid url|failed to parse url|invalid uri|relative url without a base|ERR_INVALID_URL|UriFormatException|format of the uri|label empty or too long|InvalidURL|invalid endpoint|url_parsing|Invalid port|Illegal character in|nonnumeric port|MalformedURL|resource ?name.{0,40}(?:invalid|not valid)|invalid host/i,
    source: 'WHATWG URL, httpx, .NET Uri, Java URI wordings (2025)',
  },
  {
    id: 'url-in-url',
    says: 'A whole URL was put where a name belongs.',
    scope: 'any',
    pattern:
      /https?:\/\/https?[:%/]|host='https?'|resolve 'https?'|https?:\/\/[^\s/'"]{1,120}\.(?:com|net)\/?\.(?:openai|services\.ai|cognitiveservices)\.azure|ENOTFOUND https?\b|\/\/[^\s/'"]{1,120}\/\.openai\.azure/i,
    source: 'gh:microsoft/sample-app-aoai-chatGPT#195-style reports (2023)',
  },
  {
    id: 'name-wanted',
    says: 'A client says that a URL was given where a name belongs.',
    scope: 'error',
    pattern:
      /pass(?:ing|ed)? a "?domain"? parameter|resource ?name.{0,40}(?:not a url|instead of|without https)|expected (?:a )?(?:resource|deployment) name/i,
    source: 'OpenAI-DotNet OpenAISettings (2024)',
  },
  {
    id: 'endpoint-parameter',
    says: 'The SDK says that the endpoint stands in the wrong parameter.',
    scope: 'error',
    pattern:
      /should be specified via the|(?:base_url|azure_endpoint|azure_deployment|deployment_name|baseurl|endpoint)[`'"]?.{0,40}mutually exclusive|if [`'"]?(?:deployment_name|azure_deployment|azure_endpoint).{0,80}(?:is )?specified then|(?:base_url|openai_api_base).{0,60}should not be|unexpected keyword argument ['"](?:azure_endpoint|azure_deployment|base_url|api_base|openai_api_base|endpoint|azure_ad_token_provider|engine|deployment_id|api_version|openai_api_version|deployment_name)/i,
    source: 'langchain-openai AzureChatOpenAI validator, openai-python lib/azure.py (2024)',
  },
  {
    id: 'endpoint-not-read',
    says: 'The client found no endpoint where it looks.',
    scope: 'error',
    pattern:
      /must provide one of the [`'"]?(?:base_url|baseURL)|(?:AZURE|OPENAI)\w{0,24}_(?:ENDPOINT|BASE|BASE_URL|HOST)[`'"]?(?: environment variable)?(?: is)? (?:missing|not set|not found|required|undefined|must be set|empty)|(?:azure_?)?endpoint (?:is |was )?(?:missing|not set|required|not configured|empty|null|undefined)|'None\/openai|undefined\/openai|null\/openai|Parameter 'endpoint'|Missing required environment variable|environment variable.{0,60}(?:is )?(?:not set|missing|required|must be set|undefined)/i,
    source: 'openai-python lib/azure.py, openai-node azure.ts (2025)',
  },
  {
    id: 'path-doubled',
    says: 'The request path holds a piece twice.',
    scope: 'any',
    pattern:
      /\/chat\/completions\/?(?:\?[^\s'"]{0,80})?\/(?:openai|chat\/completions|v1\/|deployments)|\/openai\/(?:v1\/)?openai\/|\/v1\/v1\/|\/openai\/deployments\/[^\s/'"?]{1,80}\/(?:openai\/)?deployments\/|\/models\/models\/|\/v1\/messages\/v1\/|\/rerank\/v\d\/rerank|\/embeddings\/embeddings|\/deployments\/[^\s/'"?]{1,80}\/(?:openai|v1)\/|\/models\/openai\/|\/responses\/(?:chat\/completions|responses)|api-version=[\w-]{1,24}\/(?:openai|chat|deployments|v1|completions)/i,
    source: 'sdk-matrix measurements (2026-09), gh:JetBrains/koog#2150',
  },
  {
    id: 'path-azure-on-v1',
    says: 'An Azure client put /deployments/... behind /openai/v1.',
    scope: 'any',
    pattern: /\/openai\/v1\/(?:openai\/)?deployments\b/i,
    source: 'sdk-matrix §3: AzureOpenAI with a v1 base URL (2026-09)',
  },
  {
    id: 'path-segment-twice',
    says: 'A path segment stands twice in a row.',
    scope: 'error',
    pattern:
      /(?:https?:\/\/|\.\.\.\/)[^\s'"]{0,160}(?<!\/deployments)\/([a-z][\w.-]{1,40})\/\1(?=[/?\s'"]|$)/im,
    source: 'gh:JetBrains/koog#2150: clients append a piece that is there',
  },
  {
    id: 'path-extra-said',
    says: 'The report says that a piece of the path is there twice or too much.',
    scope: 'any',
    pattern:
      /(?:\/chat\/completions|\/openai|\/v1|\/models|deployments?|path|suffix|operation)[`'"]? (?:is |was |gets? |being |already ){1,3}(?:included|appended|added|doubled|duplicated|repeated|there|contained|in the (?:base|url))|(?:double|doubled|duplicate|duplicated|repeated|twice)[\w ]{0,30}(?:path|suffix|\/v1|\/openai|\/chat|segment|url)|(?:path|url|segment|\/v1|\/openai)[\w ]{0,24}(?:twice|doubled|duplicated|again)/i,
    source: 'endpoints §3, path repairs (2026-09)',
  },
  {
    id: 'path-lacking-said',
    says: 'The report says that the URL lacks a piece of the Azure path.',
    scope: 'any',
    pattern:
      /(?:lacks?|lacking|missing|without|omits?|no|drops?|left out|does not (?:include|contain|add|have)|doesn't (?:include|contain|add|have)) (?:the |an? )?[`'"]?\/?openai\/?(?:deployments|v1|[`'"\s])/i,
    source: 'endpoints §3, path repairs (2026-09)',
  },
  {
    id: 'models-lacking-said',
    says: 'The report says that the URL lacks /models.',
    scope: 'any',
    pattern:
      /(?:lacks?|missing|without|omits?|no|drops?|does not (?:include|contain|add|have)|doesn't (?:include|contain|add|have)) (?:the |an? )?[`'"]?\/models\b/i,
    source: 'endpoints §3, path repairs (2026-09)',
  },
  {
    id: 'path-double-slash',
    says: 'The requested path begins with two slashes.',
    scope: 'error',
    pattern:
      /https?:\/\/[\w.<>{}*[\]-]{1,120}\/\/(?:openai|models|chat|deployments)|(?<![:\w])\/\/openai\/|two slashes|double slash|\/\/(?:chat\/)?completions/i,
    source: 'openai-python 1.57.2 changelog: trailing slash of azure_endpoint (2024-12)',
  },
  {
    id: 'path-dated-no-version',
    says: 'A dated route is asked for without api-version.',
    scope: 'error',
    pattern:
      /\/openai\/deployments\/[^\s/'"?]{1,80}\/(?:chat\/completions|completions|embeddings|images\/generations|audio\/\w{1,16})(?=[\s'"`),;]|$)/im,
    source: 'endpoints §5: the dated route needs api-version',
  },
  {
    id: 'path-strange-deployment',
    says: 'The path holds a deployment that the library made up.',
    scope: 'error',
    pattern: /\/deployments\/(?:UNKNOWN|[\w.-]{0,60}(?:%7B|%5B|\{\w{1,20}=)|\[object)/,
    source: 'libraries that put an object where the name belongs',
  },
  {
    id: 'openai-azure-path',
    says: 'api.openai.com was asked for an Azure path.',
    scope: 'error',
    pattern:
      /invalid url \((?:POST|GET) \/?[^)\s]{0,40}(?:openai|deployments|engines)|unrecognized request argument supplied: (?:engine|deployment_id|deployment)/i,
    source: 'platform.openai.com answer to Azure paths (2023)',
  },
  {
    id: 'openai-mode-url',
    says: 'An OpenAI-style server does not know the path.',
    scope: 'error',
    pattern: /invalid url \((?:POST|GET) |unrecognized request url/i,
    source: 'platform.openai.com answer to Azure paths (2023)',
  },
] as const satisfies readonly MessageSignal[];
