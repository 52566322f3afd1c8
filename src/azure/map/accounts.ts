import { parseAccountId } from '../../core/account-id.js';
import { normaliseLocation } from '../../core/catalog/normalise-location.js';
import type { Account, Subscription } from '../../core/control-plane.js';
import {
  demandList,
  demandObject,
  demandText,
  listAt,
  objectAt,
  textAt,
  textMapAt,
  unexpectedAnswer,
} from '../wire-value.js';

/** The row names its subscription and group only inside its `id`. */
export function mapAccount(value: unknown): Account {
  const row = demandObject(value, 'an account that is no object');
  const id = demandText(row, 'id', 'an account');
  const ref = parseAccountId(id);
  if (ref === null) throw unexpectedAnswer('an account with an unknown form of id');
  const properties = objectAt(row, 'properties');
  return {
    ...ref,
    account: textAt(row, 'name') ?? ref.account,
    id,
    kind: textAt(row, 'kind') ?? '',
    skuName: textAt(objectAt(row, 'sku'), 'name') ?? '',
    location: normaliseLocation(textAt(row, 'location') ?? ''),
    provisioningState: textAt(properties, 'provisioningState') ?? '',
    endpoint: textAt(properties, 'endpoint') ?? '',
    endpoints: textMapAt(properties, 'endpoints'),
    customSubdomain: textAt(properties, 'customSubDomainName'),
    localAuthDisabled: properties.disableLocalAuth === true,
    publicNetworkAccess: textAt(properties, 'publicNetworkAccess') ?? '',
    networkDefaultAction: textAt(objectAt(properties, 'networkAcls'), 'defaultAction'),
    projects: listAt(properties, 'associatedProjects').filter((each) => typeof each === 'string'),
    tags: textMapAt(row, 'tags'),
  };
}

/** One page of `GET /subscriptions`. */
export function mapSubscriptionPage(body: unknown): readonly Subscription[] {
  return demandList(body, 'no list of subscriptions').map((value) => {
    const row = demandObject(value, 'a subscription that is no object');
    const tenantId = textAt(row, 'tenantId');
    return {
      id: demandText(row, 'subscriptionId', 'a subscription'),
      name: textAt(row, 'displayName') ?? '',
      state: textAt(row, 'state') ?? '',
      ...(tenantId === null ? {} : { tenantId }),
    };
  });
}
