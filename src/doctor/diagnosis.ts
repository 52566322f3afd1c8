import type { CauseCode } from '../core/causes/codes.js';

/** The doctor's answer; the JSON contract of `aimi doctor -o json` (schema 1, additive only). */
export interface Diagnosis {
  readonly schema: 1;
  /** Of the report, when the input gave one (`--from FILE.jsonl`). */
  readonly id?: string | undefined;
  readonly verdict: Verdict;
  /** Most likely first; empty when nothing wrong was found. */
  readonly causes: readonly Cause[];
  /** In the order in which they ran. */
  readonly checks: readonly CheckOutcome[];
  /** What could not be looked at, and why. */
  readonly gaps: readonly { readonly source: string; readonly reason: string }[];
  /** Why the report could not be read; then nothing was checked. */
  readonly error?: string | undefined;
}

export type Verdict =
  /** The first cause explains the failure. */
  | 'cause-found'
  /** The configuration is fine; the cause lies elsewhere (429, content filter, outage). */
  | 'innocent'
  /** Everything looked at is as it should be. */
  | 'nothing-wrong'
  /** There was nothing to look at. */
  | 'nothing-checked';

export interface Cause {
  readonly code: CauseCode;
  /** 0 to 1. */
  readonly confidence: number;
  readonly title: string;
  readonly evidence: readonly Evidence[];
  readonly fix: Fix;
  /** Relative page of this project: `docs/causes.md#endpoint-wrong-style`. */
  readonly docs: string;
}

export interface Evidence {
  /** One sentence with the value. */
  readonly text: string;
  /** `app.py:12`, `package-lock.json`, `response body`; null when it follows from others. */
  readonly where: string | null;
}

export interface Fix {
  /** One sentence in the imperative, with the real names and values. */
  readonly text: string;
  /** The line as it is and as it should be. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** A command to run. */
  readonly command?: string | undefined;
}

export type CheckStatus = 'pass' | 'warn' | 'fail' | 'skip' | 'info';

export interface CheckOutcome {
  /** Stable: `endpoint-style`, `sdk-version`, `deployment-name`, `header-count`, ... */
  readonly id: string;
  readonly title: string;
  readonly status: CheckStatus;
  /** One sentence with what was found; for `skip` what was missing. */
  readonly text: string;
  readonly where: string | null;
  readonly durationMs: number;
}
