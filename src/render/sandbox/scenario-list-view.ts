import { renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';
import { timesText } from './status-view.js';

interface Row {
  readonly id: string;
  readonly isActive: boolean;
  readonly times: number | null;
  readonly seconds: number;
  readonly changes: string;
}

export function scenarioListView(rows: readonly Row[], theme: Theme): string {
  return renderColumns(
    [
      { header: 'SCENARIO', style: 'bold' },
      { header: 'ON' },
      { header: 'LASTS' },
      { header: 'SECONDS', align: 'right' },
      { header: 'CHANGES', shrink: 1 },
    ],
    rows.map((row) => [
      row.id,
      row.isActive ? 'on' : '-',
      timesText(row.times),
      row.seconds === 0 ? '-' : String(row.seconds),
      row.changes,
    ]),
    theme,
  );
}
