import { stripControls } from '../../core/text.js';
import { renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';
import { cellText, toRecords } from './records.js';

/**
 * The table of a result that has no view of its own, such as a `--query` projection: objects get a column
 * for each key, lists a numbered column for each place, scalars a line each, null nothing.
 */
export function renderGenericTable(data: unknown, theme: Theme): string {
  const { columns, rows } = toRecords(data);
  const widest = Math.max(0, ...rows.map((row) => row.length));
  if (columns === null && widest <= 1) {
    return rows.map(([value]) => `${stripControls(cellText(value), { keepLines: true })}\n`).join('');
  }
  const headers = columns ?? Array.from({ length: widest }, (_, index) => `column${index + 1}`);
  return renderColumns(
    headers.map((header, index) => ({
      header: stripControls(header),
      shrink: headers.length - index,
      align: rows.every((row) => typeof row[index] === 'number') ? 'right' : 'left',
    })),
    rows.map((row) => row.map(cellText)),
    theme,
  );
}
