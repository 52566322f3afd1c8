import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ACCOUNTS,
  at,
  deploymentBody,
  items,
  PROVIDER,
  SUBSCRIPTION,
  SWEDEN,
  sandboxWorld,
} from './sandbox-world.js';

const group = `${SUBSCRIPTION}/resourceGroups/rg-sandbox`;

describe('reads of a new sandbox', () => {
  const lists: readonly (readonly [string, string, number])[] = [
    ['subscriptions', '/subscriptions', 1],
    ['tenants', '/tenants', 1],
    ['resource groups', `${SUBSCRIPTION}/resourceGroups`, 1],
    ['accounts of the subscription', `${PROVIDER}/accounts`, 3],
    ['accounts of the group', ACCOUNTS, 3],
    ['projects', `${ACCOUNT}/projects`, 1],
    ['deployments', `${ACCOUNT}/deployments`, 0],
    ['deployments in Sweden', `${SWEDEN}/deployments`, 1],
    ['usages of an account', `${SWEDEN}/usages`, 1],
    ['content filter policies', `${ACCOUNT}/raiPolicies`, 2],
    ['deleted accounts', `${PROVIDER}/deletedAccounts`, 0],
  ];
  it.each(lists)('lists %s', (_, path, count) => {
    const answer = sandboxWorld().send('GET', path);
    expect(answer.status).toBe(200);
    expect(items(answer)).toHaveLength(count);
  });

  const things: readonly (readonly [string, string, string])[] = [
    [SUBSCRIPTION, 'displayName', 'aimi sandbox'],
    [group, 'name', 'rg-sandbox'],
    [`${SUBSCRIPTION}/providers/Microsoft.CognitiveServices`, 'registrationState', 'Registered'],
    [`${ACCOUNTS}/CONTOSO-AI`, 'properties.customSubDomainName', 'contoso-ai'],
    [`${ACCOUNTS}/contoso-openai`, 'properties.endpoint', 'https://japaneast.api.cognitive.microsoft.com/'],
    [`${ACCOUNT}/projects/default-project`, 'name', 'contoso-ai/default-project'],
    [`${PROVIDER}/quotaTiers/default`, 'name', 'default'],
  ];
  it.each(things)('gives %s', (path, field, value) => {
    expect(at(sandboxWorld().send('GET', path).body, field)).toBe(value);
  });

  it('ignores letter case in every fixed part of a path', () => {
    const path = ACCOUNT.replace('resourceGroups', 'RESOURCEGROUPS').replace(
      'CognitiveServices',
      'cognitiveservices',
    );
    expect(sandboxWorld().send('GET', path).status).toBe(200);
  });

  it('gives keys that say that they open nothing, and none when local sign-in is off', () => {
    const world = sandboxWorld();
    expect(at(world.send('POST', `${ACCOUNT}/listKeys`).body, 'key1')).toContain('opens-nothing');
    expect(world.send('POST', `${SWEDEN}/listKeys`).status).toBe(400);
  });

  it('answers with the headers of Azure Resource Manager', () => {
    const { headers } = sandboxWorld().send('GET', ACCOUNT);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      date: 'Tue, 01 Sep 2026 12:00:00 GMT',
      'x-ms-ratelimit-remaining-subscription-reads': '1099',
    });
    expect(headers['x-ms-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('changes nothing: the state is the same object after any read', () => {
    const world = sandboxWorld();
    const { state } = world;
    for (const path of [...lists.map(([, path]) => path), `${PROVIDER}/locations/eastus2/models`])
      world.send('GET', path);
    expect(world.state).toBe(state);
  });
});

