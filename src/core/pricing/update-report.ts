import type { RejectedPrice, UnreadMeterName } from './feed/types.js';

/** What an update leaves out, kept beside its book. */
export interface UpdateReport {
  readonly schema: 1;
  readonly source: string;
  readonly date: string;
  /** Rows of the feed. */
  readonly feedRows: number;
  readonly pages: number;
  /** Rows that are no pay-as-you-go token price, by what they are. */
  readonly setAside: Readonly<Record<string, number>>;
  readonly rejected: readonly RejectedPrice[];
  readonly unread: readonly UnreadMeterName[];
}

/** The report that an update wrote; null for anything else. */
export function readUpdateReport(value: unknown): UpdateReport | null {
  return isReport(value) ? value : null;
}

function isReport(value: unknown): value is UpdateReport {
  if (typeof value !== 'object' || value === null) return false;
  if (!('schema' in value && 'rejected' in value && 'unread' in value && 'date' in value)) return false;
  const isCounted = 'setAside' in value && 'feedRows' in value && 'pages' in value && 'source' in value;
  return value.schema === 1 && isCounted && Array.isArray(value.rejected) && Array.isArray(value.unread);
}
