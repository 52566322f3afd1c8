import type { ActualCost, ActualLine, ActualTotal } from '../../core/billing/actual.js';
import { type Column, renderColumns } from '../columns.js';
import { grouped } from '../numbers.js';
import type { Theme } from '../theme.js';
import { moneyText, ROUNDING_NOTE } from './money.js';

/** A line for each meter of each resource, then the totals by currency. */
export function costActualView(cost: ActualCost, theme: Theme): string {
  const { lines, totals } = cost;
  if (lines.length === 0) return '';
  const columns = shownColumns(cost);
  const table = renderColumns(
    columns.map(({ column }) => column),
    lines.map((line) => columns.map(({ cell }) => cell(line, theme))),
    theme,
  );
  const sums = totals.map((total) => totalText(total, cost, theme)).join('');
  const note = `${table}${sums}`.includes('~') ? `${theme.style.dim(ROUNDING_NOTE)}\n` : '';
  return `${table}\n${sums}${note}`;
}

interface ShownColumn {
  readonly column: Column;
  readonly cell: (line: ActualLine, theme: Theme) => string;
}

/** Days and tags only where there are some; the currency only where there are several. */
function shownColumns({ lines, totals, tag }: ActualCost): readonly ShownColumn[] {
  const money = (amount: string | null, line: ActualLine, theme: Theme): string => {
    if (amount === null) return theme.symbols.dash;
    return totals.length > 1 ? `${moneyText(amount)} ${line.currency}` : moneyText(amount);
  };
  const all: readonly (ShownColumn & { readonly isShown: boolean })[] = [
    {
      isShown: lines.some(({ day }) => day !== null),
      column: { header: 'DAY' },
      cell: ({ day }) => day ?? '',
    },
    { isShown: true, column: { header: 'RESOURCE', shrink: 2 }, cell: ({ resource }) => resource },
    {
      isShown: lines.some((line) => line.tag !== null),
      column: { header: tag.toUpperCase(), shrink: 3 },
      cell: (line, theme) => line.tag ?? theme.symbols.dash,
    },
    { isShown: true, column: { header: 'METER', shrink: 1 }, cell: ({ meter }) => meter },
    {
      isShown: true,
      column: { header: 'TOKENS', align: 'right' },
      cell: ({ tokens }, theme) => (tokens === null ? theme.symbols.dash : grouped(tokens)),
    },
    {
      isShown: true,
      column: { header: 'BILLED', align: 'right' },
      cell: (line, theme) => money(line.billed, line, theme),
    },
    {
      isShown: true,
      column: { header: 'LIST PRICE', align: 'right' },
      cell: (line, theme) => money(line.estimate, line, theme),
    },
    {
      isShown: true,
      column: { header: 'DIFFERENCE', align: 'right' },
      cell: (line, theme) => money(line.difference, line, theme),
    },
  ];
  return all.filter(({ isShown }) => isShown);
}

function totalText(total: ActualTotal, { from, to, scope }: ActualCost, theme: Theme): string {
  const { currency, billed, billedWithEstimate, estimate, difference, billedWithoutEstimate } = total;
  const head = `${theme.style.bold(`Billed ${moneyText(billed)} ${currency}`)} from ${from} to ${to}, ${scope}, before tax\n`;
  const rest = /[1-9]/.test(billedWithoutEstimate);
  if (rest && !/[1-9]/.test(billedWithEstimate)) return `${head}None of it has a list price here\n`;
  const beside = `By list price ${moneyText(estimate)} for the ${moneyText(billedWithEstimate)} that can be priced, difference ${moneyText(difference)}`;
  return `${head}${beside}${rest ? `; ${moneyText(billedWithoutEstimate)} has no list price here` : ''}\n`;
}
