import * as v from 'valibot';
import { canonicalDecimal } from '../../money/decimal.js';

/** One row of the Azure Retail Prices API, of which only these fields decide a price. */
export interface FeedItem {
  readonly currency: string;
  /** Canonical decimal, exactly as published. */
  readonly price: string;
  readonly region: string;
  readonly effectiveFrom: string;
  /** Last day on which the price holds; null when open. */
  readonly effectiveTo: string | null;
  readonly meterName: string;
  readonly productName: string;
  readonly unitOfMeasure: string;
  /** `Consumption`, `Reservation`, `DevTestConsumption`. */
  readonly type: string;
  /** Lowest amount of the price tier; token meters have one tier, from 0. */
  readonly tierMinimum: string;
}

export interface FeedPage {
  readonly currency: string;
  readonly items: readonly FeedItem[];
  readonly next: string | null;
}

const Decimal = v.pipe(
  v.string(),
  v.transform((text) => canonicalDecimal(text)),
  v.string(),
);
const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(?:T|$)/),
  v.transform((text) => text.slice(0, 10)),
);

const Item = v.pipe(
  v.object({
    currencyCode: v.string(),
    retailPrice: Decimal,
    tierMinimumUnits: v.optional(Decimal, '0'),
    armRegionName: v.string(),
    effectiveStartDate: Day,
    effectiveEndDate: v.optional(v.nullable(Day), null),
    meterName: v.string(),
    productName: v.string(),
    unitOfMeasure: v.string(),
    type: v.string(),
  }),
  v.transform(
    (item): FeedItem => ({
      currency: item.currencyCode,
      price: item.retailPrice,
      region: item.armRegionName.toLowerCase().replace(/\s+/g, ''),
      effectiveFrom: item.effectiveStartDate,
      effectiveTo: item.effectiveEndDate,
      meterName: item.meterName,
      productName: item.productName,
      unitOfMeasure: item.unitOfMeasure,
      type: item.type,
      tierMinimum: item.tierMinimumUnits,
    }),
  ),
);

const Page = v.object({
  BillingCurrency: v.string(),
  Items: v.array(Item),
  NextPageLink: v.optional(v.nullable(v.string()), null),
});

/** Prices as they stand in the text: a JSON number would be rounded to binary. */
const PRICE_NUMBER = /(?<!\\)"(retailPrice|tierMinimumUnits)"\s*:\s*(-?\d[\d.eE+-]*)/g;

/**
 * Reads a page: `BillingCurrency`, `Items`, `NextPageLink`, `Count`
 * (https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices). Gives a sentence
 * when it is none, or when `Count` says that rows are missing.
 */
export function readFeedPage(text: string): FeedPage | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(PRICE_NUMBER, '"$1":"$2"'));
  } catch {
    return { problem: 'it is not JSON' };
  }
  const page = v.safeParse(Page, value);
  if (!page.success) {
    const issue = page.issues[0];
    return { problem: `${v.getDotPath(issue) ?? 'it'}: ${issue.message}` };
  }
  const { BillingCurrency, Items, NextPageLink } = page.output;
  const count = v.safeParse(v.object({ Count: v.number() }), value);
  if (count.success && count.output.Count !== Items.length) {
    return { problem: `it announces ${count.output.Count} rows and has ${Items.length}` };
  }
  return { currency: BillingCurrency, items: Items, next: NextPageLink === '' ? null : NextPageLink };
}
