import { describe, expect, it } from 'vitest';
import { ACCOUNT, at, deploymentBody, SUBSCRIPTION, sandboxWorld, type World } from './sandbox-world.js';

const QUERY = `${SUBSCRIPTION}/providers/Microsoft.CostManagement/query?api-version=2023-11-01`;
const BUDGET = `${SUBSCRIPTION}/providers/Microsoft.Consumption/budgets/ai?api-version=2024-08-01`;

function query(from: string, to: string, dataset: object = {}) {
  return {
    type: 'ActualCost',
    timeframe: 'Custom',
    timePeriod: { from: `${from}T00:00:00Z`, to: `${to}T23:59:59Z` },
    dataset: {
      granularity: 'None',
      aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
      ...dataset,
    },
  };
}

function rows(world: World, body: unknown, path = QUERY): readonly unknown[] {
  const value = at(world.send('POST', path, body).body, 'properties.rows');
  if (!Array.isArray(value)) throw new Error('not a cost result');
  return value;
}

const by = (...names: string[]) => ({ grouping: names.map((name) => ({ type: 'Dimension', name })) });

describe('POST query', () => {
  it('answers columns and rows in the order of the service', () => {
    const answer = sandboxWorld().send(
      'POST',
      QUERY,
      query('2026-08-30', '2026-08-31', {
        granularity: 'Daily',
        aggregation: {
          a: { name: 'Cost', function: 'Sum' },
          b: { name: 'UsageQuantity', function: 'Sum' },
        },
        grouping: [
          { type: 'Dimension', name: 'MeterSubcategory' },
          { type: 'TagKey', name: 'team' },
        ],
      }),
    );
    expect(at(answer.body, 'properties.columns')).toEqual([
      { name: 'Cost', type: 'Number' },
      { name: 'UsageQuantity', type: 'Number' },
      { name: 'UsageDate', type: 'Number' },
      { name: 'MeterSubCategory', type: 'String' },
      { name: 'TagKey', type: 'String' },
      { name: 'TagValue', type: 'String' },
      { name: 'Currency', type: 'String' },
    ]);
    expect(at(answer.body, 'properties.rows')).toEqual([
      [expect.any(Number), expect.any(Number), 20260830, 'Azure OpenAI', 'team', '', 'USD'],
      [expect.any(Number), expect.any(Number), 20260831, 'Azure OpenAI', 'team', '', 'USD'],
    ]);
  });

  it('bills what is over: up to yesterday, from the first billed day', () => {
    const world = sandboxWorld('2026-09-01T12:00:00.000Z');
    const days = (from: string, to: string) => rows(world, query(from, to, { granularity: 'Daily' })).length;
    expect(days('2026-08-30', '2026-09-01')).toBe(2);
    expect(days('2026-01-10', '2026-01-16')).toBe(2);
    expect(days('2026-09-01', '2026-09-05')).toBe(0);
  });

  it('takes cached input, input and output by the price of the day', () => {
    const world = sandboxWorld();
    world.send('PUT', `${ACCOUNT}/deployments/chat`, deploymentBody('gpt-4.1-mini', '2025-04-14'));
    const cells = rows(
      world,
      query('2026-08-31', '2026-08-31', {
        ...by('Meter'),
        aggregation: { c: { name: 'Cost', function: 'Sum' }, q: { name: 'UsageQuantity', function: 'Sum' } },
        filter: { dimensions: { name: 'ResourceId', operator: 'In', values: [ACCOUNT.toLowerCase()] } },
      }),
    );
    const prices = new Map([
      ['gpt 4.1 mini Inp glbl Tokens', 0.0004],
      ['gpt 4.1 mini cached Inp glbl Tokens', 0.0001],
      ['gpt 4.1 mini Outp glbl Tokens', 0.0016],
    ]);
    expect(cells.map((row) => at(row, '2'))).toEqual([...prices.keys()]);
    for (const row of cells) {
      const price = prices.get(String(at(row, '2'))) ?? 0;
      expect(Number(at(row, '0'))).toBeCloseTo(Number(at(row, '1')) * price, 9);
    }
  });

  it('a partner model is a resource of its own in the marketplace', () => {
    const world = sandboxWorld();
    const [seeded] = world.state.deployments;
    if (seeded === undefined) throw new Error('the seed has a deployment');
    const partner = {
      ...seeded,
      model: { format: 'Anthropic', name: 'claude-opus-4-5', version: '1' },
      capabilities: {},
    };
    world.state = { ...world.state, deployments: [partner] };
    const filter = { dimensions: { name: 'PublisherType', operator: 'In', values: ['Marketplace'] } };
    const found = rows(
      world,
      query('2026-08-31', '2026-08-31', { ...by('ResourceId', 'Meter', 'ServiceName'), filter }),
    );
    expect(found.map((row) => [at(row, '2'), at(row, '3')])).toEqual([
      ['paygo-inference-input-tokens', 'SaaS'],
      ['paygo-inference-output-tokens', 'SaaS'],
    ]);
    expect(at(found[0], '1')).toMatch(/\/Microsoft\.SaaS\/resources\/claude-opus-4-5-[0-9a-f-]{36}$/);
  });

  it('tags of the account tell rows apart', () => {
    const world = sandboxWorld();
    world.state = {
      ...world.state,
      accounts: world.state.accounts.map((account) => ({ ...account, tags: { team: 'search' } })),
    };
    const found = rows(
      world,
      query('2026-08-31', '2026-08-31', { grouping: [{ type: 'TagKey', name: 'team' }] }),
    );
    expect(found.map((row) => [at(row, '1'), at(row, '2')])).toEqual([['team', 'search']]);
  });

  it('hands long results over in pages', () => {
    const world = sandboxWorld('2026-09-01T12:00:00.000Z');
    for (const index of [1, 2, 3]) {
      world.send(
        'PUT',
        `${ACCOUNT}/deployments/chat${index}`,
        deploymentBody('gpt-4.1-mini', '2025-04-14', 1),
      );
    }
    const [seeded] = world.state.deployments;
    if (seeded === undefined) throw new Error('the seed has a deployment');
    const more = Array.from({ length: 8 }, (_, index) => ({
      ...seeded,
      name: `e${index}`,
      model: { ...seeded.model, name: `model-${index}` },
    }));
    world.state = { ...world.state, deployments: [...world.state.deployments, ...more] };
    const body = query('2026-06-01', '2026-08-31', { granularity: 'Daily', ...by('Meter', 'ResourceId') });
    const first = world.send('POST', QUERY, body);
    const next = at(first.body, 'properties.nextLink');
    expect(at(first.body, 'properties.rows')).toHaveLength(1000);
    if (typeof next !== 'string') throw new Error('no second page');
    const second = world.send('POST', next, body);
    expect(at(second.body, 'properties.nextLink')).toBeNull();
    expect(at(second.body, 'properties.rows')).toHaveLength(92 * 12 - 1000);
  });

  it.each([
    ['no period', { ...query('2026-08-01', '2026-08-31'), timePeriod: undefined }],
    ['an unknown dimension', query('2026-08-01', '2026-08-31', by('UnitOfMeasure'))],
    ['more than a year', query('2025-01-01', '2026-08-31')],
    ['the wrong way round', query('2026-08-31', '2026-08-01')],
  ])('%s gets 400', (_name, body) => {
    expect(sandboxWorld().send('POST', QUERY, body).status).toBe(400);
  });
});

