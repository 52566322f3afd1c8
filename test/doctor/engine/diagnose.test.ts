import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSE_CODES, type CauseCode } from '../../../src/core/causes/codes.js';
import { diagnose } from '../../../src/doctor/engine/diagnose.js';
import { factsFromCase } from '../../../src/doctor/from-case.js';
import { mergeFacts } from '../../../src/doctor/merge-facts.js';

const answer = (input: Readonly<Record<string, unknown>>) => diagnose(factsFromCase(input));
const NOT_FOUND =
  "openai.NotFoundError: Error code: 404 - {'error': {'code': '404', 'message': 'Resource not found'}}";
const NO_DEPLOYMENT =
  "Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for this resource does not exist.'}}";
const BAD_KEY =
  '401 Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription';
const BAD_TOKEN =
  '{ "statusCode": 401, "message": "Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired." }';

/** Situations written from the facts of the services, one for each way that a cause shows. */
const SITUATIONS: readonly (readonly [CauseCode, string, Readonly<Record<string, unknown>>])[] = [
  [
    'endpoint.wrong-style',
    'the plain client on the resource root',
    {
      error_text: NOT_FOUND,
      language: 'js',
      code: 'new OpenAI({ baseURL: "https://contoso.openai.azure.com", apiKey })',
    },
  ],
  [
    'endpoint.missing-models-path',
    'the inference client on the root of a Foundry resource',
    {
      error_text: NOT_FOUND,
      language: 'python',
      code: 'ChatCompletionsClient(endpoint="https://contoso.services.ai.azure.com", credential=AzureKeyCredential(k))',
    },
  ],
  [
    'endpoint.extra-path',
    'a path that holds the operation twice',
    {
      error_text:
        'POST https://contoso.openai.azure.com/openai/deployments/d/chat/completions/chat/completions?api-version=2024-10-21 404 Resource not found',
    },
  ],
  [
    'endpoint.placeholder-or-malformed',
    'a base URL without scheme',
    {
      error_text: "httpx.UnsupportedProtocol: Request URL is missing an 'http://' or 'https://' protocol.",
      endpoint: 'contoso.openai.azure.com',
    },
  ],
  [
    'endpoint.region-host',
    'a regional host for a resource behind a network',
    {
      error_text:
        '403 A Virtual Network is configured for this resource. Please use the correct endpoint for making requests.',
      endpoint: 'https://eastus.api.cognitive.microsoft.com/',
    },
  ],
  [
    'endpoint.project-endpoint',
    'AzureOpenAI on a project endpoint',
    {
      error_text: NOT_FOUND,
      language: 'python',
      code: 'AzureOpenAI(azure_endpoint="https://contoso.services.ai.azure.com/api/projects/p1", api_version="2024-10-21")',
    },
  ],
  [
    'endpoint.serverless-vs-services',
    'a serverless host that does not exist',
    { error_text: '{"status": "Serverless endpoint not found"}' },
  ],
  [
    'endpoint.unreachable-dns',
    'a host that does not resolve',
    { error_text: 'Error: getaddrinfo ENOTFOUND contoso.openai.azure.com' },
  ],
  [
    'endpoint.missing-api-version',
    'a dated route without api-version',
    {
      error_text:
        'POST https://contoso.openai.azure.com/openai/deployments/d/chat/completions -> 404 Resource not found',
    },
  ],
  [
    'endpoint.bad-api-version',
    'a model version in its place',
    { error_text: NOT_FOUND, env: { OPENAI_API_VERSION: '0613' } },
  ],
  [
    'sdk.too-old',
    'a key sent as Bearer by an old release',
    {
      error_text: BAD_TOKEN,
      language: 'python',
      packages: { 'azure-ai-inference': '1.0.0b4' },
      code: 'ChatCompletionsClient(endpoint=E, credential=AzureKeyCredential(k))',
    },
  ],
  [
    'sdk.wrong-class',
    'an answer of api.openai.com',
    {
      error_text:
        'Error code: 401 - Incorrect API key provided: 3***5. You can find your API key at https://platform.openai.com/account/api-keys.',
      code: 'client = OpenAI(api_key=k)',
      language: 'python',
    },
  ],
  [
    'sdk.unsupported-provider-sdk',
    'the Cohere SDK on a Foundry host',
    {
      error_text: NOT_FOUND,
      language: 'python',
      code: 'import cohere\nco = cohere.ClientV2(base_url="https://contoso.services.ai.azure.com/models", api_key=k)',
    },
  ],
  [
    'sdk.wrong-endpoint-for-sdk',
    'the endpoint in the old parameter',
    {
      error_text:
        'As of openai>=1.0.0, Azure endpoints should be specified via the `azure_endpoint` param not `openai_api_base`',
      code: 'AzureChatOpenAI(openai_api_base=E)',
      language: 'python',
    },
  ],
  [
    'sdk.env-var-override',
    'an endpoint that is not read',
    {
      error_text:
        'Must provide one of the `base_url` or `azure_endpoint` arguments, or the `AZURE_OPENAI_ENDPOINT` environment variable',
      env: { AZURE_OPENAI_BASE: 'https://contoso.openai.azure.com' },
    },
  ],
  [
    'deployment.not-found',
    'a name that the resource does not have',
    { error_text: NO_DEPLOYMENT, deployment: 'summaries', known_deployments: ['chat-prod'] },
  ],
  [
    'deployment.name-mismatch',
    'a name with other punctuation',
    { error_text: NO_DEPLOYMENT, deployment: 'gpt-4o-mini', known_deployments: ['gpt4o-mini'] },
  ],
  [
    'deployment.model-name-instead',
    'the name of the model in the code',
    {
      error_text: NO_DEPLOYMENT,
      language: 'python',
      code: 'client.chat.completions.create(model="gpt-4o", messages=m)',
    },
  ],
  [
    'deployment.not-ready',
    'a deployment made just now',
    { error_text: `${NO_DEPLOYMENT}\nI just created the deployment` },
  ],
  [
    'deployment.wrong-resource',
    'a name that exists',
    { error_text: NO_DEPLOYMENT, deployment: 'chat-prod', known_deployments: ['chat-prod'] },
  ],
  [
    'deployment.operation-unsupported',
    'an operation that the model does not serve',
    {
      error_text:
        'OperationNotSupported: The chatCompletion operation does not work with the specified model, text-embedding-3-large.',
    },
  ],
  [
    'deployment.missing',
    'no model at all',
    { error_text: '{"error":{"code":"no_model_name","message":"No model specified in request."}}' },
  ],
  ['auth.key-invalid', 'a key that the host does not know', { error_text: BAD_KEY }],
  [
    'auth.key-wrong-resource',
    'a key of api.openai.com on Azure',
    {
      error_text: BAD_KEY,
      env: { AZURE_OPENAI_API_KEY: 'sk-abcdefghijklmnop' },
      endpoint: 'https://contoso.openai.azure.com',
    },
  ],
  [
    'auth.wrong-header',
    'a gateway that wants its own header',
    { error_text: '{ "statusCode": 401, "message": "Access denied due to missing subscription key." }' },
  ],
  [
    'auth.wrong-audience',
    'a token for another audience on a project',
    {
      error_text: '401 the token audience must be https://ai.azure.com',
      endpoint: 'https://contoso.services.ai.azure.com/api/projects/p1',
    },
  ],
  [
    'auth.wrong-tenant',
    'a token of another tenant',
    { error_text: 'Token tenant x does not match resource tenant.' },
  ],
  [
    'auth.token-expired',
    'a token that served for a while',
    { error_text: `${BAD_TOKEN}\nIt works at first and fails after about 60 minutes` },
  ],
  [
    'auth.missing-role',
    'an identity without a role',
    {
      error_text:
        '{"error":{"code":"PermissionDenied","message":"Principal does not have access to API/Operation."}}',
    },
  ],
  [
    'auth.local-auth-disabled',
    'keys that are off',
    { error_text: '403 AuthenticationTypeDisabled: Key based authentication is disabled for this resource.' },
  ],
  [
    'auth.custom-subdomain-required',
    'a token on a regional host',
    {
      error_text:
        '400 Please provide a custom subdomain for token authentication, otherwise API key is required.',
    },
  ],
  [
    'network.firewall',
    'a network that is not admitted',
    {
      error_text: '{"error":{"code":"403","message":"Access denied due to Virtual Network/Firewall rules."}}',
    },
  ],
  [
    'network.proxy-tls',
    'a certificate that is not trusted',
    {
      error_text:
        'httpx.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate',
    },
  ],
  ['headers.too-many', 'headers past the limit', { error_text: '431 Request Header Fields Too Large' }],
  [
    'quota.rate-limited',
    'tokens a minute used up',
    {
      error_text:
        '429 Requests to the ChatCompletions_Create Operation have exceeded token rate limit of your current AIServices S0 pricing tier. Please retry after 60 seconds.',
    },
  ],
  [
    'request.unsupported-parameter',
    'a parameter of other models',
    {
      error_text:
        "400 Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    },
  ],
  [
    'request.content-filter',
    'a prompt that was stopped',
    { error_text: "400 {'code': 'content_filter', 'innererror': {'code': 'ResponsibleAIPolicyViolation'}}" },
  ],
  [
    'service.outage',
    'a fault of the service',
    { error_text: '503 Service Unavailable: the server had an error while processing your request' },
  ],
  [
    'model.retired',
    'a version that is gone',
    { error_text: 'The model version gpt-35-turbo 0301 has been retired' },
  ],
  [
    'model.region-unavailable',
    'a SKU that the region lacks',
    {
      error_text:
        "InvalidResourceProperties: The specified SKU 'Standard' for model 'x' is not supported in this region 'australiaeast'.",
    },
  ],
  [
    'none',
    'a prompt that is too long',
    {
      error_text:
        "400 This model's maximum context length is 4096 tokens. However, your messages resulted in 4339 tokens.",
    },
  ],
];

describe('a class of LangChain.js that azureOpenAIApi... makes a client of Azure', () => {
  const build = (options: string) => `const model = new OpenAI({ ${options} });`;
  it.each([
    ['without', 'baseURL: "https://contoso.openai.azure.com", apiKey', 'endpoint.wrong-style'],
    [
      'with',
      'azureOpenAIApiInstanceName: "contoso", azureOpenAIApiDeploymentName: "chat", azureOpenAIApiVersion: "2024-10-21"',
      null,
    ],
  ])('%s it, the base URL is judged as that client builds it', (_story, options, expected) => {
    const { causes } = answer({ code: build(options), language: 'js' });
    expect(causes[0]?.code ?? null).toBe(expected);
  });
});

describe('diagnose', () => {
  it.each(SITUATIONS)('names %s for %s', (code, _name, input) => {
    const { causes, verdict } = answer(input);
    expect(causes.map((cause) => cause.code)[0]).toBe(code);
    expect(causes[0]?.evidence.length).toBeGreaterThan(0);
    expect(causes[0]?.fix.text).not.toBe('');
    expect(verdict).toMatch(/^(?:cause-found|innocent)$/);
  });

  it('has a situation for every cause', () => {
    const covered = new Set(SITUATIONS.map(([code]) => code));
    expect(CAUSE_CODES.filter((code) => !covered.has(code))).toEqual([]);
  });

  it('finds nothing wrong with a configuration that fits', () => {
    const diagnosis = answer({
      language: 'python',
      packages: { openai: '1.60.0' },
      code: 'client = OpenAI(base_url="https://contoso.openai.azure.com/openai/v1/", api_key=os.environ["AZURE_OPENAI_API_KEY"])\nclient.chat.completions.create(model="support", messages=m)',
    });
    expect([diagnosis.verdict, diagnosis.causes]).toEqual(['nothing-wrong', []]);
  });

  it('says that nothing was checked when nothing is known', () => {
    expect(diagnose(mergeFacts()).verdict).toBe('nothing-checked');
  });

  it.each(['quota.rate-limited', 'request.content-filter', 'none'])('calls %s innocent', (code) => {
    const input = SITUATIONS.find(([each]) => each === code)?.[2] ?? {};
    expect(answer(input).verdict).toBe('innocent');
  });

  it('names the innocent cause although the configuration looks odd', () => {
    const odd = {
      endpoint: 'https://contoso.openai.azure.com/openai',
      code: 'OpenAI(base_url="https://contoso.openai.azure.com")',
    };
    expect(
      answer({ ...odd, error_text: '429 Too Many Requests: rate limit is exceeded' }).causes[0]?.code,
    ).toBe('quota.rate-limited');
  });

  it('keeps three causes apart for a bare 404', () => {
    const codes = answer({ error_text: NOT_FOUND }).causes.map(({ code }) => code);
    expect(codes.slice(0, 3)).toEqual([
      'endpoint.wrong-style',
      'endpoint.bad-api-version',
      'endpoint.missing-api-version',
    ]);
  });

  it('gives confidences that fall and stay within 0 and 1', () => {
    for (const [, , input] of SITUATIONS) {
      const confidences = answer(input).causes.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((left, right) => right - left));
      expect(confidences.every((value) => value > 0 && value < 1)).toBe(true);
    }
  });

  it('shows no secret of any report', () => {
    const key = fc.string({ unit: fc.constantFrom(...'abcdef0123456789'), minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(key, (secret) => {
        fc.pre(/\d.*\d.*\d.*\d/.test(secret) && /[a-f]/.test(secret));
        const text = JSON.stringify(
          answer({
            error_text: `401 invalid subscription key api-key: ${secret}\n${secret}`,
            code: `AzureOpenAI(api_key="${secret}")`,
            env: { AZURE_OPENAI_API_KEY: secret },
            headers: { 'api-key': secret },
          }),
        );
        expect(text).not.toContain(secret);
      }),
      { numRuns: 30 },
    );
  });
});
