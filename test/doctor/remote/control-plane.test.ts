import { describe, expect, it } from 'vitest';
import type { Account, Deployment } from '../../../src/core/control-plane.js';
import { readControlPlane } from '../../../src/doctor/remote/control-plane.js';
import { AimiError } from '../../../src/errors.js';

const account: Account = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/contoso',
  subscriptionId: 's',
  resourceGroup: 'g',
  account: 'contoso',
  kind: 'AIServices',
  skuName: 'S0',
  location: 'eastus2',
  provisioningState: 'Succeeded',
  endpoint: 'https://contoso.cognitiveservices.azure.com/',
  endpoints: { 'AI Foundry API': 'https://contoso.services.ai.azure.com/' },
  customSubdomain: 'contoso',
  localAuthDisabled: true,
  publicNetworkAccess: 'Disabled',
  networkDefaultAction: 'Deny',
  projects: [],
  tags: {},
};
const chat: Deployment = {
  id: `${account.id}/deployments/chat`,
  name: 'chat',
  model: { format: 'OpenAI', name: 'gpt-4.1-mini', version: '2025-04-14' },
  sku: { name: 'GlobalStandard', capacity: 10 },
  provisioningState: 'Creating',
  rateLimits: [],
  raiPolicyName: null,
  versionUpgradeOption: null,
  capabilities: {},
  createdAt: null,
  tags: {},
};
const refused = (code: 'role-missing' | 'interrupted', message: string) => () =>
  Promise.reject(new AimiError(code, { message }));

describe('the control plane as facts', () => {
  it('gives the account and what is deployed there', async () => {
    const facts = await readControlPlane({
      findAccount: () => Promise.resolve(account),
      listDeployments: (ref) => {
        expect(ref).toEqual({ subscriptionId: 's', resourceGroup: 'g', account: 'contoso' });
        return Promise.resolve([chat]);
      },
    });
    expect(facts.knownDeployments).toEqual([{ name: 'chat', model: 'gpt-4.1-mini', state: 'Creating' }]);
    expect(facts.account).toEqual({
      name: 'contoso',
      location: 'eastus2',
      endpoints: account.endpoints,
      customSubdomain: 'contoso',
      localAuthDisabled: true,
      publicNetworkAccess: 'Disabled',
      networkDefaultAction: 'Deny',
    });
  });

  it('says what it could not read, and keeps the rest', async () => {
    const nobody = await readControlPlane({
      findAccount: refused('role-missing', 'Not allowed to read'),
      listDeployments: () => Promise.resolve([]),
    });
    expect(nobody).toEqual({ gaps: [{ source: 'account', reason: 'Not allowed to read' }] });
    const half = await readControlPlane({
      findAccount: () => Promise.resolve(account),
      listDeployments: refused('role-missing', 'Not allowed to list'),
    });
    expect(half.account?.name).toBe('contoso');
    expect(half.knownDeployments).toBeUndefined();
    expect(half.gaps).toEqual([{ source: 'deployments of contoso', reason: 'Not allowed to list' }]);
  });

  it('lets an interrupt and a mistake of our own through', async () => {
    const listDeployments = () => Promise.resolve([]);
    const findAccount = refused('interrupted', 'Ctrl-C');
    await expect(readControlPlane({ findAccount, listDeployments })).rejects.toMatchObject({
      code: 'interrupted',
    });
    const broken = () => Promise.reject(new TypeError('x is undefined'));
    await expect(readControlPlane({ findAccount: broken, listDeployments })).rejects.toThrow(TypeError);
  });
});
