import type { longContextOf } from '../estimate/long-context.js';
import type { pricePortion } from '../estimate/price-portion.js';
import type { PriceBook, PriceMode, PriceSku } from '../types.js';

export const DIALECTS = ['sql', 'kql'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Counts that a query can price; `cachedInput` and `cacheWrite` are parts of `input`. */
export const EMITTED_KINDS = ['input', 'cachedInput', 'cacheWrite', 'output'] as const;
export type EmittedKind = (typeof EMITTED_KINDS)[number];

/** For one token, decimal digits; null without a price. */
export type TokenPrices = Readonly<Record<EmittedKind, string | null>>;

/** What a log calls a model, and what its tokens cost. */
export interface EmittedPrice {
  /** Small letters; ends in `@any` for a date of a version that has no meter of its own. */
  readonly name: string;
  readonly model: string;
  /** Requests with more input tokens are billed at `long`; null when size does not matter. */
  readonly longAbove: bigint | null;
  readonly short: TokenPrices;
  readonly long: TokenPrices;
}

export interface EmitWish {
  readonly sku: PriceSku;
  readonly mode: PriceMode;
  readonly region: string | null;
  readonly asOf: string;
  /** Percent off; null for none. */
  readonly discount: string | null;
  /** Only this model; null for all. */
  readonly model: string | null;
}

/** The rules that an estimate goes by, handed in so that a query goes by no others. */
export interface EmitRules {
  readonly book: PriceBook;
  readonly pricePortion: typeof pricePortion;
  readonly longContextOf: typeof longContextOf;
  /** Requests up to this size are short whatever the model. */
  readonly surelyShort: bigint;
}

export interface QueryShape {
  readonly table: string;
  /** Column of each field; a kind without one is not counted. */
  readonly columns: Readonly<Partial<Record<EmittedKind | 'model' | 'time', string>>> & {
    readonly model: string;
    readonly input: string;
    readonly output: string;
  };
  readonly by: readonly { readonly name: string; readonly column: string; readonly isDay: boolean }[];
  /** Lines above the query, without comment signs. */
  readonly head: readonly string[];
}
