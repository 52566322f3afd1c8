import { describe, expect, it } from 'vitest';
import { isAimiError } from '../../src/errors.js';
import type { HttpAnswer } from '../../src/prices/http-get.js';
import { pullPrices } from '../../src/prices/pull.js';

const SOURCE = new URL('https://prices.example/api/retail/prices');
const ITEM = {
  currencyCode: 'USD',
  retailPrice: 2,
  armRegionName: 'eastus2',
  effectiveStartDate: '2026-06-01T00:00:00Z',
  meterName: 'gpt 4.1 Inp glbl Tokens',
  productName: 'Azure OpenAI',
  unitOfMeasure: '1K',
  type: 'Consumption',
};

interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly retryAfter?: string;
}

const page = (items: number, next: string | null = null, currency = 'USD'): Reply => ({
  body: {
    BillingCurrency: currency,
    Items: Array.from({ length: items }, () => ({ ...ITEM, currencyCode: currency })),
    NextPageLink: next,
    Count: items,
  },
});

/** Pulls from a service that gives these answers in turn; an `Error` is a broken connection. */
async function pull(replies: readonly (Reply | Error)[], currency = 'USD') {
  const asked: string[] = [];
  const sleeps: number[] = [];
  const left = [...replies];
  const result = pullPrices({
    source: SOURCE,
    currency,
    signal: new AbortController().signal,
    onPage: () => {},
    clock: {
      now: () => new Date('2026-11-22T12:00:00Z'),
      monotonicMs: () => 0,
      sleep: (ms) => {
        sleeps.push(ms);
        return Promise.resolve();
      },
    },
    get(url): Promise<HttpAnswer> {
      asked.push(decodeURIComponent(url.search).replaceAll('+', ' '));
      const reply = left.shift();
      if (reply === undefined) throw new Error('A request that was not expected');
      if (reply instanceof Error) return Promise.reject(reply);
      const header = (name: string) => (name === 'retry-after' ? reply.retryAfter : undefined);
      return Promise.resolve({ status: reply.status ?? 200, header, text: JSON.stringify(reply.body ?? {}) });
    },
  });
  const outcome = await result.then(
    ({ items, pages }) => ({ rows: items.length, pages, error: null }),
    (error: unknown) => ({
      rows: 0,
      pages: 0,
      error: isAimiError(error) ? `${error.code}: ${error.message}` : 'other',
    }),
  );
  return { ...outcome, asked, sleeps, left: left.length };
}

describe('pullPrices', () => {
  it('asks for the service names of both years and follows the pages', async () => {
    const next = 'https://prices.example:443/api/retail/prices?$skip=1000';
    const result = await pull([page(2, next), page(1), page(3)]);
    expect(result).toMatchObject({ rows: 6, pages: 3, error: null, left: 0 });
    expect(result.asked).toEqual([
      "?$filter=serviceName eq 'Foundry Models' and priceType eq 'Consumption'",
      '?$skip=1000',
      "?$filter=serviceName eq 'Cognitive Services' and priceType eq 'Consumption'",
    ]);
  });

  it('asks for another currency as a parameter of its own', async () => {
    const result = await pull([page(1, null, 'EUR'), page(0, null, 'EUR')], 'EUR');
    expect(result.error).toBeNull();
    expect(result.asked[0]).toMatch(/^\?currencyCode='EUR'&\$filter=serviceName/);
  });

  it('waits as long as a 429 says, and longer each time when it says nothing', async () => {
    const result = await pull([
      { status: 429, retryAfter: '7' },
      { status: 429 },
      { status: 503 },
      page(1),
      page(0),
    ]);
    expect(result).toMatchObject({ rows: 1, error: null, sleeps: [7_000, 2_000, 4_000] });
  });

  it('tries again after a broken connection', async () => {
    expect(await pull([new Error('reset'), page(1), page(0)])).toMatchObject({ rows: 1, sleeps: [1_000] });
  });

  it.each<readonly [string, readonly (Reply | Error)[], string]>([
    [
      'a page in the middle fails for good',
      [page(2, 'https://prices.example/p2'), ...Array.from({ length: 6 }, () => ({ status: 429 }))],
      'HTTP 429 after 6 tries',
    ],
    [
      'the connection never comes',
      Array.from({ length: 6 }, () => new Error('refused')),
      'it cannot be reached: refused',
    ],
    [
      'the next page is on another host',
      [page(1, 'https://evil.example/p2')],
      'the next page is on another host: evil.example',
    ],
    [
      'the next page is on plain http',
      [page(1, 'http://prices.example/p2')],
      'the next page is on another host',
    ],
    [
      'the pages go round',
      [page(1, 'https://prices.example/p'), page(1, 'https://prices.example/p')],
      'one that was read before',
    ],
    [
      'it answers another currency',
      [page(1, null, 'EUR')],
      'prices in EUR were given when USD was asked for',
    ],
    ['it redirects', [{ status: 302 }], 'it answers HTTP 302'],
    ['it answers no page', [{ body: { hello: 1 } }], 'an answer is not a page of prices'],
    ['it has no rows', [page(0), page(0)], 'it has no rows for Azure AI models'],
  ])('keeps nothing when %s', async (_, replies, reason) => {
    const result = await pull(replies);
    expect(result.rows).toBe(0);
    expect(result.error).toContain('prices-pull-failed: Prices were not updated from https://prices.example');
    expect(result.error).toContain(reason);
  });
});
