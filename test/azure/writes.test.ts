import { describe, expect, test } from 'vitest';
import type { Operation, OperationStatus } from '../../src/core/control-plane.js';
import { ACCOUNT_PATH, type Answer, ARM, controlPlaneOver, deploymentRow, REF, script } from './support.js';

const URL_OF = `${ARM}${ACCOUNT_PATH}/deployments/chat?api-version=2025-09-01`;
const STATUS = `${ARM}/subscriptions/s/providers/Microsoft.CognitiveServices/locations/EASTUS2/operationResults/1?api-version=2017-04-18&t=1&c=2&s=3&h=4`;
const BODY = {
  sku: { name: 'GlobalStandard', capacity: 10 },
  properties: {
    model: { format: 'Anthropic', name: 'claude-x', version: '1' },
    modelProviderData: { organizationName: 'Contoso', countryCode: 'DE', industry: 'technology' },
  },
};
const QUOTA = {
  code: 'InsufficientQuota',
  message:
    'This operation require 30 new capacity in quota Tokens Per Minute (thousands) - gpt-4o, which is bigger than the current available capacity 26. The current quota usage is 124 and the quota limit is 150 for quota Tokens Per Minute (thousands) - gpt-4o.',
};

/** Polls to the end; the words a person would see on the way. */
async function follow(operation: Operation): Promise<{ last: OperationStatus; seen: string[] }> {
  const seen: string[] = [];
  let status = operation.status;
  while (status.state === 'running') {
    seen.push(status.detail);
    if (seen.length > 20) throw new Error('no end');
    status = await operation.poll();
  }
  return { last: status, seen };
}

interface Story {
  readonly name: string;
  readonly verb: 'put' | 'patch' | 'delete';
  readonly answers: readonly Answer[];
  readonly end: object;
  readonly seen: readonly string[];
  /** Method and address of what follows the write. */
  readonly polls: readonly string[];
}

