import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestFact, ResponseFact, Where } from '../../../src/doctor/facts.js';
import { readErrorText } from '../../../src/doctor/readers/error-text.js';

const WHERE: Where = { kind: 'error-text', label: 'error' };
const read = (text: string) => readErrorText(text, WHERE);
const values = <T>(found: readonly { readonly value: T }[] | undefined): readonly T[] =>
  (found ?? []).map(({ value }) => value);

describe('answers', () => {
  const ANSWERS: readonly (readonly [story: string, text: string, expected: Partial<ResponseFact>])[] = [
    [
      'a Python dict behind a status',
      "openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment does not exist.'}}",
      { status: 404, code: 'DeploymentNotFound', message: 'The API deployment does not exist.' },
    ],
    [
      'a message in double quotes among single ones, with None beside it',
      `Error code: 400 - {'error': {'message': "It's filtered by Azure OpenAI's policy", 'type': None, 'code': 'content_filter', 'status': 400}}`,
      { status: 400, code: 'content_filter', message: "It's filtered by Azure OpenAI's policy" },
    ],
    [
      'a .NET exception with content and headers',
      'Azure.RequestFailedException: Access denied due to invalid subscription key.\nStatus: 401 (PermissionDenied)\nErrorCode: 401\n\nContent:\n{"error":{"code":"401","message":"Access denied due to invalid subscription key."}}\n\nHeaders:\napim-request-id: 5b\nDate: Tue, 08 Aug 2023 00:13:25 GMT\nx-ms-region: East US',
      {
        status: 401,
        code: '401',
        message: 'Access denied due to invalid subscription key.',
        headers: { 'apim-request-id': '5b', 'x-ms-region': 'East US' },
      },
    ],
    [
      'a .NET exception whose code has a name',
      'Azure.RequestFailedException: No model specified in request.\nStatus: 400 (Bad Request)\nErrorCode: no_model_name',
      { status: 400, code: 'no_model_name', message: 'No model specified in request.' },
    ],
    [
      'azure-core of Python, which says None for no code',
      'azure.core.exceptions.ClientAuthenticationError: (None) Unauthorized. Access token is missing.\nCode: None\nMessage: Unauthorized. Access token is missing.',
      { status: null, code: null, message: 'Unauthorized. Access token is missing.' },
    ],
    [
      'a JSON log line of Java with JSON in its body',
      '15:44 [main] INFO - {"az.sdk.message":"HTTP response","statusCode":404,"url":"https://a.services.ai.azure.com/models/chat/completions?api-version=2024-08-01-preview","body":"{\\"error\\":{\\"code\\":\\"404\\",\\"message\\": \\"Resource not found\\"}}"}',
      {
        status: 404,
        code: '404',
        message: 'Resource not found',
        url: 'https://a.services.ai.azure.com/models/chat/completions?api-version=2024-08-01-preview',
      },
    ],
    [
      'a tuple of httpcore',
      "DEBUG:httpcore.http11:receive_response_headers.complete return_value=(b'HTTP/1.1', 431, b'Request Header Fields Too Large', [(b'Content-Length', b'227'), (b'x-ms-region', b'East US 2')])",
      {
        status: 431,
        message: 'Request Header Fields Too Large',
        headers: { 'content-length': '227', 'x-ms-region': 'East US 2' },
      },
    ],
    [
      'an object of Node with an error inside',
      "[TypeError: fetch failed] {\n  cause: [Error: getaddrinfo ENOTFOUND contoso.openai.azure.com] {\n    errno: -3008,\n    code: 'ENOTFOUND',\n    hostname: 'contoso.openai.azure.com'\n  }\n}",
      { status: null, code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND contoso.openai.azure.com' },
    ],
    [
      'an error of axios',
      "AxiosError: Request failed with status code 401\n  response: {\n    status: 401,\n    statusText: 'Unauthorized',\n    data: { error: { code: '401', message: 'Access denied due to invalid subscription key' } }\n  }",
      { status: 401, code: '401', message: 'Access denied due to invalid subscription key' },
    ],
    [
      'an error of Go',
      'POST "https://contoso.openai.azure.com/openai/v1/chat/completions": 404 Not Found {"code":"DeploymentNotFound","message":"no such deployment"}',
      {
        status: 404,
        code: 'DeploymentNotFound',
        message: 'no such deployment',
        url: 'https://contoso.openai.azure.com/openai/v1/chat/completions',
      },
    ],
    [
      'a wrapper of another tool around it all',
      '{"error":{"message":"litellm.NotFoundError: AzureException - Resource not found","type":null,"param":null,"code":"404"}}',
      { status: 404, code: '404', message: 'litellm.NotFoundError: AzureException - Resource not found' },
    ],
    [
      'curl -v',
      '> POST /models/chat/completions HTTP/1.1\n> Host: a.services.ai.azure.com\n>\n< HTTP/1.1 404 Resource Not Found\n< apim-request-id: 1\n< x-ms-region: East US\n<\n{"error":{"code":"404","message": "Resource not found"}}',
      {
        status: 404,
        code: '404',
        message: 'Resource not found',
        headers: { 'apim-request-id': '1', 'x-ms-region': 'East US' },
      },
    ],
    [
      'a status in brackets',
      'LLM error (400): Unknown model: claude-x',
      { status: 400, message: 'Unknown model: claude-x' },
    ],
    ['a bare status line', '404 Resource not found', { status: 404, message: 'Resource not found' }],
    [
      'a sentence alone',
      'Principal does not have access to API/Operation.',
      { status: null, message: 'Principal does not have access to API/Operation.' },
    ],
    [
      'a body of a model container',
      '{"detail":[{"type":"extra_forbidden","loc":["body","user"],"msg":"Extra inputs are not permitted"}]}',
      { code: 'extra_forbidden', message: 'Extra inputs are not permitted' },
    ],
    [
      'JSON that was cut off',
      'Status code 400, "{\n  "error": {\n    "message": "This model\'s maximum context length is 4096 tok',
      { status: 400, message: "This model's maximum context length is 4096 tok" },
    ],
    [
      'a certificate error',
      'httpx.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate in certificate chain (_ssl.c:1000)',
      { status: null, code: 'CERTIFICATE_VERIFY_FAILED' },
    ],
  ];

  it.each(ANSWERS)('are read out of %s', (_story, text, expected) => {
    const [first, ...others] = values(read(text).responses);
    expect(first).toMatchObject(expected);
    expect(others).toEqual([]);
  });

  it('stay apart when they answer different addresses', () => {
    const text =
      'Wrong: POST https://a.services.ai.azure.com/chat/completions -> 404\nRight: POST https://a.services.ai.azure.com/openai/v1/chat/completions -> 200';
    expect(values(read(text).responses).map(({ status, url }) => [status, url])).toEqual([
      [404, 'https://a.services.ai.azure.com/chat/completions'],
      [200, 'https://a.services.ai.azure.com/openai/v1/chat/completions'],
    ]);
  });

  it('say in which line they stand', () => {
    const text = 'starting\nworking\nError code: 429 - slow down please';
    expect(read(text).responses?.[0]?.where).toEqual({ kind: 'error-text', label: 'error:3' });
  });
});

describe('requests', () => {
  const REQUESTS: readonly (readonly [story: string, text: string, expected: Partial<RequestFact>])[] = [
    [
      'a debug log of httpx',
      'INFO:httpx:HTTP Request: POST https://contoso.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21 "HTTP/1.1 404 Not Found"',
      {
        method: 'POST',
        url: 'https://contoso.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21',
      },
    ],
    [
      'a log of azure-core',
      "Request URL: 'https://a.openai.azure.com/openai/deployments/g/chat/completions?api-version=x'\nRequest method: 'POST'\nRequest headers:\n    'User-Agent': 'azsdk-python-ai-inference/1.0.0b4 Python/3.11.9'\n    'Authorization': 'Bearer abcdefghijklmnop0123'\n    'x-team': 'search'\nNo body was attached to the request",
      {
        method: 'POST',
        userAgent: 'azsdk-python-ai-inference/1.0.0b4 Python/3.11.9',
        headers: [
          { name: 'User-Agent', valueBytes: 47, scheme: null, secretKind: null },
          { name: 'Authorization', valueBytes: 27, scheme: 'Bearer', secretKind: 'other' },
          { name: 'x-team', valueBytes: 6, scheme: null, secretKind: null },
        ],
      },
    ],
    [
      'a pool of urllib3',
      "HTTPSConnectionPool(host='contoso.openai.azure.com', port=443): Max retries exceeded with url: /openai/v1/models (Caused by NameResolutionError())",
      { url: 'https://contoso.openai.azure.com/openai/v1/models' },
    ],
    [
      'a curl line in a log',
      `POST Request Sent:\ncurl -X POST https://a.services.ai.azure.com/models/chat/completions -H 'api-key: 1234' -d '{"model": "mistral-large", "n": 1}'`,
      {
        method: 'POST',
        url: 'https://a.services.ai.azure.com/models/chat/completions',
        bodyModel: 'mistral-large',
      },
    ],
    [
      'options of the openai package',
      "DEBUG:openai: Request options: {'method': 'post', 'url': 'https://a.openai.azure.com/openai/v1/chat/completions', 'json_data': {'model': 'gpt-4o', 'messages': []}}",
      { method: 'POST', bodyModel: 'gpt-4o', url: 'https://a.openai.azure.com/openai/v1/chat/completions' },
    ],
    [
      'curl -v',
      '> GET /openai/v1/models HTTP/2\n> Host: a.openai.azure.com\n> user-agent: curl/8.5.0\n> api-key: 0123456789abcdef0123456789abcdef\n>',
      {
        method: 'GET',
        url: 'https://a.openai.azure.com/openai/v1/models',
        headers: [
          { name: 'Host', valueBytes: 18, scheme: null, secretKind: null },
          { name: 'user-agent', valueBytes: 10, scheme: null, secretKind: null },
          { name: 'api-key', valueBytes: 32, scheme: null, secretKind: 'azure-key' },
        ],
      },
    ],
    [
      'a redacted host in a sentence',
      'it called <https://<resource>.openai.azure.com/openai/chat/completions>, which failed',
      { url: 'https://<resource>.openai.azure.com/openai/chat/completions' },
    ],
  ];

  it.each(REQUESTS)('are read out of %s', (_story, text, expected) => {
    expect(values(read(text).requests)).toEqual([expect.objectContaining(expected)]);
  });

  it('are not the pages that a message links to', () => {
    const facts = read(
      'See https://learn.microsoft.com/azure/ai or https://aka.ms/oai/quotaincrease (audience is https://ai.azure.com).',
    );
    expect([facts.requests, facts.endpoints]).toEqual([[], []]);
  });

  it('carry deployment and api-version', () => {
    const facts = read(
      'POST https://a.openai.azure.com/openai/deployments/my%20chat/chat/completions?api-version=2024-02-01 -> 404',
    );
    expect(values(facts.deployments)).toEqual(['my chat']);
    expect(values(facts.apiVersions)).toEqual(['2024-02-01']);
  });

  it('are told from base URLs by the parameter before them', () => {
    const facts = read('azure_endpoint="https://a.openai.azure.com/openai/v1/chat/completions"');
    expect(facts.requests).toEqual([]);
    expect(values(facts.endpoints)).toEqual([
      { url: 'https://a.openai.azure.com/openai/v1/chat/completions', name: 'azure_endpoint' },
    ]);
  });
});

describe('versions', () => {
  it.each([
    ['openai==1.30.0', 'pypi', 'openai', '1.30.0', null],
    ['azure_ai_inference==1.0.0b4', null, '', null, null],
    ['azure-ai-inference == 1.0.0b4', 'pypi', 'azure-ai-inference', '1.0.0b4', null],
    ['langchain-openai>=0.1,<0.2', 'pypi', 'langchain-openai', null, '>=0.1,<0.2'],
    ['Name: openai\nVersion: 1.3.5', 'pypi', 'openai', '1.3.5', null],
    ['openai                    0.28.1', 'pypi', 'openai', '0.28.1', null],
    ['  "openai": "^4.20.0",', 'npm', 'openai', null, '^4.20.0'],
    ['/app/node_modules/.pnpm/openai@4.20.1/node_modules/openai/error.js', 'npm', 'openai', '4.20.1', null],
    ['@azure-rest/ai-inference@1.0.0-beta.2', 'npm', '@azure-rest/ai-inference', '1.0.0-beta.2', null],
    [
      '<PackageReference Include="Azure.AI.OpenAI" Version="1.0.0-beta.5" />',
      'nuget',
      'Azure.AI.OpenAI',
      '1.0.0-beta.5',
      null,
    ],
    [
      'com.azure:azure-ai-inference:1.0.0-beta.3',
      'maven',
      'com.azure:azure-ai-inference',
      '1.0.0-beta.3',
      null,
    ],
    ['User-Agent: AzureOpenAI/Python 1.12.0', 'pypi', 'openai', '1.12.0', null],
    ['User-Agent: OpenAI/JS 4.41.0', 'npm', 'openai', '4.41.0', null],
    ['azsdk-net-AI.Inference/1.0.0-beta.1 (.NET 8)', 'nuget', 'Azure.AI.Inference', '1.0.0-beta.1', null],
    ['As of openai>=1.0.0, Azure endpoints should be specified', null, '', null, null],
  ] as const)('%s', (text, ecosystem, name, version, range) => {
    expect(values(read(text).packages)).toEqual(
      ecosystem === null ? [] : [{ ecosystem, name, version, range }],
    );
  });
});

describe('variables', () => {
  it('keep their value, and of a secret only its kind', () => {
    const facts = read(
      'export AZURE_OPENAI_ENDPOINT="https://a.openai.azure.com/" # ours\nOPENAI_API_VERSION=2023-05-15\nAZURE_OPENAI_API_KEY=0123456789abcdef0123456789abcdef\n$env:OPENAI_API_KEY = "sk-proj-abcdef0123456789"\nPATH=/usr/bin',
    );
    expect(values(facts.environment)).toEqual([
      {
        name: 'AZURE_OPENAI_ENDPOINT',
        value: 'https://a.openai.azure.com/',
        isSecret: false,
        secretKind: null,
      },
      { name: 'OPENAI_API_VERSION', value: '2023-05-15', isSecret: false, secretKind: null },
      { name: 'AZURE_OPENAI_API_KEY', value: null, isSecret: true, secretKind: 'azure-key' },
      { name: 'OPENAI_API_KEY', value: null, isSecret: true, secretKind: 'openai-key' },
    ]);
    expect(values(facts.endpoints)).toEqual([
      { url: 'https://a.openai.azure.com/', name: 'AZURE_OPENAI_ENDPOINT' },
    ]);
    expect(values(facts.apiVersions)).toEqual(['2023-05-15']);
  });
});

describe('known deployments', () => {
  it.each([
    [
      'the listing of the data plane',
      '{"data":[{"id":"chat","model":"gpt-4o","status":"succeeded","object":"deployment"}]}',
      [{ name: 'chat', model: 'gpt-4o', state: 'succeeded' }],
    ],
    [
      'the listing of the control plane',
      '{"value":[{"name":"chat","properties":{"model":{"name":"gpt-4o"},"provisioningState":"Succeeded"}}]}',
      [{ name: 'chat', model: 'gpt-4o', state: 'Succeeded' }],
    ],
    [
      'a sentence',
      "Available deployments: ['gpt-4o', 'ada-002']",
      [
        { name: 'gpt-4o', model: null, state: null },
        { name: 'ada-002', model: null, state: null },
      ],
    ],
  ])('come from %s', (_story, text, expected) => {
    expect(read(text).knownDeployments).toEqual(expected);
  });

  it('are not a list of models', () => {
    expect(read('{"data":[{"id":"gpt-4o","object":"model"}]}').knownDeployments).toBeUndefined();
  });
});

describe('language', () => {
  it.each([
    ['python', 'Traceback (most recent call last):\n  File "app.py", line 3'],
    ['js', 'Error: 404\n    at APIError.generate (/app/node_modules/openai/src/error.ts:54:14)'],
    ['dotnet', 'Azure.RequestFailedException: x'],
    ['java', 'Exception in thread "main" com.azure.core.exception.HttpResponseException: x'],
    ['go', 'panic: oops\n\ngoroutine 1 [running]:'],
    [null, '404 Resource not found'],
  ])('%s', (language, text) => {
    expect(read(text).language).toBe(language);
  });
});

describe('hostile text', () => {
  it('never throws and never gives a control character back', () => {
    const nasty = fc.array(
      fc.oneof(
        fc.constantFrom(
          '{',
          '}',
          "{'",
          '"',
          "'",
          '\\',
          '\x1b[2J',
          '\x9d8;;',
          '\u202e',
          '{"a":"\\u001b\\u202e"}',
          'HTTP/1.1 404',
          'https://',
          '\n',
          'Error: ',
        ),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(nasty, (parts) => {
        const facts = read(parts.join(''));
        const shown = values(facts.responses).map(({ message }) => message ?? '');
        expect([...shown, ...values(facts.texts)].join('')).not.toMatch(
          /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/,
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['open braces', '{'.repeat(300_000)],
    ['open lists', '{a:'.concat('['.repeat(300_000))],
    ['open quotes', '{"a":\n'.repeat(60_000)],
    ['escaped quotes', '{\\"'.repeat(100_000)],
    ['dots and words', 'Error.'.repeat(60_000)],
    ['colons', 'HTTP : '.repeat(50_000)],
    ['addresses', 'https://a.b/'.repeat(30_000)],
    ['one word', 'a'.repeat(400_000)],
    ['underscores', '_a'.repeat(200_000)],
    ['header lines', 'a: b\n'.repeat(80_000)],
    ['request lines', 'POST /x HTTP/1.1\n'.repeat(20_000)],
    ['curl lines', 'curl http://a\n'.repeat(20_000)],
    ['brackets', 'https://a.b/(((((((((('.repeat(10_000)],
    ['blanks', ' '.repeat(400_000)],
    ['pools', "HTTPSConnectionPool(host='a', port=443)".repeat(8000)],
  ])('is read in bounded time: %s', (_story, text) => {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('is cut to its start and its end', () => {
    const text = `first line\n${'x\n'.repeat(400_000)}Error code: 404 - last line here`;
    const facts = read(text);
    expect(values(facts.texts)[0]?.length).toBeLessThan(270_000);
    expect(values(facts.texts)[0]).toMatch(/^first line/);
    expect(values(facts.responses)[0]?.status).toBe(404);
  });
});

describe('secrets', () => {
  const SECRETS = [
    ['a key of an account', '0123456789abcdef0123456789abcdef'],
    ['a long key', `AbCd1${'x9Y'.repeat(26)}z`],
    ['a key of openai.com', 'sk-proj-AbCdEf0123456789AbCdEf'],
    ['a token', `eyJhbGciOiJSUzI1NiJ9.${'eyJhdWQiOiJ4In0'}.c2lnbmF0dXJl`],
  ] as const;
  const PLACES = [
    (secret: string) => `'Authorization': 'Bearer ${secret}'`,
    (secret: string) => `> POST /x HTTP/1.1\n> Host: a.openai.azure.com\n> api-key: ${secret}\n>`,
    (secret: string) => `AZURE_OPENAI_API_KEY=${secret}`,
    (secret: string) => `POST https://a.openai.azure.com/openai/v1/chat/completions?api-key=${secret} -> 401`,
    (secret: string) => `https://user:${secret}@proxy.local:8080/`,
    (secret: string) => `{"error":{"code":"401","message":"Incorrect API key provided: ${secret}"}}`,
    (secret: string) => `{"error":"{\\"api_key\\":\\"${secret}\\"}"}`,
    (secret: string) => `(b'authorization', b'Bearer ${secret}')`,
    (secret: string) => `curl https://a.openai.azure.com/openai/v1/models -H "api-key: ${secret}"`,
    (secret: string) => `the key is ${secret} and it fails`,
  ];

  it.each(SECRETS)('%s is in no fact, wherever it stands', (_story, secret) => {
    for (const place of PLACES) expect(JSON.stringify(read(place(secret)))).not.toContain(secret);
  });
});
