import type { Context } from '../../../context.js';
import { joinPath } from '../../../core/join-path.js';
import { daysBetween, OLD_AFTER_DAYS } from '../../../core/pricing/age.js';
import { joinBooks, readPriceBook } from '../../../core/pricing/book.js';
import type { Billing, PriceBook } from '../../../core/pricing/types.js';
import { AimiError } from '../../../errors.js';
import type { Session } from '../../../session.js';

/** The part of a Session that reading prices takes. */
export interface PricesSession extends Pick<Session, 'say' | 'warn'> {
  readonly ctx: Pick<Context, 'readData'> & {
    readonly files: Pick<Context['files'], 'readText'>;
    readonly clock: Pick<Context['clock'], 'now'>;
  };
  readonly settings: Pick<Session['settings'], 'cacheDirectory'>;
}

export interface OpenBookInput {
  /** ISO 4217; the bundled prices are in USD. */
  readonly currency: string;
  /** Only what comes with aimi, also when an update is newer. */
  readonly isBundled: boolean;
  /** Fail when the prices are older; null only says so. */
  readonly maxAgeDays: number | null;
}

export const BUNDLED_CURRENCY = 'USD';

/** Where an update of that currency is kept. */
export function bookPath(session: Pick<PricesSession, 'settings'>, currency: string): string {
  return joinPath(session.settings.cacheDirectory, 'prices', `${currency}.json`);
}

/** Beside the book, so that `status` can say what the update left out. */
export function reportPath(path: string): string {
  return path.replace(/\.json$/, '.report.json');
}

/**
 * Opens the prices to reckon with: those of the last update when they are newer than the bundled ones, else the
 * bundled ones. An update does not have the marketplace models, which no meter publishes: these stay bundled.
 * Says on stderr which prices are used when they are updated ones, and when they are old. Throws
 * `prices-too-old`, and `price-not-found` for a currency that was never pulled.
 */
export async function openPriceBook(session: PricesSession, input: OpenBookInput): Promise<PriceBook> {
  const bundled = bundledBook(session);
  const updated = input.isBundled ? null : await updatedBook(session, input.currency);
  const isUsd = input.currency === BUNDLED_CURRENCY;
  if (updated === null) {
    if (!isUsd) throw noCurrency(input);
    return checked(session, bundled, input);
  }
  if (isUsd && updated.facts.date < bundled.facts.date) {
    session.say(
      `The prices that come with aimi (${bundled.facts.date}) are newer than the last update (${updated.facts.date}).`,
    );
    return checked(session, bundled, input);
  }
  session.say(`Prices of ${updated.facts.date} from ${updated.facts.source}.`);
  const book = isUsd ? joinBooks(updated, bundledBook(session, 'marketplace')) : updated;
  return checked(session, book, input);
}

export function bundledBook(session: PricesSession, only: Billing | null = null): PriceBook {
  const book = readPriceBook(session.ctx.readData('prices'), only);
  if (book !== null) return book;
  throw new AimiError('internal', {
    message: "The bundled data file 'prices' has a shape that this version of aimi does not know.",
    hint: 'The installation is damaged: install aimi again',
  });
}

/** Null when there is none. One that cannot be read is said to be there, and left. */
export async function updatedBook(session: PricesSession, currency: string): Promise<PriceBook | null> {
  const path = bookPath(session, currency);
  const text = await session.ctx.files.readText(path);
  if (text === null) return null;
  const book = readPriceBook(parse(text));
  if (book === null)
    session.warn(
      `${path} is not a price book of this version of aimi and is left out: run aimi cost prices update.`,
    );
  return book;
}

export function today(session: PricesSession): string {
  return session.ctx.clock.now().toISOString().slice(0, 10);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checked(
  session: PricesSession,
  book: PriceBook,
  { maxAgeDays, currency }: OpenBookInput,
): PriceBook {
  const { date } = book.facts;
  const ageDays = daysBetween(date, today(session));
  const update = `aimi cost prices update${currency === BUNDLED_CURRENCY ? '' : ` --currency ${currency}`}`;
  if (maxAgeDays !== null && ageDays > maxAgeDays) {
    throw new AimiError('prices-too-old', {
      message: `The prices are of ${date}, ${ageDays} days old: more than ${maxAgeDays}`,
      hint: update,
      details: { date, ageDays, maxAgeDays, origin: book.facts.origin },
    });
  }
  if (ageDays > OLD_AFTER_DAYS) session.say(`The prices are of ${date}, ${ageDays} days old: ${update}`);
  return book;
}

function noCurrency({ currency, isBundled }: OpenBookInput): AimiError {
  return new AimiError('price-not-found', {
    message: `There are no prices in ${currency} yet${isBundled ? ': those that come with aimi are in USD' : ''}`,
    hint: `aimi cost prices update --currency ${currency}`,
    details: { currency },
  });
}