const STORIES: readonly Story[] = [
  {
    name: 'a PUT answered 201 Succeeded needs no poll (recorded 2025-10)',
    verb: 'put',
    answers: [{ status: 201, body: deploymentRow('chat') }],
    end: { state: 'succeeded' },
    seen: [],
    polls: [],
  },
  {
    name: 'a PUT answered 201 Creating without headers is followed on the deployment itself',
    verb: 'put',
    answers: [
      { status: 201, body: deploymentRow('chat', 'Accepted') },
      { status: 200, body: deploymentRow('chat', 'Creating') },
      { status: 200, body: deploymentRow('chat') },
    ],
    end: { state: 'succeeded' },
    seen: ['Accepted', 'Creating'],
    polls: [URL_OF, URL_OF],
  },
  {
    name: 'azure-asyncoperation is followed to Succeeded',
    verb: 'put',
    answers: [
      { status: 201, headers: { 'azure-asyncoperation': STATUS }, body: deploymentRow('chat', 'Creating') },
      { status: 200, body: { status: 'Running' } },
      { status: 200, body: { status: 'Succeeded' } },
    ],
    end: { state: 'succeeded' },
    seen: ['Creating', 'Running'],
    polls: [STATUS, STATUS],
  },
  {
    name: 'azure-asyncoperation that fails with a known reason explains it',
    verb: 'put',
    answers: [
      { status: 202, headers: { 'azure-asyncoperation': STATUS } },
      { status: 200, body: { status: 'Failed', error: QUOTA } },
    ],
    end: { state: 'failed', error: { code: 'insufficient-quota', details: { free: 26, limit: 150 } } },
    seen: ['Accepted'],
    polls: [STATUS],
  },
  {
    name: 'an unknown reason ends as deployment-failed',
    verb: 'put',
    answers: [
      { status: 202, headers: { 'azure-asyncoperation': STATUS } },
      { status: 200, body: { status: 'Failed', error: { code: 'Odd', message: 'so \u001b[31mit is' } } },
    ],
    end: {
      state: 'failed',
      error: { code: 'deployment-failed', message: expect.stringMatching(/Odd.*so it is/) },
    },
    seen: ['Accepted'],
    polls: [STATUS],
  },
  {
    name: 'a failure without a reason asks the deployment',
    verb: 'put',
    answers: [
      { status: 202, headers: { 'azure-asyncoperation': STATUS } },
      { status: 200, body: { status: 'Failed' } },
      { status: 200, body: deploymentRow('chat', 'Failed', { error: QUOTA }) },
    ],
    end: { state: 'failed', error: { code: 'insufficient-quota' } },
    seen: ['Accepted'],
    polls: [STATUS, URL_OF],
  },
  {
    name: 'a failure without a reason anywhere says so, and that nothing is left',
    verb: 'put',
    answers: [
      { status: 202, headers: { 'azure-asyncoperation': STATUS } },
      { status: 200, body: { status: 'Failed' } },
      { status: 404 },
    ],
    end: {
      state: 'failed',
      error: { code: 'deployment-failed', details: { state: 'Failed', exists: false } },
    },
    seen: ['Accepted'],
    polls: [STATUS, URL_OF],
  },
  {
    name: 'Disabled is an end',
    verb: 'put',
    answers: [
      { status: 201, body: deploymentRow('chat', 'Creating') },
      { status: 200, body: deploymentRow('chat', 'Disabled') },
      { status: 200, body: deploymentRow('chat', 'Disabled') },
    ],
    end: {
      state: 'failed',
      error: { code: 'deployment-failed', message: expect.stringContaining('Disabled') },
    },
    seen: ['Creating'],
    polls: [URL_OF, URL_OF],
  },
  {
    name: 'Canceled is an end',
    verb: 'patch',
    answers: [
      { status: 202, headers: { 'azure-asyncoperation': STATUS } },
      { status: 200, body: { status: 'Canceled' } },
      { status: 200, body: deploymentRow('chat') },
    ],
    end: { state: 'failed', error: { message: expect.stringContaining('Canceled') } },
    seen: ['Accepted'],
    polls: [STATUS, URL_OF],
  },
  {
    name: 'location answers 202 until it is done, and may move',
    verb: 'patch',
    answers: [
      { status: 202, headers: { location: '/loc/1' } },
      { status: 202, headers: { location: `${ARM}/loc/2` } },
      { status: 200, body: deploymentRow('chat') },
    ],
    end: { state: 'succeeded' },
    seen: ['Accepted', 'Accepted'],
    polls: [`${ARM}/loc/1`, `${ARM}/loc/2`],
  },
  {
    name: 'location that ends with Failed in a 200',
    verb: 'put',
    answers: [
      { status: 202, headers: { location: `${ARM}/loc/1` } },
      {
        status: 200,
        body: {
          status: 'Failed',
          error: { code: 'AnthropicOrganizationCreationException', message: 'Internal Server Error.' },
        },
      },
    ],
    end: { state: 'failed', error: { code: 'provider-data-needed' } },
    seen: ['Accepted'],
    polls: [`${ARM}/loc/1`],
  },
  {
    name: 'an operation whose record is gone is decided by the deployment',
    verb: 'put',
    answers: [
      { status: 202, headers: { 'azure-asyncoperation': STATUS } },
      { status: 404 },
      { status: 200, body: deploymentRow('chat') },
    ],
    end: { state: 'succeeded' },
    seen: ['Accepted'],
    polls: [STATUS, URL_OF],
  },
  {
    name: 'a created deployment that disappears has failed',
    verb: 'put',
    answers: [{ status: 201, body: deploymentRow('chat', 'Creating') }, { status: 404 }],
    end: {
      state: 'failed',
      error: { code: 'deployment-failed', message: expect.stringContaining('disappeared') },
    },
    seen: ['Creating'],
    polls: [URL_OF],
  },
  {
    name: 'DELETE answered 200 and empty is done (recorded 2025-10)',
    verb: 'delete',
    answers: [{ status: 200 }],
    end: { state: 'succeeded' },
    seen: [],
    polls: [],
  },
  {
    name: 'DELETE answered 204 is done',
    verb: 'delete',
    answers: [{ status: 204 }],
    end: { state: 'succeeded' },
    seen: [],
    polls: [],
  },
  {
    name: 'DELETE answered 202 with a location is followed to 204',
    verb: 'delete',
    answers: [{ status: 202, headers: { location: `${ARM}/loc/1` } }, { status: 202 }, { status: 204 }],
    end: { state: 'succeeded' },
    seen: ['Accepted', 'Accepted'],
    polls: [`${ARM}/loc/1`, `${ARM}/loc/1`],
  },
  {
    name: 'DELETE answered 202 without headers is followed until the deployment is gone',
    verb: 'delete',
    answers: [{ status: 202 }, { status: 200, body: deploymentRow('chat', 'Deleting') }, { status: 404 }],
    end: { state: 'succeeded' },
    seen: ['Accepted', 'Deleting'],
    polls: [URL_OF, URL_OF],
  },
  {
    name: 'a DELETE whose answer was lost and then finds nothing has worked',
    verb: 'delete',
    answers: ['dropped', { status: 404 }],
    end: { state: 'succeeded' },
    seen: [],
    polls: [URL_OF],
  },
];

