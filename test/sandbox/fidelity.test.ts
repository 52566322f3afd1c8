import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedState } from '../../src/sandbox/seed.js';
import type { SandboxState } from '../../src/sandbox/state.js';
import { ACCOUNT, deploymentBody, PROVIDER, sandboxWorld, type World } from './sandbox-world.js';
import { mergeShapes, shapeOf, surplus } from './shape.js';

const folder = process.env.AIMI_RECORDINGS;
const isThere = folder !== undefined && existsSync(folder);

interface Exchange {
  readonly request: { readonly method: string; readonly uri: string; readonly body: unknown };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

interface SpecExamples {
  readonly examples: readonly {
    readonly name: string;
    readonly responses: Readonly<Record<string, { readonly body: unknown }>>;
  }[];
}

/** Paths of a recording that the sandbox does not answer with, and why. */
const HOLDS_LESS: readonly { readonly route: RegExp; readonly path: string; readonly reason: string }[] = [
  {
    route: /locations\/\w+\/models/,
    path: '$.value[].model.skus[].costs[].offeringId',
    reason: 'only seen from a Microsoft-internal subscription (2026-06)',
  },
  {
    route: /locations\/centralindia\/models/,
    path: '$.value[].model.skus[].capacity.default',
    reason: 'there only on internal SKUs (Provisioned, Provisioned_MultiModal, Provisioned_Image)',
  },
];

const FILES = [
  'azd-2026-04-locations-models-eastus2.json',
  'azd-2026-04-locations-models-swedencentral.json',
  'azd-2026-04-locations-usages-eastus2.json',
  'azd-2026-04-locations-usages-swedencentral.json',
  'azd-2026-06-foundry-account.json',
  'azd-2026-06-locations-models-trimmed-5-regions.json',
  'azd-2026-06-resource-skus.json',
  'azure-cli-2025-10-deployment-lifecycle.json',
];

/** The sandbox with the subscription, groups and account that the recordings were made with. */
function recordedWorld(): World {
  const seed = seedState();
  const subscriptionId = '00000000-0000-0000-0000-000000000000';
  const resourceGroup = 'rg-test-agents-recording-0000000000000000000';
  const [foundry] = seed.accounts;
  if (foundry === undefined) throw new Error('the seed has no account');
  const state: SandboxState = {
    ...seed,
    subscriptions: [
      { id: subscriptionId, name: 'recorded', tenantId: '11111111-1111-1111-1111-111111111111' },
    ],
    groups: [resourceGroup, 'clitest.rg000001'].map((name) => ({
      subscriptionId,
      name,
      location: 'canadacentral',
    })),
    accounts: [
      {
        ...foundry,
        subscriptionId,
        resourceGroup,
        name: 'test-ai-account-000',
        location: 'canadacentral',
        customSubdomain: 'test-ai-account-000',
        projects: ['test-proj0'],
      },
    ],
    deployments: [],
  };
  return sandboxWorld('2026-06-22T07:54:00.000Z', state);
}

function load(file: string): readonly Exchange[] {
  return JSON.parse(readFileSync(join(folder ?? '', file), 'utf8'));
}

const routeOf = (uri: string): string =>
  new URL(uri).pathname.replace(/locations\/\w+\//, 'locations/*/').toLowerCase();

describe.skipIf(!isThere)(
  isThere
    ? 'The sandbox answers like the recordings'
    : 'The sandbox answers like the recordings (skipped: AIMI_RECORDINGS names no folder of recordings)',
  () => {
    const loaded = isThere ? FILES.map((file) => ({ file, exchanges: load(file) })) : [];
    const all = loaded.flatMap((one) => one.exchanges);

    for (const { file, exchanges } of loaded) {
      it(`gives the same status and shape to all ${exchanges.length} exchanges of ${file}`, () => {
        const world = recordedWorld();
        const replaced = new Map<string, string>();
        for (const { request, response } of exchanges) {
          const date = response.headers.date;
          if (date !== undefined) world.now = new Date(date);
          const uri = [...replaced].reduce((text, [from, to]) => text.replace(from, to), request.uri);
          const answer = world.send(request.method, uri, request.body ?? undefined);
          const recordedOperation = /operationResults\/([\w-]+)/.exec(
            response.headers['azure-asyncoperation'] ?? '',
          )?.[1];
          const ownOperation = /operationResults\/([\w-]+)/.exec(
            answer.headers['azure-asyncoperation'] ?? '',
          )?.[1];
          if (recordedOperation !== undefined) replaced.set(recordedOperation, ownOperation ?? 'none');

          const where = `${request.method} ${request.uri}`;
          expect(answer.status, where).toBe(response.status);
          const own = shapeOf(answer.body);
          const recorded = shapeOf(response.body);
          const sameRoute = all.filter(
            (one) =>
              one.request.method === request.method && routeOf(one.request.uri) === routeOf(request.uri),
          );
          expect(
            surplus(own, mergeShapes(sameRoute.map((one) => shapeOf(one.response.body)))),
            where,
          ).toEqual([]);
          const allowed = HOLDS_LESS.filter((one) => one.route.test(request.uri)).map(
            (one) => `${one.path} is not there`,
          );
          expect(
            surplus(recorded, own).filter((line) => !allowed.includes(line)),
            where,
          ).toEqual([]);
          const names = Object.keys(response.headers).filter((name) => name !== 'content-length');
          expect(Object.keys(answer.headers), where).toEqual(expect.arrayContaining(names));
        }
      });
    }

    it('holds every path of the specification examples', () => {
      const world = sandboxWorld();
      const deployment = `${ACCOUNT}/deployments/chat`;
      const created = world.send('PUT', deployment, deploymentBody('gpt-4.1-mini', '2025-04-14'));
      const model = { format: 'OpenAI', name: 'gpt-4.1-mini', version: '2025-04-14' };
      const own: Readonly<Record<string, unknown>> = {
        'PutDeployment.json': created.body,
        'CalculateModelCapacity.json': world.send('POST', `${PROVIDER}/calculateModelCapacity`, {
          model,
          skuName: 'GlobalStandard',
          workloads: [],
        }).body,
        'ListModelCapacities.json': world.send(
          'GET',
          `${PROVIDER}/modelCapacities?modelFormat=OpenAI&modelName=gpt-4.1-mini&modelVersion=2025-04-14`,
        ).body,
        'ListDeploymentSkus.json': world.send('GET', `${deployment}/skus`).body,
      };
      const file = join(folder ?? '', 'spec-examples-2024-10-01.json');
      const { examples }: SpecExamples = JSON.parse(readFileSync(file, 'utf8'));
      expect(examples.map((one) => one.name).sort()).toEqual(Object.keys(own).sort());
      for (const { name, responses } of examples) {
        for (const { body } of Object.values(responses)) {
          // No recorded SKU has allowedValues.
          const missing = surplus(shapeOf(body), shapeOf(own[name])).filter(
            (line) => !line.includes('allowedValues'),
          );
          expect(missing, name).toEqual([]);
        }
      }
    });

    it('answers 25 recorded exchanges', () => {
      expect(all.length).toBe(25);
    });
  },
);
