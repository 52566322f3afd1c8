import { daysBetween, OLD_AFTER_DAYS } from '../../../core/pricing/age.js';
import { readUpdateReport, type UpdateReport } from '../../../core/pricing/update-report.js';
import { type PricesStatus, pricesStatusView } from '../../../render/cost/prices/status-view.js';
import type { Outcome, Presentation } from '../../../session.js';
import {
  bookPath,
  bundledBook,
  type OpenBookInput,
  openPriceBook,
  type PricesSession,
  reportPath,
  today,
} from './open-book.js';

export const pricesStatusPresentation: Presentation<PricesStatus> = { table: pricesStatusView };

/** Which prices are used, how old they are, and what the last update left out. */
export async function runPricesStatus(
  session: PricesSession,
  input: OpenBookInput,
): Promise<Outcome<PricesStatus>> {
  const { facts } = await openPriceBook(session, input);
  const path = bookPath(session, input.currency);
  const report = facts.origin === 'updated' ? await readReport(session, path, facts.date) : null;
  const ageDays = daysBetween(facts.date, today(session));
  return {
    data: {
      origin: facts.origin,
      date: facts.date,
      ageDays,
      isOld: ageDays > OLD_AFTER_DAYS,
      source: facts.source,
      currency: facts.currency,
      prices: facts.rowCount,
      models: facts.modelCount,
      bundledDate: bundledBook(session).facts.date,
      path: facts.origin === 'updated' ? path : null,
      rejected: report?.rejected ?? [],
      unread: report?.unread ?? [],
      setAside: report?.setAside ?? {},
    },
  };
}

/** Null when it is missing or of another update. */
async function readReport(session: PricesSession, path: string, date: string): Promise<UpdateReport | null> {
  const text = await session.ctx.files.readText(reportPath(path));
  if (text === null) return null;
  try {
    const report = readUpdateReport(JSON.parse(text));
    return report?.date === date ? report : null;
  } catch {
    return null;
  }
}
