import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, at, deploymentBody, items, PROVIDER, sandboxWorld, type World } from './sandbox-world.js';

const USAGES = `${PROVIDER}/locations/eastus2/usages`;
const NAME = 'OpenAI.GlobalStandard.gpt4.1-mini';

function row(world: World, name = NAME): unknown {
  return items(world.send('GET', USAGES)).find((one) => at(one, 'name.value') === name);
}

const put = (world: World, name: string, capacity: number): unknown =>
  world.send('PUT', `${ACCOUNT}/deployments/${name}`, deploymentBody('gpt-4.1-mini', '2025-04-14', capacity));

describe('quota', () => {
  it('refuses exactly the unit that is one too many, with the numbers', () => {
    const world = sandboxWorld();
    const limit = Number(at(row(world), 'limit'));
    expect(at(put(world, 'all', limit), 'status')).toBe(201);
    const refused = put(world, 'more', 1);
    expect(at(refused, 'body.error.code')).toBe('InsufficientQuota');
    const quota = String(at(row(world), 'name.localizedValue'));
    expect(at(refused, 'body.error.message')).toBe(
      `This operation require 1 new capacity in quota ${quota}, which is bigger than the current available capacity 0. The current quota usage is ${limit} and the quota limit is ${limit} for quota ${quota}.`,
    );
  });

  it('counts only the difference when a deployment grows, and frees what a smaller one gives back', () => {
    const world = sandboxWorld();
    const limit = Number(at(row(world), 'limit'));
    put(world, 'one', limit - 10);
    expect(at(put(world, 'one', limit), 'status')).toBe(200);
    expect(at(put(world, 'one', limit + 1), 'status')).toBe(400);
    expect(at(put(world, 'one', 5), 'status')).toBe(200);
    expect(at(row(world), 'currentValue')).toBe(5);
  });

  it('is counted per region: the same SKU elsewhere is not touched', () => {
    const world = sandboxWorld();
    put(world, 'one', 7);
    const sweden = items(world.send('GET', `${PROVIDER}/locations/SwedenCentral/usages`));
    expect(
      at(
        sweden.find((one) => at(one, 'name.value') === NAME),
        'currentValue',
      ),
    ).toBe(0);
  });

  it('can be asked for by name', () => {
    const world = sandboxWorld();
    const found = items(world.send('GET', `${USAGES}?$filter=name.value eq '${NAME}'`));
    expect(found.map((one) => at(one, 'name.value'))).toEqual([NAME]);
  });

  it('has no row where the service has none, and then sets no bound', () => {
    const world = sandboxWorld();
    const sweden = items(world.send('GET', `${PROVIDER}/locations/swedencentral/usages`));
    expect(sweden.map((one) => at(one, 'name.value'))).not.toContain('AIServices.GlobalStandard.MAI-Image-2');
  });

  it('counts accounts', () => {
    expect(at(row(sandboxWorld(), 'AIServices.S0.AccountCount'), 'currentValue')).toBe(1);
  });

  it('always uses the sum of the deployed capacities, whatever was written and refused', () => {
    const step = fc.record({
      name: fc.constantFrom('aa', 'bb', 'cc'),
      act: fc.constantFrom('PUT', 'PATCH', 'DELETE'),
      capacity: fc.integer({ min: -1, max: 3000 }),
      sku: fc.constantFrom('GlobalStandard', 'DataZoneStandard'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const world = sandboxWorld();
        for (const { name, act, capacity, sku } of steps) {
          const body =
            act === 'PUT'
              ? deploymentBody('gpt-4.1-mini', '2025-04-14', capacity, sku)
              : { sku: { name: sku, capacity } };
          world.send(act, `${ACCOUNT}/deployments/${name}`, act === 'DELETE' ? undefined : body);
          const deployed = items(world.send('GET', `${ACCOUNT}/deployments`));
          for (const [skuName, usage] of [
            ['GlobalStandard', NAME],
            ['DataZoneStandard', 'OpenAI.DataZoneStandard.gpt4.1-mini'],
          ]) {
            const sum = deployed
              .filter((one) => at(one, 'sku.name') === skuName)
              .reduce<number>((total, one) => total + Number(at(one, 'sku.capacity')), 0);
            expect(at(row(world, usage), 'currentValue')).toBe(sum);
            expect(sum).toBeLessThanOrEqual(Number(at(row(world, usage), 'limit')));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
