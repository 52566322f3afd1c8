import type { CheckOutcome, CheckStatus, Diagnosis } from '../../doctor/diagnosis.js';
import type { StyleName, SymbolName, Theme } from '../theme.js';
import { paragraph } from './paragraph.js';

const LOOK: Readonly<Record<CheckStatus, readonly [SymbolName, StyleName]>> = {
  fail: ['fail', 'red'],
  warn: ['warn', 'yellow'],
  info: ['info', 'cyan'],
  pass: ['ok', 'green'],
  skip: ['skip', 'dim'],
};
const ORDER: readonly CheckStatus[] = ['fail', 'warn', 'info', 'pass', 'skip'];
/** Said in full without `--verbose`; of the others the number. */
const SHOWN: ReadonlySet<CheckStatus> = new Set(['fail', 'warn']);

/** What was checked, and what was not looked at, so that silence is never taken for health. */
export function checksText({ checks, gaps }: Diagnosis, theme: Theme, isVerbose: boolean): string {
  const shown = ORDER.flatMap((status) => checks.filter((check) => check.status === status)).filter(
    ({ status }) => isVerbose || SHOWN.has(status),
  );
  const rows = shown.map((check) => checkText(check, theme));
  const count = isVerbose ? '' : countText(checks);
  if (count !== '') rows.push(paragraph('  ', count, theme, 2));
  const checked = rows.length === 0 ? '' : `${theme.style.dim('Checked')}\n${rows.join('')}`;
  const missing = gaps.map(({ source, reason }) => paragraph('  - ', `${source}: ${reason}`, theme, 4));
  const missed = missing.length === 0 ? '' : `${theme.style.dim('Not looked at')}\n${missing.join('')}`;
  return [checked, missed].filter((part) => part !== '').join('\n');
}

function checkText({ status, id, text, where }: CheckOutcome, theme: Theme): string {
  const [symbol, style] = LOOK[status];
  const mark = theme.style[style](theme.symbols[symbol]);
  const indent = theme.symbols[symbol].length + 3;
  const sentence = `${id}: ${text}${where === null ? '' : ` (${where})`}`;
  return paragraph(`  ${mark} `, sentence, theme, indent);
}

/** `9 passed, 4 skipped (--verbose lists them)` */
function countText(checks: readonly CheckOutcome[]): string {
  const number = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
  const parts = [
    [number('pass'), 'passed'],
    [number('info'), 'for information'],
    [number('skip'), 'skipped'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length === 0 ? '' : `${said.join(', ')} (--verbose lists them)`;
}
