import type { SpecialFormat } from './config/settings.js';
import type { ExitCode } from './exit-code.js';
import type { Outcome, Presentation, Session, SessionNeeds } from './session.js';

/**
 * What a registered command needs of the running program: a way to hand over its work. Completions and docs
 * build the same tree with a shell that runs nothing.
 */
export interface Shell {
  /**
   * Opens the session, runs `work`, keeps the exit code. Errors go to `run.ts`, the only catch-all. `formats`:
   * the report formats that the command has; another command refuses them before it starts.
   */
  run(
    work: (session: Session) => Promise<ExitCode>,
    formats?: readonly SpecialFormat[],
    needs?: SessionNeeds,
  ): Promise<void>;
  /** Prints an outcome as `-o` and `--query` say. */
  present<T>(session: Session, outcome: Outcome<T>, presentation: Presentation<T>): Promise<ExitCode>;
}

/** Lines for `.addHelpText('after', …)`: examples that can be pasted and run. */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
}
