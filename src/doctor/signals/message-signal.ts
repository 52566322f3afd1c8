/** Which texts a pattern is tried on: what failed said (`error`), what the caller wrote (`code`), or both. */
export type MessageScope = 'error' | 'code' | 'any';

/** One wording that a service, an SDK or a runtime uses, and what it says. */
export interface MessageSignal {
  readonly id: string;
  /** What the wording tells, for a person. */
  readonly says: string;
  readonly scope: MessageScope;
  /** Linear on any input: no nested quantifier, every repeat bounded. */
  readonly pattern: RegExp;
  /** Where the wording was seen or is documented. */
  readonly source: string;
}
