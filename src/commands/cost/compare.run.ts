import { filterOffers } from '../../core/catalog/filter.js';
import { normaliseLocation } from '../../core/catalog/normalise-location.js';
import { readCatalog } from '../../core/catalog/read.js';
import { compareDecimals } from '../../core/money/decimal.js';
import { timesText } from '../../core/money/ratio.js';
import { priceOffers } from '../../core/pricing/compare/offers.js';
import { afterDiscount, discountOf } from '../../core/pricing/estimate/discount.js';
import type { CostLine, MissingPrice, Portion } from '../../core/pricing/estimate/types.js';
import { rowsOfModel } from '../../core/pricing/lookup.js';
import { PRICE_SKUS, type PriceBook, type PriceMode, type PriceSku } from '../../core/pricing/types.js';
import { AimiError } from '../../errors.js';
import { compareView } from '../../render/cost/compare-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { contextOf } from './context-of.js';
import { discountNote } from './discount-note.js';
import { missingPriceError, missingSentence } from './missing-price.js';
import { modelOf } from './model-of.js';
import { unknownSize } from './priced-as.js';
import { openPriceBook, today } from './prices/open-book.js';
import { priceSku } from './sku-of.js';
import { type Workload, type WorkloadInput, workloadOf } from './workload.js';

export interface CompareInput extends WorkloadInput {
  readonly models: readonly string[];
  readonly capability: string | null;
  readonly publisher: string | null;
  /** Empty: every SKU that has a price. */
  readonly skus: readonly string[];
  /** Empty: every region. */
  readonly regions: readonly string[];
  readonly mode: PriceMode;
  readonly currency: string;
  /** Percent off the list price of every row; null for none. */
  readonly discount: string | null;
  readonly asOf: string | null;
  readonly maxAgeDays: number | null;
}

/** One way to buy the workload, or a model that has no price for it. */
export interface CompareRow {
  readonly model: string;
  readonly version: string | null;
  readonly sku: PriceSku | null;
  readonly mode: PriceMode;
  /** Regions or zones of the price; empty when it is the same in all. */
  readonly regions: readonly string[];
  /** All digits, less the discount; null without a price. */
  readonly total: string | null;
  readonly currency: string;
  /** Times the cheapest, two decimals. */
  readonly times: string | null;
  readonly notes: readonly string[];
  /** Why there is no price. */
  readonly reason: string | null;
  readonly lines: readonly CostLine[];
}

export const comparePresentation: Presentation<readonly CompareRow[]> = {
  table: compareView,
  columns: ['model', 'version', 'sku', 'mode', 'regions', 'total', 'currency', 'times', 'reason', 'notes'],
};

/** The workload in every way it can be bought, cheapest first; what has no price comes last, with the reason. */
export async function runCompare(
  session: Session,
  input: CompareInput,
): Promise<Outcome<readonly CompareRow[]>> {
  const skus = input.skus.map(priceSku);
  const workload = workloadOf(input);
  if (input.models.length === 0 && input.capability === null && input.publisher === null) {
    throw new AimiError('usage', {
      message: 'No model is named',
      hint: 'Name models, or add --capability chat or --publisher NAME',
    });
  }
  const book = await openPriceBook(session, { ...input, isBundled: false });
  const asOf = input.asOf ?? today(session);
  const names = input.models.length > 0 ? input.models : catalogModels(session, input, asOf);
  const models = [...new Map(names.map((name) => [name.toLowerCase(), modelOf(book, name, null)])).values()];
  const regions = input.regions.length === 0 ? [null] : input.regions.map(normaliseLocation);
  const priced: CompareRow[] = [];
  const missing: MissingPrice[] = [];
  for (const { model, version } of models) {
    for (const sku of skus.length > 0 ? skus : skusOf(book, model, input.mode)) {
      for (const region of regions) {
        const { portion, isUnknown } = portionOf(session, book, workload, {
          model,
          version,
          sku,
          region,
          input,
        });
        if (isUnknown) {
          missing.push(unknownSize(portion));
          continue;
        }
        const answer = priceOffers(book, portion, asOf);
        if (answer.invalid !== null) throw doesNotAddUp(answer.invalid);
        missing.push(...answer.missing);
        for (const { portion: own, regions: places, total, lines, notes } of answer.offers) {
          priced.push({
            model,
            version: lines[0]?.version ?? own.version,
            sku,
            mode: input.mode,
            regions: places,
            total: discounted(total, input.discount),
            currency: book.facts.currency,
            times: null,
            notes,
            reason: null,
            lines,
          });
        }
      }
    }
  }
  if (priced.length === 0) throw missingPriceError(session, missing);
  for (const note of workload.assumptions) session.say(note);
  if (input.discount !== null) session.say(discountNote(input.discount));
  return { data: [...ranked(priced), ...missing.map((entry) => unpriced(session, entry, book))] };
}

