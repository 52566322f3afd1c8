import type { BillingScope } from '../core/billing-plane.js';
import type { AccountRef } from '../core/control-plane.js';

/** What @azure/arm-cognitiveservices 8.1.0 sends; raw requests send the same. */
export const ARM_API_VERSION = '2025-09-01';
/** Newest stable version of `Microsoft.Resources/subscriptions` (2022-12-01), read 2026-11. */
export const SUBSCRIPTIONS_API_VERSION = '2022-12-01';

/**
 * Of `Microsoft.Authorization/permissions`: lists actions, notActions, dataActions and notDataActions, one set for
 * each role assignment at the scope and above. Azure/azure-rest-api-specs, authorization, 2022-04-01; read 2026-11.
 */
export const PERMISSIONS_API_VERSION = '2022-04-01';

export function accountPath(ref: AccountRef): string {
  return [
    '/subscriptions/',
    segment(ref.subscriptionId),
    '/resourceGroups/',
    segment(ref.resourceGroup),
    '/providers/Microsoft.CognitiveServices/accounts/',
    segment(ref.account),
  ].join('');
}

export function deploymentPath(ref: AccountRef, name: string): string {
  return `${accountPath(ref)}/deployments/${segment(name)}`;
}

export function regionModelsPath(subscriptionId: string, location: string): string {
  return `/subscriptions/${segment(subscriptionId)}/providers/Microsoft.CognitiveServices/locations/${segment(location)}/models`;
}

/** What costs and budgets are asked of: a subscription or one of its groups. */
export function billingScopePath({ subscriptionId, resourceGroup }: BillingScope): string {
  const group = resourceGroup === null ? '' : `/resourceGroups/${segment(resourceGroup)}`;
  return `/subscriptions/${segment(subscriptionId)}${group}`;
}

export function budgetsPath(scope: BillingScope): string {
  return `${billingScopePath(scope)}/providers/Microsoft.Consumption/budgets`;
}

export function budgetPath(scope: BillingScope, name: string): string {
  return `${budgetsPath(scope)}/${segment(name)}`;
}

/** Of anything that has a resource id: `/subscriptions/ID/...`. */
export function permissionsPath(scope: string): string {
  return `${scope.split('/').map(segment).join('/')}/providers/Microsoft.Authorization/permissions`;
}

/** `.` and `..` would be taken for steps in the path even when percent-encoded. */
function segment(value: string): string {
  if (/^\.{1,2}$/.test(value)) return value.replaceAll('.', '%252E');
  return encodeURIComponent(value);
}
