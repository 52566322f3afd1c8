import { describe, expect, test } from 'vitest';
import type { BudgetSettings } from '../../src/core/billing-plane.js';
import { ARM, controlPlaneOver, fakeClock, REF, script } from './support.js';

const SCOPE = { subscriptionId: REF.subscriptionId, resourceGroup: null };
const GROUP = { subscriptionId: REF.subscriptionId, resourceGroup: 'rg demo' };
const SUB = `${ARM}/subscriptions/${REF.subscriptionId}`;
const QUERY_URL = `${SUB}/providers/Microsoft.CostManagement/query?api-version=2023-11-01`;
const QUERY = { from: '2026-10-01', to: '2026-10-31', tag: 'team', resourceId: null };

/** Shape as in the Cost Management REST reference, Query - Usage, 2023-11-01. */
function page(rows: readonly unknown[], nextLink: string | null = null, names: readonly string[] = COLUMNS) {
  const columns = names.map((name) => ({ name, type: 'String' }));
  return {
    id: 'x',
    name: 'x',
    type: 'Microsoft.CostManagement/query',
    properties: { nextLink, columns, rows },
  };
}

const COLUMNS = [
  'Cost',
  'UsageQuantity',
  'UsageDate',
  'ResourceId',
  'ResourceLocation',
  'ServiceName',
  'MeterSubCategory',
  'Meter',
  'PublisherType',
  'ChargeType',
  'TagKey',
  'TagValue',
  'Currency',
];
const CELLS = [
  1.2e-7,
  0.1,
  20261005,
  '/subscriptions/s/r',
  'US East 2',
  'Foundry Models',
  'Azure OpenAI',
  'gpt 4.1 mini Inp glbl Tokens',
  'Microsoft',
  'Usage',
  'team',
  '',
  'usd',
];

