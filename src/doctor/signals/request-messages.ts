import type { MessageSignal } from './message-signal.js';

/** How services word a fault of the request's body, a limit, or of the service itself; and how callers' own bugs show. */
export const REQUEST_MESSAGES = [
  {
    id: 'rate-limited',
    says: 'Tokens or requests a minute are used up, or capacity is short.',
    scope: 'error',
    pattern:
      /\b429\b|rate[- _]?limit[- ]?(?:is |was |has been )?(?:exceed|reach|hit|error)|(?:token|call|request)s? rate limit|too many requests|retry after \d|exceeded (?:the )?(?:token|call|request) rate|RateLimitError|high demand|quotaincrease|TPM limit|tokens per minute|insufficient_?quota|exceeded your current quota|InsufficientQuota|too many pending requests|NoCapacity|throttl/i,
    source: 'gh:jasonacox/TinyLLM#17 (2025), gh:dyad-sh/dyad#1849',
  },
  {
    id: 'quota-openai-com',
    says: 'api.openai.com says that its own account has no credit.',
    scope: 'error',
    pattern: /check your plan and billing|insufficient_quota/i,
    source: 'platform.openai.com/docs/guides/error-codes (2025)',
  },
  {
    id: 'content-filtered',
    says: 'The content filter stopped the prompt or the answer.',
    scope: 'error',
    pattern:
      /content[_ ]filter(?!_?results?['"]?\s?[:=]\s?\{(?:\}|[^}]{0,200}filtered['"]?: ?false))|ResponsibleAI|content management policy|response was filtered|jailbreak|content policy|content_policy_violation|finish_reason.{0,6}content_filter|safety system/i,
    source: 'gh:microsoft/TinyTroupe#85 (2024)',
  },
  {
    id: 'parameter-refused',
    says: 'The body holds something that this model or limit does not allow.',
    scope: 'error',
    pattern:
      /unsupported[_ ]parameter|parameters? (?:is|are) not available on|unsupported[_ ]value|unsupported parameter|is not supported (?:with|by|for|in) this model|not supported with this model|does not support (?:the )?['"`]?(?:\d|0\.|image|tools?|function|temperature|top_p|stop|n\b|logprobs|response_format|parallel|system|developer|reasoning|stream|json|max_|vision|presence|frequency|\w{1,24} parameter|parameter)|unrecognized request argument|unknown parameter|unexpected parameter|extra (?:inputs|parameters)|extra_forbidden|parameter_not_supported|additional properties are not allowed|only the default \(1\)|not permitted|max_completion_tokens|invalid value for ['"`]?(?:max_|temperature|top_p|n\b|response_format|model_kwargs)|additionalProperties|invalid_function_parameters|invalid schema for|unsupported (?:image|file|content)|image_url is only|not a supported (?:parameter|value)|'?reasoning_effort'?|does not match '?\^/i,
    source: 'gh:microsoft/vscode-copilot-release#11584 (2025), gh:BerriAI/litellm#3899',
  },
  {
    id: 'parameter-unknown',
    says: 'This version of the API does not know the parameter.',
    scope: 'error',
    pattern:
      /unknown[_ ]parameter|unrecognized request argument|unexpected parameter|additional properties are not allowed/i,
    source: 'endpoints §5: features come with api-versions',
  },
  {
    id: 'limit-exceeded',
    says: 'A documented limit of one request is exceeded.',
    scope: 'error',
    pattern:
      /too many inputs|max(?:imum)? (?:number of|array length|length|size)|array[_ ](?:above|too)[_ ](?:max|long)|string[_ ](?:above|too)[_ ](?:max|long)|too large\b.{0,60}(?:max_tokens|completion)|max_tokens is too large|maximum allowed (?:number|size|length)|exceeds? the (?:maximum|limit)|at most \d{1,6}|payload too large|\b413\b/i,
    source: 'learn:/azure/ai-services/openai/quotas-limits (2025)',
  },
  {
    id: 'context-length',
    says: "The prompt is longer than the model's context.",
    scope: 'error',
    pattern:
      /context_length_exceeded|maximum context length|context (?:length|window).{0,40}exceed|reduce (?:the length|your prompt)|input (?:is )?too long|prompt is too long|tokens.{0,30}exceed.{0,30}(?:context|limit of the model)/i,
    source: 'platform.openai.com/docs/guides/error-codes (2025)',
  },
  {
    id: 'message-order',
    says: 'The list of messages is not one that the API takes: a fault of the caller.',
    scope: 'error',
    pattern:
      /tool_calls?['"`]? must be followed|did not have response messages|tool_call_id|role ['"`]?tool['"`]? must be|preceding message with ['"`]?tool_calls|'messages' is a required|empty array|is too short - 'messages'|None is not of type|null is not of type|expected (?:a |an )?(?:string|array|object).{0,40}(?:null|none)|messages with role|['"`]messages['"`] (?:must|should)|content.{0,20}(?:null|none).{0,40}(?:string|expected)|invalid type for ['"`]?messages|must contain the word ['"`]?json|previous_response_not_found|no tool output found|without its required/i,
    source: 'gh:Azure-Samples/azure-search-openai-demo#118 (2023), chat completions schema',
  },
  {
    id: 'caller-stream',
    says: 'The answer came and the caller stumbled over its form: the first streamed part of Azure has no choices.',
    scope: 'error',
    pattern:
      /list index out of range|cannot read propert(?:y|ies) of (?:undefined|null) ?\(?(?:reading )?['"`]?(?:delta|content|0|message|choices|role|usage|text|finish)|cannot read propert(?:y|ies) ['"](?:delta|content|0|message|choices|role)|NoneType['"`]? object (?:has no attribute|is not (?:subscriptable|iterable))|KeyError: ['"](?:choices|content|delta|message|role|usage)|index (?:was )?out of (?:range|bounds)|IndexOutOfBounds|ArgumentOutOfRange|JSONDecodeError|unexpected (?:end of json|token)|choices\[0\]|choices is empty|empty choices|unterminated string|not valid json|is not iterable|undefined is not an object/i,
    source:
      'Azure streams open with a prompt_filter_results part without choices, learn:/azure/ai-services/openai/concepts/content-filter (2025)',
  },
  {
    id: 'service-fault',
    says: 'The service failed on its side.',
    scope: 'error',
    pattern:
      /\b50[0234]\b|\b5xx\b|internal ?server ?error|InternalServerError|service unavailable|bad gateway|gateway time-?out|server had an error|backend returned unexpected|temporarily unable|server_error|\boutage\b|incident|sporadic|service health|status page|upstream (?:connect|request)|overloaded|BackendError|model_error|temporarily unavailable/i,
    source: 'docs:foundry/openai/how-to/troubleshoot-errors (2026)',
  },
  {
    id: 'outage-words',
    says: 'The report speaks of an incident of the service.',
    scope: 'error',
    pattern:
      /\boutage\b|incident|service health|status page|summary of impact|sporadic|degraded|azure status|all regions|resolved by itself|went away/i,
    source: 'Azure Service Health wordings (2023)',
  },
  {
    id: 'temporarily-blocked',
    says: 'The resource is suspended for abuse; only support can lift it.',
    scope: 'error',
    pattern: /temporarily blocked/i,
    source: 'docs:foundry/openai/how-to/troubleshoot-errors (2026)',
  },
  {
    id: 'bad-request',
    says: 'The body of the call was refused with 400 or 422.',
    scope: 'error',
    pattern: /\b400\b|\b422\b|bad ?request|invalid_request_error|InvalidRequestError|unprocessable/i,
    source: 'RFC 9110 §15.5.1',
  },
] as const satisfies readonly MessageSignal[];
