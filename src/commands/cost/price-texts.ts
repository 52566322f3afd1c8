import type { ModelOffer, SkuOffer } from '../../core/model.js';
import { briefPrice } from '../../core/pricing/brief.js';
import { briefPriceText } from '../../render/cost/brief-text.js';
import type { Session } from '../../session.js';
import { BUNDLED_CURRENCY, openPriceBook } from './prices/open-book.js';

export type PriceTextOf = (
  offer: Pick<ModelOffer, 'name' | 'version'>,
  sku: Pick<SkuOffer, 'name'>,
) => string;

/** Opens the price book for a list: a text for each model version and SKU in one region. */
export async function openPriceTexts(session: Session, region: string, asOf: string): Promise<PriceTextOf> {
  const book = await openPriceBook(session, {
    currency: BUNDLED_CURRENCY,
    isBundled: false,
    maxAgeDays: null,
  });
  return (offer, sku) =>
    briefPriceText(
      briefPrice(book, { model: offer.name, version: offer.version, sku: sku.name, region, asOf }),
    );
}
