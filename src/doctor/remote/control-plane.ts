import type { Account, AccountRef, Deployment } from '../../core/control-plane.js';
import { isAimiError } from '../../errors.js';
import type { AccountFact, Facts, KnownDeployment } from '../facts.js';

/** What is asked of Azure Resource Manager; the caller has decided that it may be asked. */
export interface ControlPlaneSource {
  /** The account of `--account`, the settings, or the only one there is. */
  readonly findAccount: () => Promise<Account>;
  readonly listDeployments: (ref: AccountRef) => Promise<readonly Deployment[]>;
}

/** Account and deployments as facts. What Azure refuses is a gap with its reason; an interrupt is thrown on. */
export async function readControlPlane(source: ControlPlaneSource): Promise<Partial<Facts>> {
  let account: Account;
  try {
    account = await source.findAccount();
  } catch (error) {
    return gap('account', error);
  }
  const { subscriptionId, resourceGroup } = account;
  try {
    const rows = await source.listDeployments({ subscriptionId, resourceGroup, account: account.account });
    return { account: accountFact(account), knownDeployments: rows.map(knownDeployment) };
  } catch (error) {
    return { account: accountFact(account), ...gap(`deployments of ${account.account}`, error) };
  }
}

function accountFact(account: Account): AccountFact {
  return {
    name: account.account,
    location: account.location,
    endpoints: account.endpoints,
    customSubdomain: account.customSubdomain,
    localAuthDisabled: account.localAuthDisabled,
    publicNetworkAccess: account.publicNetworkAccess,
    networkDefaultAction: account.networkDefaultAction,
  };
}

function knownDeployment({ name, model, provisioningState }: Deployment): KnownDeployment {
  return { name, model: model.name, state: provisioningState };
}

function gap(source: string, error: unknown): Partial<Facts> {
  if (!isAimiError(error) || error.code === 'interrupted') throw error;
  return { gaps: [{ source, reason: error.message }] };
}
