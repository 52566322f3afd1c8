/** How much of a project is looked at. Counts, not time, so that the same project gives the same answer. */
export interface ProjectBudget {
  /** Files and directories seen. */
  readonly entries: number;
  /** Source and configuration files opened. */
  readonly sourceFiles: number;
  /** Bytes of one source or manifest file. */
  readonly fileBytes: number;
  /** Bytes of all source files together. */
  readonly totalBytes: number;
  /** Bytes of one lock file, which is scanned piece by piece. */
  readonly lockBytes: number;
  readonly depth: number;
}

export const PROJECT_BUDGET: ProjectBudget = {
  entries: 20_000,
  sourceFiles: 2000,
  fileBytes: 512 * 1024,
  totalBytes: 48 * 1024 * 1024,
  lockBytes: 64 * 1024 * 1024,
  depth: 24,
};
