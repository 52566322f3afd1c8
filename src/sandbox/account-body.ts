import { accountId } from './exchange.js';
import { guidFrom } from './reply.js';
import { foldRegion, type SandboxAccount } from './state.js';

/** API names of an account and what their addresses start with; the recorded accounts list more of them. */
const OPENAI_APIS = [
  'OpenAI Language Model Instance API',
  'OpenAI Dall-E API',
  'OpenAI Sora API',
  'OpenAI Moderations API',
  'OpenAI Whisper API',
  'OpenAI Model Scaleset API',
  'OpenAI Realtime API',
  'Token Service API',
  'Azure OpenAI Legacy API - Latest moniker',
] as const;
const FOUNDRY_APIS = [
  'AI Foundry API',
  'Azure AI Model Inference API',
  'Cohere AI API',
  'Mistral AI API',
  'Azure MAI Model Inference API',
  'Content Understanding',
] as const;
const SERVICE_APIS = [
  'Content Safety',
  'Computer Vision',
  'FormRecognizer',
  'Text Analytics',
  'Token',
] as const;

const CAPABILITIES = [
  { name: 'VirtualNetworks' },
  { name: 'CustomerManagedKey' },
  { name: 'MaxFineTuneCount', value: '500' },
  { name: 'MaxRunningFineTuneCount', value: '3' },
  { name: 'MaxUserFileCount', value: '100' },
  { name: 'MaxTrainingFileSize', value: '512000000' },
  {
    name: 'TrustedServices',
    value: 'Microsoft.CognitiveServices,Microsoft.MachineLearningServices,Microsoft.Search',
  },
  { name: 'NetworkSecurityPerimeter' },
  { name: 'RaiMonitor' },
  { name: 'quotaRefundsEnabled', value: 'false' },
];

const RULES = [
  {
    key: 'openai.batches.post',
    renewalPeriod: 60,
    count: 30,
    matchPatterns: [
      { path: 'openai/v1/batches', method: 'POST' },
      { path: 'openai/batches', method: 'POST' },
    ],
  },
  { key: 'openai', renewalPeriod: 1, count: 30, matchPatterns: [{ path: 'openai/*', method: '*' }] },
  { key: 'default', renewalPeriod: 1, count: 30, matchPatterns: [{ path: '*', method: '*' }] },
];
const FOUNDRY_RULE = {
  key: 'textAnalytics',
  renewalPeriod: 60,
  count: 1000,
  dynamicThrottlingEnabled: true,
  matchPatterns: [{ path: 'text/analytics/*', method: '*' }],
};

/** Shape: recorded GETs of an OpenAI account (2025-10-28) and of an AIServices one (2026-06-22). */
export function accountBody(account: SandboxAccount, tenantId: string): unknown {
  const isFoundry = account.kind === 'AIServices';
  return {
    id: accountId(account),
    name: account.name,
    type: 'Microsoft.CognitiveServices/accounts',
    etag: account.etag,
    location: account.location,
    sku: { name: 'S0' },
    kind: account.kind,
    ...(account.tags === null ? {} : { tags: account.tags }),
    properties: {
      endpoint: serviceEndpoint(account),
      internalId: guidFrom('internal', accountId(account)).replaceAll('-', ''),
      dateCreated: account.audit.createdAt,
      apiProperties: isFoundry ? { qnaAzureSearchEndpointKey: null } : {},
      callRateLimit: { rules: isFoundry ? [FOUNDRY_RULE, ...RULES] : RULES },
      isMigrated: false,
      ...(account.customSubdomain === null
        ? {}
        : {
            customSubDomainName: account.customSubdomain,
            networkAcls: { defaultAction: 'Allow', virtualNetworkRules: [], ipRules: [] },
          }),
      allowProjectManagement: isFoundry,
      ...(account.projects.length === 0
        ? {}
        : { defaultProject: account.projects[0], associatedProjects: account.projects }),
      privateEndpointConnections: [],
      publicNetworkAccess: 'Enabled',
      capabilities: CAPABILITIES,
      ...(account.disableLocalAuth === null ? {} : { disableLocalAuth: account.disableLocalAuth }),
      endpoints: endpoints(account),
      provisioningState: account.provisioningState,
    },
    ...(isFoundry ? { identity: identity(accountId(account), tenantId) } : {}),
    systemData: systemData(account.audit),
  };
}

export function identity(id: string, tenantId: string): unknown {
  return { principalId: guidFrom('principal', id), tenantId, type: 'SystemAssigned' };
}

export function systemData(audit: SandboxAccount['audit']): unknown {
  return {
    createdBy: audit.by,
    createdByType: 'User',
    createdAt: audit.createdAt,
    lastModifiedBy: audit.by,
    lastModifiedByType: 'User',
    lastModifiedAt: audit.modifiedAt,
  };
}

function serviceEndpoint(account: SandboxAccount): string {
  return account.customSubdomain === null
    ? `https://${foldRegion(account.location)}.api.cognitive.microsoft.com/`
    : `https://${account.customSubdomain}.${account.kind === 'OpenAI' ? 'openai.azure.com' : 'cognitiveservices.azure.com'}/`;
}

function endpoints(account: SandboxAccount): Record<string, string> {
  const service = serviceEndpoint(account);
  const subdomain = account.customSubdomain;
  const openai = subdomain === null ? service : `https://${subdomain}.openai.azure.com/`;
  const entries = OPENAI_APIS.map((name) => [name, openai]);
  if (account.kind !== 'AIServices') return Object.fromEntries(entries);
  const foundry = subdomain === null ? service : `https://${subdomain}.services.ai.azure.com/`;
  return Object.fromEntries([
    ...FOUNDRY_APIS.map((name) => [name, foundry]),
    ...entries,
    ...SERVICE_APIS.map((name) => [name, service]),
  ]);
}
