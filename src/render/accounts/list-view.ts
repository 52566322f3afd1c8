import type { AccountRow } from '../../core/accounts.js';
import { renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';

export function accountsListView(rows: readonly AccountRow[], theme: Theme): string {
  return renderColumns(
    [
      { header: 'NAME', style: 'bold' },
      { header: 'GROUP', shrink: 2 },
      { header: 'REGION' },
      { header: 'KIND' },
      { header: 'KEYS' },
      { header: 'STATE' },
      { header: 'ENDPOINT', shrink: 1 },
    ],
    rows.map((row) => [
      row.name,
      row.resourceGroup,
      row.location,
      row.kind,
      row.keysEnabled ? 'on' : 'off',
      row.state,
      row.endpoint,
    ]),
    theme,
  );
}
