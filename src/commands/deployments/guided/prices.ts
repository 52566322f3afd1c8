import { briefPrice } from '../../../core/pricing/brief.js';
import { briefPriceText } from '../../../render/cost/brief-text.js';
import type { Session } from '../../../session.js';
import { BUNDLED_CURRENCY, openPriceBook } from '../../cost/prices/open-book.js';
import type { PriceTextOf } from './draft.js';

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
