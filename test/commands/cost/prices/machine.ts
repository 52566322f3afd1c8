import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { UpdateSession } from '../../../../src/commands/cost/prices/update.run.js';
import { dataFile } from '../../../core/pricing/known.js';
import { memoryFiles } from '../../../helpers/memory-files.js';

/** A session on a fixed day over an empty disk; keeps what is said. */
export function pricesSession(day = '2026-11-22') {
  const files = memoryFiles();
  const said: string[] = [];
  const keep = (line: string): void => {
    said.push(line);
  };
  const session: UpdateSession = {
    say: keep,
    warn: keep,
    success: keep,
    startProgress: () => Promise.resolve({ update() {}, stop() {} }),
    settings: { cacheDirectory: '/cache', caFile: null },
    ctx: {
      version: '0.0.0-test',
      env: {},
      files,
      readData: dataFile,
      interrupt: new AbortController().signal,
      clock: {
        now: () => new Date(`${day}T12:00:00Z`),
        monotonicMs: () => 0,
        sleep: () => Promise.resolve(),
      },
    },
  };
  return { session, files, said };
}

export interface FeedRow {
  readonly meterName: string;
  readonly retailPrice: number;
  readonly [field: string]: unknown;
}

/** A price source on loopback that answers one service with these rows, zipped, and the other with none. */
export async function serveFeed(rows: readonly FeedRow[], currency = 'USD') {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const filter = url.searchParams.get('$filter') ?? '';
    asked.push(filter);
    const items = filter.includes('Foundry Models')
      ? rows.map((row) => ({
          currencyCode: currency,
          armRegionName: 'eastus2',
          effectiveStartDate: '2026-11-01T00:00:00Z',
          productName: 'Azure OpenAI',
          unitOfMeasure: '1K',
          type: 'Consumption',
          ...row,
        }))
      : [];
    const body = { BillingCurrency: currency, Items: items, NextPageLink: null, Count: items.length };
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/retail/prices`,
    asked,
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
