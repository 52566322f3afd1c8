import { describe, expect, it } from 'vitest';
import { readFeedPage } from '../../../../src/core/pricing/feed/page.js';

/** One row as the API writes it; the price is text here, so that its digits are those of the wire. */
function page(price: string, rest = ''): string {
  return `{"BillingCurrency":"USD","Items":[{"currencyCode":"USD","tierMinimumUnits":0.0,"retailPrice":${price},
    "unitPrice":${price},"armRegionName":"US East 2","effectiveStartDate":"2026-06-01T00:00:00Z","meterName":"m",
    "productName":"p","unitOfMeasure":"1K","type":"Consumption"${rest}}],"NextPageLink":null,"Count":1}`;
}

describe('readFeedPage', () => {
  it.each([
    ['0.00000138', '0.00000138'],
    ['3.3E-4', '0.00033'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    ['286.0', '286'],
    ['0', '0'],
  ])('keeps the price %s to the last digit', (published, price) => {
    const read = readFeedPage(page(published));
    expect('items' in read ? read.items[0] : read).toMatchObject({ price, region: 'useast2' });
  });

  it('reads the last day of a price that has one', () => {
    const read = readFeedPage(page('1', ',"effectiveEndDate":"2026-09-30T00:00:00Z"'));
    expect('items' in read ? read.items[0]?.effectiveTo : read).toBe('2026-09-30');
  });

  it('is not misled by a name that looks like a price', () => {
    const read = readFeedPage(page('2', ',"skuName":"x \\"retailPrice\\": 9"'));
    expect('items' in read ? read.items[0]?.price : read).toBe('2');
  });

  it.each([
    ['<html>', 'it is not JSON'],
    ['{"BillingCurrency":"USD"}', 'Items'],
    [page('"free"'), 'retailPrice'],
    [page('1').replace('"Count":1', '"Count":2'), 'it announces 2 rows and has 1'],
  ])('refuses %s', (text, problem) => {
    const read = readFeedPage(text);
    expect('problem' in read ? read.problem : 'read').toContain(problem);
  });
});
