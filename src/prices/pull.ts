import { readRetryAfterMs } from '../azure/retry-after.js';
import type { Clock } from '../context.js';
import { type FeedItem, type FeedPage, readFeedPage } from '../core/pricing/feed/page.js';
import { stripControls } from '../core/text.js';
import { AimiError } from '../errors.js';
import type { HttpAnswer, HttpGet } from './http-get.js';

export interface PullOptions {
  readonly source: URL;
  readonly currency: string;
  readonly get: HttpGet;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onPage: (pages: number, rows: number) => void;
}

export interface Pulled {
  readonly items: readonly FeedItem[];
  readonly pages: number;
}

/**
 * Names of the service in the feed: the second until 2025, the first since 2026. Filter values are case-sensitive
 * (https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices).
 */
const SERVICES = ['Foundry Models', 'Cognitive Services'] as const;
const MOST_PAGES = 1_000;
const TRIES = 6;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Pulls every row of both services. All or nothing: a page that fails for good throws `prices-pull-failed`, and
 * what was pulled before it is lost. The service throttles in the middle of a pull, so 429 and server errors are
 * tried again, as long as the answer says.
 */
export async function pullPrices(options: PullOptions): Promise<Pulled> {
  const items: FeedItem[] = [];
  let pages = 0;
  for (const service of SERVICES) {
    let url: URL | null = firstPage(options, service);
    const seen = new Set<string>();
    while (url !== null) {
      if (seen.has(url.href)) throw failed(url, 'the next page is one that was read before');
      if (seen.size >= MOST_PAGES) throw failed(url, `there are more than ${MOST_PAGES} pages`);
      seen.add(url.href);
      const page: FeedPage = await readPage(url, options);
      items.push(...page.items);
      pages += 1;
      options.onPage(pages, items.length);
      url = page.next === null ? null : nextPage(page.next, url);
    }
  }
  if (items.length === 0) throw failed(options.source, 'it has no rows for Azure AI models');
  return { items, pages };
}

/** The currency is a parameter of its own: inside `$filter` the service answers no rows. */
function firstPage({ source, currency }: PullOptions, service: string): URL {
  const url = new URL(source);
  if (currency !== 'USD') url.searchParams.set('currencyCode', `'${currency}'`);
  url.searchParams.set('$filter', `serviceName eq '${service}' and priceType eq 'Consumption'`);
  return url;
}

function nextPage(link: string, from: URL): URL {
  const next = URL.canParse(link, from.href) ? new URL(link, from) : null;
  if (next === null || next.origin !== from.origin) {
    throw failed(from, `the next page is on another host: ${stripControls(next?.host ?? link)}`);
  }
  return next;
}

async function readPage(url: URL, options: PullOptions): Promise<FeedPage> {
  const answer = await ask(url, options);
  const page = readFeedPage(answer.text);
  if ('problem' in page)
    throw failed(url, `an answer is not a page of prices: ${stripControls(page.problem)}`);
  const { currency } = options;
  const other = [page.currency, ...page.items.map((item) => item.currency)].find((name) => name !== currency);
  if (other !== undefined) {
    throw failed(url, `prices in ${stripControls(other)} were given when ${currency} was asked for`);
  }
  return page;
}

async function ask(url: URL, { get, clock, signal }: PullOptions): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await get(url, signal).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      return { cause };
    });
    const isLast = attempt === TRIES;
    let pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
    if ('cause' in outcome) {
      if (isLast) throw failed(url, `it cannot be reached: ${reasonOf(outcome.cause)}`, outcome.cause);
    } else {
      if (outcome.status === 200) return outcome;
      if (outcome.status !== 429 && outcome.status < 500)
        throw failed(url, `it answers HTTP ${outcome.status}`);
      if (isLast) throw failed(url, `it answers HTTP ${outcome.status} after ${TRIES} tries`);
      pauseMs = Math.min(readRetryAfterMs(outcome.header, clock.now()) ?? pauseMs, LONGEST_PAUSE_MS);
    }
    await clock.sleep(pauseMs, signal);
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : stripControls(cause.message);
}

function failed(url: URL, reason: string, cause?: unknown): AimiError {
  const source = `${url.origin}${url.pathname}`;
  return new AimiError('prices-pull-failed', {
    message: `Prices were not updated from ${source}: ${reason}`,
    hint: 'The prices before stay in use (aimi cost prices status); run the update again',
    details: { source, reason },
    cause,
  });
}