describe('cost queries', () => {
  test('post the documented body and read rows by the names of their columns', async () => {
    const transport = script({ status: 200, body: page([CELLS]) });
    const rows = await controlPlaneOver(transport).billing.queryCosts(SCOPE, QUERY);
    expect(rows).toEqual([
      {
        day: '2026-10-05',
        cost: '0.00000012',
        currency: 'USD',
        quantity: '0.1',
        resourceId: '/subscriptions/s/r',
        location: 'US East 2',
        service: 'Foundry Models',
        product: 'Azure OpenAI',
        meter: 'gpt 4.1 mini Inp glbl Tokens',
        publisherType: 'Microsoft',
        chargeType: 'Usage',
        tag: null,
      },
    ]);
    const [request] = transport.requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: QUERY_URL,
      body: {
        type: 'ActualCost',
        timeframe: 'Custom',
        timePeriod: { from: '2026-10-01T00:00:00Z', to: '2026-10-31T23:59:59Z' },
        dataset: {
          granularity: 'Daily',
          aggregation: {
            totalCost: { name: 'Cost', function: 'Sum' },
            totalQuantity: { name: 'UsageQuantity', function: 'Sum' },
          },
          filter: {
            or: [
              { dimensions: { name: 'ServiceName', operator: 'In' } },
              { dimensions: { name: 'PublisherType', operator: 'In', values: ['Marketplace'] } },
            ],
          },
        },
      },
    });
    expect(JSON.stringify(request?.body)).toContain('{"type":"TagKey","name":"team"}');
  });

  test('of one resource filter by it, in a group that is percent-encoded', async () => {
    const transport = script({ status: 200, body: page([]) });
    await controlPlaneOver(transport).billing.queryCosts(GROUP, { ...QUERY, resourceId: '/r' });
    expect(transport.requests[0]).toMatchObject({
      url: `${SUB}/resourceGroups/rg%20demo/providers/Microsoft.CostManagement/query?api-version=2023-11-01`,
      body: { dataset: { filter: { dimensions: { name: 'ResourceId', operator: 'In', values: ['/r'] } } } },
    });
  });

  test('columns in another order and letter case, PreTaxCost and a day as text are read as well', async () => {
    const names = ['currency', 'USAGEDATE', 'PreTaxCost'];
    const transport = script({
      status: 200,
      body: page([['EUR', '2026-10-05T00:00:00', '2.50']], null, names),
    });
    expect(await controlPlaneOver(transport).billing.queryCosts(SCOPE, QUERY)).toMatchObject([
      { day: '2026-10-05', cost: '2.5', currency: 'EUR', quantity: null, chargeType: 'Usage', tag: null },
    ]);
  });

  test('pages are posted to with the same body', async () => {
    const next = `${QUERY_URL}&$skiptoken=AQ`;
    const transport = script(
      { status: 200, body: page([CELLS], next) },
      { status: 200, body: page([CELLS]) },
    );
    expect(await controlPlaneOver(transport).billing.queryCosts(SCOPE, QUERY)).toHaveLength(2);
    const [first, second] = transport.requests;
    expect([second?.method, second?.url]).toEqual(['POST', next]);
    expect(second?.body).toEqual(first?.body);
  });

  test('a nextLink to another host gets no token', async () => {
    const transport = script({ status: 200, body: page([], 'https://evil.example/next') });
    await expect(controlPlaneOver(transport).billing.queryCosts(SCOPE, QUERY)).rejects.toMatchObject({
      code: 'service-refused',
    });
    expect(transport.requests).toHaveLength(1);
  });

  test('204 is nothing billed', async () => {
    const transport = script({ status: 204 });
    expect(await controlPlaneOver(transport).billing.queryCosts(SCOPE, QUERY)).toEqual([]);
  });

  test('429 waits as long as the longest of its own headers asks', async () => {
    const clock = fakeClock();
    const headers = {
      'x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after': '4',
      'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '11',
    };
    const transport = script({ status: 429, headers }, { status: 200, body: page([CELLS]) });
    await controlPlaneOver(transport, { clock }).billing.queryCosts(SCOPE, QUERY);
    expect(clock.slept).toEqual([11_000]);
  });

  test.each([
    ['no columns', { properties: { rows: [] } }],
    ['a row of another length', page([[1]])],
    ['a cost that is none', page([['much', ...CELLS.slice(1)]])],
    ['a row without a day', page([[1, 1, null, ...CELLS.slice(3)]])],
  ])('%s is refused as unexpected', async (_name, body) => {
    const transport = script({ status: 200, body });
    await expect(controlPlaneOver(transport).billing.queryCosts(SCOPE, QUERY)).rejects.toMatchObject({
      code: 'service-refused',
    });
  });

  test('an offer without Cost Management is said to be one', async () => {
    const message = 'Cost Management supports only Enterprise Agreement offer types. offerId: MS-AZR-0036P';
    const transport = script({ status: 400, body: { error: { code: '400', message } } });
    await expect(controlPlaneOver(transport).billing.queryCosts(SCOPE, QUERY)).rejects.toMatchObject({
      code: 'billing-unavailable',
      exit: 4,
    });
  });
});

/** As in the Consumption REST reference, Budgets - Get, 2024-08-01. */
const WIRE_BUDGET = {
  id: 'subscriptions/s/providers/Microsoft.Consumption/budgets/ai',
  name: 'ai',
  type: 'Microsoft.Consumption/budgets',
  eTag: '"1d34d016a593709"',
  properties: {
    category: 'Cost',
    amount: 100.65,
    timeGrain: 'Monthly',
    timePeriod: { startDate: '2026-10-01T00:00:00Z', endDate: '2036-10-01T00:00:00Z' },
    notifications: {
      a: {
        enabled: true,
        operator: 'GreaterThan',
        threshold: 80,
        thresholdType: 'Actual',
        contactEmails: ['ops@contoso.com'],
      },
      b: {
        enabled: true,
        operator: 'GreaterThan',
        threshold: 110,
        thresholdType: 'Forecasted',
        contactEmails: [],
      },
      c: {
        enabled: false,
        operator: 'GreaterThan',
        threshold: 1,
        thresholdType: 'Actual',
        contactEmails: [],
      },
    },
    currentSpend: { amount: 80.89, unit: 'USD' },
    forecastSpend: { amount: 120.5, unit: 'USD' },
  },
};
const BUDGETS = `${SUB}/providers/Microsoft.Consumption/budgets`;
const VERSION = '?api-version=2024-08-01';
const SETTINGS: BudgetSettings = {
  amount: '99.5',
  grain: 'quarterly',
  start: '2026-10-01',
  alerts: [{ percent: 80, on: 'actual' }],
  emails: ['ops@contoso.com'],
  resourceId: '/r',
};

