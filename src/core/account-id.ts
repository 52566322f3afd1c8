import type { AccountRef } from './control-plane.js';

const ACCOUNT_ID =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.CognitiveServices\/accounts\/([^/]+)\/?$/i;

/** Reads the ARM resource id of an account; null when it is something else, such as a bare name. */
export function parseAccountId(text: string): AccountRef | null {
  const match = ACCOUNT_ID.exec(text.trim());
  if (match === null) return null;
  const [, subscriptionId = '', resourceGroup = '', account = ''] = match;
  return { subscriptionId, resourceGroup, account };
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isSubscriptionGuid(text: string): boolean {
  return GUID.test(text);
}
