import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../src/sandbox/scenarios.js';
import { CONTROL_SCENARIO_IDS, SCENARIO_IDS, type ScenarioId } from '../../src/sandbox/state.js';
import {
  ACCOUNT,
  at,
  deploymentBody,
  items,
  PROVIDER,
  SWEDEN,
  sandboxWorld,
  type World,
} from './sandbox-world.js';

const chat = `${ACCOUNT}/deployments/chat`;
const mini = deploymentBody('gpt-4.1-mini', '2025-04-14', 10);

const create = (world: World): string => summary(world, 'PUT', `${ACCOUNT}/deployments/new`, mini);
const update = (world: World): string =>
  summary(world, 'PATCH', chat, { sku: { name: 'GlobalStandard', capacity: 20 } });
const remove = (world: World): string => summary(world, 'DELETE', chat);
const read = (world: World): string => summary(world, 'GET', chat);

/** Status and code, or the state of a deployment: `409 RequestConflict`, `201 Creating`. */
function summary(world: World, method: string, path: string, body?: unknown): string {
  const outcome = world.ask(method, path, body);
  if (outcome.kind === 'dropped') return 'dropped';
  const answer = outcome.response;
  const word = at(answer.body, 'error.code') ?? at(answer.body, 'properties.provisioningState') ?? '';
  return `${answer.status} ${String(word)}`.trim();
}

describe('each scenario on create, update, delete and read', () => {
  const rows: readonly (readonly [ScenarioId, string, string, string, string])[] = [
    ['quota-used-up', '400 InsufficientQuota', '400 InsufficientQuota', '200', '200 Succeeded'],
    [
      'policy-denies',
      '403 RequestDisallowedByPolicy',
      '403 RequestDisallowedByPolicy',
      '200',
      '200 Succeeded',
    ],
    ['policy-denies-builtin', '400 InvalidResourceProperties', '200 Succeeded', '200', '200 Succeeded'],
    ['slow', '201 Creating', '202 Accepted', '202', '200 Succeeded'],
    ['failing-lro', '201 Creating', '202 Accepted', '202', '200 Succeeded'],
    ['stuck-disabled', '201 Creating', '200 Succeeded', '200', '200 Succeeded'],
    ['conflict', '409 RequestConflict', '409 RequestConflict', '409 RequestConflict', '200 Succeeded'],
    ['throttled', '429 TooManyRequests', '429 TooManyRequests', '429 TooManyRequests', '429 TooManyRequests'],
    [
      'unavailable',
      '503 ServiceUnavailable',
      '503 ServiceUnavailable',
      '503 ServiceUnavailable',
      '503 ServiceUnavailable',
    ],
    ['dropped-connection', 'dropped', 'dropped', 'dropped', 'dropped'],
    ['dropped-after-write', 'dropped', 'dropped', 'dropped', '200 Succeeded'],
    [
      'role-missing',
      '403 AuthorizationFailed',
      '403 AuthorizationFailed',
      '403 AuthorizationFailed',
      '200 Succeeded',
    ],
    ['quota-read-denied', '201 Succeeded', '200 Succeeded', '200', '200 Succeeded'],
    ['marketplace', '201 Succeeded', '200 Succeeded', '200', '200 Succeeded'],
    ['access-gated', '400 SpecialFeatureOrQuotaIdRequired', '200 Succeeded', '200', '200 Succeeded'],
    [
      'not-registered',
      '409 MissingSubscriptionRegistration',
      '409 MissingSubscriptionRegistration',
      '409 MissingSubscriptionRegistration',
      '200 Succeeded',
    ],
    [
      'subscription-disabled',
      '409 ReadOnlyDisabledSubscription',
      '409 ReadOnlyDisabledSubscription',
      '409 ReadOnlyDisabledSubscription',
      '200 Succeeded',
    ],
    [
      'account-soft-deleted',
      '404 ParentResourceNotFound',
      '404 ParentResourceNotFound',
      '404 ResourceNotFound',
      '404 ResourceNotFound',
    ],
  ];

  it('is covered by this table', () => {
    expect(rows.map(([id]) => id)).toEqual([...CONTROL_SCENARIO_IDS]);
  });

  it.each(rows)('%s', (id, onCreate, onUpdate, onDelete, onRead) => {
    for (const [act, expected] of [
      [create, onCreate],
      [update, onUpdate],
      [remove, onDelete],
      [read, onRead],
    ] as const) {
      const world = sandboxWorld();
      world.send('PUT', chat, mini);
      world.scenario(id);
      expect(act(world)).toBe(expected);
    }
  });
});

describe('a scenario with a number', () => {
  it.each(['conflict', 'throttled', 'unavailable', 'dropped-connection'] as const)(
    '%s ends after its times',
    (id) => {
      const world = sandboxWorld();
      world.scenario(id, { times: 2 });
      expect([create(world), create(world), create(world)].at(-1)).toBe('201 Succeeded');
      expect(world.state.scenarios).toEqual([]);
    },
  );

  it('lasts for ever with 0 times', () => {
    const world = sandboxWorld();
    world.scenario('conflict', { times: 0 });
    for (let index = 0; index < 10; index += 1) expect(create(world)).toBe('409 RequestConflict');
  });

  it('throttled says how long to wait', () => {
    const world = sandboxWorld();
    world.scenario('throttled', { seconds: 7 });
    expect(world.send('GET', chat).headers['retry-after']).toBe('7');
  });
});

