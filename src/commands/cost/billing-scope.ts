import { isSubscriptionGuid, parseAccountId } from '../../core/account-id.js';
import { accountIdOf } from '../../core/billing/account-scope.js';
import type { BillingScope } from '../../core/billing-plane.js';
import type { Session } from '../../session.js';
import { resolveAccount } from '../account.js';
import { resolveSubscription } from '../subscription.js';

export interface BillingTarget {
  readonly scope: BillingScope;
  /** ARM id of the account, when one was chosen. */
  readonly resourceId: string | null;
}

/**
 * What costs and budgets are about: the subscription, one group when a group was chosen, one account when an
 * account was. The sandbox's own defaults choose nothing, so that it shows all there is.
 */
export async function resolveBillingTarget(session: Session): Promise<BillingTarget> {
  const { settings } = session;
  const account = settings.origins.account.kind === 'sandbox' ? null : settings.account;
  if (account !== null) {
    const ref = parseAccountId(account) ?? (await resolveAccount(session));
    const { subscriptionId, resourceGroup } = ref;
    return { scope: { subscriptionId, resourceGroup }, resourceId: accountIdOf(ref) };
  }
  const subscriptionId =
    settings.subscription !== null && isSubscriptionGuid(settings.subscription)
      ? settings.subscription
      : await resolveSubscription(session);
  const resourceGroup = settings.origins.resourceGroup.kind === 'sandbox' ? null : settings.resourceGroup;
  return { scope: { subscriptionId, resourceGroup }, resourceId: null };
}
