import { activeScenario } from '../exchange.js';
import type { SandboxAccount, SandboxState } from '../state.js';
import { type Credential, readCredential } from './credential.js';
import type { DataReply, DataRequest } from './exchange.js';
import { isKeyOf } from './keys.js';
import { dataRefusals } from './refusals.js';
import type { Resource } from './resource.js';
import type { ReadPath } from './target.js';

const COGNITIVE = 'https://cognitiveservices.azure.com';
const FOUNDRY = 'https://ai.azure.com';

export type Access =
  | { readonly kind: 'granted'; readonly account: SandboxAccount }
  | { readonly kind: 'refused'; readonly reply: DataReply };

/** Network rules first, then the credential, then the role. */
export function checkAccess(
  state: SandboxState,
  resource: Resource,
  read: ReadPath,
  request: DataRequest,
  now: Date,
): Access {
  const refusal = refuseNetwork(state, resource);
  if (refusal !== null) return { kind: 'refused', reply: refusal };
  const credential = readCredential(request, read.api === 'anthropic');
  if (resource.kind === 'regional') return onRegionalHost(resource.accounts, credential);
  const { account } = resource;
  const reply =
    credential.kind === 'token'
      ? refuseToken(state, account, read, credential, now)
      : refuseKey(account, read, credential);
  return reply === null ? { kind: 'granted', account } : { kind: 'refused', reply };
}

function refuseNetwork(state: SandboxState, resource: Resource): DataReply | null {
  if (activeScenario(state, 'data-private-only') !== undefined) return dataRefusals.publicAccessDisabled();
  if (activeScenario(state, 'data-firewall') === undefined) return null;
  return resource.kind === 'regional' ? dataRefusals.regionalHostInVnet() : dataRefusals.firewall();
}

/** The shared host knows a resource by its key alone. */
function onRegionalHost(accounts: readonly SandboxAccount[], credential: Credential): Access {
  if (credential.kind === 'token') return { kind: 'refused', reply: dataRefusals.customSubdomainNeeded() };
  const account =
    credential.kind === 'key' && !credential.isBearer
      ? accounts.find((one) => isKeyOf(one, credential.key))
      : undefined;
  if (account === undefined) return { kind: 'refused', reply: dataRefusals.keyInvalid() };
  if (account.disableLocalAuth === true) {
    return { kind: 'refused', reply: dataRefusals.localAuthDisabled() };
  }
  return { kind: 'granted', account };
}

function refuseKey(
  account: SandboxAccount,
  read: ReadPath,
  credential: Exclude<Credential, { kind: 'token' }>,
): DataReply | null {
  if (credential.kind === 'none' || (credential.isBearer && !read.takesBearerKey)) {
    return dataRefusals.tokenRefused(read.isProject ? FOUNDRY : COGNITIVE);
  }
  // Only the listing of a project was seen to take a key.
  if (read.isProject && read.api !== 'project') return dataRefusals.tokenRefused(FOUNDRY);
  if (account.disableLocalAuth === true) return dataRefusals.localAuthDisabled();
  return isKeyOf(account, credential.key) ? null : dataRefusals.keyInvalid();
}

function refuseToken(
  state: SandboxState,
  account: SandboxAccount,
  read: ReadPath,
  token: Extract<Credential, { kind: 'token' }>,
  now: Date,
): DataReply | null {
  const accepted = read.isProject ? [FOUNDRY] : [COGNITIVE, FOUNDRY];
  if (!accepted.includes(token.audience)) {
    return dataRefusals.tokenRefused(read.isProject ? FOUNDRY : `${COGNITIVE}/ or ${FOUNDRY}/`);
  }
  if (token.expiresAt <= now) return dataRefusals.tokenRefused(accepted[0] ?? COGNITIVE);
  const tenant = state.subscriptions.find((one) => one.id === account.subscriptionId)?.tenantId;
  if (token.tenantId !== null && tenant !== undefined && token.tenantId !== tenant) {
    return dataRefusals.wrongTenant(token.tenantId);
  }
  if (activeScenario(state, 'data-role-missing') === undefined) return null;
  return read.api === 'project' && read.target !== null
    ? dataRefusals.dataActionMissing(read.target.name)
    : dataRefusals.roleMissing();
}
