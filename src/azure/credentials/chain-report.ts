import type { SignInWatch } from '../../context.js';
import { outcomeOfReason, type SignInOutcome } from '../../core/sign-in/attempt.js';
import { AUTO_ORDER, type AutoMethod, type Candidate } from './likely-methods.js';

const ORDER: readonly string[] = AUTO_ORDER;

export interface ChainReport {
  failed(method: string, reason: string, durationMs: number | null): void;
  used(method: string, reason: string, durationMs: number): void;
  /** Tells of those that were never reached. */
  end(): void;
}

/**
 * Tells a watch of every method of the chain in its order: those that were tried, and between them those that
 * nothing speaks for, with what they lack. `missing` says what a method cannot do without.
 */
export function reportChain(
  watch: SignInWatch | undefined,
  candidates: readonly Candidate[],
  missing: (method: AutoMethod) => readonly string[],
): ChainReport {
  let place = 0;
  let isOver = false;

  const tell = (method: string, outcome: SignInOutcome, reason: string, durationMs: number | null): void =>
    watch?.attempt({ method, outcome, reason, durationMs });
  const absent = (method: AutoMethod): void => {
    if (candidates.some((candidate) => candidate.method === method)) {
      tell(method, 'not tried', 'one before it works', null);
      return;
    }
    const lacks = missing(method);
    const isProgram = method === 'cli' || method === 'azd' || method === 'powershell';
    if (lacks.length === 0 && method !== 'managed-identity') {
      tell(method, 'not tried', 'left out by AZURE_TOKEN_CREDENTIALS', null);
    } else if (isProgram) {
      tell(method, 'program missing', `${lacks.join(', ').replace(' on PATH', '')} is not on PATH`, null);
    } else {
      const what = lacks.length === 0 ? 'nothing announces one here' : `not set: ${lacks.join(', ')}`;
      tell(method, 'not configured', what, null);
    }
  };
  const upTo = (method: string): void => {
    const until = ORDER.indexOf(method);
    for (const each of AUTO_ORDER.slice(place, Math.max(place, until))) absent(each);
    place = Math.max(place, until + 1);
  };

  return {
    failed(method, reason, durationMs) {
      upTo(method);
      tell(method, durationMs === null ? 'not tried' : outcomeOfReason(reason), reason, durationMs);
    },
    used(method, reason, durationMs) {
      upTo(method);
      tell(method, 'used', reason, durationMs);
    },
    end() {
      if (!isOver) for (const each of AUTO_ORDER.slice(place)) absent(each);
      isOver = true;
    },
  };
}
