import type { RejectedPrice, UnreadMeterName } from '../../../core/pricing/feed/types.js';
import { stripControls } from '../../../core/text.js';
import { renderColumns } from '../../columns.js';
import type { Theme } from '../../theme.js';

/** Published prices and names that an update did not take, each list under its heading; empty without any. */
export function renderLeftOut(
  { rejected, unread }: { rejected: readonly RejectedPrice[]; unread: readonly UnreadMeterName[] },
  theme: Theme,
): string {
  const prices = renderColumns(
    [
      { header: 'REJECTED PRICE', shrink: 2 },
      { header: 'FROM' },
      { header: 'REGIONS', shrink: 1 },
      { header: 'WHY' },
    ],
    rejected.map((entry) => [
      `${entry.meterName} ${entry.price}`,
      entry.effectiveFrom,
      regionsOf(entry.regions),
      stripControls(entry.reason),
    ]),
    theme,
  );
  const names = renderColumns(
    [{ header: 'NAME NOT UNDERSTOOD', shrink: 2 }, { header: 'PRODUCT', shrink: 1 }, { header: 'WHY' }],
    unread.map((entry) => [entry.meterName, entry.productName, stripControls(entry.reason)]),
    theme,
  );
  return [prices, names].filter((part) => part !== '').join('\n');
}

function regionsOf(regions: readonly string[]): string {
  const [first = '', ...rest] = regions;
  return rest.length === 0 ? first : `${first} +${rest.length}`;
}
