import { scaled } from '../money/scale.js';
import { lookupPrice } from './lookup.js';
import { PRICE_SKUS, type PriceBook, type PriceKind } from './types.js';

/** What a person compares models by. Decimals in the currency of the book; null where no price is known. */
export interface BriefPrice {
  /** For a million tokens. */
  readonly input: string | null;
  readonly output: string | null;
  /** For what is not sold by the token: so much for a thousand. */
  readonly other: { readonly unit: 'searches' | 'pages'; readonly perThousand: string } | null;
}

export interface BriefQuery {
  readonly model: string;
  readonly version: string;
  /** As Azure names it. */
  readonly sku: string;
  readonly region: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** Published text prices of a deployment for usual requests: no batch, no long context, no cache. */
export function briefPrice(book: PriceBook, query: BriefQuery): BriefPrice {
  const sku = PRICE_SKUS.find((name) => name === query.sku);
  const perThousandFold = (kind: PriceKind, per: 1_000 | 1_000_000): string | null => {
    if (sku === undefined) return null;
    const { model, version, region, asOf } = query;
    const answer = lookupPrice(book, {
      ...{ model, version, sku, region, asOf, kind },
      ...{ mode: 'standard', context: 'short', modality: 'text' },
    });
    if (!answer.found) return null;
    if (answer.row.per === per) return answer.row.price;
    return scaled(answer.row.price, per === 1_000_000 ? '1000' : '0.001');
  };
  const input = perThousandFold('input', 1_000_000);
  const output = perThousandFold('output', 1_000_000);
  if (input !== null || output !== null) return { input, output, other: null };
  const searches = perThousandFold('searchUnit', 1_000);
  if (searches !== null) return { input, output, other: { unit: 'searches', perThousand: searches } };
  const pages = perThousandFold('page', 1_000);
  return { input, output, other: pages === null ? null : { unit: 'pages', perThousand: pages } };
}
