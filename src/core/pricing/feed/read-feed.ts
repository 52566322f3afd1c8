import type { ModelIndex } from '../grammar/model-index.js';
import { readMeterName } from '../grammar/read-meter-name.js';
import type { MeterReading, UnreadMeter } from '../grammar/types.js';
import { hasMark } from '../write-book.js';
import { rejectContradictions } from './contradictions.js';
import { mergeRegions } from './merge-regions.js';
import type { FeedItem } from './page.js';
import { rejectImplausible } from './plausible.js';
import type { FeedReading, RegionalPrice, RejectedPrice, UnreadMeterName } from './types.js';

const PER: Readonly<Record<string, 1_000 | 1_000_000>> = { '1K': 1_000, '1M': 1_000_000 };

type Read = (item: FeedItem) => MeterReading | UnreadMeter;

/**
 * Turns the rows of the feed into price rows. Superseded and future prices stay, told apart by their day. What
 * is no token price is set aside, what is not understood is listed, what contradicts itself is rejected:
 * nothing is guessed and nothing dropped unsaid. `source` is where the feed was read.
 */
export function readFeed(items: readonly FeedItem[], index: ModelIndex, source: string): FeedReading {
  const setAside: Record<string, number> = {};
  const unread = new Map<string, UnreadMeterName>();
  const rejected: RejectedPrice[] = [];
  const prices: RegionalPrice[] = [];
  const read = rememberReadings(index);
  for (const item of items) {
    const result = readItem(item, read, source);
    if ('price' in result) prices.push(result);
    else if ('setAside' in result) setAside[result.setAside] = (setAside[result.setAside] ?? 0) + 1;
    else if ('reject' in result) rejected.push(result.reject);
    else {
      const key = `${item.productName} ${item.meterName}`;
      const rows = (unread.get(key)?.rows ?? 0) + 1;
      unread.set(key, {
        reason: result.unread,
        productName: item.productName,
        meterName: item.meterName,
        rows,
      });
    }
  }
  const consistent = rejectContradictions(prices);
  const plausible = rejectImplausible(consistent.kept);
  return {
    rows: mergeRegions(plausible.kept),
    rejected: joinRegions([...rejected, ...consistent.rejected, ...plausible.rejected]),
    unread: [...unread.values()],
    setAside,
  };
}

type ItemResult =
  | RegionalPrice
  | { readonly setAside: string }
  | { readonly unread: string }
  | { readonly reject: RejectedPrice };

function readItem(item: FeedItem, read: Read, source: string): ItemResult {
  const { meterName, productName, price, region, effectiveFrom } = item;
  if (item.type !== 'Consumption') return { setAside: item.type };
  const reading = read(item);
  if ('unknown' in reading) return { unread: reading.unknown };
  const { category, model, version, publisher, sku, mode, context, kind, modality } = reading;
  if (category !== 'tokens' && category !== 'search' && category !== 'pages') return { setAside: category };
  if (kind === null) return { unread: 'the name does not say whether input or output is counted' };
  if (model === null || publisher === null) return { unread: 'the words name no model for certain' };
  if (hasMark(meterName) || hasMark(productName)) return { unread: 'the name has a sign that no name has' };
  const per = PER[item.unitOfMeasure] ?? null;
  const reject = (reason: string): ItemResult => ({
    reject: { reason, productName, meterName, model, price, per, effectiveFrom, regions: [region] },
  });
  if (per === null) return reject(`the unit ${item.unitOfMeasure} is neither 1K nor 1M`);
  if (item.tierMinimum !== '0') return reject(`it holds from ${item.tierMinimum} units on`);
  if (price.startsWith('-') || price === '0') return reject('it is not above zero');
  if (item.effectiveTo !== null && item.effectiveTo < effectiveFrom)
    return reject('it ends before it begins');
  return {
    model,
    version,
    publisher,
    billing: 'azure',
    sku,
    mode: mode ?? 'standard',
    context: context ?? 'any',
    kind,
    modality: modality ?? 'text',
    price,
    per,
    currency: item.currency,
    meterName,
    productName,
    effectiveFrom,
    effectiveTo: item.effectiveTo,
    source,
    region,
  };
}

/** A name stands in the feed once per region; it is read once. */
function rememberReadings(index: ModelIndex): Read {
  const readings = new Map<string, MeterReading | UnreadMeter>();
  return (item) => {
    const key = `${item.productName}|${item.meterName}|${item.unitOfMeasure}`;
    const known = readings.get(key) ?? readMeterName(item, index);
    readings.set(key, known);
    return known;
  };
}

/** One entry per meter, price and reason, with all its regions. */
function joinRegions(rejected: readonly RejectedPrice[]): readonly RejectedPrice[] {
  const joined = new Map<string, RejectedPrice>();
  for (const entry of rejected) {
    const key = [entry.productName, entry.meterName, entry.price, entry.effectiveFrom, entry.reason].join(
      '|',
    );
    const regions = new Set([...(joined.get(key)?.regions ?? []), ...entry.regions]);
    joined.set(key, { ...entry, regions: [...regions].sort() });
  }
  return [...joined.values()];
}
