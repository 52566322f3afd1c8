import type { Context } from '../../../context.js';
import { readFeed } from '../../../core/pricing/feed/read-feed.js';
import type { RejectedPrice, UnreadMeterName } from '../../../core/pricing/feed/types.js';
import { indexModels } from '../../../core/pricing/grammar/model-index.js';
import { knownModels } from '../../../core/pricing/known-models.js';
import type { UpdateReport } from '../../../core/pricing/update-report.js';
import { writePriceBook } from '../../../core/pricing/write-book.js';
import { AimiError } from '../../../errors.js';
import { openHttpGet } from '../../../prices/open-get.js';
import { pullPrices } from '../../../prices/pull.js';
import { parsePriceSource, RETAIL_PRICES_URL } from '../../../prices/source.js';
import { pricesUpdateView } from '../../../render/cost/prices/update-view.js';
import type { Outcome, Presentation, Session } from '../../../session.js';
import { bookPath, type PricesSession, reportPath, today } from './open-book.js';

/** The part of a Session that an update takes. */
export interface UpdateSession extends PricesSession, Pick<Session, 'success' | 'startProgress'> {
  readonly ctx: Pick<Context, 'clock' | 'env' | 'files' | 'interrupt' | 'readData' | 'version'>;
  readonly settings: Pick<Session['settings'], 'cacheDirectory' | 'caFile'>;
}

export interface PricesUpdateInput {
  /** Null: the Azure Retail Prices API. */
  readonly source: string | null;
  readonly currency: string;
}

export interface PricesUpdate {
  readonly source: string;
  readonly date: string;
  readonly currency: string;
  readonly path: string;
  readonly pages: number;
  readonly feedRows: number;
  /** Rows of the written book. */
  readonly prices: number;
  readonly models: number;
  readonly setAside: Readonly<Record<string, number>>;
  readonly rejected: readonly RejectedPrice[];
  readonly unread: readonly UnreadMeterName[];
}

export const pricesUpdatePresentation: Presentation<PricesUpdate> = { table: pricesUpdateView };

/** Pulls the published prices, reads their names and replaces the updated book; the old one stays on failure. */
export async function runPricesUpdate(
  session: UpdateSession,
  input: PricesUpdateInput,
): Promise<Outcome<PricesUpdate>> {
  const { ctx } = session;
  const source = parsePriceSource(input.source ?? RETAIL_PRICES_URL);
  const get = await openHttpGet(source, ctx, session.settings);
  const progress = await session.startProgress(`Pulling prices from ${source.host}`);
  try {
    const { items, pages } = await pullPrices({
      source,
      currency: input.currency,
      get,
      clock: ctx.clock,
      signal: ctx.interrupt,
      onPage: (page, rows) =>
        progress.update(`Pulling prices from ${source.host}: page ${page}, ${rows} rows`),
    });
    const index = indexModels(
      knownModels(ctx.readData('catalog'), ctx.readData('catalog-retired'), ctx.readData('prices')),
    );
    const reading = readFeed(items, index, source.href);
    if (reading.rows.length === 0) throw nothingRead(source, items.length);
    const date = today(session);
    const book = writePriceBook(reading.rows, {
      origin: 'updated',
      source: source.href,
      date,
      currency: input.currency,
    });
    const path = bookPath(session, input.currency);
    const { setAside, rejected, unread } = reading;
    const report: UpdateReport = {
      schema: 1,
      source: source.href,
      date,
      feedRows: items.length,
      pages,
      setAside,
      rejected,
      unread,
    };
    await ctx.files.writeTextAtomically(reportPath(path), JSON.stringify(report));
    await ctx.files.writeTextAtomically(path, JSON.stringify(book));
    const { schema: _, ...told } = report;
    const prices = reading.rows.length;
    const models = Object.keys(book.models).length;
    progress.stop();
    session.success(`Updated ${prices} prices of ${models} models in ${input.currency}`);
    if (rejected.length > 0) {
      session.warn(
        `${rejected.length} published prices contradict others and were not taken: aimi cost prices status`,
      );
    }
    if (unread.length > 0) {
      session.say(
        `${unread.length} meter names were not understood and have no price: aimi cost prices status`,
      );
    }
    return { data: { ...told, currency: input.currency, path, prices, models } };
  } finally {
    progress.stop();
  }
}

function nothingRead(source: URL, rows: number): AimiError {
  return new AimiError('prices-pull-failed', {
    message: `Prices were not updated from ${source.href}: none of its ${rows} rows is a token price`,
    hint: 'The prices before stay in use (aimi cost prices status)',
    details: { source: source.href, rows },
  });
}
