import { accountFlag, word } from './command-words.js';
import { adviseRole } from './roles.js';
import { ARM_DOCS, type ArmErrorRule, ISSUES } from './rule.js';

/** Signing in, roles, marketplace, the subscription's own standing. */
export const ACCESS_RULES: readonly ArmErrorRule[] = [
  {
    id: 'role-missing',
    codes: ['AuthorizationFailed'],
    message:
      /The client '(?<client>[^']*)' with object id '(?<principal>[^']*)' does not have authorization to perform action '(?<action>[^']*)' over scope '(?<scope>[^']*)'/,
    source: `${ISSUES}: microsoft/foundry-dev-tools 407; ${ARM_DOCS}`,
    explain: ({ groups }) => {
      const advice = adviseRole(groups.action ?? '', groups.scope ?? '');
      return {
        code: 'role-missing',
        message: `${groups.client} lacks the right ${groups.action} on ${groups.scope} (Azure says the same of a scope that does not exist)`,
        hint: [
          `"${advice.role}" contains it; someone with the right to assign roles runs: az role assignment create --assignee ${word(groups.principal ?? '')} --role "${advice.role}" --scope ${word(advice.scope)}`,
          'A role given a moment ago needs a few minutes; az login again if it stays refused',
        ].join('\n'),
        details: {
          action: groups.action,
          scope: groups.scope,
          principal: groups.principal,
          role: advice.role,
          roleScope: advice.scope,
        },
      };
    },
  },
  {
    id: 'linked-role-missing',
    codes: ['LinkedAuthorizationFailed'],
    message:
      /it does not have permission to perform action '(?<action>[^']*)' on the linked scope\(s\) '(?<scope>[^']*)'/,
    source: `${ISSUES}: Azure/aad-pod-identity 613`,
    explain: ({ groups }) => ({
      code: 'role-missing',
      message: `The role on the account is there, but '${groups.action}' is also needed on the linked ${groups.scope}`,
      hint: `Ask for a role with that action on ${groups.scope}`,
      details: { action: groups.action, scope: groups.scope },
    }),
  },
  {
    id: 'role-missing-other',
    codes: [
      'AuthorizationFailed',
      'LinkedAuthorizationFailed',
      'Forbidden',
      'AuthorizationPermissionMismatch',
    ],
    source: ARM_DOCS,
    explain: ({ fault, context }) => ({
      code: 'role-missing',
      message: `Not allowed to ${context.operation}: ${fault.message}`,
      hint: 'Reading needs "Reader", writing deployments "Cognitive Services Contributor", on the account or above',
    }),
  },
  {
    id: 'token-refused',
    codes: [
      'InvalidAuthenticationToken',
      'ExpiredAuthenticationToken',
      'InvalidAuthenticationTokenTenant',
      'AuthenticationFailed',
      'InvalidAuthenticationTokenAudience',
    ],
    source: 'Azure/azure-dev cli/azd/resources/error_suggestions.yaml @ ae35809f, read 2026-11',
    explain: ({ fault, context }) => ({
      code: 'token-refused',
      message: `Azure does not accept the token (${fault.code}): ${fault.message || 'expired, or of another tenant'}`,
      hint: `Sign in again, to the tenant that owns the subscription: az login --tenant TENANT. ${whichTenant(context.subscriptionId)}`,
    }),
  },
  {
    id: 'proxy-sign-in',
    codes: [],
    statuses: [407],
    source: 'RFC 9110 section 15.5.8',
    explain: ({ context }) => ({
      code: 'network',
      message: `A proxy on the way refuses the attempt to ${context.operation} (407): it wants a sign-in of its own`,
      hint: 'Check HTTPS_PROXY, and NO_PROXY for management.azure.com; Azure was not reached',
    }),
  },
  {
    id: 'unauthorized',
    codes: [],
    statuses: [401],
    source: 'RFC 9110 section 15.5.2',
    explain: ({ fault, context }) => ({
      code: 'token-refused',
      message: `Azure answers 401 to the attempt to ${context.operation}${fault.message === '' ? '' : `: ${fault.message}`}`,
      hint: `Sign in again: az login. ${whichTenant(context.subscriptionId)}`,
    }),
  },
  {
    id: 'marketplace',
    codes: ['UserError', 'MarketplacePurchaseEligibilityFailed'],
    message: /error message \[(?<reason>.*)\]/,
    source: `${ISSUES}: microsoft/foundry-dev-tools 440, microsoft/microsoft-foundry-for-vscode 280`,
    explain: ({ groups, context }) => ({
      code: 'marketplace-refused',
      message: `Azure Marketplace refuses the purchase behind this partner model: ${groups.reason}`,
      hint: `Someone with billing rights settles it (payment method, marketplace purchases allowed), or take a model sold by Azure: aimi models list${accountFlag(context)}`,
      details: { reason: groups.reason },
    }),
  },
  {
    id: 'marketplace-other',
    codes: ['UserError'],
    message: /Marketplace:? (?<reason>.*)/,
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 245 (a retired partner model)`,
    explain: ({ groups, context }) => ({
      code: 'marketplace-refused',
      message: `Azure Marketplace refuses the purchase behind this partner model: ${groups.reason}`,
      hint: `The offer may be retired. See what is offered: aimi models list${accountFlag(context)}`,
      details: { reason: groups.reason },
    }),
  },
  {
    id: 'marketplace-incomplete',
    codes: ['MarketplaceSubscriptionCannotBeCompleted', 'MarketplacePurchaseEligibilityFailed'],
    source: `${ISSUES}: Azure-Samples/claude 62`,
    explain: ({ fault }) => ({
      code: 'marketplace-refused',
      message: `Azure Marketplace could not complete the purchase behind this partner model${fault.message === '' ? '' : `: ${fault.message}`}`,
      hint: 'Check the payment method, the billing country, and that the enrolment allows marketplace purchases; then run the command again',
    }),
  },
  {
    id: 'opaque-refusal',
    codes: ['715-123420'],
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 515, 552 and 627, hashicorp/terraform-provider-azurerm 32472`,
    explain: ({ context }) => ({
      code: 'access-gated',
      message:
        'Azure refuses without a reason (715-123420). Reported causes: fraud protection on the subscription, or no quota at all for Anthropic models',
      hint: `Look at the free quota of the model first: aimi models show ${word(context.model ?? 'MODEL')}${accountFlag(context)}. Otherwise only Azure support can lift it`,
    }),
  },
  {
    id: 'subscription-read-only',
    codes: ['ReadOnlyDisabledSubscription', 'SubscriptionDisabled', 'DisabledSubscription'],
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 54`,
    explain: ({ context }) => ({
      code: 'subscription-disabled',
      message: `The subscription${context.subscriptionId === undefined ? '' : ` ${context.subscriptionId}`} is disabled and read-only: a spending limit was reached or a bill is open`,
      hint: 'Settle it under Cost Management + Billing in the Azure portal, or use another subscription with -s',
    }),
  },
  {
    id: 'provider-not-registered',
    codes: ['MissingSubscriptionRegistration'],
    message: /use namespace '(?<namespace>[^']*)'/,
    source: `${ISSUES}: microsoft/foundry-dev-tools 762`,
    explain: ({ groups, context }) => ({
      code: 'provider-not-registered',
      message: `The subscription is not registered for ${groups.namespace}`,
      hint: `az provider register -n ${word(groups.namespace ?? '')}${context.subscriptionId === undefined ? '' : ` --subscription ${word(context.subscriptionId)}`} --wait`,
      details: { namespace: groups.namespace },
    }),
  },
  {
    id: 'keys-disabled',
    codes: ['BadRequest'],
    message: /Failed to list key\. disableLocalAuth is set to be true/i,
    source: `${ISSUES}: Azure/terraform-azurerm-avm-res-cognitiveservices-account 130`,
    explain: ({ context }) => ({
      code: 'local-auth-disabled',
      message: `Keys are switched off on ${context.account ?? 'this account'} (disableLocalAuth)`,
      hint: 'Call the model with an Entra ID token instead; the role "Cognitive Services User" allows it',
    }),
  },
];

function whichTenant(subscriptionId: string | undefined): string {
  const query = subscriptionId === undefined ? '' : ` --query "[?id=='${subscriptionId}']"`;
  return /^[0-9A-Za-z-]*$/.test(subscriptionId ?? '')
    ? `az account list${query} -o table shows which tenant that is`
    : 'az account list -o table shows which tenant that is';
}
