import type { Picture } from '../engine/picture.js';
import { isAzureHost } from './read-endpoints.js';
import type { Sighting } from './signal-set.js';

/** What the control plane says of the account, beside the endpoint in use. */
export function readAccount({ facts, bases }: Picture): readonly Sighting[] {
  const { account } = facts;
  if (account === null) return [];
  const where = { kind: 'control-plane', label: `account ${account.name}` } as const;
  const list: Sighting[] = [];
  if (account.localAuthDisabled) {
    list.push({ id: 'account-keys-off', text: `Keys are switched off on ${account.name}`, where });
  }
  const isClosed =
    /disabled/i.test(account.publicNetworkAccess) || account.networkDefaultAction?.toLowerCase() === 'deny';
  if (isClosed) {
    const text = `Public access of ${account.name}: ${account.publicNetworkAccess}, default action ${account.networkDefaultAction ?? 'none'}`;
    list.push({ id: 'account-network-closed', text, where });
  }
  if (account.customSubdomain === null || account.customSubdomain === '') {
    list.push({ id: 'account-no-subdomain', text: `${account.name} has no custom subdomain`, where });
  }
  const names = new Set(
    [account.name, account.customSubdomain ?? account.name].map((name) => name.toLowerCase()),
  );
  const other = bases.find(
    ({ reading }) =>
      isAzureHost(reading) &&
      !reading.isRedacted &&
      reading.resource !== null &&
      !names.has(reading.resource.toLowerCase()),
  );
  if (other !== undefined) {
    const text = `${other.reading.host ?? other.reading.text} is not a host of ${account.name}`;
    list.push({ id: 'account-other-host', text, where: other.where });
  }
  return list;
}