describe('budgets', () => {
  test('are listed with money as text', async () => {
    const transport = script({ status: 200, body: { value: [WIRE_BUDGET] } });
    expect(await controlPlaneOver(transport).billing.listBudgets(SCOPE)).toEqual([
      {
        name: 'ai',
        id: WIRE_BUDGET.id,
        amount: '100.65',
        grain: 'monthly',
        start: '2026-10-01',
        end: '2036-10-01',
        spent: '80.89',
        forecast: '120.5',
        currency: 'USD',
        alerts: [
          { percent: 80, on: 'actual' },
          { percent: 110, on: 'forecast' },
        ],
        emails: ['ops@contoso.com'],
        resourceId: null,
        etag: '"1d34d016a593709"',
      },
    ]);
    expect(transport.requests[0]?.url).toBe(`${BUDGETS}${VERSION}`);
  });

  test.each([
    [null, undefined],
    ['"7"', '"7"'],
  ])('are written with the eTag %s of what they replace', async (etag, sent) => {
    const transport = script({ status: 201, body: WIRE_BUDGET });
    await controlPlaneOver(transport).billing.putBudget(SCOPE, 'ai', SETTINGS, etag);
    const [request] = transport.requests;
    expect([request?.method, request?.url]).toEqual(['PUT', `${BUDGETS}/ai${VERSION}`]);
    expect(request?.body).toEqual({
      ...(sent === undefined ? {} : { eTag: sent }),
      properties: {
        category: 'Cost',
        amount: 99.5,
        timeGrain: 'Quarterly',
        timePeriod: { startDate: '2026-10-01T00:00:00Z' },
        filter: { dimensions: { name: 'ResourceId', operator: 'In', values: ['/r'] } },
        notifications: {
          actual_GreaterThanOrEqualTo_80_Percent: {
            enabled: true,
            operator: 'GreaterThanOrEqualTo',
            threshold: 80,
            thresholdType: 'Actual',
            contactEmails: ['ops@contoso.com'],
          },
        },
      },
    });
  });

  test('a missing one is null, a missing group an error', async () => {
    const answers = ['404', 'ResourceGroupNotFound'].map((code) => ({
      status: 404,
      body: { error: { code, message: "Resource group 'rg' could not be found." } },
    }));
    const { billing } = controlPlaneOver(script(...answers));
    expect(await billing.getBudget(GROUP, 'ai')).toBeNull();
    await expect(billing.getBudget(GROUP, 'ai')).rejects.toMatchObject({ code: 'resource-group-not-found' });
  });

  const asSent = {
    ...WIRE_BUDGET,
    properties: {
      ...WIRE_BUDGET.properties,
      amount: 99.5,
      timeGrain: 'Quarterly',
      filter: { dimensions: { name: 'ResourceId', operator: 'In', values: ['/r'] } },
      notifications: { a: WIRE_BUDGET.properties.notifications.a },
    },
  };
  const stale = { status: 412, body: { error: { code: 'PreconditionFailed', message: 'eTag' } } };

  test('a write whose answer was lost is done when the budget is as it was sent', async () => {
    const transport = script('dropped', stale, { status: 200, body: asSent });
    const budget = await controlPlaneOver(transport).billing.putBudget(SCOPE, 'ai', SETTINGS, '"7"');
    expect(budget).toMatchObject({ amount: '99.5', grain: 'quarterly', etag: WIRE_BUDGET.eTag });
    expect(transport.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET']);
  });

  test.each([
    ['the budget is another one', ['dropped', stale, { status: 200, body: WIRE_BUDGET }]],
    [
      'the budget is gone',
      ['dropped', stale, { status: 404, body: { error: { code: '404', message: '' } } }],
    ],
    ['no answer was lost', [stale]],
  ] as const)('a refused eTag is an error when %s', async (_story, answers) => {
    const { billing } = controlPlaneOver(script(...answers));
    await expect(billing.putBudget(SCOPE, 'ai', SETTINGS, '"7"')).rejects.toMatchObject({ exit: 1 });
  });

  test('a delete whose answer was lost is done', async () => {
    const gone = { status: 404, body: { error: { code: '404', message: 'gone' } } };
    await expect(
      controlPlaneOver(script('dropped', gone)).billing.deleteBudget(SCOPE, 'ai'),
    ).resolves.toBeUndefined();
    await expect(controlPlaneOver(script(gone)).billing.deleteBudget(SCOPE, 'ai')).rejects.toMatchObject({
      exit: 1,
    });
  });
});
