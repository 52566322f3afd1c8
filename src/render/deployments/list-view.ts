import type { DeploymentRow } from '../../core/deployments/row.js';
import { isAtRest, isReady } from '../../core/deployments/states.js';
import { type Column, renderColumns } from '../columns.js';
import { compact, grouped } from '../numbers.js';
import type { Theme } from '../theme.js';

export function deploymentsListView(rows: readonly DeploymentRow[], theme: Theme): string {
  const hasSeveralAccounts = new Set(rows.map((row) => row.id.split('/deployments/')[0])).size > 1;
  const account: readonly Column[] = hasSeveralAccounts ? [{ header: 'ACCOUNT', shrink: 3 }] : [];
  return renderColumns(
    [
      { header: 'NAME', style: 'bold' },
      ...account,
      { header: 'MODEL', shrink: 2 },
      { header: 'VERSION', shrink: 1 },
      { header: 'SKU', shrink: 4 },
      { header: 'CAPACITY', align: 'right' },
      { header: 'TPM', align: 'right' },
      { header: 'STATE', styleCell: (text, index) => styleState(text, rows[index]?.state ?? '', theme) },
    ],
    rows.map((row) => [
      row.name,
      ...(hasSeveralAccounts ? [row.account] : []),
      row.model,
      row.version,
      row.sku,
      grouped(row.capacity),
      compact(row.tokensPerMinute),
      row.state,
    ]),
    theme,
  );
}

function styleState(text: string, state: string, theme: Theme): string {
  if (isReady(state)) return theme.style.green(text);
  return isAtRest(state) ? theme.style.red(text) : theme.style.yellow(text);
}
