import type { Environment } from '../context.js';

/** What the cache needs of Node's `process`. */
export interface Host {
  readonly env: Environment;
  readonly platform: string;
  readonly arch: string;
  readonly pid: number;
  readonly version: string;
  readonly versions: { readonly v8: string };
  readonly execArgv: readonly string[];
  cwd(): string;
  /** Not on Windows. */
  readonly getuid?: () => number;
  on(event: 'exit', listener: (code: number) => void): unknown;
}
