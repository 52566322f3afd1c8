import type { CauseCode } from './codes.js';

/** What is known of one cause: feeds `aimi explain`, the doctor's titles and docs/causes.md. */
export interface CauseInfo {
  /** A sentence of a few words, without the values. */
  readonly title: string;
  readonly meaning: string;
  /** Who or what usually brings it about, likeliest first. */
  readonly culprits: readonly string[];
  /** Steps in the imperative. `{endpoint}`, `{resource}`, `{deployment}`, `{apiVersion}`, `{package}`, `{minimum}`, `{region}`, `{group}`, `{account}` stand for the values. */
  readonly fix: readonly string[];
  readonly neighbours: readonly { readonly code: CauseCode; readonly how: string }[];
  /** Where the facts stand; each ends with its day of reading. */
  readonly sources: readonly string[];
}
