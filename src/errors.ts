import { ERROR_EXITS, type ErrorCode } from './error-codes.js';
import type { ExitCode } from './exit-code.js';

export interface AimiErrorFields {
  /** What failed, with the value that failed; one line, no full stop needed after a value. */
  readonly message: string;
  /** The next command or step; one or two lines. */
  readonly hint?: string | undefined;
  /** Numbers and names as data, for `-o json`. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: unknown;
}

/**
 * The only error that reaches a user on purpose. Bundles are loaded separately, so a class identity may
 * exist twice in one process: ask `isAimiError`, not `instanceof`.
 */
export class AimiError extends Error {
  readonly code: ErrorCode;
  readonly exit: ExitCode;
  readonly hint: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, fields: AimiErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = 'AimiError';
    this.code = code;
    this.exit = ERROR_EXITS[code];
    this.hint = fields.hint;
    this.details = fields.details;
  }
}

export function isAimiError(error: unknown): error is AimiError {
  return error instanceof Error && error.name === 'AimiError' && 'code' in error && 'exit' in error;
}
