import { describe, expect, test } from 'vitest';
import type { ArmErrorContext } from '../../../src/core/arm-errors/fault.js';
import { readFault } from '../../../src/core/arm-errors/read-fault.js';
import { ARM_ERROR_RULES } from '../../../src/core/arm-errors/rules.js';
import { ruleFor, translateArmError } from '../../../src/core/arm-errors/translate.js';
import type { ErrorCode } from '../../../src/error-codes.js';

const CONTEXT: ArmErrorContext = {
  operation: 'create deployment chat',
  subscriptionId: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'rg',
  account: 'acct',
  location: 'eastus2',
  deployment: 'chat',
  model: 'gpt-4o',
};
const SCOPE = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/acct';
const NO_RIGHT = (action: string, scope: string) =>
  `The client 'user@contoso.example' with object id 'o-1' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
const MARKETPLACE =
  'Error occurred when subscribing to Marketplace: Marketplace Subscription purchase eligibility check failed, error message';

interface Row {
  readonly name: string;
  readonly status: number | null;
  readonly code?: string;
  readonly message?: string;
  readonly body?: unknown;
  readonly becomes: ErrorCode;
  /** Parts of the message, in any order. */
  readonly says: readonly string[];
  readonly hints?: readonly string[];
  readonly details?: object;
}

// Wordings as reported in public issues (each rule names them), read 2026-11; ids and names are replaced.
const REPORTED: readonly Row[] = [
  {
    name: 'no right to see costs, answered with 401',
    status: 401,
    code: 'RBACAccessDenied',
    message: 'The client does not have authorization to perform action. Request ID: aefe2d4c',
    becomes: 'role-missing',
    says: ['Not allowed to create deployment chat', '"Cost Management Reader"'],
    hints: [
      '--role "Cost Management Reader" --scope /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg',
    ],
  },
  {
    name: 'charges hidden by the enterprise agreement',
    status: 401,
    code: 'AccountCostDisabled',
    message: 'Cost is disabled for account owners.',
    becomes: 'billing-unavailable',
    says: ['does not show its charges', 'AccountCostDisabled'],
    hints: ['view charges'],
  },
  {
    name: 'a partner without published prices',
    status: 400,
    code: 'IndirectCostDisabled',
    message: 'The cost is disabled for indirect customers.',
    becomes: 'billing-unavailable',
    says: ['partner', 'IndirectCostDisabled'],
  },
  {
    name: 'a kind of subscription without costs',
    status: 400,
    code: 'SubscriptionTypeNotSupported',
    message: 'The subscription type is not supported.',
    becomes: 'billing-unavailable',
    says: ['does not serve this kind of subscription'],
  },
  {
    name: 'an offer without Cost Management, code 400',
    status: 400,
    code: '400',
    message:
      'Cost Management supports only Enterprise Agreement, Web direct and Microsoft Customer Agreement offer types. offerId: MS-AZR-0036P is associated with offerType: None (Request ID: 8d354889)',
    becomes: 'billing-unavailable',
    says: ['MS-AZR-0036P'],
    hints: ['aimi cost estimate'],
  },
  {
    name: 'an offer without Cost Management, code BadRequest',
    status: 400,
    code: 'BadRequest',
    message:
      'Cost management data is unavailable for subscription X. The offer MS-AZR-0243P is not supported. (Request ID: c3486c9b)',
    becomes: 'billing-unavailable',
    says: ['MS-AZR-0243P'],
  },
  {
    name: 'no right to write budgets',
    status: 403,
    code: 'AuthorizationFailed',
    message: NO_RIGHT('Microsoft.Consumption/budgets/write', '/subscriptions/s/resourceGroups/rg'),
    becomes: 'role-missing',
    says: ['Microsoft.Consumption/budgets/write'],
    hints: ['--role "Cost Management Contributor" --scope /subscriptions/s/resourceGroups/rg'],
  },
  {
    name: 'no right to query costs',
    status: 403,
    code: 'AuthorizationFailed',
    message: NO_RIGHT('Microsoft.CostManagement/query/action', '/subscriptions/s'),
    becomes: 'role-missing',
    says: ['Microsoft.CostManagement/query/action'],
    hints: ['"Cost Management Reader"', '--scope /subscriptions/s'],
  },
  {
    name: 'a proxy that wants a sign-in',
    status: 407,
    becomes: 'network',
    says: ['A proxy on the way', '407'],
    hints: ['HTTPS_PROXY'],
  },
  {
    name: 'quota, current wording',
    status: 400,
    code: 'InsufficientQuota',
    message:
      'This operation require 240 new capacity in quota Tokens Per Minute (thousands) - Text-Embedding-Ada-002, which is bigger than the current available capacity 0. The current quota usage is 240 and the quota limit is 240 for quota Tokens Per Minute (thousands) - Text-Embedding-Ada-002.',
    becomes: 'insufficient-quota',
    says: ['240 more wanted', '0 free', '240 of 240', 'Text-Embedding-Ada-002'],
    hints: ['Nothing is free', 'aimi deployments list -a acct'],
    details: { wanted: 240, free: 0, used: 240, limit: 240 },
  },
  {
    name: 'quota inside a template wrapper, code with a trailing blank',
    status: 400,
    body: {
      error: {
        code: 'InvalidTemplateDeployment',
        message: 'not valid',
        details: [
          {
            code: 'InsufficientQuota ',
            message:
              'This operation require 30 new capacity in quota Tokens Per Minute (thousands) - gpt-4o, which is bigger than the current available capacity 26. The current quota usage is 124 and the quota limit is 150 for quota Tokens Per Minute (thousands) - gpt-4o.',
          },
        ],
      },
    },
    becomes: 'insufficient-quota',
    says: ['26 free'],
    hints: ['--capacity 26 or less'],
    details: { free: 26, serviceCode: 'InsufficientQuota' },
  },
  {
    name: 'quota, wording of 2023',
    status: 400,
    code: 'InsufficientQuota',
    message:
      "The specified capacity '1' of account deployment is bigger than available capacity '0' for UsageName 'Tokens Per Minute (thousands) - GPT-35-Turbo'.",
    becomes: 'insufficient-quota',
    says: ['1 wanted, 0 free'],
    details: { wanted: 1, free: 0 },
  },
  {
    name: 'number of accounts',
    status: null,
    code: 'InsufficientQuota',
    message: "Insufficient quota. Cannot create/update/move resource 'acct'.",
    becomes: 'insufficient-quota',
    says: ['number of accounts', 'acct'],
  },
  {
    name: 'quota in words nobody has seen',
    status: 400,
    code: 'InsufficientQuota',
    message: 'Something new',
    becomes: 'insufficient-quota',
    says: ['Something new'],
  },
  {
    name: 'SKU not in region',
    status: 400,
    code: 'InvalidResourceProperties',
    message:
      "The specified SKU 'Standard' for model 'gpt-4.1 2025-04-14' is not supported in this region 'australiaeast'.",
    becomes: 'sku-not-offered',
    says: ['australiaeast', 'Standard', 'gpt-4.1 2025-04-14'],
    hints: ['aimi models show gpt-4.1 -l australiaeast'],
    details: { sku: 'Standard', model: 'gpt-4.1', version: '2025-04-14' },
  },
  {
    name: 'SKU not of the model, 2023',
    status: 400,
    code: 'InvalidResourceProperties',
    message:
      "The specified SKU 'Standard' of account deployment is not supported by the model 'gpt-35-turbo' version: '0613'.",
    becomes: 'sku-not-offered',
    says: ['gpt-35-turbo 0613'],
  },
  {
    name: 'model unknown, 2026',
    status: 400,
    code: 'DeploymentModelNotSupported',
    message:
      "The model 'Format:Mistral AI,Name:Mistral-Large-3,Version:1' of account deployment is not supported.",
    becomes: 'model-not-found',
    says: ['Mistral-Large-3 version 1', 'Mistral AI'],
    hints: ['aimi models show Mistral-Large-3'],
  },
  {
    name: 'model unknown, 2024 with all parts',
    status: 400,
    code: 'DeploymentModelNotSupported',
    message:
      "The model 'Publisher: , Format: OpenAI, Name: gpt-35-turbo, Version: 2024-05-13, Source: , SourceAccount: ' of account deployment is not supported.",
    becomes: 'model-not-found',
    says: ['gpt-35-turbo version 2024-05-13'],
    details: { format: 'OpenAI', version: '2024-05-13' },
  },
  {
    name: 'model unknown, 2024 with blanks',
    status: 400,
    code: 'DeploymentModelNotSupported',
    message:
      "The model 'Format: OpenAI, Name: text-embedding-3-small, Version: 2' of account deployment is not supported.",
    becomes: 'model-not-found',
    says: ['text-embedding-3-small version 2'],
  },
  {
    name: 'model not deployable, 2023',
    status: 400,
    code: 'DeploymentModelNotSupported',
    message:
      "Creating account deployment is not supported by the model 'text-davinci-003'. This is usually because there are better models available for the similar functionality.",
    becomes: 'model-not-found',
    says: ['text-davinci-003'],
  },
  {
    name: 'retired',
    status: 400,
    code: 'ServiceModelDeprecated',
    message:
      "The model 'Format:OpenAI,Name:gpt-4o-mini,Version:2024-07-18' has been deprecated since 03/31/2026 00:00:00.",
    becomes: 'model-retired',
    says: ['gpt-4o-mini 2024-07-18', '2026-03-31'],
    details: { since: '2026-03-31' },
  },
  {
    name: 'retiring',
    status: 400,
    code: 'ServiceModelDeprecating',
    message:
      "The model 'Publisher:xAI,Format:xAI,Name:grok-4-fast-reasoning,Version:1' is in deprecating state and cannot be used for new deployments.",
    becomes: 'model-retired',
    says: ['grok-4-fast-reasoning 1', 'being retired'],
  },
  {
    name: 'capacity out of bounds',
    status: 400,
    code: 'InvalidCapacity',
    message:
      "The specified capacity '-250' of account deployment should be at least 1 and no more than 1000000.",
    becomes: 'capacity-out-of-range',
    says: ['-250', '1 to 1000000'],
    details: { wanted: -250, minimum: 1, maximum: 1000000 },
  },
  {
    name: 'capacity of a one-size model',
    status: 400,
    code: 'InvalidCapacity',
    message: "The specified capacity '0' of account deployment should be at least 1 and no more than 1.",
    becomes: 'capacity-out-of-range',
    says: ['1 to 1'],
    hints: ['--capacity 1:'],
  },
  {
    name: 'capacity, old api-version',
    status: null,
    code: 'InvalidCapacity',
    message: 'The capacity should be null for standard deployment.',
    becomes: 'capacity-out-of-range',
    says: ['should be null'],
  },
  {
    name: 'deployment name',
    status: 400,
    code: 'InvalidResourceName',
    message:
      'The resource name is invalid. Resource name can only include alphanumeric characters, underscores and hyphens; Resource name only allows 2 to 64 characters.',
    becomes: 'invalid-name',
    says: ["'chat'"],
  },
  {
    name: 'account name',
    status: 400,
    code: 'InvalidAccountName',
    message: 'The account name is invalid.',
    becomes: 'invalid-name',
    says: ['account name'],
  },
  {
    name: 'account busy',
    status: 409,
    code: 'RequestConflict',
    message: `Another operation is being performed on the parent resource '${SCOPE}'. Please try again later.`,
    becomes: 'conflict',
    says: ['acct', 'one write at a time'],
  },
  {
    name: 'account not ready',
    status: null,
    code: 'AccountProvisioningStateInvalid',
    message: `Call to Microsoft.CognitiveServices/accounts failed. Error message: Account ${SCOPE} in state Accepted`,
    becomes: 'account-not-ready',
    says: ['acct', 'Accepted'],
    hints: ['aimi accounts show -a acct'],
  },
  {
    name: 'opaque 715-123420',
    status: 400,
    code: '715-123420',
    message: 'An error occurred. Please reach out to support for additional assistance.',
    becomes: 'access-gated',
    says: ['fraud protection', 'Anthropic'],
    hints: ['aimi models show gpt-4o -a acct'],
  },
  {
    name: 'provider data',
    status: 400,
    code: 'InvalidModelProviderData',
    message: 'ModelProviderData is required for Anthropic model deployments but was not provided.',
    becomes: 'provider-data-needed',
    says: ['country', 'industry'],
  },
  {
    name: 'provider data, older behaviour',
    status: null,
    code: 'AnthropicOrganizationCreationException',
    message: 'Internal Server Error.',
    becomes: 'provider-data-needed',
    says: ['AnthropicOrganizationCreationException'],
  },
  {
    name: 'marketplace, no payment method',
    status: null,
    code: 'UserError',
    message: `${MARKETPLACE} [Purchase failed because there is no valid payment method associated with this Azure subscription. Learn more: https://aka.ms/SaaSPurchaseErrors].`,
    becomes: 'marketplace-refused',
    says: ['no valid payment method'],
  },
  {
    name: 'marketplace, enrolment',
    status: null,
    code: 'UserError',
    message: `${MARKETPLACE} [Cannot complete purchase as your enrollment for this subscription doesn't allow purchase of marketplace products. Correlation Id: 'x'.].`,
    becomes: 'marketplace-refused',
    says: ["doesn't allow purchase"],
  },
  {
    name: 'marketplace, retired offer',
    status: null,
    code: 'UserError',
    message:
      "Error occurred when subscribing to Marketplace: Model mapping properties not found for modelId: 'azureml://registries/azureml-ai21/models/AI21-Jamba-Instruct' publisherId: ''.",
    becomes: 'marketplace-refused',
    says: ['AI21-Jamba-Instruct'],
  },
  {
    name: 'marketplace, at the end of an operation',
    status: null,
    code: 'MarketplaceSubscriptionCannotBeCompleted',
    becomes: 'marketplace-refused',
    says: ['could not complete'],
  },
  {
    name: 'offer type',
    status: 400,
    code: 'SpecialFeatureOrQuotaIdRequired',
    message:
      "The subscription does not have QuotaId/Feature required by SKU 'S0' from kind 'OpenAI' or contains blocked QuotaId/Feature.",
    becomes: 'access-gated',
    says: ['QuotaId/Feature'],
  },
  {
    name: 'gated model',
    status: null,
    code: 'SpecialFeatureOrQuotaIdRequired',
    message:
      "The current subscription does not have access to this model 'Format:OpenAI,Name:gpt-4o-mini,Version:2024-07-18'.",
    becomes: 'access-gated',
    says: ['gpt-4o-mini 2024-07-18'],
    hints: ['aka.ms/oai/access'],
  },
  {
    name: 'role for writing',
    status: 403,
    code: 'AuthorizationFailed',
    message: NO_RIGHT(
      'Microsoft.CognitiveServices/accounts/deployments/write',
      `${SCOPE}/deployments/gpt-4.1`,
    ),
    becomes: 'role-missing',
    says: ['user@contoso.example', 'deployments/write'],
    hints: [`--assignee o-1 --role "Cognitive Services Contributor" --scope ${SCOPE}\n`],
    details: { roleScope: SCOPE },
  },
  {
    name: 'role for quota, at the subscription',
    status: 403,
    code: 'AuthorizationFailed',
    message: NO_RIGHT(
      'Microsoft.CognitiveServices/locations/usages/read',
      '/subscriptions/s/providers/Microsoft.CognitiveServices/locations/eastus2',
    ),
    becomes: 'role-missing',
    says: ['usages/read'],
    hints: ['"Cognitive Services Usages Reader" --scope /subscriptions/s\n'],
  },
  {
    name: 'role for the catalog of a region, at the subscription',
    status: 403,
    code: 'AuthorizationFailed',
    message: NO_RIGHT('Microsoft.CognitiveServices/locations/models/read', '/subscriptions/s'),
    becomes: 'role-missing',
    says: ['models/read'],
    hints: ['--role "Reader" --scope /subscriptions/s\n'],
  },
  {
    name: 'role, other wording',
    status: 403,
    code: 'AuthorizationFailed',
    message: 'No.',
    becomes: 'role-missing',
    says: ['create deployment chat', 'No.'],
  },
  {
    name: 'role on a linked scope',
    status: 403,
    code: 'LinkedAuthorizationFailed',
    message:
      "The client 'a' with object id 'b' has permission to perform action 'c' on scope 'd'; however, it does not have permission to perform action 'join/action' on the linked scope(s) '/subnet/1' or the linked scope(s) are invalid.",
    becomes: 'role-missing',
    says: ['join/action', '/subnet/1'],
  },
  {
    name: 'region closed to the subscription',
    status: 403,
    code: 'RequestDisallowedByAzure',
    message:
      "Resource 'acct' was disallowed by Azure: This policy maintains a set of best available regions.",
    becomes: 'region-refused',
    says: ['eastus2'],
  },
  {
    name: 'expired token',
    status: 401,
    code: 'ExpiredAuthenticationToken',
    message: 'The access token expiry UTC time is earlier than now.',
    becomes: 'token-refused',
    says: ['ExpiredAuthenticationToken'],
    hints: ['az login --tenant'],
  },
  { name: '401 without a body', status: 401, becomes: 'token-refused', says: ['401'] },
  {
    name: 'subscription id malformed',
    status: 400,
    code: 'InvalidSubscriptionId',
    message: "The provided subscription identifier 'Pay-As-You-Go' is malformed or invalid.",
    becomes: 'subscription-not-found',
    says: ['Pay-As-You-Go'],
  },
  {
    name: 'subscription not visible',
    status: 404,
    code: 'SubscriptionNotFound',
    message: "The subscription 'c23f' could not be found.",
    becomes: 'subscription-not-found',
    says: ['c23f'],
    hints: ['--tenant', '--cloud'],
  },
  {
    name: 'resource group',
    status: 404,
    code: 'ResourceGroupNotFound',
    message: "Resource group 'rg-x' could not be found.",
    becomes: 'resource-group-not-found',
    says: ['rg-x'],
  },
  {
    name: 'account',
    status: 404,
    code: 'ResourceNotFound',
    message:
      "The Resource 'Microsoft.CognitiveServices/accounts/acct-2' under resource group 'rg' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    becomes: 'account-not-found',
    says: ['acct-2'],
    hints: ['aimi accounts list'],
  },
  {
    name: 'deployment',
    status: 404,
    code: 'NotFound',
    message: `Specified resource '${SCOPE}/deployments/chat-2' cannot be found.`,
    becomes: 'deployment-not-found',
    says: ['chat-2', 'acct'],
    hints: ['aimi deployments list -a acct'],
  },
  {
    name: 'deployment, in the words for resources',
    status: 404,
    code: 'ResourceNotFound',
    message:
      "The Resource 'Microsoft.CognitiveServices/accounts/acct/deployments/chat-3' under resource group 'rg' was not found.",
    becomes: 'deployment-not-found',
    says: ['chat-3'],
  },
  {
    name: 'parent',
    status: 404,
    code: 'ParentResourceNotFound',
    message:
      "Failed to perform 'write' on resource(s) of type 'storageAccounts/blobServices', because the parent resource '/x' could not be found.",
    becomes: 'account-not-found',
    says: ['acct'],
  },
  {
    name: 'keys disabled',
    status: 400,
    code: 'BadRequest',
    message: 'Failed to list key. disableLocalAuth is set to be true',
    becomes: 'local-auth-disabled',
    says: ['acct'],
  },
  {
    name: 'soft-deleted',
    status: 409,
    code: 'FlagMustBeSetForRestore',
    message:
      "An existing resource with ID '/subscriptions/s/resourceGroups/test-rg/providers/Microsoft.CognitiveServices/accounts/test-service' has been soft-deleted. To restore the resource, you must specify 'restore' to be 'true' in the property.",
    becomes: 'account-soft-deleted',
    says: ['test-service', '48 hours'],
    hints: ['recover -n test-service -g test-rg -l eastus2', 'purge -n test-service'],
  },
  {
    name: 'provider not registered',
    status: 409,
    body: {
      error: {
        code: 'MissingSubscriptionRegistration',
        message:
          "The subscription is not registered to use namespace 'Microsoft.CognitiveServices'. See https://aka.ms/rps-not-found for how to register subscriptions.",
        details: [
          { code: 'MissingSubscriptionRegistration', target: 'Microsoft.CognitiveServices', message: 'x' },
        ],
      },
    },
    becomes: 'provider-not-registered',
    says: ['Microsoft.CognitiveServices'],
    hints: ['az provider register -n Microsoft.CognitiveServices'],
  },
  {
    name: 'region or api-version',
    status: 400,
    code: 'NoRegisteredProviderFound',
    message:
      "No registered resource provider found for location 'nowhere' and API version '2025-09-01' for type 'locations/models'. The supported api-versions are '2024-10-01'.",
    becomes: 'region-not-found',
    says: ['nowhere', '2025-09-01'],
  },
  {
    name: 'read-only subscription',
    status: 409,
    code: 'ReadOnlyDisabledSubscription',
    message:
      "The subscription 'x' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.",
    becomes: 'subscription-disabled',
    says: ['read-only'],
  },
  {
    name: 'nested resources',
    status: 409,
    code: 'CannotDeleteResource',
    message:
      "Cannot delete resource while nested resources exist. Some existing nested resource IDs include: 'x'.",
    becomes: 'conflict',
    says: ['nested'],
  },
  {
    name: 'retired, other wording',
    status: 400,
    code: 'ServiceModelDeprecated',
    message: 'gone',
    becomes: 'model-retired',
    says: ['gone'],
  },
  {
    name: 'model unknown, other wording',
    status: 400,
    code: 'DeploymentModelNotSupported',
    message: 'nope',
    becomes: 'model-not-found',
    says: ['nope'],
  },
  {
    name: 'account not ready, other wording',
    status: 409,
    code: 'AccountProvisioningStateInvalid',
    message: 'wait',
    becomes: 'account-not-ready',
    says: ['wait'],
  },
  {
    name: 'policy, other wording',
    status: 403,
    code: 'RequestDisallowedByPolicy',
    message: 'no way',
    becomes: 'policy-denied',
    says: ['no way'],
  },
  {
    name: 'region, as other providers say it',
    status: 400,
    code: 'LocationNotAvailableForResourceType',
    message: 'not here',
    becomes: 'region-not-found',
    says: ['eastus2', 'not here'],
  },
  {
    name: '429',
    status: 429,
    code: 'TooManyRequests',
    message: 'slow down',
    becomes: 'rate-limited',
    says: ['429'],
  },
  {
    name: '500 without a body',
    status: 500,
    becomes: 'service-unavailable',
    says: ['500', 'create deployment chat'],
  },
  { name: '404 without a body', status: 404, becomes: 'deployment-not-found', says: ['chat'] },
  {
    name: '409 of another kind',
    status: 409,
    code: 'EtagMismatch',
    message: 'changed',
    becomes: 'conflict',
    says: ['EtagMismatch'],
  },
  {
    name: 'a policy of Resource Manager',
    status: 403,
    body: {
      error: {
        code: 'RequestDisallowedByPolicy',
        target: 'chat',
        message:
          "Resource 'chat' was disallowed by policy. Reasons: 'Only approved models'. See error details for policy resource IDs.",
        additionalInfo: [
          {
            type: 'PolicyViolation',
            info: {
              policyDefinitionDisplayName: 'Approved models',
              policyAssignmentName: 'a1',
              policyAssignmentScope: '/subscriptions/s',
              evaluationDetails: {
                evaluatedExpressions: [
                  {
                    result: 'True',
                    path: 'properties.model.name',
                    expressionValue: 'gpt-4o',
                    targetValue: ['gpt-4o-mini'],
                    operator: 'NotIn',
                  },
                ],
              },
            },
          },
        ],
      },
    },
    becomes: 'policy-denied',
    says: ['"Approved models"', '"a1"', 'Only approved models'],
    hints: ['/subscriptions/s'],
    details: {
      assignment: 'a1',
      expressions: ['properties.model.name NotIn ["gpt-4o-mini"], found "gpt-4o"'],
    },
  },
  {
    name: 'the same inside a template',
    status: 400,
    body: {
      error: {
        code: 'InvalidTemplateDeployment',
        message: 'x',
        details: [
          {
            code: 'RequestDisallowedByPolicy',
            message: "Resource 'chat' was disallowed by policy. Policy identifiers: '[...]'.",
            additionalInfo: [
              { type: 'PolicyViolation', info: { policyAssignmentDisplayName: 'Tenant rules' } },
            ],
          },
        ],
      },
    },
    becomes: 'policy-denied',
    says: ['"Tenant rules"'],
  },
  {
    name: 'a policy of the resource provider',
    status: 400,
    code: 'InvalidResourceProperties',
    message:
      'Policy evaluation returned compliance: NonCompliant for model gpt-4o/2024-11-20 with error: This action is noncompliant with policy /subscriptions/s/providers/Microsoft.Authorization/policyAssignments/abc. Operator NotIn returned True for Field Microsoft.CognitiveServices.Data/accounts/deployments/model.publisher',
    becomes: 'policy-denied',
    says: ['gpt-4o 2024-11-20'],
    hints: ['model.publisher'],
    details: { model: 'gpt-4o', version: '2024-11-20' },
  },
];

