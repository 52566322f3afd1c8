import { accountFlag, word } from './command-words.js';
import type { ArmErrorContext } from './fault.js';
import { ARM_DOCS, type ArmErrorRule, type Explanation, ISSUES } from './rule.js';

/** Things that are missing, busy, or in the way. */
export const RESOURCE_RULES: readonly ArmErrorRule[] = [
  {
    id: 'account-busy',
    codes: ['RequestConflict'],
    message: /on the parent resource '(?<resource>[^']*)'/,
    source: `${ISSUES}: Azure/Vector-Search-AI-Assistant 11, Azure-Samples/tutor 117`,
    explain: ({ groups, context }) => ({
      code: 'conflict',
      message: `Another change is running on ${lastSegment(groups.resource ?? '') || context.account || 'the account'}: one account takes one write at a time`,
      hint: `See what is going on: aimi deployments list${accountFlag(context)}; then run the command again`,
      details: { resource: groups.resource },
    }),
  },
  {
    id: 'account-not-ready',
    codes: ['AccountProvisioningStateInvalid'],
    message: /Account (?<resource>\S+) in state (?<state>\w+)/,
    source: `${ISSUES}: Azure/bicep-registry-modules 5957`,
    explain: ({ groups }) => {
      const name = lastSegment(groups.resource ?? '');
      return {
        code: 'account-not-ready',
        message: `Account ${name} is not ready: its state is ${groups.state}`,
        hint: `Wait until aimi accounts show -a ${word(name)} says Succeeded, then run the command again`,
        details: { account: name, state: groups.state },
      };
    },
  },
  {
    id: 'account-not-ready-other',
    codes: ['AccountProvisioningStateInvalid'],
    source: ISSUES,
    explain: ({ fault, context }) => ({
      code: 'account-not-ready',
      message: `The account is not ready: ${fault.message}`,
      hint: `Wait until aimi accounts show -a ${word(context.account ?? 'NAME')} says Succeeded`,
    }),
  },
  {
    id: 'account-soft-deleted',
    codes: ['FlagMustBeSetForRestore'],
    message: /resource with ID '(?<resource>[^']*)'/,
    source: `${ISSUES}: Azure/azure-cli 18146`,
    explain: ({ groups, context }) => {
      const name = lastSegment(groups.resource ?? '');
      const group = /resourceGroups\/([^/]+)/i.exec(groups.resource ?? '')?.[1] ?? context.resourceGroup;
      const target = `-n ${word(name)} -g ${word(group ?? 'GROUP')} -l ${word(context.location ?? 'REGION')}`;
      return {
        code: 'account-soft-deleted',
        message: `An account named ${name} was deleted and is kept for 48 hours`,
        hint: `Bring it back: az cognitiveservices account recover ${target}\nOr remove it for good: az cognitiveservices account purge ${target}`,
        details: { resource: groups.resource },
      };
    },
  },
  {
    id: 'nested-resources',
    codes: ['CannotDeleteResource'],
    source: `${ISSUES}: Azure/terraform-provider-azapi 894`,
    explain: ({ fault }) => ({
      code: 'conflict',
      message: `It cannot be deleted while others are inside it: ${fault.message}`,
      hint: 'Delete the projects inside it first',
    }),
  },
  {
    id: 'subscription-malformed',
    codes: ['InvalidSubscriptionId'],
    message: /identifier '(?<subscription>[^']*)'/,
    source: `${ISSUES}: Azure/apiops 460, MicrosoftDocs/azure-docs 77959`,
    explain: ({ groups }) => ({
      code: 'subscription-not-found',
      message: `'${groups.subscription}' is not a subscription id`,
      hint: 'Use the id (a GUID) from: az account list -o table',
      details: { subscription: groups.subscription },
    }),
  },
  {
    id: 'subscription-not-found',
    codes: ['SubscriptionNotFound'],
    message: /subscription '(?<subscription>[^']*)'/i,
    source: `${ISSUES}: Azure/azure-cli 33657`,
    explain: ({ groups }) => ({
      code: 'subscription-not-found',
      message: `Subscription ${groups.subscription} is not visible to this sign-in`,
      hint: 'It may belong to another tenant (az login --tenant TENANT) or another cloud (--cloud usgov|china). Those you see: az account list -o table',
      details: { subscription: groups.subscription },
    }),
  },
  {
    id: 'group-not-found',
    codes: ['ResourceGroupNotFound'],
    message: /Resource group '(?<group>[^']*)'/,
    source: `${ISSUES}: Azure/AI-in-a-Box 27`,
    explain: ({ groups, context }) => ({
      code: 'resource-group-not-found',
      message: `Resource group ${groups.group} does not exist${context.subscriptionId === undefined ? '' : ` in subscription ${context.subscriptionId}`}`,
      hint: 'See where your accounts are: aimi accounts list',
      details: { resourceGroup: groups.group },
    }),
  },
  {
    id: 'account-not-found',
    codes: ['ResourceNotFound', 'ParentResourceNotFound'],
    message: /Microsoft\.CognitiveServices\/accounts\/(?<account>[^/'\s]+)'/i,
    source: `${ISSUES}: Azure/Medical-Claims-Transaction-Processing-at-scale 22`,
    explain: ({ groups, context }) => accountMissing(groups.account, context),
  },
  {
    id: 'parent-not-found',
    codes: ['ParentResourceNotFound'],
    source: ARM_DOCS,
    explain: ({ context }) => accountMissing(context.account, context),
  },
  {
    id: 'deployment-not-found',
    codes: ['NotFound', 'ResourceNotFound', 'DeploymentNotFound'],
    message: /\/deployments\/(?<deployment>[^/'\s]+)'/,
    source: `${ISSUES}: microsoft/PubSec-Info-Assistant 385`,
    explain: ({ groups, context }) => deploymentMissing(groups.deployment, context),
  },
  {
    id: 'region-or-version-unknown',
    codes: ['NoRegisteredProviderFound'],
    message: /for location '(?<region>[^']*)' and API version '(?<version>[^']*)'/,
    source: `a public notebook log, another provider; ${ARM_DOCS}`,
    explain: ({ groups, fault }) => ({
      code: 'region-not-found',
      message: `Azure AI Services knows no region '${groups.region}' (API version ${groups.version})`,
      hint: 'aimi models show NAME lists the regions of a model; az account list-locations -o table lists all',
      details: { region: groups.region, apiVersion: groups.version, said: fault.message },
    }),
  },
  {
    id: 'region-unknown',
    codes: ['LocationNotAvailableForResourceType', 'InvalidLocation', 'LocationNotSupported'],
    source: ARM_DOCS,
    explain: ({ fault, context }) => ({
      code: 'region-not-found',
      message: `Azure AI Services is not in region '${context.location ?? '?'}': ${fault.message}`,
      hint: 'See the regions with models: aimi models list',
    }),
  },
  {
    id: 'missing',
    codes: [],
    statuses: [404],
    source: 'RFC 9110 section 15.5.5; decide on the status, the code differs by provider',
    explain: ({ fault, context }) => {
      if (context.deployment !== undefined) return deploymentMissing(context.deployment, context);
      if (context.account !== undefined) return accountMissing(context.account, context);
      return {
        code: context.location === undefined ? 'service-refused' : 'region-not-found',
        message: `Azure finds nothing there when asked to ${context.operation}${fault.message === '' ? '' : `: ${fault.message}`}`,
        hint:
          context.location === undefined
            ? 'Check --subscription, --cloud and AIMI_ARM_ENDPOINT'
            : `Check the region '${context.location}': az account list-locations -o table`,
      };
    },
  },
  {
    id: 'conflict',
    codes: [],
    statuses: [409, 412],
    source: 'RFC 9110 sections 15.5.10 and 15.5.13',
    explain: ({ fault, context }) => ({
      code: 'conflict',
      message: `Azure cannot ${context.operation} now${fault.code === undefined ? '' : ` (${fault.code})`}: ${fault.message || 'something else changed it'}`,
      hint: `See the present state: aimi deployments list${accountFlag(context)}`,
    }),
  },
  {
    id: 'unavailable',
    codes: [],
    statuses: [408, 500, 502, 503, 504],
    source: 'RFC 9110 section 15.6',
    explain: ({ fault, context }) => ({
      code: 'service-unavailable',
      message: `Azure answers ${fault.status} to the attempt to ${context.operation}${fault.code === undefined ? '' : ` (${fault.code})`}${fault.message === '' ? '' : `: ${fault.message}`}`,
      hint: 'Run the command again in a few minutes; https://status.azure.com shows outages',
    }),
  },
];

function accountMissing(name: string | undefined, context: ArmErrorContext): Explanation {
  const group = context.resourceGroup === undefined ? '' : ` in resource group ${context.resourceGroup}`;
  return {
    code: 'account-not-found',
    message: `Account ${name ?? context.account ?? '?'} does not exist${group}`,
    hint: 'See the accounts you have: aimi accounts list',
    details: { account: name ?? context.account, resourceGroup: context.resourceGroup },
  };
}

function deploymentMissing(name: string | undefined, context: ArmErrorContext): Explanation {
  return {
    code: 'deployment-not-found',
    message: `Deployment ${name ?? '?'} does not exist${context.account === undefined ? '' : ` in ${context.account}`}`,
    hint: `See those that do: aimi deployments list${accountFlag(context)}`,
    details: { deployment: name, account: context.account },
  };
}

function lastSegment(id: string): string {
  return id.split('/').at(-1) ?? '';
}