function discounted(total: string, percent: string | null): string {
  return percent === null ? total : afterDiscount(total, discountOf(total, percent));
}

function ranked(rows: readonly CompareRow[]): readonly CompareRow[] {
  const sorted = [...rows].sort((a, b) => compareDecimals(a.total ?? '0', b.total ?? '0'));
  const cheapest = sorted[0]?.total ?? '0';
  return sorted.map((row) => ({ ...row, times: row.total === null ? null : timesText(row.total, cheapest) }));
}

function unpriced(session: Session, entry: MissingPrice, { facts }: PriceBook): CompareRow {
  const { model, version, sku, mode, region } = entry.portion;
  return {
    model,
    version,
    sku: entry.missing === 'model' ? null : sku,
    mode,
    regions: region === null ? [] : [region],
    total: null,
    currency: facts.currency,
    times: null,
    notes: [],
    reason: missingSentence(session, entry),
    lines: [],
  };
}

function portionOf(
  session: Session,
  book: PriceBook,
  workload: Workload,
  of: {
    readonly model: string;
    readonly version: string | null;
    readonly sku: PriceSku;
    readonly region: string | null;
    readonly input: CompareInput;
  },
): { readonly portion: Portion; readonly isUnknown: boolean } {
  const { model, version, sku, region, input } = of;
  // The sentence about long requests would come once for each row.
  const { context, isUnknown } = contextOf(session, book, { model, request: workload.request, isSaid: true });
  const { requests, counts } = workload;
  const portion = {
    model,
    version,
    deployment: null,
    sku,
    region,
    mode: input.mode,
    context,
    requests,
    counts,
    by: {},
  };
  return { portion, isUnknown };
}

/** SKUs with a price in that mode; one of any name for models whose meters name none, or without any price. */
function skusOf(book: PriceBook, model: string, mode: PriceMode): readonly PriceSku[] {
  const rows = rowsOfModel(book, model).filter((row) => row.mode === mode);
  const named = PRICE_SKUS.filter((sku) => rows.some((row) => row.sku === sku));
  return named.length === 0 ? ['GlobalStandard'] : named;
}

function catalogModels(session: Session, input: CompareInput, asOf: string): readonly string[] {
  const { entries } = readCatalog(session.ctx.readData('catalog'));
  const found = filterOffers(entries, {
    publisher: input.publisher ?? undefined,
    capability: input.capability ?? undefined,
    asOf,
  });
  if (found.length > 0) return found.map(({ name }) => name);
  throw new AimiError('model-not-found', {
    message: 'No model of the bundled catalog matches --capability and --publisher',
    hint: 'aimi models list shows those there are',
    details: { capability: input.capability, publisher: input.publisher },
  });
}

function doesNotAddUp(reason: string): AimiError {
  return new AimiError('invalid-value', {
    message: `The token counts do not add up: ${reason}`,
    hint: 'Cached, cache-write, audio and image tokens are parts of the input; reasoning tokens of the output',
  });
}
