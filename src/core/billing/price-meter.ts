import type { BilledRow } from '../billing-plane.js';
import { amountOf } from '../money/decimal.js';
import { scaled } from '../money/scale.js';
import type { ModelIndex } from '../pricing/grammar/model-index.js';
import { readMeterName } from '../pricing/grammar/read-meter-name.js';
import type { MeterReading } from '../pricing/grammar/types.js';
import { lookupPrice } from '../pricing/lookup.js';
import type { MissingPart, PriceAnswer, PriceBook, PriceRow, PriceSku } from '../pricing/types.js';

/** What prices are looked up with. */
export interface Pricing {
  readonly index: ModelIndex;
  /** In the currency of the bill; null when there is none. */
  bookOf(currency: string): PriceBook | null;
  /** Region of a resource as ARM names it; null when it is not known. */
  regionOf(row: BilledRow): string | null;
}

export interface PricedRow {
  readonly row: BilledRow;
  readonly reading: MeterReading | null;
  /** Exact; null when the meter counts something else or its unit is not known. */
  readonly tokens: bigint | null;
  /** Decimal text in the currency of the row; null when there is no price. */
  readonly estimate: string | null;
  /** Why there is no estimate; null when there is one. */
  readonly unknown: string | null;
}

/**
 * The published price of the tokens that one row bills. The meter's name says model, SKU and kind, the price
 * book says for how many tokens a meter of that name counts. Nothing is guessed: without a unit there are no
 * tokens, without a price no estimate.
 */
export function priceRow(row: BilledRow, pricing: Pricing): PricedRow {
  const nothing = { row, reading: null, tokens: null, estimate: null };
  if (row.publisherType === 'Marketplace') {
    return { ...nothing, unknown: 'a marketplace meter: neither its unit nor its price is published' };
  }
  if (row.chargeType !== 'Usage') return { ...nothing, unknown: `no usage: ${row.chargeType}` };
  const unitOfMeasure = /\b1M\b/i.test(row.meter) ? '1M' : '1K';
  const reading = readMeterName(
    { meterName: row.meter, productName: row.product, unitOfMeasure },
    pricing.index,
  );
  if ('unknown' in reading) return { ...nothing, unknown: `the meter's name: ${reading.unknown}` };
  const known = { ...nothing, reading };
  if (reading.category !== 'tokens') return { ...known, unknown: `counts no tokens: ${reading.category}` };
  const book = pricing.bookOf(row.currency);
  if (book === null) return { ...known, unknown: `no prices in ${row.currency}` };
  const per = unitOf(row, reading, book);
  if (per === null || row.quantity === null)
    return { ...known, unknown: 'the unit of the meter is not known' };
  const tokens = wholeTokens(row.quantity, per);
  if (tokens === null) return { ...known, unknown: 'the quantity is negative' };
  const answer = priceOf(row, reading, book, pricing.regionOf(row));
  if ('missing' in answer) return { ...known, tokens, unknown: `no published price: ${answer.missing}` };
  return { ...known, tokens, estimate: amountOf(tokens, answer.price, answer.per), unknown: null };
}

/** A meter of the same name in the price list, or the number in the name itself. */
function unitOf(row: BilledRow, { model }: MeterReading, book: PriceBook): PriceRow['per'] | null {
  if (/\b1M\b/i.test(row.meter)) return 1_000_000;
  if (model === null) return null;
  const units = new Set(sameMeter(row, book.rowsOf(model)).map(({ per }) => per));
  const [unit = null] = units;
  return units.size === 1 ? unit : null;
}

function sameMeter(row: BilledRow, rows: readonly PriceRow[]): readonly PriceRow[] {
  const wanted = row.meter.toLowerCase();
  return rows.filter(({ meterName }) => meterName?.toLowerCase() === wanted);
}

/** Cost Management hands quantities over as binary fractions; tokens are whole. */
function wholeTokens(quantity: string, per: PriceRow['per']): bigint | null {
  const [whole = '', fraction = ''] = scaled(quantity, String(per)).split('.');
  if (whole.startsWith('-')) return null;
  return BigInt(whole) + (fraction >= '5' ? 1n : 0n);
}

/** No version has this name: so only meters that name none, which bill every version without one of its own. */
const WITHOUT_VERSION = 'none';

function priceOf(
  row: BilledRow,
  reading: MeterReading,
  book: PriceBook,
  region: string | null,
): PriceRow | { readonly missing: MissingPart | 'sku' } {
  const { model, sku, mode, kind, modality } = reading;
  if (model === null) return { missing: 'model' };
  if (kind === null) return { missing: 'kind' };
  const ask = (version: string | null): PriceAnswer =>
    lookupPrice(book, {
      model,
      version,
      sku: sku ?? ASSUMED_SKU,
      region,
      mode: mode ?? 'standard',
      context: reading.context ?? 'short',
      kind,
      modality: modality ?? 'text',
      asOf: row.day,
    });
  const first = ask(reading.version ?? WITHOUT_VERSION);
  const answer = !first.found && first.missing === 'version' ? ask(reading.version) : first;
  if (!answer.found) return { missing: answer.missing };
  // A meter without a SKU word is priced by such a row only.
  return sku === null && answer.row.sku !== null ? { missing: 'sku' } : answer.row;
}

const ASSUMED_SKU: PriceSku = 'Standard';
