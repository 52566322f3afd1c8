import type { Environment } from '../context.js';

/** What completion may touch: files, read only. */
export interface CompletionMachine {
  /** What stands before the cursor, without `aimi`. */
  readonly words: readonly string[];
  readonly env: Environment;
  readonly platform: string;
  readonly cwd: string;
  readonly homeDirectory: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Null for what cannot be read. */
  readonly readText: (path: string) => string | null;
  /** Names in the order of the alphabet; empty for what cannot be read. */
  readonly list: (path: string) => readonly string[];
  /** A bundled data file, parsed. */
  readonly readData: (name: string) => unknown;
}
