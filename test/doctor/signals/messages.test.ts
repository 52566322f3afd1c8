import { describe, expect, it } from 'vitest';
import { MESSAGE_SIGNALS, type MessageSignalId } from '../../../src/doctor/signals/message-table.js';
import { told } from '../facts.js';

/** One real wording for each signal; `code` where the pattern looks at code. */
const WORDINGS: Readonly<Record<MessageSignalId, string>> = {
  'answer-without-error': 'AuthenticationError: 401 status code (no body)',
  'key-refused': 'Access denied due to invalid subscription key or wrong API endpoint.',
  'token-refused':
    'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
  'audience-project': 'the audience of the token must be https://ai.azure.com',
  'audience-two': 'audience is incorrect (https://cognitiveservices.azure.com/ or https://ai.azure.com/)',
  'audience-words': 'AADSTS500011: The resource principal named x was not found',
  'role-missing': 'Principal does not have access to API/Operation.',
  'permission-denied': '{"error":{"code":"PermissionDenied"}}',
  'keys-disabled':
    "{'code': 'AuthenticationTypeDisabled', 'message': 'Key based authentication is disabled for this resource.'}",
  'subscription-key-missing': 'Access denied due to missing subscription key.',
  'authorization-missing': 'Auth token must be passed as a header called Authorization',
  'header-wrong-said': 'sends Authorization with Bearer instead of the api-key header',
  'api-key-header-missing': 'x-api-key header is required',
  'openai-com-refused': 'Incorrect API key provided: 3****5.',
  'tenant-mismatch': 'Token tenant xxxx does not match resource tenant.',
  'token-expired': 'The access token has expired',
  'fails-later': 'works fine at first, and fails after about 60 minutes',
  'custom-subdomain': 'Please provide a custom subdomain for token authentication',
  'credential-unavailable':
    'DefaultAzureCredential failed to retrieve a token from the included credentials.',
  'credential-not-read': 'The api_key client option must be set either by passing api_key to the client',
  'header-value-illegal': "httpx.LocalProtocolError: Illegal header value b'Bearer '",
  'key-refused-other': 'invalid_api_key',
  unauthorized: 'HTTP 401',
  forbidden: '403 Forbidden',
  'resource-not-found': '{"error":{"code":"404","message": "Resource not found"}}',
  'not-found': 'HTTP 404',
  'method-not-allowed': '405 Method Not Allowed',
  'gateway-not-found': '{ "statusCode": 404, "message": "Resource not found" }',
  'api-family-wrong': '{"error":{"code":"api_not_supported"}}',
  'serverless-not-found': '{"status": "Serverless endpoint not found"}',
  'api-version-refused': '{"error":{"code":"BadRequest","message":"API version not supported"}}',
  'api-version-forbidden': 'api-version query parameter is not allowed when using /v1 path',
  'api-version-missing': 'Missing required query parameter: api-version',
  'api-version-too-old': 'Model {modelName} is enabled only for api versions 2024-12-01-preview and later',
  'url-no-scheme': "httpx.UnsupportedProtocol: Request URL is missing an 'http://' or 'https://' protocol.",
  'url-malformed': 'TypeError: Failed to parse URL from contoso',
  'url-in-url': 'https://https://contoso.openai.azure.com/.openai.azure.com/openai',
  'name-wanted': 'You\'re attempting to pass a "domain" parameter to "resourceName".',
  'endpoint-parameter':
    'As of openai>=1.0.0, Azure endpoints should be specified via the `azure_endpoint` param',
  'endpoint-not-read': 'Must provide one of the `base_url` or `azure_endpoint` arguments',
  'path-doubled': 'POST https://x.openai.azure.com/openai/v1/openai/deployments/d/chat/completions',
  'path-azure-on-v1': 'POST https://x.openai.azure.com/openai/v1/deployments/d/chat/completions',
  'path-segment-twice': 'https://x.services.ai.azure.com/providers/mistral/azure/ocr/ocr',
  'path-extra-said': 'the /v1 is appended again',
  'path-lacking-said': 'the request URL lacks the openai/deployments/ part',
  'models-lacking-said': 'the request goes out without /models',
  'path-double-slash': 'https://x.openai.azure.com//openai/deployments/d',
  'path-dated-no-version': 'POST .../openai/deployments/d/chat/completions',
  'path-strange-deployment': '/openai/deployments/UNKNOWN/assistants',
  'openai-azure-path': 'Invalid URL (POST /v1/openai/deployments/d/chat/completions)',
  'openai-mode-url': 'Invalid URL (POST /v1/responses)',
  'deployment-not-found': '{"error":{"code":"DeploymentNotFound"}}',
  'unknown-model': '{"error":{"code":"unknown_model","message":"Unknown model: X"}}',
  'model-not-found': 'The model `gpt-4` does not exist or you do not have access to it.',
  'no-model-named': "Must provide an 'engine' or 'deployment_id' parameter",
  'operation-unsupported': 'The chatCompletion operation does not work with the specified model, o3-pro.',
  'chat-refused-for-chat-model':
    'The chatCompletion operation does not work with the specified model, gpt-35-turbo. Please',
  'deployment-not-ready': 'I just created the deployment',
  'model-retired': 'The model version has been retired',
  'region-unavailable':
    "The specified SKU 'Standard' for model 'x' is not supported in this region 'australiaeast'.",
  'dns-failed': 'getaddrinfo ENOTFOUND contoso.openai.azure.com',
  'network-refused': 'Access denied due to Virtual Network/Firewall rules.',
  'vnet-regional-host': 'Please use the correct endpoint for making requests.',
  'tls-failed': '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed',
  'proxy-failed': 'Tunnel connection failed: 407 Proxy Authentication Required',
  'connection-failed': 'openai.APIConnectionError: Connection error.',
  'timed-out': 'openai.APITimeoutError: Request timed out.',
  'headers-too-large': '431 Request Header Fields Too Large',
  'response-headers-overflow': 'UND_ERR_HEADERS_OVERFLOW',
  'rate-limited':
    'have exceeded token rate limit of your current AIServices S0 pricing tier. Please retry after 60 seconds.',
  'quota-openai-com': 'You exceeded your current quota, please check your plan and billing details.',
  'content-filtered': "{'code': 'content_filter', 'innererror': {'code': 'ResponsibleAIPolicyViolation'}}",
  'parameter-refused': "Unsupported parameter: 'max_tokens' is not supported with this model.",
  'parameter-unknown': "Unknown parameter: 'tool_resources'.",
  'limit-exceeded': 'Too many inputs. The max number of inputs is 16.',
  'context-length': "This model's maximum context length is 4096 tokens.",
  'message-order': "An assistant message with 'tool_calls' must be followed by tool messages",
  'caller-stream': 'IndexError: list index out of range',
  'service-fault': '500 InternalServerError',
  'outage-words': 'SUMMARY OF IMPACT: You may experience sporadic issues',
  'temporarily-blocked': 'Your resource has been temporarily blocked',
  'bad-request': '400 Bad Request',
  'symbol-missing': "ImportError: cannot import name 'AzureOpenAI' from 'openai'",
  'argument-unknown': "TypeError: __init__() got an unexpected keyword argument 'proxies'",
  'old-api-style':
    'You tried to access openai.ChatCompletion, but this is no longer supported in openai>=1.0.0',
  'version-contrast': 'It worked in version 1.2.0',
  'azure-mode-missing': 'openai.ChatCompletion.create(engine="d")',
  'openai-host-in-azure-config': 'POST https://api.openai.com/v1/chat/completions',
  'maker-host': 'https://api.mistral.ai/v1',
  'maker-sdk': 'client = cohere.ClientV2(api_key=k)',
  'default-value-words': 'the library default',
  'type-mismatch-positional': "[type=url_parsing, input_value='***', input_type=str]",
  'unset-variable': "https://x/None/openai 'Bearer undefined'",
  'azure-client': 'client = AzureOpenAI(azure_endpoint=e)',
  'plain-client': 'client = OpenAI(base_url=e)',
  'inference-client': 'ChatCompletionsClient(endpoint=e)',
  'entra-credential': 'credential=DefaultAzureCredential()',
  'key-credential': 'AzureKeyCredential(k)',
  'openai-key-form': 'the key is sk-...',
  'token-as-key': 'AzureOpenAI(api_key=<Entra access token>)',
  'bearer-used': "'Authorization': 'Bearer {key}'",
  'header-misspelt': 'fetch(u, { headers: { apiKey: "***" } })',
  'api-key-header-used': '"api-key": "***"',
  'ml-scope': 'https://ml.azure.com/.default',
  'cognitive-scope': 'scope = "https://cognitiveservices.azure.com/.default"',
  'sovereign-cloud': 'https://x.openai.azure.us',
  'no-version-words': 'it never sends the api-version',
  'without-v1-works': '/openai/v1/chat/completions -> 200',
  'models-path-works': '/models/chat/completions -> 200',
  'partner-model': 'model: DeepSeek-R1',
  'rest-names-api-version-param': 'api_version="2024-10-21"',
  'base-parameter': 'OpenAI(base_url="x")',
  'url-in-code': 'Endpoint = "https://contoso.openai.azure.com"',
  'instruct-or-completion': 'from langchain.llms import AzureOpenAI',
};

