import { escapeUnprintable } from './printable.js';

/** Two blanks of indent; nothing at all is `null`. */
export function formatJson(data: unknown): string {
  return `${escapeUnprintable(JSON.stringify(data ?? null, null, 2))}\n`;
}
