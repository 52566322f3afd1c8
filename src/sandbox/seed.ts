import {
  SANDBOX_ACCOUNT,
  SANDBOX_ACCOUNT_OPENAI,
  SANDBOX_ACCOUNT_SWEDEN,
  SANDBOX_RESOURCE_GROUP,
  SANDBOX_SUBSCRIPTION_ID,
  SANDBOX_SUBSCRIPTION_NAME,
  SANDBOX_TENANT_ID,
} from './names.js';
import { guidFrom } from './reply.js';
import { accountKey, type SandboxAccount, type SandboxState, STATE_FORMAT } from './state.js';

const AUDIT = {
  by: 'sandbox-user@contoso.example',
  createdAt: '2026-01-15T09:00:00.0000000Z',
  modifiedAt: '2026-01-15T09:00:00.0000000Z',
};

/** What a new sandbox holds; `aimi sandbox reset` goes back to it. */
export function seedState(): SandboxState {
  return {
    format: STATE_FORMAT,
    subscriptions: [
      { id: SANDBOX_SUBSCRIPTION_ID, name: SANDBOX_SUBSCRIPTION_NAME, tenantId: SANDBOX_TENANT_ID },
    ],
    groups: [{ subscriptionId: SANDBOX_SUBSCRIPTION_ID, name: SANDBOX_RESOURCE_GROUP, location: 'eastus2' }],
    accounts: [
      account(SANDBOX_ACCOUNT, 'AIServices', 'eastus2', {
        projects: ['default-project'],
        disableLocalAuth: false,
      }),
      account(SANDBOX_ACCOUNT_SWEDEN, 'AIServices', 'swedencentral', {
        projects: [],
        disableLocalAuth: true,
      }),
      account(SANDBOX_ACCOUNT_OPENAI, 'OpenAI', 'japaneast', { projects: [], disableLocalAuth: null }),
    ],
    deletedAccounts: [],
    deployments: [
      {
        account: accountKey(SANDBOX_SUBSCRIPTION_ID, SANDBOX_RESOURCE_GROUP, SANDBOX_ACCOUNT_SWEDEN),
        name: 'embeddings',
        sku: { name: 'GlobalStandard', capacity: 50 },
        model: { format: 'OpenAI', name: 'text-embedding-3-small', version: '1' },
        usageName: 'OpenAI.GlobalStandard.text-embedding-3-small',
        region: 'swedencentral',
        raiPolicyName: 'Microsoft.DefaultV2',
        versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
        provisioningState: 'Succeeded',
        rateLimits: [
          { key: 'request', renewalPeriod: 10, count: 50 },
          { key: 'token', renewalPeriod: 60, count: 50_000 },
        ],
        capabilities: { embeddings: 'true', embeddingsMaxInputs: '2048' },
        tags: null,
        etag: `"${guidFrom('etag', 'embeddings')}"`,
        audit: AUDIT,
      },
    ],
    operations: [],
    scenarios: [],
  };
}

function account(
  name: string,
  kind: string,
  location: string,
  options: Pick<SandboxAccount, 'projects' | 'disableLocalAuth'>,
): SandboxAccount {
  return {
    subscriptionId: SANDBOX_SUBSCRIPTION_ID,
    resourceGroup: SANDBOX_RESOURCE_GROUP,
    name,
    kind,
    location,
    customSubdomain: kind === 'AIServices' ? name : null,
    provisioningState: 'Succeeded',
    tags: null,
    etag: `"${guidFrom('etag', name)}"`,
    audit: AUDIT,
    ...options,
  };
}
