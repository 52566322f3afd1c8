import type { CostEstimate } from '../../core/pricing/estimate/estimate.js';
import type { CostLine } from '../../core/pricing/estimate/types.js';
import { stripControls } from '../../core/text.js';
import { type Column, renderColumns } from '../columns.js';
import { grouped } from '../numbers.js';
import type { Theme } from '../theme.js';
import { wrapText } from '../wrap.js';
import { gateSentence } from './gate-sentence.js';
import { lineKindText, scopeText, unitPriceText } from './line-text.js';
import { moneyText, ROUNDING_NOTE } from './money.js';

const COLUMNS: readonly Column[] = [
  { header: 'KIND' },
  { header: 'TOKENS', align: 'right' },
  { header: 'PRICE', align: 'right' },
  { header: 'AMOUNT', align: 'right' },
  { header: 'METER', shrink: 1 },
  { header: 'SINCE', shrink: 2 },
];

/** The lines of each model, sums when there are several, the total, and what it rests on. */
export function estimateView(estimate: CostEstimate, theme: Theme): string {
  const parts = [
    ...[...byScope(estimate.lines)].map(
      ([scope, lines]) =>
        `${theme.style.bold(stripControls(scope))}\n${renderColumns(COLUMNS, lines.map(cellsOf), theme)}`,
    ),
    groupsTable(estimate, theme),
    totals(estimate, theme),
    notes(estimate, theme),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function byScope(lines: readonly CostLine[]): ReadonlyMap<string, readonly CostLine[]> {
  const scopes = new Map<string, CostLine[]>();
  for (const line of lines) {
    const scope = scopeText(line);
    const found = scopes.get(scope);
    if (found === undefined) scopes.set(scope, [line]);
    else found.push(line);
  }
  return scopes;
}

function cellsOf(line: CostLine): readonly string[] {
  return [
    lineKindText(line),
    grouped(line.tokens),
    unitPriceText(line),
    moneyText(line.amount),
    line.meter ?? 'marketplace',
    line.effectiveFrom ?? 'unknown',
  ];
}

function groupsTable({ groups }: CostEstimate, theme: Theme): string {
  const names = Object.keys(groups[0]?.by ?? {});
  if (groups.length < 2 || names.length === 0) return '';
  return renderColumns(
    [
      ...names.map((name) => ({ header: name.toUpperCase(), shrink: 1 })),
      { header: 'REQUESTS', align: 'right' },
      { header: 'INPUT', align: 'right' },
      { header: 'CACHED', align: 'right' },
      { header: 'OUTPUT', align: 'right' },
      { header: 'AMOUNT', align: 'right' },
    ],
    groups.map((group) => [
      ...names.map((name) => group.by[name] ?? theme.symbols.dash),
      grouped(group.requests),
      grouped(group.inputTokens),
      grouped(group.cachedTokens),
      grouped(group.outputTokens),
      moneyText(group.amount),
    ]),
    theme,
  );
}

function totals(estimate: CostEstimate, theme: Theme): string {
  const { subtotal, discount, total, currency, baseline, checks } = estimate;
  const lines = [
    ...(discount === null
      ? []
      : [
          `List price ${moneyText(subtotal)} ${currency}, less ${discount.percent} % = ${moneyText(discount.amount)}`,
        ]),
    theme.style.bold(`Total ${moneyText(total)} ${currency}`),
    ...(baseline === null
      ? []
      : [`Baseline ${moneyText(baseline.total)}, change ${changeText(baseline.change)}`]),
    ...checks.map((check) => {
      const { isMet } = check;
      const symbol = isMet ? theme.style.green(theme.symbols.ok) : theme.style.red(theme.symbols.fail);
      return `${symbol} ${gateSentence(check, estimate)}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

export function changeText(change: string): string {
  return change.startsWith('-') || change === '0' ? moneyText(change) : `+${moneyText(change)}`;
}

function notes({ prices, asOf, assumptions, notIncluded, lines, total }: CostEstimate, theme: Theme): string {
  const isRounded = [...lines.map(({ amount }) => amount), total].some((amount) =>
    moneyText(amount).startsWith('~'),
  );
  const sentences = [
    ...(isRounded ? [ROUNDING_NOTE] : []),
    `List prices that hold on ${asOf}, known as of ${prices.date}.`,
    ...assumptions,
    `Not included: ${notIncluded.join(' ')}`,
  ];
  return sentences
    .map((sentence) => {
      const text = stripControls(sentence);
      const wrapped = theme.width === null ? text : wrapText(text, theme.width);
      return `${wrapped
        .split('\n')
        .map((line) => theme.style.dim(line))
        .join('\n')}\n`;
    })
    .join('');
}
