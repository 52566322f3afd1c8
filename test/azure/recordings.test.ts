import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deployableSkus, foundryOffers } from '../../src/core/catalog/pay-as-you-go.js';
import { quotaOf } from '../../src/core/deployments/quota.js';
import type { WireTransport } from '../../src/core/wire.js';
import { controlPlaneOver } from './support.js';

/**
 * The real SDK over recorded traffic of Azure Resource Manager. The recordings are not part of the project:
 * AIMI_RECORDINGS names their folder, and without it these tests are skipped.
 */
const folder = process.env.AIMI_RECORDINGS;
const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

interface Exchange {
  readonly request: { readonly method: string; readonly uri: string };
  readonly response: {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body: unknown;
  };
}

/** Answers a request by the recorded exchange of the same method and path, in recorded order. */
function replay(...files: readonly string[]): WireTransport {
  const left = files.flatMap((file): Exchange[] =>
    JSON.parse(readFileSync(join(folder ?? '', file), 'utf8')),
  );
  return {
    send({ method, url }) {
      const path = new URL(url).pathname.toLowerCase();
      const index = left.findIndex(
        ({ request }) => request.method === method && new URL(request.uri).pathname.toLowerCase() === path,
      );
      const [found] = index < 0 ? [] : left.splice(index, 1);
      if (found === undefined) throw new Error(`not recorded: ${method} ${path}`);
      const { status, headers, body } = found.response;
      return Promise.resolve({ kind: 'response', response: { status, headers, body } });
    },
  };
}

describe.skipIf(folder === undefined)(
  `the SDK over recorded traffic${folder === undefined ? ' (skipped: AIMI_RECORDINGS is not set)' : ''}`,
  () => {
    it.each([
      ['eastus2', 436, 218, 131],
      ['swedencentral', 448, null, null],
    ])('reads the models of %s: %d rows', async (region, rows, foundry, open) => {
      const azure = controlPlaneOver(replay(`azd-2026-04-locations-models-${region}.json`));
      const offers = await azure.listRegionModels(SUBSCRIPTION, region);
      expect(offers).toHaveLength(rows);
      const own = foundryOffers(offers);
      if (foundry !== null) expect(own).toHaveLength(foundry);
      const deployable = own.filter((offer) => deployableSkus(offer, '2026-04-23').length > 0);
      if (open !== null) expect(deployable).toHaveLength(open);
      for (const offer of offers) {
        expect(offer.publisher).not.toBe('');
        expect(offer.retires ?? '2026-01-01').toMatch(/^20[0-8]\d-\d\d-\d\d$/);
      }
    });

    it('finds a quota row for every pay-as-you-go SKU of eastus2', async () => {
      const azure = controlPlaneOver(
        replay('azd-2026-04-locations-models-eastus2.json', 'azd-2026-04-locations-usages-eastus2.json'),
      );
      const [offers, usages] = [
        await azure.listRegionModels(SUBSCRIPTION, 'eastus2'),
        await azure.listUsages(SUBSCRIPTION, 'eastus2'),
      ];
      const skus = foundryOffers(offers).flatMap((offer) => deployableSkus(offer, '2026-04-23'));
      expect(skus.filter((sku) => quotaOf(sku, usages) === null)).toEqual([]);
    });

    it('goes through the recorded life of a deployment', async () => {
      const azure = controlPlaneOver(replay('azure-cli-2025-10-deployment-lifecycle.json'));
      const ref = {
        subscriptionId: SUBSCRIPTION,
        resourceGroup: 'clitest.rg000001',
        account: 'cs_cli_test_000002',
      };
      const account = await azure.getAccount(ref);
      expect(account).toMatchObject({ kind: 'OpenAI', location: 'japaneast', customSubdomain: null });
      expect(await azure.listDeployments(ref)).toEqual([]);
      const created = await azure.beginPut(ref, 'dpy', {
        sku: { name: 'Standard', capacity: 1 },
        properties: { model: { format: 'OpenAI', name: 'gpt-35-turbo', version: '0125' } },
      });
      expect(created.status).toEqual({ state: 'succeeded' });
      expect(await azure.listDeployments(ref)).toMatchObject([
        {
          name: 'dpy',
          sku: { name: 'Standard', capacity: 1 },
          provisioningState: 'Succeeded',
          versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
          rateLimits: [
            { key: 'request', count: 1, renewalPeriodSeconds: 10 },
            { key: 'token', count: 1000, renewalPeriodSeconds: 60 },
          ],
        },
      ]);
      expect(await azure.getDeployment(ref, 'dpy')).toMatchObject({ name: 'dpy', raiPolicyName: null });
      expect((await azure.beginDelete(ref, 'dpy')).status).toEqual({ state: 'succeeded' });
      expect(await azure.listDeployments(ref)).toEqual([]);
    });

    it('reads the recorded Foundry account with its endpoints', async () => {
      const azure = controlPlaneOver(replay('azd-2026-06-foundry-account.json'));
      const account = await azure.getAccount({
        subscriptionId: SUBSCRIPTION,
        resourceGroup: 'rg-test-agents-recording-0000000000000000000',
        account: 'test-ai-account-000',
      });
      expect(account).toMatchObject({
        kind: 'AIServices',
        location: 'canadacentral',
        customSubdomain: 'test-ai-account-000',
        projects: ['test-proj0'],
        localAuthDisabled: false,
      });
      expect(account.endpoints['AI Foundry API']).toBe('https://test-ai-account-000.services.ai.azure.com/');
    });
  },
);
