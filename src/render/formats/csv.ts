import { stripControls } from '../../core/text.js';
import { cellText, toRecords } from './records.js';

const NEEDS_QUOTES = /[",\r\n]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
// What spreadsheets take for a formula (https://owasp.org/www-community/attacks/CSV_Injection), with the
// full-width forms that they take as well.
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * RFC 4180: a header, CRLF, quotes where needed. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers do not.
 */
export function formatCsv(data: unknown, columns?: readonly string[]): string {
  const records = toRecords(data, columns);
  if (records.rows.length === 0 && columns === undefined) return '';
  const widest = Math.max(0, ...records.rows.map((row) => row.length));
  const header = records.columns ?? (records.rows.length === 0 ? (columns ?? []) : unnamed(widest));
  return [header, ...records.rows].map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function unnamed(count: number): string[] {
  return count === 1 ? ['value'] : Array.from({ length: count }, (_, index) => `column${index + 1}`);
}

function formatCell(value: unknown): string {
  const text = stripControls(cellText(value), { keepLines: true });
  const isFormula = FORMULA.test(text) && !NUMBER.test(text);
  const safe = isFormula ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
