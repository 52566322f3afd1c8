import type { CheckStatus } from '../diagnosis.js';
import type { Picture } from '../engine/picture.js';
import type { SignalSet } from '../signals/signal-set.js';

/** What a check looks at: facts in order, and what they say. */
export interface Look {
  readonly picture: Picture;
  readonly signals: SignalSet;
  /** Today, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** What must be known before a check can say anything; without it the check is skipped. */
export type Need =
  | 'endpoint'
  | 'client'
  | 'package'
  | 'deployment'
  | 'deployment-list'
  | 'headers'
  | 'environment'
  | 'message'
  | 'credential'
  | 'api-version-or-route'
  | 'anything';

export interface Finding {
  readonly status: CheckStatus;
  /** One sentence with the value. */
  readonly text: string;
  readonly where?: string | null | undefined;
}

/**
 * One thing that is looked at. Pure: it reads facts and signals and asks nobody. It says `fail` only for what
 * will not work, `warn` for doubts, `skip` when it could not look; `skip` is never `pass`.
 */
export interface Check {
  /** Stable; also the name of docs/checks/<id>.md. */
  readonly id: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly run: (look: Look) => Finding;
}

export function defineCheck(check: Check): Check {
  return check;
}
