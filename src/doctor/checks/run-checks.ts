import type { CheckOutcome } from '../diagnosis.js';
import type { Check, Finding, Look } from './check.js';
import { CHECKS } from './index.js';
import { missingNeed } from './needs.js';

/**
 * Runs every check in its order and stamps id, title and duration. A check that throws is a `fail` with the
 * reason, and the others go on; one whose need is not met is a `skip` that says what was missing.
 */
export function runChecks(
  look: Look,
  monotonicMs: () => number,
  checks: readonly Check[] = CHECKS,
): readonly CheckOutcome[] {
  return checks.map((check) => {
    const start = monotonicMs();
    const { status, text, where } = runOne(check, look);
    const durationMs = Math.max(0, Math.round(monotonicMs() - start));
    return { id: check.id, title: check.title, status, text, where: where ?? null, durationMs };
  });
}

function runOne(check: Check, look: Look): Finding {
  try {
    const missing = missingNeed(check.needs, look);
    return missing === null ? check.run(look) : { status: 'skip', text: missing };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'fail', text: `check-failed: the check ${check.id} broke: ${reason}` };
  }
}
