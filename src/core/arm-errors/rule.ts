import type { ErrorCode } from '../../error-codes.js';
import type { ArmErrorContext, ArmFault } from './fault.js';

/** One row of knowledge: which answer of the service it knows, and what that means for a person. */
export interface ArmErrorRule {
  readonly id: string;
  /** Compared trimmed and without case. Empty: any code, or none. */
  readonly codes: readonly string[];
  readonly statuses?: readonly number[] | undefined;
  /** Named groups are handed to `explain`; without a match the rule does not apply. */
  readonly message?: RegExp | undefined;
  /** Where the wording was seen. */
  readonly source: string;
  explain(found: Found): Explanation;
}

export interface Found {
  readonly fault: ArmFault;
  readonly context: ArmErrorContext;
  /** Groups of `message`; a group that did not take part is absent. */
  readonly groups: Readonly<Record<string, string>>;
}

export interface Explanation {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

export const ISSUES = 'public issue reports collected 2026-11';
export const ARM_DOCS = 'Azure Resource Manager error reference, learn.microsoft.com, read 2026-11';
