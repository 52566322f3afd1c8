import type { Diagnosis } from '../../doctor/diagnosis.js';
import { scrub } from '../../doctor/readers/error-text-clean.js';
import { maskLiterals } from '../../doctor/signals/mask-literals.js';

/**
 * The last look before anything is shown: evidence is quoted from inputs, so it goes through the redactor; a
 * fix is code with names of variables in it, of which only literal secrets are masked.
 */
export function conceal(diagnosis: Diagnosis): Diagnosis {
  return {
    ...diagnosis,
    causes: diagnosis.causes.map((cause) => ({
      ...cause,
      evidence: cause.evidence.map((evidence) => ({
        text: scrub(evidence.text),
        where: evidence.where === null ? null : scrub(evidence.where),
      })),
      fix: {
        ...cause.fix,
        text: maskLiterals(cause.fix.text),
        ...(cause.fix.before === undefined ? {} : { before: maskLiterals(cause.fix.before) }),
        ...(cause.fix.after === undefined ? {} : { after: maskLiterals(cause.fix.after) }),
        ...(cause.fix.command === undefined ? {} : { command: maskLiterals(cause.fix.command) }),
      },
    })),
    checks: diagnosis.checks.map((check) => ({ ...check, text: scrub(check.text) })),
    gaps: diagnosis.gaps.map(({ source, reason }) => ({ source, reason: scrub(reason) })),
  };
}
