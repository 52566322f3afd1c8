import { stripControls } from '../../core/text.js';
import { cellText, toRecords } from './records.js';

/**
 * Tab-separated values without a header, as `az -o tsv`: one line for each row, tabs and line breaks inside
 * a value become blanks, nested values are JSON, null is empty.
 */
export function formatTsv(data: unknown, columns?: readonly string[]): string {
  const { rows } = toRecords(data, columns);
  return rows.map((row) => `${row.map((value) => stripControls(cellText(value))).join('\t')}\n`).join('');
}
