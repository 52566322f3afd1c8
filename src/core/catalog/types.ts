import type { ModelOffer, SkuOffer } from '../model.js';

/** `arm`: seen in a models list. `docs`: only the documentation names it, so SKUs and limits are unknown. */
export type Evidence = 'arm' | 'docs';

/** `serverless-hub-only`: sold per token, but only through a hub project's endpoint, not on a resource. */
export type DeployableOn = 'foundry-resource' | 'foundry-resource (fine-tuned only)' | 'serverless-hub-only';

/** One model version of the bundled catalog. Regions are lower case without blanks. */
export interface CatalogEntry extends ModelOffer {
  /** `format.name.version`, the key into the details. */
  readonly id: string;
  readonly evidence: Evidence;
  /** In the newest models list that was read. */
  readonly listed: boolean;
  /** By the facts over all regions, true for retired versions too; null is not settled. */
  readonly payAsYouGo: boolean | null;
  readonly deployableOn: DeployableOn;
  /** Pay-as-you-go SKU name to its regions, sorted. */
  readonly regionsBySku: Readonly<Record<string, readonly string[]>>;
  /** SKU names that the documentation gives; only where `evidence` is `docs`. */
  readonly documentedSkus: readonly string[];
  /** Tokens; null where nothing is published. */
  readonly maxContext: number | null;
  readonly maxOutput: number | null;
  /** What access needs beforehand, such as `registration`; null when nothing is known to be needed. */
  readonly gated: string | null;
}

export interface CatalogReplacement {
  readonly name: string;
  readonly version?: string | undefined;
  /** Day on which the service starts to upgrade deployments by itself. */
  readonly autoUpgradeStart?: string | undefined;
  readonly from: string;
}

/** What `models show` adds to an entry. */
export interface CatalogDetails {
  /** Batch, provisioned and fine-tuned ones. */
  readonly otherSkus: readonly SkuOffer[];
  readonly soldBy: string;
  readonly marketplace: boolean;
  /** `US`, `EUR`, `APAC`: zones in which `DataZoneStandard` is offered. */
  readonly dataZoneAreas: readonly string[];
  readonly replacement: CatalogReplacement | null;
  readonly note: string | null;
  readonly alsoManagedCompute: string | null;
  readonly whyNotPayAsYouGo: string | null;
  readonly routesTo: readonly { readonly format: string; readonly name: string; readonly version: string }[];
  /** Last models list that held the version. */
  readonly lastSeen: string | null;
  readonly documented: { readonly lifecycle: string; readonly retires: string | null } | null;
  readonly assetId: string | null;
  readonly sources: readonly string[];
}

export interface Catalog {
  /** Day of the facts, YYYY-MM-DD. */
  readonly retrieved: string;
  readonly source: string;
  /** Every region the facts know. */
  readonly regions: readonly string[];
  readonly entries: readonly CatalogEntry[];
}

/** An entry of the Azure AI catalog that is not sold per token. */
export interface ManagedComputeEntry {
  readonly name: string;
  readonly publisher: string | null;
  readonly category: ManagedComputeCategory;
  /** How it is billed instead, in words. */
  readonly billing: string;
  /** What a deployment needs, in words. */
  readonly needs: string;
  /** The pay-as-you-go model that it can be confused with. */
  readonly lookAlikeOf: string | null;
  /** Virtual machine sizes that can host it; empty when none is published. */
  readonly computes: readonly string[];
  readonly license: string | null;
  readonly note: string | null;
}

export type ManagedComputeCategory =
  | 'managed-compute-open'
  | 'managed-compute-surcharge'
  | 'managed-compute-foundry'
  | 'serverless-retired'
  | 'foundry-tool';
