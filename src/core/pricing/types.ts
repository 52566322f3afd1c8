/** Deployment SKUs that are billed per token. Batch is a mode of GlobalStandard and DataZoneStandard here. */
export const PRICE_SKUS = ['GlobalStandard', 'DataZoneStandard', 'Standard'] as const;
export type PriceSku = (typeof PRICE_SKUS)[number];

export const PRICE_MODES = ['standard', 'batch', 'priority', 'flex'] as const;
export type PriceMode = (typeof PRICE_MODES)[number];

/** `any`: the meter name carries no context word; a model has one tier, or its long tier is a row of its own. */
export const PRICE_CONTEXTS = ['any', 'short', 'long'] as const;
export type PriceContext = (typeof PRICE_CONTEXTS)[number];

export const PRICE_KINDS = ['input', 'cachedInput', 'cacheWrite', 'output', 'searchUnit', 'page'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

export const MODALITIES = ['text', 'audio', 'image'] as const;
export type Modality = (typeof MODALITIES)[number];

/**
 * Where a price holds: `listed` in the regions of the row; the others in every region of the class, listed or
 * not (`commercial`: all but government; `us-eu` and `apac`: the two groups of data zones; `usgov`).
 */
export const REGION_SCOPES = ['listed', 'commercial', 'us-eu', 'apac', 'usgov'] as const;
export type RegionScope = (typeof REGION_SCOPES)[number];

/** `azure`: a meter of the Foundry resource. `marketplace`: billed by the partner, price from community tables. */
export type Billing = 'azure' | 'marketplace';

/** One published price. The same shape is what `aimi cost prices list -o json` prints. */
export interface PriceRow {
  readonly model: string;
  /** Null when the meter names no version: it bills every version that has no meter of its own. */
  readonly version: string | null;
  readonly publisher: string;
  readonly billing: Billing;
  /** Null when the meter names none (Phi): the price then depends on the region alone. */
  readonly sku: PriceSku | null;
  readonly mode: PriceMode;
  readonly context: PriceContext;
  readonly kind: PriceKind;
  readonly modality: Modality;
  readonly regionScope: RegionScope;
  /** ARM names, sorted; empty for the scope `commercial`. */
  readonly regions: readonly string[];
  /** As published, for `per` tokens (or searches, pages). Plain decimal digits: no sign, no exponent. */
  readonly price: string;
  readonly per: 1_000 | 1_000_000;
  /** ISO 4217. */
  readonly currency: string;
  /** Null for prices that no meter publishes (marketplace). */
  readonly meterName: string | null;
  readonly productName: string | null;
  /** First day of the price, YYYY-MM-DD; null when not known. */
  readonly effectiveFrom: string | null;
  /** Last day, when the feed closes the price; null as long as it is open. */
  readonly effectiveTo: string | null;
  /** Where the row was read: a code of the bundled sources, or the address that an update pulled from. */
  readonly source: string;
}

/** What a price is asked for. */
export interface PriceQuery {
  /** Any letter case. */
  readonly model: string;
  /** Null: whichever, as long as all versions cost the same. */
  readonly version: string | null;
  readonly sku: PriceSku;
  /** Normalised ARM name. Null: any commercial region, as long as all cost the same. */
  readonly region: string | null;
  readonly mode: PriceMode;
  /** `short` also takes rows without a context word; `long` takes long rows only. */
  readonly context: 'short' | 'long';
  readonly kind: PriceKind;
  readonly modality: Modality;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** The first thing that fits no row, in the order in which a lookup narrows. */
export type MissingPart =
  | 'model'
  | 'version'
  | 'sku'
  | 'mode'
  | 'modality'
  | 'kind'
  | 'context'
  | 'region'
  | 'date';

export type PriceAnswer =
  | { readonly found: true; readonly row: PriceRow }
  | {
      readonly found: false;
      readonly missing: MissingPart;
      /**
       * Values of the missing part that have a price when all before it stays: other SKUs, other regions,
       * first days, and for `model` the nearest names. May be empty.
       */
      readonly others: readonly string[];
      /** Rows that fit but disagree: the missing part (version or region) decides. Empty when none fits. */
      readonly candidates: readonly PriceRow[];
    };

export interface PriceBookFacts {
  /** The day for which the prices are known: newest observation, or the day of the update. YYYY-MM-DD. */
  readonly date: string;
  readonly currency: string;
  readonly origin: 'bundled' | 'updated';
  /** One sentence, or the address of the update. */
  readonly source: string;
  readonly rowCount: number;
  readonly modelCount: number;
}

/** Prices by model. Rows are made when they are asked for, because one estimate needs those of one model. */
export interface PriceBook {
  readonly facts: PriceBookFacts;
  /** As published, by name. */
  readonly models: readonly string[];
  /** All rows of a model, any letter case; superseded and future ones too. Empty when there is none. */
  rowsOf(model: string): readonly PriceRow[];
  allRows(): readonly PriceRow[];
}
