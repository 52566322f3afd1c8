import type { CauseCode } from '../causes/codes.js';

/** What `aimi explain` answers; the JSON contract. */
export interface Explanation {
  readonly asked: string;
  readonly kind: 'cause' | 'service-code' | 'status' | 'control-plane' | 'message';
  /** The code or status that was recognised. */
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly culprits: readonly string[];
  readonly fix: readonly string[];
  /** What it can be, most likely first; for a cause its neighbours, with how to tell them apart. */
  readonly causes: readonly ExplainedCause[];
  readonly sources: readonly string[];
  /** Page of this project. */
  readonly docs: string;
}

export interface ExplainedCause {
  readonly code: CauseCode;
  readonly title: string;
  /** How to tell it from the others, or what was seen; empty when nothing is to say. */
  readonly how: string;
}
