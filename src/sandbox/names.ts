import { joinPath } from '../core/join-path.js';

/** What the sandbox starts with; settings may default to these. Ids are made up and belong to nobody. */
export const SANDBOX_SUBSCRIPTION_ID = '00000000-0000-4000-8000-000000000001';
export const SANDBOX_SUBSCRIPTION_NAME = 'aimi sandbox';
export const SANDBOX_TENANT_ID = '00000000-0000-4000-8000-00000000000a';
export const SANDBOX_RESOURCE_GROUP = 'rg-sandbox';
/** Foundry (AIServices) in East US 2, with a project, without deployments. */
export const SANDBOX_ACCOUNT = 'contoso-ai';
/** Foundry (AIServices) in Sweden Central, keys disabled, one deployment. */
export const SANDBOX_ACCOUNT_SWEDEN = 'contoso-ai-sweden';
/** Azure OpenAI in Japan East, without a custom subdomain. */
export const SANDBOX_ACCOUNT_OPENAI = 'contoso-openai';

/** Who works in the sandbox, as its refusals say; the id is `guidFrom('sandbox-user')`. */
export const SANDBOX_USER = 'sandbox-user@contoso.example';
export const SANDBOX_USER_ID = 'b0f3dc13-2d7a-44b0-81c6-82711c45a2a6';

/** Where the state lies: one file under the cache directory. */
export function sandboxStatePath(cacheDirectory: string): string {
  return joinPath(cacheDirectory, 'sandbox', 'state.json');
}

/** What settings default to in sandbox mode. */
export const SANDBOX_DEFAULTS = {
  subscription: SANDBOX_SUBSCRIPTION_ID,
  resourceGroup: SANDBOX_RESOURCE_GROUP,
  account: SANDBOX_ACCOUNT,
  location: null,
  tenant: SANDBOX_TENANT_ID,
} as const;
