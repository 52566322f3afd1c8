import type { Billing, MissingPart, Modality, PriceKind, PriceMode, PriceRow, PriceSku } from '../types.js';
import type { Counts } from './counts.js';

/** Tokens of one model that are billed alike. */
export interface Portion {
  readonly model: string;
  readonly version: string | null;
  readonly deployment: string | null;
  readonly sku: PriceSku;
  /** Normalised ARM name. */
  readonly region: string | null;
  readonly mode: PriceMode;
  readonly context: 'short' | 'long';
  readonly requests: bigint;
  /** Of all requests together. */
  readonly counts: Counts;
  /** What it is shown under, such as `day`. */
  readonly by: Readonly<Record<string, string | null>>;
}

/** One meter of one model, with an exact amount. */
export interface CostLine {
  readonly model: string;
  readonly version: string | null;
  readonly sku: PriceSku;
  readonly region: string | null;
  readonly mode: PriceMode;
  readonly context: 'short' | 'long';
  readonly kind: PriceKind;
  readonly modality: Modality;
  /** Searches or pages for kinds that count these. */
  readonly tokens: number;
  /** As published, for `per` tokens. */
  readonly unitPrice: string;
  readonly per: 1_000 | 1_000_000;
  /** tokens × unitPrice / per, all digits; before a discount. */
  readonly amount: string;
  readonly currency: string;
  readonly meter: string | null;
  readonly product: string | null;
  /** YYYY-MM-DD. */
  readonly effectiveFrom: string | null;
  readonly source: string;
  readonly billing: Billing;
  /** The kind whose price stands in when this one has none: input, for cached and written tokens. */
  readonly billedAs: PriceKind;
}

/** What became of one usage file. */
export interface UsageFile {
  readonly name: string;
  readonly format: string;
  readonly lines: number;
  /** Records that were added up. */
  readonly records: number;
  readonly withoutUsage: number;
  /** Records whose tokens others have too or that billed none: sums of agents, answers of a gateway's cache. */
  readonly repeated: number;
  readonly blank: number;
  readonly badCount: number;
  /** The first of them; lines count from 1. */
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
  /** Records that stand for several requests. */
  readonly aggregated: number;
}

/** A sum of amounts under the names that were asked for. */
export interface CostGroup {
  readonly by: Readonly<Record<string, string | null>>;
  readonly requests: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  /** Before a discount. */
  readonly amount: string;
}

/** Why a portion has no price. */
export interface MissingPrice {
  readonly portion: Portion;
  readonly kind: PriceKind | null;
  readonly modality: Modality;
  readonly missing: MissingPart | 'threshold';
  readonly others: readonly string[];
  readonly candidates: readonly PriceRow[];
}
