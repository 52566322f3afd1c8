import type { CostEstimate } from '../../core/pricing/estimate/estimate.js';
import { stripControls } from '../../core/text.js';
import { grouped } from '../numbers.js';
import { changeText } from './estimate-view.js';
import { gateSentence } from './gate-sentence.js';
import { lineKindText, scopeText, unitPriceText } from './line-text.js';
import { moneyText } from './money.js';

/** A comment for a pull request, or a step summary. GitHub-flavoured Markdown; names from files are escaped. */
export function renderGateMarkdown(estimate: CostEstimate): string {
  const { total, currency, lines, checks, baseline, groups, assumptions, notIncluded } = estimate;
  const names = Object.keys(groups[0]?.by ?? {});
  const isGrouped = groups.length > 1 && names.join() !== 'model';
  return [
    `### Model cost: ${moneyText(total)} ${currency}`,
    checks
      .map((check) => `- ${check.isMet ? '✅' : '❌'} ${markdownText(gateSentence(check, estimate))}`)
      .join('\n'),
    table(
      ['Model', 'Kind', 'Tokens', 'Price', 'Amount'],
      lines.map((line) => [
        scopeText(line),
        lineKindText(line),
        grouped(line.tokens),
        unitPriceText(line),
        moneyText(line.amount),
      ]),
      2,
    ),
    isGrouped
      ? table(
          [...names, 'Requests', 'Amount'],
          groups.map(({ by, requests, amount }) => [
            ...names.map((name) => by[name] ?? '–'),
            grouped(requests),
            moneyText(amount),
          ]),
          names.length,
        )
      : '',
    baseline === null || baseline.models.length === 0
      ? ''
      : table(
          ['Model', 'Baseline', 'Now', 'Change'],
          baseline.models.map((row) => [
            row.model,
            moneyText(row.before),
            moneyText(row.after),
            changeText(row.change),
          ]),
          1,
        ),
    [
      '<details><summary>What this rests on</summary>',
      '',
      ...[
        `List prices that hold on ${estimate.asOf}, known as of ${estimate.prices.date}.`,
        ...assumptions,
        ...notIncluded.map((text) => `Not included: ${text}`),
      ].map((text) => `- ${markdownText(text)}`),
      '',
      '</details>',
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** `texts`: how many columns, from the first, are words; the others are numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[], texts: number): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`;
  const rule = `| ${head.map((_, index) => (index < texts ? '---' : '---:')).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function markdownText(text: string): string {
  return stripControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~@]/g, (mark) => (mark === '_' || mark === '~' || mark === '@' ? mark : `\\${mark}`));
}
