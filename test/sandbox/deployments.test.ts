import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ACCOUNTS,
  at,
  deploymentBody,
  items,
  PROVIDER,
  SWEDEN,
  sandboxWorld,
} from './sandbox-world.js';

const chat = `${ACCOUNT}/deployments/chat`;
const mini = deploymentBody('gpt-4.1-mini', '2025-04-14', 10);
const partner = deploymentBody('DeepSeek-V3.2', '1', 100, 'GlobalStandard', 'DeepSeek');
const claude = {
  sku: { name: 'GlobalStandard', capacity: 5 },
  properties: {
    model: { format: 'Anthropic', name: 'claude-sonnet-5', version: '1' },
    modelProviderData: { organizationName: 'Contoso', countryCode: 'NO', industry: 'technology' },
  },
};

describe('a deployment of an OpenAI model', () => {
  it('is created at once, with limits multiplied by its capacity', () => {
    const world = sandboxWorld();
    const created = world.send('PUT', chat, mini);
    expect(created.status).toBe(201);
    expect(created.headers['azure-asyncoperation']).toBeUndefined();
    expect(at(created.body, 'properties.provisioningState')).toBe('Succeeded');
    expect(at(created.body, 'properties.rateLimits')).toEqual([
      { key: 'request', renewalPeriod: 60, count: 10 },
      { key: 'token', renewalPeriod: 60, count: 10_000 },
    ]);
    expect(at(created.body, 'properties.versionUpgradeOption')).toBe('OnceNewDefaultVersionAvailable');
    expect(created.headers.etag).toBe(at(created.body, 'etag'));
    expect(world.send('GET', chat).body).toEqual(created.body);
    expect(items(world.send('GET', `${ACCOUNT}/deployments`))).toEqual([created.body]);
  });

  it('gets the default version when none is asked for', () => {
    const world = sandboxWorld();
    const body = {
      sku: { name: 'GlobalStandard', capacity: 1 },
      properties: { model: { format: 'OpenAI', name: 'gpt-4.1-mini' } },
    };
    expect(at(world.send('PUT', chat, body).body, 'properties.model.version')).toBe('2025-04-14');
  });

  it('is replaced with 200, keeping the name and its creation date', () => {
    const world = sandboxWorld();
    const before = world.send('PUT', chat, mini);
    world.advance(60);
    const after = world.send(
      'PUT',
      chat.replace('chat', 'CHAT'),
      deploymentBody('gpt-4.1-mini', '2025-04-14', 20),
    );
    expect(after.status).toBe(200);
    expect(at(after.body, 'name')).toBe('chat');
    expect(at(after.body, 'sku.capacity')).toBe(20);
    expect(at(after.body, 'systemData.createdAt')).toBe(at(before.body, 'systemData.createdAt'));
    expect(at(after.body, 'etag')).not.toBe(at(before.body, 'etag'));
  });

  it('changes SKU capacity and tags with PATCH, and nothing else', () => {
    const world = sandboxWorld();
    world.send('PUT', chat, mini);
    const body = {
      sku: { name: 'GlobalStandard', capacity: 30 },
      tags: { team: 'a' },
      properties: { model: { name: 'o1' } },
    };
    const patched = world.send('PATCH', chat, body);
    expect(patched.status).toBe(200);
    expect(at(patched.body, 'sku.capacity')).toBe(30);
    expect(at(patched.body, 'properties.rateLimits.1.count')).toBe(30_000);
    expect(at(patched.body, 'tags')).toEqual({ team: 'a' });
    expect(at(patched.body, 'properties.model.name')).toBe('gpt-4.1-mini');
  });

  it('is deleted with 200 and an empty body, and 204 when it was not there', () => {
    const world = sandboxWorld();
    world.send('PUT', chat, mini);
    expect(world.send('DELETE', chat)).toMatchObject({ status: 200, body: null });
    expect(world.send('GET', chat).status).toBe(404);
    expect(world.send('DELETE', chat).status).toBe(204);
  });
});

describe('a deployment of a partner model', () => {
  it('goes through Creating and an operation to Succeeded, by the clock alone', () => {
    const world = sandboxWorld();
    const created = world.send('PUT', chat, partner);
    expect(created.status).toBe(201);
    expect(at(created.body, 'properties.provisioningState')).toBe('Creating');
    const operation = created.headers['azure-asyncoperation'] ?? '';
    expect(operation).toContain('/locations/eastus2/operationResults/');
    expect(at(world.send('GET', operation).body, 'status')).toBe('InProgress');
    expect(world.send('PUT', `${ACCOUNT}/deployments/other`, mini)).toMatchObject({
      status: 409,
      body: { error: { code: 'RequestConflict' } },
    });
    world.advance(2);
    expect(at(world.send('GET', operation).body, 'status')).toBe('Succeeded');
    expect(at(world.send('GET', chat).body, 'properties.provisioningState')).toBe('Succeeded');
    expect(world.send('PUT', `${ACCOUNT}/deployments/other`, mini).status).toBe(201);
  });

  it('of Anthropic needs all three provider fields', () => {
    const world = sandboxWorld();
    const { modelProviderData, ...properties } = claude.properties;
    const partly = {
      ...claude,
      properties: { ...properties, modelProviderData: { ...modelProviderData, industry: '' } },
    };
    for (const body of [{ ...claude, properties }, partly]) {
      expect(at(world.send('PUT', chat, body).body, 'error.code')).toBe('InvalidModelProviderData');
    }
    expect(world.send('PUT', chat, claude).status).toBe(201);
  });
});

