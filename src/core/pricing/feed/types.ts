import type { PriceRow } from '../types.js';

/** One published price in one region. */
export interface RegionalPrice extends Omit<PriceRow, 'regions' | 'regionScope'> {
  readonly region: string;
}

/** A price that is published and not taken, with the reason. One entry per meter, price and reason. */
export interface RejectedPrice {
  readonly reason: string;
  readonly productName: string;
  readonly meterName: string;
  readonly model: string | null;
  readonly price: string;
  readonly per: number | null;
  readonly effectiveFrom: string;
  readonly regions: readonly string[];
}

/** A token meter whose name or model was not understood. */
export interface UnreadMeterName {
  readonly reason: string;
  readonly productName: string;
  readonly meterName: string;
  /** Rows of the feed with this name. */
  readonly rows: number;
}

export interface FeedReading {
  readonly rows: readonly PriceRow[];
  readonly rejected: readonly RejectedPrice[];
  readonly unread: readonly UnreadMeterName[];
  /** Rows that are no pay-as-you-go token price, by what they are. */
  readonly setAside: Readonly<Record<string, number>>;
}