describe('operations', () => {
  test.each(STORIES)('$name', async ({ verb, answers, end, seen, polls }) => {
    const transport = script(...answers);
    const plane = controlPlaneOver(transport);
    const operation =
      verb === 'put'
        ? await plane.beginPut(REF, 'chat', BODY)
        : verb === 'patch'
          ? await plane.beginPatch(REF, 'chat', { sku: { name: 'GlobalStandard', capacity: 5 } })
          : await plane.beginDelete(REF, 'chat');
    const result = await follow(operation);
    expect(result.last).toMatchObject(end);
    expect(result.seen).toEqual(seen);
    expect(transport.requests.slice(1).map(({ url }) => url)).toEqual(polls);
    expect(transport.requests).toHaveLength(answers.length);
    expect(await operation.poll()).toEqual(result.last);
  });

  test.each([
    ['azure-asyncoperation', 'https://evil.example/op'],
    ['location', 'https://management.azure.com.evil.example/op'],
    ['azure-asyncoperation', 'http://management.azure.com/op'],
  ])('a poll address in %s on another origin (%s) gets no request', async (header, address) => {
    const transport = script({ status: 202, headers: { [header]: address } });
    const operation = await controlPlaneOver(transport).beginPut(REF, 'chat', BODY);
    await expect(operation.poll()).rejects.toMatchObject({ code: 'service-refused' });
    expect(transport.requests).toHaveLength(1);
  });

  test.each([
    ['7', 7000],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['soon', null],
  ])('Retry-After %s is handed on as %s ms', async (value, expected) => {
    const transport = script(
      { status: 202, headers: { 'azure-asyncoperation': STATUS, 'retry-after': value } },
      { status: 200, headers: { 'retry-after': value }, body: { status: 'Running' } },
    );
    const operation = await controlPlaneOver(transport).beginPut(REF, 'chat', BODY);
    expect(operation.status).toMatchObject({ retryAfterMs: expected });
    expect(await operation.poll()).toMatchObject({ state: 'running', retryAfterMs: expected });
  });

  test('an aborted poll is interrupted and sends nothing', async () => {
    const transport = script({ status: 202, headers: { 'azure-asyncoperation': STATUS } });
    const operation = await controlPlaneOver(transport).beginPut(REF, 'chat', BODY);
    await expect(operation.poll(AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted' });
    expect(transport.requests).toHaveLength(1);
  });

  test('a poll that the service refuses is an error and can be repeated', async () => {
    const transport = script(
      { status: 202, headers: { 'azure-asyncoperation': STATUS } },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } },
      { status: 200, body: { status: 'Succeeded' } },
    );
    const operation = await controlPlaneOver(transport).beginPut(REF, 'chat', BODY);
    await expect(operation.poll()).rejects.toMatchObject({ code: 'role-missing' });
    expect(await operation.poll()).toEqual({ state: 'succeeded' });
  });
});