describe('a create that Azure would refuse', () => {
  const rows: readonly (readonly [string, string, unknown, number, string])[] = [
    ['an unknown account', `${ACCOUNTS}/nobody/deployments/chat`, mini, 404, 'ParentResourceNotFound'],
    ['a name of one character', `${ACCOUNT}/deployments/x`, mini, 400, 'InvalidResourceName'],
    [
      'a model in another letter case',
      chat,
      deploymentBody('GPT-4.1-mini', '2025-04-14'),
      400,
      'DeploymentModelNotSupported',
    ],
    [
      'a model of another kind of account',
      `${ACCOUNTS}/contoso-openai/deployments/chat`,
      partner,
      400,
      'DeploymentModelNotSupported',
    ],
    [
      'a retired version',
      chat,
      deploymentBody('gpt-35-turbo', '0613', 1, 'Standard'),
      400,
      'InvalidResourceProperties',
    ],
    [
      'a SKU that the model lacks',
      chat,
      deploymentBody('gpt-4.1-mini', '2025-04-14', 1, 'Dedicated'),
      400,
      'InvalidResourceProperties',
    ],
    [
      'more than the SKU takes',
      chat,
      deploymentBody('gpt-4.1-mini', '2025-04-14', 2_000_000),
      400,
      'InvalidCapacity',
    ],
    ['half a unit', chat, deploymentBody('gpt-4.1-mini', '2025-04-14', 1.5), 400, 'InvalidCapacity'],
    [
      'provisioned units off the step',
      chat,
      deploymentBody('gpt-4.1-mini', '2025-04-14', 16, 'GlobalProvisionedManaged'),
      400,
      'InvalidCapacity',
    ],
    [
      'more than the quota',
      chat,
      deploymentBody('gpt-4.1-mini', '2025-04-14', 900_000),
      400,
      'InsufficientQuota',
    ],
    [
      'a body without a model',
      chat,
      { sku: { name: 'Standard' }, properties: {} },
      400,
      'InvalidRequestContent',
    ],
    ['no body', chat, undefined, 400, 'InvalidRequestContent'],
  ];
  it.each(rows)('answers %s with its own code', (_, path, body, status, code) => {
    const answer = sandboxWorld().send('PUT', path, body);
    expect([answer.status, at(answer.body, 'error.code')]).toEqual([status, code]);
  });

  it('refuses the thirty-third deployment of an account', () => {
    const world = sandboxWorld();
    const codes = Array.from(
      { length: 33 },
      (_, index) =>
        world.send(
          'PUT',
          `${ACCOUNT}/deployments/many-${index}`,
          deploymentBody('gpt-4.1-mini', '2025-04-14', 1),
        ).status,
    );
    expect(codes.filter((status) => status === 201)).toHaveLength(32);
    expect(codes.at(-1)).toBe(400);
  });

  it('accepts on its last day what it refuses on the day of its retirement', () => {
    const before = sandboxWorld('2027-04-13T23:59:59.000Z');
    expect(before.send('PUT', chat, mini).status).toBe(201);
    const after = sandboxWorld('2027-04-14T00:00:00.000Z');
    expect(at(after.send('PUT', chat, mini).body, 'error.message')).toBe(
      "The model 'Format:OpenAI,Name:gpt-4.1-mini,Version:2025-04-14' has been deprecated since 04/14/2027 00:00:00.",
    );
  });

  it('lets a deployment of a retiring model change its capacity', () => {
    const world = sandboxWorld('2026-03-01T00:00:00.000Z');
    const name = `${SWEDEN}/deployments/old`;
    const seeded = world.state.deployments[0];
    if (seeded === undefined) throw new Error('the seed has no deployment');
    const old = {
      ...seeded,
      name: 'old',
      sku: { name: 'GlobalStandard', capacity: 5 },
      model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' },
      usageName: 'OpenAI.GlobalStandard.gpt-4o',
    };
    world.state = { ...world.state, deployments: [old] };
    expect(world.send('PATCH', name, { sku: { name: 'GlobalStandard', capacity: 6 } }).status).toBe(200);
    expect(
      at(
        world.send('PUT', `${SWEDEN}/deployments/new`, deploymentBody('gpt-4o', '2024-08-06', 1)).body,
        'error.code',
      ),
    ).toBe('ServiceModelDeprecating');
  });
});

describe('what a deployment may switch to', () => {
  it('lists the base SKUs of its model in its region with their bounds', () => {
    const world = sandboxWorld();
    world.send('PUT', chat, mini);
    const rows = items(world.send('GET', `${chat}/skus`));
    expect(rows.map((row) => at(row, 'sku.name'))).toEqual(
      expect.arrayContaining(['GlobalStandard', 'DataZoneStandard', 'GlobalProvisionedManaged']),
    );
    expect(at(rows[0], 'sku.capacity')).toBe(10);
    expect(at(rows[0], 'resourceType')).toBe('Microsoft.CognitiveServices/accounts/deployments');
  });

  it('shows the free capacity shrink where it was used and nowhere else', () => {
    const world = sandboxWorld();
    const path = `${PROVIDER}/modelCapacities?modelFormat=OpenAI&modelName=gpt-4.1-mini&modelVersion=2025-04-14`;
    const free = (location: string): unknown =>
      at(
        items(world.send('GET', path)).find(
          (row) => at(row, 'location') === location && at(row, 'name') === 'GlobalStandard',
        ),
        'properties.availableCapacity',
      );
    const [east, sweden] = [free('EastUS2'), free('SwedenCentral')];
    world.send('PUT', chat, mini);
    expect(free('EastUS2')).toBe(Number(east) - 10);
    expect(free('SwedenCentral')).toBe(sweden);
  });
});
