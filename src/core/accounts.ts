import type { Account } from './control-plane.js';

/** An account as the commands show it; the JSON contract of `aimi accounts list`. */
export interface AccountRow {
  readonly name: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly kind: string;
  readonly sku: string;
  readonly state: string;
  readonly endpoint: string;
  readonly keysEnabled: boolean;
  readonly publicNetworkAccess: string;
  readonly id: string;
}

export function accountRow(account: Account): AccountRow {
  return {
    name: account.account,
    resourceGroup: account.resourceGroup,
    location: account.location,
    kind: account.kind,
    sku: account.skuName,
    state: account.provisioningState,
    endpoint: account.endpoint,
    keysEnabled: !account.localAuthDisabled,
    publicNetworkAccess: account.publicNetworkAccess,
    id: account.id,
  };
}

export interface AccountDetail extends AccountRow {
  readonly customSubdomain: string | null;
  readonly networkDefaultAction: string | null;
  readonly projects: readonly string[];
  /** API name to base URL, as the service maps them. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly deployments: number;
}

export function accountDetail(account: Account, deployments: number): AccountDetail {
  return {
    ...accountRow(account),
    customSubdomain: account.customSubdomain,
    networkDefaultAction: account.networkDefaultAction,
    projects: account.projects,
    endpoints: account.endpoints,
    tags: account.tags,
    deployments,
  };
}