describe('requests', () => {
  test('PUT sends the body whole, with the provider data that the SDK would drop', async () => {
    const transport = script({ status: 201, body: deploymentRow('chat') });
    await controlPlaneOver(transport).beginPut(REF, 'chat', BODY);
    expect(transport.requests[0]).toMatchObject({ method: 'PUT', url: URL_OF, body: BODY });
    expect(transport.requests[0]?.headers['content-type']).toContain('application/json');
  });

  test('a replacement keeps what it does not name, and leaves out what the service only says', async () => {
    const row = deploymentRow('chat', 'Succeeded', {
      spilloverDeploymentName: 'chat-spill',
      somethingNewer: { a: [1] },
      raiPolicyName: 'strict',
    });
    const there = { ...row, sku: { ...row.sku, tier: 'Standard' }, tags: { team: 'x' } };
    const transport = script({ status: 200, body: there }, { status: 200, body: row });
    await controlPlaneOver(transport).beginReplace(REF, 'chat', {
      sku: { name: 'GlobalStandard', capacity: 10 },
      properties: {
        model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' },
        raiPolicyName: undefined,
        versionUpgradeOption: 'NoAutoUpgrade',
      },
    });
    expect(transport.requests.map(({ method, url }) => [method, url])).toEqual([
      ['GET', URL_OF],
      ['PUT', URL_OF],
    ]);
    expect(transport.requests[1]?.body).toEqual({
      sku: { name: 'GlobalStandard', capacity: 10, tier: 'Standard' },
      properties: {
        model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' },
        versionUpgradeOption: 'NoAutoUpgrade',
        spilloverDeploymentName: 'chat-spill',
        somethingNewer: { a: [1] },
        raiPolicyName: 'strict',
      },
      tags: { team: 'x' },
    });
  });

  test('a replacement of what is gone sends no PUT', async () => {
    const transport = script({
      status: 404,
      body: { error: { code: 'ResourceNotFound', message: 'not there' } },
    });
    const replacing = controlPlaneOver(transport).beginReplace(REF, 'chat', BODY);
    await expect(replacing).rejects.toMatchObject({ code: 'deployment-not-found' });
    expect(transport.requests).toHaveLength(1);
  });

  test('PATCH sends SKU and tags alone, DELETE no body', async () => {
    const transport = script({ status: 200, body: deploymentRow('chat') }, { status: 200 });
    const plane = controlPlaneOver(transport);
    await plane.beginPatch(REF, 'chat', { sku: { name: 'GlobalStandard', capacity: 5 } });
    await plane.beginDelete(REF, 'chat');
    expect(transport.requests.map(({ method, url, body }) => ({ method, url, body }))).toEqual([
      { method: 'PATCH', url: URL_OF, body: { sku: { name: 'GlobalStandard', capacity: 5 } } },
      { method: 'DELETE', url: URL_OF, body: undefined },
    ]);
  });

  test.each([
    [
      409,
      {
        error: {
          code: 'RequestConflict',
          message:
            "Another operation is being performed on the parent resource '/x/accounts/contoso-ai'. Please try again later.",
        },
      },
      'conflict',
    ],
    [400, { error: QUOTA }, 'insufficient-quota'],
    [404, null, 'deployment-not-found'],
  ])('a write answered %i is refused at once and not repeated', async (status, body, code) => {
    const transport = script({ status, body });
    await expect(controlPlaneOver(transport).beginDelete(REF, 'chat')).rejects.toMatchObject({ code });
    expect(transport.requests).toHaveLength(1);
  });
});
