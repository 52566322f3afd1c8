import type { UsageMode } from './marks.js';

/** What is summed per group; `reasoning` is part of `output`, the others that are not output are part of `input`. */
export const TOKEN_KINDS = [
  'input',
  'cachedInput',
  'cacheWrite',
  'output',
  'reasoning',
  'audioInput',
  'audioOutput',
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** `requests` is 1 for a line that does not say how many requests it stands for. */
export const COUNT_KINDS = ['requests', ...TOKEN_KINDS] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

/** Fields that `map` can place: a column of a table, or a path with dots in JSON. */
export const MAP_FIELDS = [...COUNT_KINDS, 'model', 'deployment', 'time'] as const;

export type UsageSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stream'; readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

export interface UsageOptions {
  /**
   * Groups beside model and deployment: `day` (UTC, YYYY-MM-DD), or a name that `map` places. Model and
   * deployment always group, because they decide the price.
   */
  readonly by?: readonly string[];
  /** Field → column or dotted path. A mapped field is read there and nowhere else. */
  readonly map?: Readonly<Record<string, string>>;
  /** Every input size, in tokens, above which some model is billed by its long-context price. */
  readonly thresholds?: readonly number[];
  /** The threshold of a model, one of `thresholds`, or null when it has one price. */
  readonly tierOf?: (model: string | null, deployment: string | null) => number | null;
  /** The first bad line ends the reading. */
  readonly strict?: boolean;
  readonly signal?: AbortSignal;
  /** Gets bytes as stored (a packed file counts packed). `total` is null as soon as a stream takes part. */
  readonly onProgress?: (bytesDone: number, bytesTotal: number | null) => void;
  /** The built `usage-worker` file; without it everything runs on one core. */
  readonly workerFile?: string | null;
  /** Defaults to the cores of the machine. */
  readonly cores?: number;
  /** Files from this size on are read by several workers; 64 MiB by default. */
  readonly parallelFromBytes?: number;
}

export interface UsageGroup {
  readonly model: string | null;
  readonly deployment: string | null;
  /** Values of `by`, in its order; null where a line has none. */
  readonly by: readonly (string | null)[];
  /** `long`: requests whose own input is above the threshold of the model. */
  readonly context: 'short' | 'long';
  /** As the records say: batch output, or their service tier. */
  readonly mode: UsageMode;
  readonly requests: bigint;
  readonly tokens: Readonly<Record<TokenKind, bigint>>;
}

export interface BadLine {
  /** From 1. In a JSON array or pretty-printed file: the line on which the element starts. */
  readonly line: number;
  readonly reason: string;
}

export interface FileReport {
  readonly name: string;
  readonly format: 'json-lines' | 'json' | 'table' | 'empty';
  readonly lines: number;
  /** Records that were added up. */
  readonly records: number;
  /** Whole records that carry no token counts: errors of a batch, spans of other work, headings. */
  readonly withoutUsage: number;
  /** Records whose tokens others have too or that billed none: sums of agents, answers of a gateway's cache. */
  readonly repeated: number;
  readonly blank: number;
  readonly badCount: number;
  /** The first 20. */
  readonly bad: readonly BadLine[];
  /** Records that stand for several requests: their context tier is not knowable and taken as short. */
  readonly aggregated: number;
}

export interface UsageSum {
  /** Sorted by model, deployment, `by`, context. */
  readonly groups: readonly UsageGroup[];
  readonly files: readonly FileReport[];
}
