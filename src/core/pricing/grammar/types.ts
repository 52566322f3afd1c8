import type { Modality, PriceKind, PriceMode, PriceSku } from '../types.js';

/** What a meter counts. Only `tokens`, `search` and `pages` become prices; the rest is known and set aside. */
export type MeterCategory =
  | 'tokens'
  | 'search'
  | 'pages'
  | 'finetune-inference'
  | 'finetune-training'
  | 'finetune-hosting'
  | 'finetune-grader'
  | 'provisioned'
  | 'media'
  | 'tool'
  | 'other';

/** The fields of a retail price item that name what it bills. */
export interface MeterName {
  readonly meterName: string;
  readonly productName: string;
  readonly unitOfMeasure: string;
}

/** A name that was understood. Attributes are null where the category has none or the name says nothing. */
export interface MeterReading {
  readonly category: MeterCategory;
  /** Null when the words name no model for certain. */
  readonly model: string | null;
  /** Null: every version without a meter of its own. */
  readonly version: string | null;
  readonly publisher: string | null;
  readonly sku: PriceSku | null;
  readonly mode: PriceMode | null;
  readonly context: 'short' | 'long' | null;
  /** Null for the old single-price names (Az-*, babbage, davinci). */
  readonly kind: PriceKind | null;
  readonly modality: Modality | null;
}

export interface UnreadMeter {
  readonly unknown: string;
}

/** A model that is known by name: where versions and the spelling of names come from. */
export interface KnownModel {
  readonly name: string;
  /** Null when the name is known without versions. */
  readonly version: string | null;
  readonly publisher: string;
}