const faultOf = (row: Row) =>
  readFault({
    status: row.status,
    body:
      row.body ?? (row.code === undefined ? null : { error: { code: row.code, message: row.message ?? '' } }),
    requestId: 'req-1',
  });
const errorOf = (row: Row) => translateArmError(faultOf(row), CONTEXT);

describe('what users reported', () => {
  test.each(REPORTED)('$name → $becomes', (row) => {
    const error = errorOf(row);
    expect(error.code).toBe(row.becomes);
    for (const part of row.says) expect(error.message).toContain(part);
    for (const part of row.hints ?? []) expect(`${error.hint}\n`).toContain(part);
    expect(error.details).toMatchObject({ requestId: 'req-1', ...row.details });
    expect(error.hint).toBeTruthy();
    expect(`${error.message}${error.hint}`).not.toContain('undefined');
  });

  test('every rule is reached by one of them', () => {
    const reached = new Set(REPORTED.map((row) => ruleFor(faultOf(row))));
    expect(ARM_ERROR_RULES.map((rule) => rule.id).filter((id) => !reached.has(id))).toEqual([]);
  });

  test('rule ids are unique and every rule names its source', () => {
    const ids = ARM_ERROR_RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ARM_ERROR_RULES.filter((rule) => rule.source.length < 8)).toEqual([]);
  });
});

