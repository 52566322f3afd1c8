import { type Refusal, refuse } from './reply.js';

/**
 * The service's refusals, word for word as users have reported them (public issues of 2021 to 2026; the
 * misspellings are the service's). Statuses that no report states are ARM's usual ones for the code.
 */
export const refusals = {
  missingApiVersion: (): Refusal =>
    refuse(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    ),
  noProvider: (
    location: string | null,
    apiVersion: string,
    type: string,
    known: readonly string[],
  ): Refusal =>
    refuse(
      400,
      'NoRegisteredProviderFound',
      `No registered resource provider found for location '${location ?? 'global'}' and API version '${apiVersion}' for type '${type}'. The supported api-versions are '${known.join(', ')}'.`,
    ),
  invalidSubscriptionId: (id: string): Refusal =>
    refuse(
      400,
      'InvalidSubscriptionId',
      `The provided subscription identifier '${id}' is malformed or invalid.`,
    ),
  subscriptionNotFound: (id: string): Refusal =>
    refuse(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`),
  groupNotFound: (name: string): Refusal =>
    refuse(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`),
  accountNotFound: (name: string, group: string): Refusal =>
    refuse(
      404,
      'ResourceNotFound',
      `The Resource 'Microsoft.CognitiveServices/accounts/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    ),
  parentNotFound: (type: string, parentId: string): Refusal =>
    refuse(
      404,
      'ParentResourceNotFound',
      `Failed to perform 'write' on resource(s) of type '${type}', because the parent resource '${parentId}' could not be found.`,
    ),
  notFound: (id: string): Refusal => refuse(404, 'NotFound', `Specified resource '${id}' cannot be found.`),
  routeNotFound: (path: string): Refusal =>
    refuse(404, 'InvalidResourceType', `The sandbox does not serve '${path}'.`),
  badContent: (reason: string): Refusal =>
    refuse(
      400,
      'InvalidRequestContent',
      `The request content was invalid and could not be deserialized: '${reason}'.`,
    ),
  insufficientQuota: (needed: number, quota: string, used: number, limit: number): Refusal =>
    refuse(
      400,
      'InsufficientQuota',
      `This operation require ${needed} new capacity in quota ${quota}, which is bigger than the current available capacity ${Math.max(0, limit - used)}. The current quota usage is ${used} and the quota limit is ${limit} for quota ${quota}.`,
    ),
  accountQuota: (name: string): Refusal =>
    refuse(400, 'InsufficientQuota', `Insufficient quota. Cannot create/update/move resource '${name}'.`),
  skuNotInRegion: (sku: string, name: string, version: string, region: string): Refusal =>
    refuse(
      400,
      'InvalidResourceProperties',
      `The specified SKU '${sku}' for model '${name} ${version}' is not supported in this region '${region}'.`,
    ),
  skuNotOfModel: (sku: string, name: string, version: string): Refusal =>
    refuse(
      400,
      'InvalidResourceProperties',
      `The specified SKU '${sku}' of account deployment is not supported by the model '${name}' version: '${version}'.`,
    ),
  modelNotSupported: (format: string, name: string, version: string): Refusal =>
    refuse(
      400,
      'DeploymentModelNotSupported',
      `The model '${modelText(format, name, version)}' of account deployment is not supported.`,
    ),
  /** `day` is `YYYY-MM-DD`. */
  modelDeprecated: (format: string, name: string, version: string, day: string): Refusal => {
    const [year, month, date] = day.split('-');
    return refuse(
      400,
      'ServiceModelDeprecated',
      `The model '${modelText(format, name, version)}' has been deprecated since ${month}/${date}/${year} 00:00:00.`,
    );
  },
  modelDeprecating: (format: string, name: string, version: string, publisher: string | undefined): Refusal =>
    refuse(
      400,
      'ServiceModelDeprecating',
      `The model '${publisher === undefined ? '' : `Publisher:${publisher},`}${modelText(format, name, version)}' is in deprecating state and cannot be used for new deployments.`,
    ),
  invalidCapacity: (capacity: number, minimum: number, maximum: number): Refusal =>
    refuse(
      400,
      'InvalidCapacity',
      `The specified capacity '${capacity}' of account deployment should be at least ${minimum} and no more than ${maximum}.`,
    ),
  capacityNotNull: (): Refusal =>
    refuse(400, 'InvalidCapacity', 'The capacity should be null for standard deployment.'),
  invalidResourceName: (): Refusal =>
    refuse(
      400,
      'InvalidResourceName',
      'The resource name is invalid. Resource name can only include alphanumeric characters, underscores and hyphens; Resource name only allows 2 to 64 characters.',
    ),
  invalidAccountName: (): Refusal =>
    refuse(
      400,
      'InvalidAccountName',
      'The account name is invalid. Account name can only include alphanumeric characters, underscores and hyphens; Account name only allows 2 to 64 characters.',
    ),
  providerDataMissing: (): Refusal =>
    refuse(
      400,
      'InvalidModelProviderData',
      'ModelProviderData is required for Anthropic model deployments but was not provided. Please provide all required fields: industry, organizationName, and countryCode.',
    ),
  conflict: (accountId: string): Refusal =>
    refuse(
      409,
      'RequestConflict',
      `Another operation is being performed on the parent resource '${accountId}'. Please try again later.`,
    ),
  accountNotReady: (accountId: string, state: string): Refusal =>
    refuse(
      409,
      'AccountProvisioningStateInvalid',
      `Call to Microsoft.CognitiveServices/accounts failed. Error message: Account ${accountId} in state ${state}`,
    ),
  keysDisabled: (): Refusal =>
    refuse(400, 'BadRequest', 'Failed to list key. disableLocalAuth is set to be true'),
  softDeleted: (accountId: string): Refusal =>
    refuse(
      409,
      'FlagMustBeSetForRestore',
      `An existing resource with ID '${accountId}' has been soft-deleted. To restore the resource, you must specify 'restore' to be 'true' in the property. If you don't want to restore existing resource, please purge it first.`,
    ),
  nestedResources: (child: string): Refusal =>
    refuse(
      409,
      'CannotDeleteResource',
      `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${child}'. Please delete all nested resources before deleting this resource.`,
    ),
  /** The service's own words for the limit of 32 were not found; the limit itself is documented. */
  tooManyDeployments: (limit: number): Refusal =>
    refuse(
      400,
      'InsufficientQuota',
      `The number of deployments has reached the limit of ${limit} for this resource.`,
    ),
} as const;

function modelText(format: string, name: string, version: string): string {
  return `Format:${format},Name:${name},Version:${version}`;
}
