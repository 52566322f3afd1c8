/**
 * The words of the model catalog, as the rest of aimi uses them. Shapes come from
 * `GET .../locations/{location}/models` of Microsoft.CognitiveServices (api-version 2025-09-01), with the
 * wire's oddities removed: dates are `YYYY-MM-DD` or null (the wire's 2099 dates mean "none"), regions are
 * lower case without blanks, missing lists are empty.
 */

/** How many units a SKU takes. `default` and `minimum` are often not published. */
export interface SkuCapacity {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly step?: number | undefined;
  readonly default?: number | undefined;
}

/** A limit per capacity unit (on a model's SKU) or in all (on a deployment). */
export interface RateLimit {
  /** `request` or `token`; an open set. */
  readonly key: string;
  readonly count: number;
  readonly renewalPeriodSeconds: number;
}

export interface SkuOffer {
  /** `GlobalStandard`, `DataZoneStandard`, `Standard`, `GlobalBatch`, ...; an open set. */
  readonly name: string;
  /** Key into the quota list (`usages`). It cannot be derived from the model's name. */
  readonly usageName: string;
  readonly capacity: SkuCapacity;
  /** Day from which this SKU is no longer deployable, or null. */
  readonly retires: string | null;
  /** Per unit of capacity; empty for batch, provisioned and many partner models. */
  readonly rateLimits: readonly RateLimit[];
}

/** `Legacy` and `Stable` are seen too; an unknown word is kept as it is. */
export type Lifecycle =
  | 'GenerallyAvailable'
  | 'Preview'
  | 'Stable'
  | 'Legacy'
  | 'Deprecating'
  | 'Deprecated'
  | (string & {});

/** A version of a model as one region (or one account) offers it. */
export interface ModelOffer {
  /** `OpenAI`, `Mistral AI`, ...; sent back to the service exactly as listed. */
  readonly format: string;
  readonly name: string;
  readonly version: string;
  /** The wire leaves it out for format OpenAI; here it is always filled in. */
  readonly publisher: string;
  readonly isDefault: boolean;
  readonly lifecycle: Lifecycle;
  readonly skus: readonly SkuOffer[];
  /** Strings as the service gives them: `"true"`, `"16384"`. */
  readonly capabilities: Readonly<Record<string, string>>;
  /** Day from which calls are refused, or null. */
  readonly retires: string | null;
  /** The account kind the row was listed under; absent where the list has no such wrapper. */
  readonly kind?: string | undefined;
  readonly replacement?: { readonly name: string; readonly version?: string | undefined } | undefined;
}

export interface ModelRef {
  readonly format: string;
  readonly name: string;
  readonly version?: string | undefined;
  readonly publisher?: string | undefined;
}
