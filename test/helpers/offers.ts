import type { Account, Deployment, Usage } from '../../src/core/control-plane.js';
import type { ModelOffer, SkuOffer } from '../../src/core/model.js';

export function sku(name: string, overrides: Partial<SkuOffer> = {}): SkuOffer {
  return {
    name,
    usageName: `OpenAI.${name}.chatty`,
    capacity: { default: 10, maximum: 1000 },
    retires: null,
    rateLimits: [
      { key: 'request', count: 1, renewalPeriodSeconds: 10 },
      { key: 'token', count: 1000, renewalPeriodSeconds: 60 },
    ],
    ...overrides,
  };
}

export function offer(overrides: Partial<ModelOffer> = {}): ModelOffer {
  return {
    format: 'OpenAI',
    name: 'chatty',
    version: '2026-01-01',
    publisher: 'OpenAI',
    isDefault: true,
    lifecycle: 'GenerallyAvailable',
    skus: [sku('GlobalStandard'), sku('DataZoneStandard'), sku('Standard')],
    capabilities: { chatCompletion: 'true' },
    retires: '2027-12-31',
    ...overrides,
  };
}

export function usage(name: string, current: number, limit: number): Usage {
  return { name, localizedName: `Thousand Tokens Per Minute - ${name}`, current, limit };
}

export function account(overrides: Partial<Account> = {}): Account {
  return {
    subscriptionId: '00000000-0000-4000-8000-000000000001',
    resourceGroup: 'rg-tests',
    account: 'contoso-ai',
    id: '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-tests/providers/Microsoft.CognitiveServices/accounts/contoso-ai',
    kind: 'AIServices',
    skuName: 'S0',
    location: 'eastus2',
    provisioningState: 'Succeeded',
    endpoint: 'https://contoso-ai.cognitiveservices.azure.com/',
    endpoints: {
      'AI Foundry API': 'https://contoso-ai.services.ai.azure.com/',
      'OpenAI Language Model Instance API': 'https://contoso-ai.openai.azure.com/',
    },
    customSubdomain: 'contoso-ai',
    localAuthDisabled: false,
    publicNetworkAccess: 'Enabled',
    networkDefaultAction: 'Allow',
    projects: [],
    tags: {},
    ...overrides,
  };
}

export function deployment(overrides: Partial<Deployment> = {}): Deployment {
  return {
    id: `${account().id}/deployments/chatty`,
    name: 'chatty',
    model: { format: 'OpenAI', name: 'chatty', version: '2026-01-01' },
    sku: { name: 'GlobalStandard', capacity: 10 },
    provisioningState: 'Succeeded',
    rateLimits: [],
    raiPolicyName: null,
    versionUpgradeOption: null,
    capabilities: {},
    createdAt: null,
    tags: {},
    ...overrides,
  };
}