const inputFor = (id: MessageSignalId) => {
  const signal = MESSAGE_SIGNALS.find((each) => each.id === id);
  return signal?.scope === 'code' ? { code: WORDINGS[id] } : { error_text: WORDINGS[id] };
};

describe('message signals', () => {
  it.each(MESSAGE_SIGNALS.map(({ id }) => id))('%s is seen in its own wording', (id) => {
    expect([...told(inputFor(id)).signals.keys()]).toContain(id);
  });

  it('have ids that are not used twice', () => {
    const ids = MESSAGE_SIGNALS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[MessageSignalId, string]>([
    ['dns-failed', 'com.azure.core.exception.ResourceNotFoundException: Status code 404'],
    ['entra-credential', 'https://mistral.francecentral.inference.ai.azure.com/v1'],
    ['rate-limited', 'after a second round of rate limiting'],
    ['path-segment-twice', 'File "/app/app/main.py", line 3'],
    ['gateway-not-found', '{"az.sdk.message":"HTTP response","statusCode":404,"url":"https://x"}'],
    ['content-filtered', '"content_filter_results":{"hate":{"filtered":false}}'],
    ['deployment-not-ready', 'If you created the deployment within the last 5 minutes, please wait a moment'],
    ['url-in-url', 'https://contoso.openai.azure.com/openai/deployments/d'],
    [
      'model-retired',
      'LangChainDeprecationWarning: The class `ChatOpenAI` was deprecated in LangChain 0.0.10',
    ],
    ['content-filtered', "'content_filter_results': {}"],
    ['region-unavailable', 'This is a chat model and not supported in the v1/completions endpoint.'],
    ['message-order', 'the error message should be clearer'],
  ])('%s is not seen in: %s', (id, text) => {
    expect([...told({ error_text: text }).signals.keys()]).not.toContain(id);
  });

  it('leaves wordings of failures alone in code, where they are comments', () => {
    expect(told({ code: '# DeploymentNotFound is caught here' }).signals.has('deployment-not-found')).toBe(
      false,
    );
  });

  it('quotes the line and the place', () => {
    const { signals } = told({ error_text: 'first\nError code: 404 - DeploymentNotFound\nlast' });
    expect(signals.get('deployment-not-found')).toEqual([
      {
        text: expect.stringContaining('"Error code: 404 - DeploymentNotFound"'),
        where: expect.stringContaining('error text'),
      },
    ]);
  });

  it('quotes no secret', () => {
    const secret = `sk-${'aB3'.repeat(12)}`;
    const { signals } = told({ error_text: `Incorrect API key provided: ${secret}.` });
    expect(JSON.stringify([...signals])).not.toContain(secret);
  });

  it.each([
    'a',
    '/openai/',
    'https://',
    'deployment ',
    'api-version ',
    ' audience',
    'after a ',
    '{"error":',
    'not supported ',
    '1.2 ',
    "model '",
    '/a/a',
  ])('matches 64 KiB of repeated %j in linear time', (piece) => {
    const time = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      for (const { pattern } of MESSAGE_SIGNALS) pattern.test(text);
      return performance.now() - start;
    };
    time(8 * 1024);
    expect(time(64 * 1024)).toBeLessThan(2000);
  });
});
