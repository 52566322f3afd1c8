import { describe, expect, test } from 'vitest';
import { ACCOUNT_PATH, ARM, controlPlaneOver, deploymentRow, fakeClock, REF, script } from './support.js';

const VERSION = 'api-version=2025-09-01';
const SUB = `/subscriptions/${REF.subscriptionId}`;
const PROVIDER = `${SUB}/providers/Microsoft.CognitiveServices`;
const GPT = { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' };

const MODEL = {
  format: 'OpenAI',
  name: 'whisper',
  version: '001',
  isDefaultVersion: true,
  skus: [
    {
      name: 'Standard',
      usageName: 'OpenAI.Standard.whisper',
      capacity: { maximum: 9999, default: 3 },
      deprecationDate: '2026-06-18T00:00:00Z',
      rateLimits: [{ key: 'request', renewalPeriod: 60, count: 1 }],
      costs: [{ name: 'x', unit: '1K Tokens' }],
    },
    {
      name: 'GlobalStandard',
      usageName: 'OpenAI.GlobalStandard.whisper',
      deprecationDate: '2099-12-31T00:00:00Z',
      ratelimits: [{ key: 'token', renewalPeriod: 60, count: 1000 }],
    },
    null,
  ],
  capabilities: { audio: 'true', priorityTierSkus: null, maxContextToken: 128 },
  deprecation: { inference: '2099-12-31T00:00:00Z' },
  lifecycleStatus: 'GenerallyAvailable',
  replacementConfig: { targetModelName: 'gpt-4o-transcribe' },
};
const OFFER = {
  format: 'OpenAI',
  name: 'whisper',
  version: '001',
  publisher: 'OpenAI',
  isDefault: true,
  lifecycle: 'GenerallyAvailable',
  skus: [
    {
      name: 'Standard',
      usageName: 'OpenAI.Standard.whisper',
      capacity: { maximum: 9999, default: 3 },
      retires: '2026-06-18',
      rateLimits: [{ key: 'request', count: 1, renewalPeriodSeconds: 60 }],
    },
    {
      name: 'GlobalStandard',
      usageName: 'OpenAI.GlobalStandard.whisper',
      capacity: {},
      retires: null,
      rateLimits: [{ key: 'token', count: 1000, renewalPeriodSeconds: 60 }],
    },
  ],
  capabilities: { audio: 'true', maxContextToken: '128' },
  retires: null,
  replacement: { name: 'gpt-4o-transcribe' },
};
const ACCOUNT = {
  id: ACCOUNT_PATH,
  name: 'contoso-ai',
  location: 'EastUS2',
  kind: 'AIServices',
  sku: { name: 'S0' },
  properties: {
    endpoint: 'https://contoso-ai.cognitiveservices.azure.com/',
    endpoints: { 'AI Foundry API': 'https://contoso-ai.services.ai.azure.com/' },
    customSubDomainName: 'contoso-ai',
    provisioningState: 'Succeeded',
    publicNetworkAccess: 'Enabled',
    networkAcls: { defaultAction: 'Deny' },
    disableLocalAuth: true,
    associatedProjects: ['demo'],
  },
};

type Plane = ReturnType<typeof controlPlaneOver>;
interface Read {
  readonly name: string;
  readonly call: (plane: Plane) => Promise<unknown>;
  readonly url: string;
  readonly body: unknown;
  readonly expected: unknown;
}

const READS: readonly Read[] = [
  {
    name: 'subscriptions',
    call: (plane) => plane.listSubscriptions(),
    url: `${ARM}/subscriptions?api-version=2022-12-01`,
    body: {
      value: [{ subscriptionId: REF.subscriptionId, displayName: 'Demo', state: 'Enabled', tenantId: 't' }],
    },
    expected: [{ id: REF.subscriptionId, name: 'Demo', state: 'Enabled', tenantId: 't' }],
  },
  {
    name: 'accounts of a subscription',
    call: async (plane) => (await plane.listAccounts(REF.subscriptionId)).map((each) => each.location),
    url: `${ARM}${PROVIDER}/accounts?${VERSION}`,
    body: { value: [ACCOUNT] },
    expected: ['eastus2'],
  },
  {
    name: 'accounts of a resource group',
    call: async (plane) => (await plane.listAccounts(REF.subscriptionId, 'rg-demo')).length,
    url: `${ARM}${SUB}/resourceGroups/rg-demo/providers/Microsoft.CognitiveServices/accounts?${VERSION}`,
    body: { value: [] },
    expected: 0,
  },
  {
    name: 'one account',
    call: (plane) => plane.getAccount(REF),
    url: `${ARM}${ACCOUNT_PATH}?${VERSION}`,
    body: ACCOUNT,
    expected: {
      ...REF,
      id: ACCOUNT_PATH,
      kind: 'AIServices',
      skuName: 'S0',
      location: 'eastus2',
      provisioningState: 'Succeeded',
      endpoint: 'https://contoso-ai.cognitiveservices.azure.com/',
      endpoints: { 'AI Foundry API': 'https://contoso-ai.services.ai.azure.com/' },
      customSubdomain: 'contoso-ai',
      localAuthDisabled: true,
      publicNetworkAccess: 'Enabled',
      networkDefaultAction: 'Deny',
      projects: ['demo'],
      tags: {},
    },
  },
  {
    name: 'models of a region',
    call: (plane) => plane.listRegionModels(REF.subscriptionId, 'eastus2'),
    url: `${ARM}${PROVIDER}/locations/eastus2/models?${VERSION}`,
    body: { value: [{ kind: 'AIServices', skuName: 'S0', model: MODEL }] },
    expected: [{ ...OFFER, kind: 'AIServices' }],
  },
  {
    name: 'models of an account',
    call: (plane) => plane.listAccountModels(REF),
    url: `${ARM}${ACCOUNT_PATH}/models?${VERSION}`,
    body: { value: [MODEL] },
    expected: [OFFER],
  },
  {
    name: 'quota',
    call: (plane) => plane.listUsages(REF.subscriptionId, 'eastus2'),
    url: `${ARM}${PROVIDER}/locations/eastus2/usages?${VERSION}`,
    body: {
      value: [
        {
          name: { value: 'OpenAI.GlobalStandard.gpt-4o', localizedValue: 'TPM - gpt-4o' },
          currentValue: 150,
          limit: 0,
          unit: 'Count',
        },
      ],
    },
    expected: [
      { name: 'OpenAI.GlobalStandard.gpt-4o', localizedName: 'TPM - gpt-4o', current: 150, limit: 0 },
    ],
  },
  {
    name: 'free capacity',
    call: (plane) => plane.listModelCapacities(REF.subscriptionId, GPT),
    url: `${ARM}${PROVIDER}/modelCapacities?${VERSION}&modelFormat=OpenAI&modelName=gpt-4o&modelVersion=2024-11-20`,
    body: {
      value: [
        { name: 'Standard', location: 'WestUS', properties: { skuName: 'Standard', availableCapacity: 300 } },
        { name: 'x' },
      ],
    },
    expected: [{ location: 'westus', skuName: 'Standard', available: 300 }],
  },
  {
    name: 'deployments',
    call: (plane) => plane.listDeployments(REF),
    url: `${ARM}${ACCOUNT_PATH}/deployments?${VERSION}`,
    body: { value: [deploymentRow('chat')] },
    expected: [
      {
        id: `${ACCOUNT_PATH}/deployments/chat`,
        name: 'chat',
        model: GPT,
        sku: { name: 'GlobalStandard', capacity: 10 },
        provisioningState: 'Succeeded',
        rateLimits: [
          { key: 'request', count: 10, renewalPeriodSeconds: 10 },
          { key: 'token', count: 10000, renewalPeriodSeconds: 60 },
        ],
        raiPolicyName: null,
        versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
        capabilities: { chatCompletion: 'true' },
        createdAt: '2025-10-28T14:48:25.393Z',
        tags: {},
      },
    ],
  },
  {
    name: 'one deployment, its name percent-encoded',
    call: async (plane) => (await plane.getDeployment(REF, 'a b')).name,
    url: `${ARM}${ACCOUNT_PATH}/deployments/a%20b?${VERSION}`,
    body: deploymentRow('a b'),
    expected: 'a b',
  },
];

describe('reads', () => {
  test.each(READS)('$name: one GET at the documented address, mapped to the domain', async (row) => {
    const transport = script({ status: 200, body: row.body });
    expect(await row.call(controlPlaneOver(transport))).toEqual(row.expected);
    expect(transport.requests.map(({ method, url }) => ({ method, url }))).toEqual([
      { method: 'GET', url: row.url },
    ]);
  });

  test.each(READS.filter((row) => row.name !== 'free capacity'))(
    '$name: an answer of another shape is refused as unexpected',
    async (row) => {
      const transport = script(
        { status: 200, body: { value: [42], model: 1 } },
        { status: 200, body: { value: [] } },
      );
      await expect(row.call(controlPlaneOver(transport))).rejects.toMatchObject({ code: 'service-refused' });
    },
  );

  test('the user agent names aimi and the sandbox token is the only one sent', async () => {
    const transport = script({ status: 200, body: { value: [] } });
    await controlPlaneOver(transport).listDeployments(REF);
    expect(transport.requests[0]?.headers['user-agent']).toMatch(
      /^aimi\/9\.9\.9 azsdk-js-arm-cognitiveservices\//,
    );
    expect(transport.requests[0]?.headers.authorization).toBe('Bearer sandbox');
  });

  test('two subscriptions share one pipeline and keep their own paths', async () => {
    const transport = script({ status: 200, body: { value: [] } }, { status: 200, body: { value: [] } });
    const plane = controlPlaneOver(transport);
    await plane.listAccounts('aaaa');
    await plane.listAccounts('bbbb');
    expect(transport.requests.map(({ url }) => new URL(url).pathname.split('/')[2])).toEqual([
      'aaaa',
      'bbbb',
    ]);
    expect(transport.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sandbox',
      'Bearer sandbox',
    ]);
  });

  test('nextLink is followed on the same host', async () => {
    const next = `${ARM}${PROVIDER}/locations/eastus2/models?${VERSION}&$skipToken=2`;
    const transport = script(
      { status: 200, body: { value: [{ kind: 'OpenAI', model: MODEL }], nextLink: next } },
      { status: 200, body: { value: [{ kind: 'AIServices', model: MODEL }] } },
    );
    const offers = await controlPlaneOver(transport).listRegionModels(REF.subscriptionId, 'eastus2');
    expect(offers.map((each) => each.kind)).toEqual(['OpenAI', 'AIServices']);
    expect(transport.requests[1]?.url).toBe(next);
  });

  test.each([
    ['a raw list', (plane: Plane) => plane.listRegionModels(REF.subscriptionId, 'eastus2')],
    ['a list of the SDK', (plane: Plane) => plane.listDeployments(REF)],
  ])('a nextLink of %s to another host gets no request and no token', async (_name, call) => {
    const transport = script({ status: 200, body: { value: [], nextLink: 'https://evil.example/next' } });
    await expect(call(controlPlaneOver(transport))).rejects.toMatchObject({
      code: 'service-refused',
      message: expect.stringContaining('evil.example'),
    });
    expect(transport.requests).toHaveLength(1);
  });

  test.each([
    ['https://evil.example/x', 1],
    [`${ARM}/elsewhere`, 2],
  ])('a redirect to %s never carries the token', async (location, requests) => {
    const transport = script(
      { status: 307, headers: { location }, body: null },
      { status: 401, body: { error: { code: 'AuthenticationFailed', message: 'no token' } } },
    );
    await expect(controlPlaneOver(transport).listDeployments(REF)).rejects.toMatchObject({
      name: 'AimiError',
    });
    expect(transport.requests).toHaveLength(requests);
    expect(transport.requests.slice(1).map(({ headers }) => headers.authorization)).toEqual(
      Array.from({ length: requests - 1 }, () => undefined),
    );
  });
});

