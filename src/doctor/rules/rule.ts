import type { CauseCode } from '../../core/causes/codes.js';
import type { SignalId } from '../signals/signal-set.js';

/**
 * One step from evidence to a cause. It holds when all of `all`, one of `any` and none of `none` are seen;
 * then `confidence` (0 to 1) is raised by each `plus` and lowered by each `against` that is seen too.
 */
export interface Rule {
  /** Stable and unique. */
  readonly id: string;
  readonly cause: CauseCode;
  readonly all?: readonly SignalId[];
  readonly any?: readonly SignalId[];
  readonly none?: readonly SignalId[];
  readonly confidence: number;
  readonly plus?: Readonly<Partial<Record<SignalId, number>>>;
  readonly against?: Readonly<Partial<Record<SignalId, number>>>;
  /** Fact that the step rests on. */
  readonly source: string;
}
