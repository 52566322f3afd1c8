import type { LayoutInput } from './layout.js';
import type { PartReport } from './report.js';
import type { Format } from './sniff.js';
import type { TallyRow } from './tally.js';

/** What a worker is started with. */
export interface WorkerJob {
  readonly path: string;
  readonly format: Exclude<Format, { kind: 'empty' | 'json' }>;
  readonly layout: LayoutInput;
  /** Byte at which the first line starts. */
  readonly first: number;
  readonly size: number;
  readonly partBytes: number;
  /** One Int32: the number of the next part that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly kind: 'part'; readonly index: number; readonly bytes: number; readonly report: PartReport }
  | { readonly kind: 'done'; readonly rows: readonly TallyRow[]; readonly hasLineBreaks: boolean }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly code: string;
      readonly hint: string | null;
    };
