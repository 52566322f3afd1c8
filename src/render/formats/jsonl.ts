import { escapeUnprintable } from './printable.js';

/** One line for each element of a list; one line for anything else. */
export function formatJsonLines(data: unknown): string {
  const rows: readonly unknown[] = Array.isArray(data) ? data : [data];
  return rows.map((row) => `${escapeUnprintable(JSON.stringify(row ?? null))}\n`).join('');
}
