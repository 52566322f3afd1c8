import type { BillingPlane } from './billing-plane.js';
import type { ModelOffer, ModelRef, RateLimit } from './model.js';
import type { PermissionSet } from './rights/permissions.js';

/**
 * What aimi needs of Azure Resource Manager, in the domain's words. `src/azure` implements it over
 * @azure/arm-cognitiveservices; the sandbox is that same implementation over another transport. Every
 * method throws `AimiError` (service refusals are already translated) and stops with `interrupted` when
 * its signal is aborted.
 */
export interface ControlPlane {
  listSubscriptions(signal?: AbortSignal): Promise<readonly Subscription[]>;
  /** All accounts (resources) of a subscription, or of one resource group. */
  listAccounts(
    subscriptionId: string,
    resourceGroup?: string,
    signal?: AbortSignal,
  ): Promise<readonly Account[]>;
  getAccount(ref: AccountRef, signal?: AbortSignal): Promise<Account>;
  /** The catalog of a region: every kind, every SKU, as listed. Subscription-scope read. */
  listRegionModels(
    subscriptionId: string,
    location: string,
    signal?: AbortSignal,
  ): Promise<readonly ModelOffer[]>;
  /** The models one account may deploy. Needs no right beyond reading the account. */
  listAccountModels(ref: AccountRef, signal?: AbortSignal): Promise<readonly ModelOffer[]>;
  /** Quota of a subscription in a region. An empty list means unknown, not zero. */
  listUsages(subscriptionId: string, location: string, signal?: AbortSignal): Promise<readonly Usage[]>;
  /** Free capacity of one model version over all regions. */
  listModelCapacities(
    subscriptionId: string,
    model: Required<Pick<ModelRef, 'format' | 'name' | 'version'>>,
    signal?: AbortSignal,
  ): Promise<readonly ModelCapacity[]>;
  listDeployments(ref: AccountRef, signal?: AbortSignal): Promise<readonly Deployment[]>;
  getDeployment(ref: AccountRef, name: string, signal?: AbortSignal): Promise<Deployment>;
  /** Create or replace (PUT). Resolves when the service has accepted; `Operation` says how it goes on. */
  beginPut(ref: AccountRef, name: string, body: DeploymentBody, signal?: AbortSignal): Promise<Operation>;
  /** Replace what is there (PUT), with everything of it that `body` does not name carried over. */
  beginReplace(ref: AccountRef, name: string, body: DeploymentBody, signal?: AbortSignal): Promise<Operation>;
  /** Change SKU capacity or tags only (PATCH). */
  beginPatch(ref: AccountRef, name: string, body: DeploymentPatch, signal?: AbortSignal): Promise<Operation>;
  beginDelete(ref: AccountRef, name: string, signal?: AbortSignal): Promise<Operation>;
  /** What the caller may do at a scope, by the roles given there and above it. */
  listPermissions(scope: string, signal?: AbortSignal): Promise<readonly PermissionSet[]>;
  /** Costs and budgets, over the same sign-in. */
  readonly billing: BillingPlane;
}

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly tenantId?: string | undefined;
}

/** An account is what the portal calls a resource: the ARM type is `Microsoft.CognitiveServices/accounts`. */
export interface AccountRef {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly account: string;
}

export interface Account extends AccountRef {
  readonly id: string;
  /** `AIServices` (Foundry) or `OpenAI`; other kinds cannot hold model deployments. */
  readonly kind: string;
  readonly skuName: string;
  /** Lower case, no blanks: `eastus2`. */
  readonly location: string;
  readonly provisioningState: string;
  /** `properties.endpoint`. */
  readonly endpoint: string;
  /** API name to base URL, as the service maps them. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly customSubdomain: string | null;
  readonly localAuthDisabled: boolean;
  readonly publicNetworkAccess: string;
  readonly networkDefaultAction: string | null;
  readonly projects: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface Usage {
  /** Equals `SkuOffer.usageName`. */
  readonly name: string;
  /** What error messages print. */
  readonly localizedName: string;
  readonly current: number;
  readonly limit: number;
}

export interface ModelCapacity {
  readonly location: string;
  readonly skuName: string;
  readonly available: number;
}

export type VersionUpgradeOption =
  | 'OnceNewDefaultVersionAvailable'
  | 'OnceCurrentVersionExpired'
  | 'NoAutoUpgrade';

export interface Deployment {
  readonly id: string;
  readonly name: string;
  readonly model: {
    readonly format: string;
    readonly name: string;
    readonly version: string;
    readonly publisher?: string | undefined;
  };
  readonly sku: { readonly name: string; readonly capacity: number };
  /** Accepted, Creating, Deleting, Moving: in progress. Succeeded, Failed, Canceled, Disabled: at rest. */
  readonly provisioningState: string;
  /** In all, already multiplied by the capacity. */
  readonly rateLimits: readonly RateLimit[];
  readonly raiPolicyName: string | null;
  readonly versionUpgradeOption: string | null;
  readonly capabilities: Readonly<Record<string, string>>;
  readonly createdAt: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** Who buys, for Anthropic models: the service refuses a create without it. */
export interface ModelProviderData {
  readonly organizationName: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  /** Lower-case word: technology, finance, healthcare, ... */
  readonly industry: string;
}

export interface DeploymentBody {
  readonly sku: { readonly name: string; readonly capacity: number };
  readonly properties: {
    readonly model: { readonly format: string; readonly name: string; readonly version: string };
    readonly raiPolicyName?: string | undefined;
    readonly versionUpgradeOption?: VersionUpgradeOption | undefined;
    readonly modelProviderData?: ModelProviderData | undefined;
  };
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export interface DeploymentPatch {
  readonly sku?: { readonly name: string; readonly capacity: number } | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** A write that the service has accepted. Polling is one request a call, so that the caller sets the pace. */
export interface Operation {
  /** What is known without another request. */
  readonly status: OperationStatus;
  poll(signal?: AbortSignal): Promise<OperationStatus>;
}

export type OperationStatus =
  | { readonly state: 'running'; readonly detail: string; readonly retryAfterMs: number | null }
  | { readonly state: 'succeeded' }
  /** `error` is an `AimiError` already. */
  | { readonly state: 'failed'; readonly error: Error };