describe('models', () => {
  it('repeat each row per kind in the list of a region, and hold one kind in that of an account', () => {
    const world = sandboxWorld();
    const region = items(world.send('GET', `${PROVIDER}/locations/EastUS2/models`));
    const kinds = new Set(region.map((row) => at(row, 'kind')));
    expect(kinds).toEqual(new Set(['AIServices', 'MaaS', 'OpenAI']));
    const own = items(world.send('GET', `${ACCOUNT}/models`));
    expect(own).toHaveLength(region.filter((row) => at(row, 'kind') === 'AIServices').length);
    expect(own[0]).toEqual(
      at(
        region.find((row) => at(row, 'kind') === 'AIServices'),
        'model',
      ),
    );
    const openai = items(world.send('GET', `${ACCOUNTS}/contoso-openai/models`));
    expect(new Set(openai.map((row) => at(row, 'format')))).toEqual(new Set(['OpenAI']));
  });

  it('become Deprecated on the day of their retirement', () => {
    const lifecycle = (now: string): unknown =>
      at(
        items(sandboxWorld(now).send('GET', `${ACCOUNT}/models`)).find(
          (row) => at(row, 'name') === 'gpt-4.1-mini',
        ),
        'lifecycleStatus',
      );
    expect(lifecycle('2027-04-13T12:00:00Z')).toBe('Legacy');
    expect(lifecycle('2027-04-14T12:00:00Z')).toBe('Deprecated');
  });

  it('name their replacement from api-version 2025-09-01 on', () => {
    const world = sandboxWorld();
    const replacement = (version: string): unknown =>
      items(world.send('GET', `${ACCOUNT}/models?api-version=${version}`)).find(
        (row) => at(row, 'replacementConfig') !== undefined,
      );
    expect(replacement('2025-06-01')).toBeUndefined();
    expect(at(replacement('2025-09-01'), 'replacementConfig.targetModelName')).toBeTypeOf('string');
  });

  it.each([
    ['eastus2', 250],
    ['swedencentral', 250],
    ['northeurope', 20],
  ])('of %s are many', (region, least) => {
    const rows = items(sandboxWorld().send('GET', `${PROVIDER}/locations/${region}/models`));
    expect(rows.length).toBeGreaterThanOrEqual(least);
  });

  it('can be sized', () => {
    const body = {
      model: { format: 'OpenAI', name: 'gpt-4.1-mini', version: '2025-04-14' },
      skuName: 'GlobalProvisionedManaged',
      workloads: [
        { requestPerMinute: 100, requestParameters: { avgPromptTokens: 100, avgGeneratedTokens: 65 } },
      ],
    };
    const answer = sandboxWorld().send('POST', `${PROVIDER}/calculateModelCapacity`, body);
    expect(at(answer.body, 'estimatedCapacity')).toEqual({ value: 17, deployableValue: 20 });
  });
});

describe('requests that are wrong before anything is looked up', () => {
  const rows: readonly (readonly [string, string, string, number, string])[] = [
    ['without an api-version', 'GET', `${ACCOUNT}?api-version=`, 400, 'MissingApiVersionParameter'],
    [
      'with an unknown api-version',
      'GET',
      `${ACCOUNT}?api-version=2020-01-01`,
      400,
      'NoRegisteredProviderFound',
    ],
    [
      'to an unknown region',
      'GET',
      `${PROVIDER}/locations/atlantis/models`,
      400,
      'NoRegisteredProviderFound',
    ],
    ['to an unknown path', 'GET', `${ACCOUNT}/nothing`, 404, 'InvalidResourceType'],
    ['with an unknown method', 'POST', `${ACCOUNT}/deployments/chat`, 404, 'InvalidResourceType'],
    [
      'to an unknown operation',
      'GET',
      `${PROVIDER}/locations/eastus2/operationResults/none`,
      404,
      'NotFound',
    ],
    ['with half an escape', 'GET', `${ACCOUNTS}/%E0%A4`, 404, 'ResourceNotFound'],
  ];
  it.each(rows)('%s', (_, method, path, status, code) => {
    const answer = sandboxWorld().send(method, path, deploymentBody('a', '1'));
    expect([answer.status, at(answer.body, 'error.code')]).toEqual([status, code]);
  });
});

describe('accounts', () => {
  const body = {
    kind: 'AIServices',
    location: 'westus3',
    sku: { name: 'S0' },
    properties: { customSubDomainName: 'mine' },
  };

  it('are created as an operation of one second, and cannot hold deployments before it has ended', () => {
    const world = sandboxWorld();
    const created = world.send('PUT', `${ACCOUNTS}/mine`, body);
    expect(created.status).toBe(201);
    expect(at(created.body, 'properties.provisioningState')).toBe('Creating');
    const deploy = (): unknown =>
      world.send('PUT', `${ACCOUNTS}/mine/deployments/chat`, deploymentBody('gpt-4.1-mini', '2025-04-14'))
        .status;
    expect(deploy()).toBe(409);
    world.advance(1);
    expect(deploy()).toBe(201);
  });

  it('are soft-deleted, and come back only when asked to be restored', () => {
    const world = sandboxWorld();
    expect(world.send('DELETE', SWEDEN).status).toBe(200);
    expect(items(world.send('GET', `${PROVIDER}/deletedAccounts`))).toHaveLength(1);
    const again = { ...body, location: 'swedencentral' };
    expect(world.send('PUT', SWEDEN, again).status).toBe(409);
    expect(world.send('PUT', SWEDEN, { ...again, properties: { restore: true } }).status).toBe(201);
    expect(items(world.send('GET', `${PROVIDER}/deletedAccounts`))).toHaveLength(0);
  });

  it('are not offered everywhere', () => {
    const answer = sandboxWorld().send('PUT', `${ACCOUNTS}/mine`, { ...body, location: 'atlantis' });
    expect(at(answer.body, 'error.code')).toBe('LocationNotAvailableForResourceType');
  });

  it('offer their regions in upper case, one row each', () => {
    const rows = items(sandboxWorld().send('GET', `${PROVIDER}/skus`));
    expect(rows.filter((row) => at(row, 'kind') === 'AIServices')).toHaveLength(41);
    expect(at(rows[0], 'locations')).toEqual(['AUSTRALIAEAST']);
  });
});