describe('refusals', () => {
  test('the answer of the service becomes our error with its request id', async () => {
    const transport = script({
      status: 404,
      headers: { 'x-ms-request-id': 'req-1' },
      body: {
        error: {
          code: 'ResourceNotFound',
          message:
            "The Resource 'Microsoft.CognitiveServices/accounts/contoso-ai' under resource group 'rg-demo' was not found.",
        },
      },
    });
    await expect(controlPlaneOver(transport).listDeployments(REF)).rejects.toMatchObject({
      code: 'account-not-found',
      details: { requestId: 'req-1', status: 404 },
    });
  });

  test('an HTML error page of a proxy does not hide the status', async () => {
    const transport = script(
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>\u001b[31mBad</h1>' },
      ...Array.from({ length: 3 }, () => ({ status: 502 })),
    );
    const error = await controlPlaneOver(transport)
      .getAccount(REF)
      .catch((each: unknown) => each);
    expect(error).toMatchObject({ code: 'service-unavailable', message: expect.stringContaining('502') });
  });

  test('an interrupt before the request sends nothing', async () => {
    const transport = script();
    const plane = controlPlaneOver(transport, { interrupt: AbortSignal.abort() });
    await expect(plane.listDeployments(REF)).rejects.toMatchObject({ code: 'interrupted', exit: 130 });
    expect(transport.requests).toHaveLength(0);
  });

  test('an interrupt while waiting for a retry ends it', async () => {
    const interrupt = new AbortController();
    const clock = {
      ...fakeClock(),
      sleep: async (_ms: number, signal?: AbortSignal) => {
        interrupt.abort();
        signal?.throwIfAborted();
      },
    };
    const transport = script({ status: 503 });
    const plane = controlPlaneOver(transport, { interrupt: interrupt.signal, clock });
    await expect(plane.listDeployments(REF)).rejects.toMatchObject({ code: 'interrupted' });
    expect(transport.requests).toHaveLength(1);
  });
});
