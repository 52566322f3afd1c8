import { nearestNames } from '../../../core/catalog/nearest.js';
import { normaliseLocation } from '../../../core/catalog/normalise-location.js';
import { filterRows } from '../../../core/pricing/filter-rows.js';
import {
  PRICE_SKUS,
  type PriceKind,
  type PriceMode,
  type PriceRow,
  type PriceSku,
} from '../../../core/pricing/types.js';
import { pricesListView } from '../../../render/cost/prices/list-view.js';
import type { Outcome, Presentation } from '../../../session.js';
import { payAsYouGoSkuName } from '../../models/list-checks.js';
import { type OpenBookInput, openPriceBook, type PricesSession } from './open-book.js';

/** Null in a filter means: do not filter. */
export interface PricesListInput extends OpenBookInput {
  readonly model: string | null;
  readonly publisher: string | null;
  /** `GlobalStandard`, `DataZoneStandard`, `Standard` or `global`, `datazone`, `regional`. */
  readonly sku: string | null;
  readonly region: string | null;
  readonly mode: PriceMode | null;
  readonly kind: PriceKind | null;
  /** YYYY-MM-DD; null shows superseded and future prices too. */
  readonly asOf: string | null;
}

export const pricesListPresentation: Presentation<readonly PriceRow[]> = {
  table: pricesListView,
  columns: [
    'model',
    'version',
    'publisher',
    'billing',
    'sku',
    'mode',
    'context',
    'kind',
    'modality',
    'price',
    'per',
    'currency',
    'effectiveFrom',
    'effectiveTo',
    'regionScope',
    'regions',
    'meterName',
    'productName',
    'source',
  ],
};

/** Published prices, a row each; by model as the book has them. */
export async function runPricesList(
  session: PricesSession,
  input: PricesListInput,
): Promise<Outcome<readonly PriceRow[]>> {
  const sku = input.sku === null ? null : skuOf(payAsYouGoSkuName(input.sku));
  const book = await openPriceBook(session, input);
  const rows = filterRows(book.allRows(), {
    ...input,
    sku,
    region: input.region === null ? null : normaliseLocation(input.region),
  });
  const models = new Set(rows.map((row) => row.model)).size;
  if (rows.length > 0) {
    session.say(`${count(rows.length, 'price')} of ${count(models, 'model')} in ${book.facts.currency}.`);
  } else session.say(whyEmpty(input, book.models));
  return { data: rows };
}

function skuOf(name: string): PriceSku | null {
  return PRICE_SKUS.find((sku) => sku === name) ?? null;
}

function whyEmpty({ model }: PricesListInput, models: readonly string[]): string {
  const isModel = model === null || models.some((name) => name.toLowerCase().includes(model.toLowerCase()));
  if (isModel) return 'No price matches.';
  const nearest = nearestNames(model, models);
  return `No price for a model '${model}'${nearest.length === 0 ? '.' : `. Did you mean ${nearest.join(' or ')}?`}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
