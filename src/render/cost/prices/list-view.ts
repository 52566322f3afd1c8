import { regionsText } from '../../../core/pricing/filter-rows.js';
import type { PriceRow } from '../../../core/pricing/types.js';
import { type Column, renderColumns } from '../../columns.js';
import type { Theme } from '../../theme.js';

const COLUMNS: readonly Column[] = [
  { header: 'MODEL', shrink: 3 },
  { header: 'VERSION', shrink: 4 },
  { header: 'SKU', shrink: 2 },
  { header: 'MODE' },
  { header: 'KIND', shrink: 5 },
  { header: 'PRICE', align: 'right' },
  { header: 'PER' },
  { header: 'FROM' },
  { header: 'REGIONS', shrink: 1 },
];

/** A row per published price. The kind names what differs from plain short text; `-o json` has all. */
export function pricesListView(rows: readonly PriceRow[], theme: Theme): string {
  return renderColumns(
    COLUMNS,
    rows.map((row) => [
      row.model,
      row.version ?? '',
      row.sku ?? 'not named',
      row.mode,
      kindText(row),
      `${row.price} ${row.currency}`,
      row.per === 1_000 ? '1K' : '1M',
      row.effectiveFrom ?? 'unknown',
      regionsText(row),
    ]),
    theme,
  );
}

/** `cached input, audio, long`. */
function kindText({ kind, modality, context }: PriceRow): string {
  const words = {
    cachedInput: 'cached input',
    cacheWrite: 'cache write',
    searchUnit: 'search',
    page: 'page',
  };
  const word = kind === 'input' || kind === 'output' ? kind : words[kind];
  return [word, ...(modality === 'text' ? [] : [modality]), ...(context === 'any' ? [] : [context])].join(
    ', ',
  );
}
