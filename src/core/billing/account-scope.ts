import type { AccountRef } from '../control-plane.js';

/** ARM id of an account, as it stands in costs and filters. */
export function accountIdOf({ subscriptionId, resourceGroup, account }: AccountRef): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.CognitiveServices/accounts/${account}`;
}
