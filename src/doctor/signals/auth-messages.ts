import type { MessageSignal } from './message-signal.js';

/** How services and sign-in libraries word a refused key, token or identity. */
export const AUTH_MESSAGES = [
  {
    id: 'answer-without-error',
    says: 'The answer had no error object: the form of the token check, before any route or role.',
    scope: 'error',
    pattern: /401 status code \(no body\)/i,
    source:
      'openai js 6.49 on the body {statusCode, message} of gh:Azure/azure-sdk-for-python#37408, measured 2026-11-22',
  },
  {
    id: 'key-refused',
    says: 'The service does not know this key on this host.',
    scope: 'error',
    pattern:
      /invalid subscription key|wrong api endpoint|invalid api key or|provided (?:api )?key is (?:invalid|not valid)/i,
    source: 'gh:microsoft/semantic-kernel#10337 (2025)',
  },
  {
    id: 'token-refused',
    says: 'The gateway judged what came as a token, and refused it.',
    scope: 'error',
    pattern: /access token is (?:missing|invalid)|audience is incorrect/i,
    source: 'gh:Azure/azure-sdk-for-python#37408 (2024)',
  },
  {
    id: 'audience-project',
    says: 'The service expects a token for https://ai.azure.com and no other.',
    scope: 'error',
    pattern: /audience(?! is incorrect \(https:\/\/cognitive).{0,60}https:\/\/ai\.azure\.com/i,
    source: 'gh:microsoft/agent-framework#7201 (2026)',
  },
  {
    id: 'audience-two',
    says: 'The service lists the audiences it accepts; the token has another.',
    scope: 'error',
    pattern: /cognitiveservices\.azure\.com\/? or https:\/\/ai\.azure\.com|urn:ms\.scopedToken/i,
    source: 'gh:Azure/azure-sdk-for-net#50872 (2025)',
  },
  {
    id: 'audience-words',
    says: 'The message speaks of the audience or scope of a token.',
    scope: 'error',
    pattern:
      /(?:invalid|wrong|incorrect|unexpected|mismatched|expected)[\w /]{0,20}\baudience|audience error|audience (?:validation|mismatch|in the token|of the token|must be|should be|did not match)|\binvalid_scope\b|AudienceNotSupported|not a supported MSI token audience|invalid_resource|AADSTS500011|AADSTS70011|AADSTS1002012|IDX10214/i,
    source: 'learn:/entra/identity-platform/reference-error-codes (2026-09)',
  },
  {
    id: 'role-missing',
    says: 'The identity is known and lacks a right.',
    scope: 'error',
    pattern:
      /principal does not have access|lacks the required data action|does not have (?:the )?(?:required |necessary |sufficient )?(?:access|permissions?|authorization) (?:to|for)|not authorized to perform|AuthorizationFailed|required role|role assignment/i,
    source: 'docs:ai-foundry/foundry-models/configure-entra-id/troubleshooting (2025)',
  },
  {
    id: 'permission-denied',
    says: 'PermissionDenied without the key wording.',
    scope: 'error',
    pattern:
      /PermissionDenied(?![^\n]{0,20}\n?[^\n]{0,20}ErrorCode: 401)|insufficient (?:permissions|privileges)/i,
    source: 'error-signatures of the gateway (2025)',
  },
  {
    id: 'keys-disabled',
    says: 'Keys are switched off on this resource.',
    scope: 'error',
    pattern:
      /AuthenticationTypeDisabled|key[- ]based authentication is (?:disabled|not)|local auth(?:entication)? (?:is |has been )?disabled|disableLocalAuth"?\s{0,4}[:=]\s{0,4}true|DisableLocalAuth is (?:set to )?true/i,
    source: 'gh:microsoft/sample-app-aoai-chatGPT#1000 (2024)',
  },
  {
    id: 'subscription-key-missing',
    says: 'A gateway of API Management did not find its subscription key header.',
    scope: 'error',
    pattern: /missing subscription key|ocp-apim-subscription-key(?: header)? is (?:missing|required)/i,
    source: 'gh:continuedev/continue#4601 (2025)',
  },
  {
    id: 'authorization-missing',
    says: 'The server wants the key in the Authorization header.',
    scope: 'error',
    pattern:
      /missing authorization header|header called authorization|no authorization header|authorization header (?:is )?(?:missing|required|not found)|didn'?t provide an api key|missing bearer|bearer token is missing/i,
    source: 'gh:enricoros/big-AGI#608 (2024)',
  },
  {
    id: 'header-wrong-said',
    says: 'The report says that the secret goes in the wrong header.',
    scope: 'any',
    pattern:
      /(?:bearer|authorization)(?: \w{1,20}){0,4} instead of (?:the |an? )?[`'"]?(?:x-)?api-key|api-key[`'"]?(?: \w{1,20}){0,3} instead of (?:the |an? )?[`'"]?(?:authorization|bearer)|(?:wrong|proper|correct|right|incorrect) (?:auth\w{0,12} )?header|(?:expects?|requires?|wants?|needs?) (?:the |an? )?[`'"]?(?:x-)?api-key[`'"]? header/i,
    source: 'endpoints §2 (2026-09)',
  },
  {
    id: 'api-key-header-missing',
    says: 'The server wants the key in the api-key or x-api-key header.',
    scope: 'error',
    pattern:
      /(?:x-)?api-key header (?:is )?(?:missing|required|not found)|missing (?:the )?['"`]?(?:x-)?api-key\b|x-api-key.{0,20}required/i,
    source: 'gateway and Anthropic route wordings (2025)',
  },
  {
    id: 'openai-com-refused',
    says: 'api.openai.com refused the key: the call went there, not to Azure.',
    scope: 'error',
    pattern: /incorrect api key provided|platform\.openai\.com\/account\/api-keys/i,
    source: 'platform.openai.com/docs/guides/error-codes (2025)',
  },
  {
    id: 'tenant-mismatch',
    says: 'The token is from another Entra tenant.',
    scope: 'error',
    pattern:
      /tenant provided in token|does not match resource tenant|token tenant|AADSTS90002|AADSTS700016|AADSTS50020|AADSTS90072|AADSTS50059|InvalidAuthenticationTokenTenant|wrong issuer|from the wrong (?:issuer|tenant)|tenant .{0,40} not found/i,
    source: 'learn:/entra/identity-platform/reference-error-codes (2026-09)',
  },
  {
    id: 'token-expired',
    says: 'The token was good and its time is over.',
    scope: 'error',
    pattern:
      /token (?:has |is |was )?(?:already )?expired|ExpiredAuthenticationToken|expired token|lifetime validation failed|AADSTS700082|AADSTS70043|AADSTS50173|jwt expired|token.{0,30}no longer valid|ExpiredToken/i,
    source: 'learn:/entra/identity-platform/reference-error-codes (2026-09)',
  },
  {
    id: 'fails-later',
    says: 'The same calls work at first and fail after a while.',
    scope: 'any',
    pattern:
      /after (?:\w{1,12} ){0,4}(?:about |around |roughly |approximately |exactly |~ ?|some |a few |an |a |one |1 |\d{1,4} ?)(?:\d{1,4} )?(?:hours?|minutes?|mins?|documents?|requests|while|time|h\b)|for a while|(?:token|credential)s?[_ ](?:is |are |was )?(?:never |not )?refresh|(?:never|not|without) refresh|works? (?:fine |well )?(?:at first|initially|for (?:about |around |~)?(?:an|one|1|60|a while|some))|(?:first|once) (?:hour|works) .{0,30}then|long[- ]running|read once|restart(?:ing)? (?:the )?(?:app|server|process|container|pod).{0,20}(?:fix|help|work)/i,
    source: 'Entra access tokens live 60 to 90 minutes, learn:/entra/identity-platform/access-tokens (2026)',
  },
  {
    id: 'custom-subdomain',
    says: "Tokens work only on the resource's own host name.",
    scope: 'error',
    pattern: /custom sub-?domain/i,
    source: 'gh:microsoft/microsoft-foundry-for-vscode#131 (2025)',
  },
  {
    id: 'credential-unavailable',
    says: 'No identity gave a token; nothing was sent.',
    scope: 'error',
    pattern:
      /DefaultAzureCredential failed|CredentialUnavailable|ChainedTokenCredential|(?:ManagedIdentity|AzureCli|Environment)Credential (?:authentication )?(?:unavailable|failed)|run '?az login|failed to (?:retrieve|acquire) (?:a |an )?(?:access )?token|No accounts were found/i,
    source: 'azure-identity troubleshooting guide (2025)',
  },
  {
    id: 'credential-not-read',
    says: 'The client found no key where it looks.',
    scope: 'error',
    pattern:
      /missing credentials|api_?key client option must be set|did not find (?:openai|azure|AZURE)\w{0,20}_api_key|no api key (?:provided|found|set)|(?:OPENAI|AZURE)\w{0,24}_KEY (?:environment variable )?(?:is )?(?:missing|not set|not found|required|must be)|(?:openai|azure_openai)?_?api_?key.{0,20}(?:not (?:set|found|configured)|is missing or empty)|api key (?:is )?(?:missing|not set|required|not configured)/i,
    source: 'openai-python lib/azure.py, openai-node azure.ts (2025)',
  },
  {
    id: 'header-value-illegal',
    says: 'The key is empty or holds a line break.',
    scope: 'error',
    pattern:
      /illegal header value|invalid header value|invalid character in header content|ERR_INVALID_CHAR/i,
    source: 'httpx, Node http (2025)',
  },
  {
    id: 'key-refused-other',
    says: 'The key is called invalid.',
    scope: 'error',
    pattern:
      /invalid[_ -](?:api[_ -]?key|x-api-key|access key|authentication token)|api[_ -]?key (?:is |was )?(?:invalid|not valid|incorrect|wrong|expired|revoked)|authentication_error/i,
    source: 'wordings of OpenAI-style back ends (2025)',
  },
  {
    id: 'unauthorized',
    says: 'The call was refused with 401.',
    scope: 'error',
    pattern: /\b401\b|unauthori[sz]ed|AuthenticationError|ClientAuthenticationError/i,
    source: 'RFC 9110 §15.5.2',
  },
  {
    id: 'forbidden',
    says: 'The call was refused with 403.',
    scope: 'error',
    pattern: /\b403\b|\bforbidden\b/i,
    source: 'RFC 9110 §15.5.4',
  },
] as const satisfies readonly MessageSignal[];
