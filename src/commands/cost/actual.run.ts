import { type ActualCost, type ActualLine, actualLines, totalsOf } from '../../core/billing/actual.js';
import { scopeText } from '../../core/billing/budget.js';
import { isModelCharge } from '../../core/billing/marketplace.js';
import { choosePeriod } from '../../core/billing/period.js';
import type { Pricing } from '../../core/billing/price-meter.js';
import { resourceOf } from '../../core/billing/resource.js';
import type { BilledRow, BillingScope } from '../../core/billing-plane.js';
import { normaliseLocation } from '../../core/catalog/normalise-location.js';
import { sumDecimals } from '../../core/money/decimal.js';
import { indexModels } from '../../core/pricing/grammar/model-index.js';
import { knownModels } from '../../core/pricing/known-models.js';
import type { PriceBook } from '../../core/pricing/types.js';
import { isAimiError } from '../../errors.js';
import { costActualView } from '../../render/cost/actual-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { resolveBillingTarget } from './billing-scope.js';
import { BUNDLED_CURRENCY, openPriceBook, today } from './prices/open-book.js';

export interface ActualInput {
  readonly days: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly byDay: boolean;
  readonly tag: string;
}

export const costActualPresentation: Presentation<ActualCost> = { table: costActualView };

/** Reads what was billed and prices the same tokens. Unknown stays unknown and is said to be so. */
export async function runCostActual(session: Session, input: ActualInput): Promise<Outcome<ActualCost>> {
  const period = choosePeriod(input, today(session));
  const { scope, resourceId } = await resolveBillingTarget(session);
  const azure = await session.azure();
  const signal = session.ctx.interrupt;
  const where = resourceId === null ? scopeText(scope) : `account ${resourceOf(resourceId).resource}`;
  const progress = await session.startProgress(`Reading the costs of ${where}`);
  try {
    const [rows, regions] = await Promise.all([
      azure.billing.queryCosts(scope, { ...period, tag: input.tag, resourceId }, signal),
      accountRegions(session, scope),
    ]);
    const models = knownModels(
      session.ctx.readData('catalog'),
      session.ctx.readData('catalog-retired'),
      session.ctx.readData('prices'),
    );
    const names = models.map(({ name }) => name);
    const kept = rows.filter((row) => isModelCharge(row, names));
    const books = await booksOf(session, kept);
    const pricing: Pricing = {
      index: indexModels(models),
      bookOf: (currency) => books.get(currency) ?? null,
      regionOf: (row) => regions.get(row.resourceId.toLowerCase()) ?? regionName(row.location),
    };
    const lines = actualLines(kept, pricing, input.byDay);
    const leftOut = sumsOf(rows.filter((row) => !isModelCharge(row, names)));
    progress.stop();
    tell(session, lines, leftOut);
    const totals = totalsOf(lines);
    return { data: { ...period, scope: where, tag: input.tag, lines, totals, leftOut } };
  } finally {
    progress.stop();
  }
}

/** Regions by account id; costs name regions in words of their own. A missing right here costs no result. */
async function accountRegions(
  session: Session,
  { subscriptionId, resourceGroup }: BillingScope,
): Promise<ReadonlyMap<string, string>> {
  const azure = await session.azure();
  try {
    const accounts = await azure.listAccounts(
      subscriptionId,
      resourceGroup ?? undefined,
      session.ctx.interrupt,
    );
    return new Map(accounts.map(({ id, location }) => [id.toLowerCase(), location]));
  } catch (error) {
    if (!isAimiError(error) || error.code !== 'role-missing') throw error;
    session.explain(`The accounts cannot be listed, so regions are those of the bill: ${error.message}`);
    return new Map();
  }
}

/** `eastus2` only when the bill writes it so: `US East 2` is not the ARM name turned round. */
function regionName(location: string): string | null {
  return /^[a-z]+\d?$/.test(location) ? normaliseLocation(location) : null;
}

/** Prices in each currency that was billed in; without one, its lines have no estimate. */
async function booksOf(
  session: Session,
  rows: readonly BilledRow[],
): Promise<ReadonlyMap<string, PriceBook>> {
  const books = new Map<string, PriceBook>();
  for (const currency of new Set(rows.map((row) => row.currency))) {
    try {
      const book = await openPriceBook(session, { currency, isBundled: false, maxAgeDays: null });
      books.set(currency, book);
    } catch (error) {
      if (!isAimiError(error) || error.code !== 'price-not-found' || currency === BUNDLED_CURRENCY)
        throw error;
      session.warn(`Billed in ${currency}, and there are no prices in it: ${error.hint ?? ''}`);
    }
  }
  return books;
}

function sumsOf(rows: readonly BilledRow[]): ActualCost['leftOut'] {
  return [...new Set(rows.map(({ currency }) => currency))].sort().map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    return { currency, rows: own.length, billed: sumDecimals(own.map(({ cost }) => cost)) };
  });
}

function tell(session: Session, lines: readonly ActualLine[], leftOut: ActualCost['leftOut']): void {
  if (lines.length === 0)
    session.say('Nothing was billed for models in that time. New charges take up to a day.');
  for (const { currency, rows, billed } of leftOut) {
    session.say(`Left out: ${rows} marketplace charges of other products, ${billed} ${currency}.`);
  }
  const unknown = lines.filter(({ estimate }) => estimate === null);
  for (const reason of new Set(unknown.map((line) => line.unknown))) {
    const own = unknown.filter((line) => line.unknown === reason);
    session.say(`No estimate for ${own.length} line${own.length === 1 ? '' : 's'}: ${reason}.`);
  }
  if (lines.some(({ difference }) => difference !== null && difference !== '0')) {
    session.say(
      'The estimate is by list price; the difference is negotiated prices, rounding or an old price.',
    );
  }
}
