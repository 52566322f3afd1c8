import { type Column, renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';
import { wrapText } from '../wrap.js';
import { moneyText, ROUNDING_NOTE } from './money.js';

interface Row {
  readonly model: string;
  readonly version: string | null;
  readonly sku: string | null;
  readonly regions: readonly string[];
  readonly total: string | null;
  readonly currency: string;
  readonly times: string | null;
  readonly reason: string | null;
}

const BAR = 20;
const MOST_MISSING = 8;

/** Cheapest first, with a bar on a terminal; what has no price below. */
export function compareView(rows: readonly Row[], theme: Theme): string {
  const priced = rows.filter(({ total }) => total !== null);
  const largest = Math.max(0, ...priced.map(({ total }) => Number(total)));
  const hasBar = theme.width !== null;
  const columns: readonly Column[] = [
    { header: 'MODEL', shrink: 3 },
    { header: 'VERSION', shrink: 2 },
    { header: 'SKU' },
    { header: 'REGIONS', shrink: 1 },
    { header: 'AMOUNT', align: 'right' },
    { header: 'TIMES', align: 'right' },
    ...(hasBar ? [{ header: '', shrink: 0, style: 'cyan' } as const] : []),
  ];
  const table = renderColumns(
    columns,
    priced.map((row) => [
      row.model,
      row.version ?? '',
      row.sku ?? '',
      regionsText(row.regions),
      `${moneyText(row.total ?? '0')} ${row.currency}`,
      row.times === null ? '' : `${row.times}x`,
      ...(hasBar ? [bar(Number(row.total), largest, theme)] : []),
    ]),
    theme,
  );
  const notes = [
    ...(priced.some(({ total }) => moneyText(total ?? '0').startsWith('~')) ? [ROUNDING_NOTE] : []),
    ...missingNotes(rows),
  ].map((note) => theme.style.dim(theme.width === null ? note : wrapText(note, theme.width)));
  return notes.length === 0 ? table : `${table}\n${notes.join('\n')}\n`;
}

/** How long a bar is says nothing that the amounts do not. */
function bar(amount: number, largest: number, theme: Theme): string {
  const length = largest === 0 ? 0 : Math.max(1, Math.round((amount / largest) * BAR));
  return (theme.symbols.ellipsis === '…' ? '█' : '#').repeat(length);
}

function regionsText(regions: readonly string[]): string {
  const [first, ...rest] = regions;
  if (first === undefined) return 'all';
  return rest.length === 0 ? first : `${first} +${rest.length}`;
}

function missingNotes(rows: readonly Row[]): readonly string[] {
  const missing = rows.filter(({ total }) => total === null);
  const shown = missing.slice(0, MOST_MISSING).map(({ reason }) => `No price: ${reason}.`);
  const more = missing.length - shown.length;
  return more > 0 ? [...shown, `No price for ${more} more (-o json names them).`] : shown;
}