describe('operations under scenarios', () => {
  it('slow: is done after its seconds and not before', () => {
    const world = sandboxWorld();
    world.scenario('slow', { seconds: 8 });
    create(world);
    world.advance(7.9);
    expect(summary(world, 'GET', `${ACCOUNT}/deployments/new`)).toBe('200 Creating');
    world.advance(0.1);
    expect(summary(world, 'GET', `${ACCOUNT}/deployments/new`)).toBe('200 Succeeded');
  });

  it('slow: a delete answers 202 with both addresses until it is gone', () => {
    const world = sandboxWorld();
    world.send('PUT', chat, mini);
    world.scenario('slow', { seconds: 3 });
    const accepted = world.send('DELETE', chat);
    expect(accepted.headers.location).toBe(accepted.headers['azure-asyncoperation']);
    const poll = accepted.headers.location ?? '';
    expect(world.send('GET', poll).status).toBe(202);
    expect(read(world)).toBe('200 Deleting');
    world.advance(3);
    expect(world.send('GET', poll)).toMatchObject({ status: 200, body: { status: 'Succeeded' } });
    expect(read(world)).toBe('404 NotFound');
  });

  it('failing-lro: the operation says why, the deployment is Failed and takes no quota', () => {
    const world = sandboxWorld();
    world.scenario('failing-lro');
    const accepted = world.send('PUT', chat, mini);
    world.advance(2);
    const result = world.send('GET', accepted.headers['azure-asyncoperation'] ?? '');
    expect(result).toMatchObject({
      status: 200,
      body: { status: 'Failed', error: { message: 'Internal Server Error.' } },
    });
    expect(read(world)).toBe('200 Failed');
    const usages = items(world.send('GET', `${PROVIDER}/locations/eastus2/usages`));
    expect(
      at(
        usages.find((one) => at(one, 'name.value') === 'OpenAI.GlobalStandard.gpt4.1-mini'),
        'currentValue',
      ),
    ).toBe(0);
  });

  it('failing-lro: a failed delete leaves the deployment as it was', () => {
    const world = sandboxWorld();
    world.send('PUT', chat, mini);
    world.scenario('failing-lro');
    expect(remove(world)).toBe('202');
    expect(read(world)).toBe('200 Deleting');
    world.advance(2);
    expect(read(world)).toBe('200 Succeeded');
  });

  it('stuck-disabled: ends as Disabled without any operation to poll', () => {
    const world = sandboxWorld();
    world.scenario('stuck-disabled', { seconds: 2 });
    const accepted = world.send('PUT', chat, mini);
    expect(accepted.headers['azure-asyncoperation']).toBeUndefined();
    world.advance(2);
    expect(read(world)).toBe('200 Disabled');
  });

  it('dropped-after-write: the write was done', () => {
    const world = sandboxWorld();
    world.scenario('dropped-after-write');
    expect(create(world)).toBe('dropped');
    expect(summary(world, 'GET', `${ACCOUNT}/deployments/new`)).toBe('200 Succeeded');
  });

  it('dropped-connection: nothing was done', () => {
    const world = sandboxWorld();
    world.scenario('dropped-connection');
    create(world);
    expect(summary(world, 'GET', `${ACCOUNT}/deployments/new`)).toBe('404 NotFound');
  });
});

describe('scenarios beyond deployments', () => {
  it('quota-read-denied: usages need a role on the subscription', () => {
    const world = sandboxWorld();
    world.scenario('quota-read-denied');
    expect(summary(world, 'GET', `${PROVIDER}/locations/eastus2/usages`)).toBe('403 AuthorizationFailed');
  });

  it('marketplace: refuses partner models only', () => {
    const world = sandboxWorld();
    world.scenario('marketplace');
    const partner = deploymentBody('Ministral-3B', '1', 1, 'GlobalStandard', 'Mistral AI');
    expect(summary(world, 'PUT', chat, partner)).toBe('400 UserError');
  });

  it('account-soft-deleted: lists the accounts as deleted and refuses to make them anew', () => {
    const world = sandboxWorld();
    world.scenario('account-soft-deleted');
    expect(items(world.send('GET', `${PROVIDER}/accounts`))).toEqual([]);
    expect(items(world.send('GET', `${PROVIDER}/deletedAccounts`))).toHaveLength(3);
    const body = { kind: 'AIServices', location: 'swedencentral', properties: {} };
    expect(summary(world, 'PUT', SWEDEN, body)).toBe('409 FlagMustBeSetForRestore');
  });

  it('policy-denies: carries the policy as additionalInfo', () => {
    const world = sandboxWorld();
    world.scenario('policy-denies');
    const answer = world.send('PUT', chat, mini);
    expect(at(answer.body, 'error.additionalInfo.0.type')).toBe('PolicyViolation');
    expect(at(answer.body, 'error.target')).toBe('chat');
  });

  it.each(SCENARIO_IDS)('%s says what it changes and where that was seen', (id) => {
    expect(SCENARIOS[id].changes).toMatch(/\.$/);
    expect(SCENARIOS[id].source).not.toBe('');
  });
});
