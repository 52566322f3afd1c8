import type { Environment, Files } from '../../context.js';

/** What decides where a shell looks. */
export interface InstallPlace {
  readonly env: Environment;
  readonly platform: string;
  readonly homeDirectory: string;
  readonly files: Pick<Files, 'readText' | 'list'>;
}

export interface InstallPlan {
  /** Where the script goes. */
  readonly script: string;
  /** Where it may lie from an earlier time, when the shell was set up otherwise. */
  readonly formerScripts: readonly string[];
  /** A file that the shell reads at its start, and the line that it needs; null when the shell finds the script by itself. */
  readonly startFile: { readonly path: string; readonly line: string; readonly isNeeded: boolean };
  /** Loads it in a shell that is running. */
  readonly load: string;
}

/** The end of every line that aimi adds, by which it knows it again. */
export const LINE_MARK = '# added by aimi completion --install';