describe('what nobody has seen', () => {
  test('an unknown code keeps code, status, message and request id', () => {
    const error = translateArmError(
      readFault({ status: 400, body: { error: { code: 'Brand/New', message: 'odd' } }, requestId: 'r-9' }),
      CONTEXT,
    );
    expect(error).toMatchObject({
      code: 'service-refused',
      message: 'Azure refused to create deployment chat (Brand/New, HTTP 400): odd',
      hint: expect.stringContaining('r-9'),
      details: { serviceCode: 'Brand/New', serviceMessage: 'odd', status: 400, requestId: 'r-9' },
    });
  });

  test.each([
    ['nothing', null],
    ['text', '<html>'],
    ['a list', []],
    ['numbers', { error: { code: 5, message: {} } }],
    [
      'endless wrapping',
      {
        error: {
          code: 'DeploymentFailed',
          details: [
            {
              code: 'DeploymentFailed',
              details: [
                {
                  code: 'DeploymentFailed',
                  details: [
                    {
                      code: 'DeploymentFailed',
                      details: [
                        {
                          code: 'DeploymentFailed',
                          details: [{ code: 'DeploymentFailed', details: [{ code: 'X' }] }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
  ])('a body that is %s is no obstacle', (_name, body) => {
    expect(translateArmError(readFault({ status: 400, body }), CONTEXT).code).toBe('service-refused');
  });

  test('control characters of the service never reach the terminal', () => {
    const body = { error: { code: 'A\u001b[2J', message: 'line\r\nnext \u001b]0;title\u0007end' } };
    const error = translateArmError(readFault({ status: 400, body, requestId: '\u001bx' }), CONTEXT);
    expect(JSON.stringify([error.message, error.hint, error.details])).not.toMatch(/\\u00|\\r|\\n/);
  });

  test('a name made up by a server cannot smuggle a command into the hint', () => {
    const message =
      "The specified SKU 'Standard' for model 'x;rm -rf$(id) 1' is not supported in this region '`id`'.";
    const spaced = "Specified resource '/accounts/a/deployments/$(id)' cannot be found.";
    const sku = translateArmError(
      readFault({ status: 400, body: { error: { code: 'InvalidResourceProperties', message } } }),
      CONTEXT,
    );
    expect(sku.hint ?? '').not.toMatch(/show [^']*[`$;]/);
    const gone = translateArmError(
      readFault({ status: 404, body: { error: { code: 'NotFound', message: spaced } } }),
      { ...CONTEXT, account: 'a b$(id)' },
    );
    expect(gone.hint).toBe("See those that do: aimi deployments list -a 'a b$(id)'");
  });

  test('the end of an accepted operation is deployment-failed', () => {
    const error = translateArmError(
      readFault({ status: null, body: { error: { code: 'Odd', message: 'm' } } }),
      { ...CONTEXT, wasAccepted: true },
    );
    expect(error).toMatchObject({
      code: 'deployment-failed',
      message: 'Azure accepted and then failed to create deployment chat (Odd): m',
    });
  });
});