describe('budgets', () => {
  const body = {
    properties: {
      category: 'Cost',
      amount: 100,
      timeGrain: 'Monthly',
      timePeriod: { startDate: '2026-08-01T00:00:00Z' },
      notifications: { a: { enabled: true, threshold: 80, contactEmails: ['ops@contoso.com'] } },
    },
  };

  it('are kept with their notifications, and replaced with the eTag only', () => {
    const world = sandboxWorld();
    const created = world.send('PUT', BUDGET, body);
    expect(created.status).toBe(201);
    expect(at(created.body, 'properties.notifications.a.threshold')).toBe(80);
    expect(at(created.body, 'properties.timePeriod.endDate')).toBe('2036-08-01T00:00:00Z');
    expect(world.send('PUT', BUDGET, body).status).toBe(412);
    expect(world.send('PUT', BUDGET, { ...body, eTag: at(created.body, 'eTag') }).status).toBe(200);
    expect(world.send('DELETE', BUDGET).status).toBe(200);
    expect(world.send('GET', BUDGET).status).toBe(404);
  });

  it('say what the query says for the current period', () => {
    const world = sandboxWorld('2026-08-20T12:00:00.000Z');
    const budget = world.send('PUT', BUDGET, body);
    const [row] = rows(world, query('2026-08-01', '2026-08-31'));
    expect(at(budget.body, 'properties.currentSpend')).toEqual({ amount: at(row, '0'), unit: 'USD' });
  });

  it.each([
    ['a start within a month', { timePeriod: { startDate: '2026-08-02T00:00:00Z' } }],
    ['a notification that reaches nobody', { notifications: { a: { contactEmails: [] } } }],
    ['an unknown grain', { timeGrain: 'Weekly' }],
  ])('%s gets 400', (_name, change) => {
    const wrong = { properties: { ...body.properties, ...change } };
    expect(sandboxWorld().send('PUT', BUDGET, wrong).status).toBe(400);
  });
});
