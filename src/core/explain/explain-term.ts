import { CAUSES, causeDocs, fillTemplate } from '../causes/causes.js';
import { CAUSE_CODES, type CauseCode } from '../causes/codes.js';
import { explainArmCode } from './control-plane-code.js';
import type { ExplainedCause, Explanation } from './explanation.js';
import { findServiceCode } from './service-codes.js';
import { findStatus } from './statuses.js';

/** A cause code, a code of a service, or a status; null for everything else. */
export function explainTerm(text: string): Explanation | null {
  const asked = text.trim();
  const cause = CAUSE_CODES.find((code) => code === asked.toLowerCase());
  if (cause !== undefined) return explainCause(asked, cause);
  const service = findServiceCode(asked);
  if (service !== null) {
    const seen = service.statuses.length === 0 ? '' : ` (HTTP ${service.statuses.join(', ')})`;
    return {
      ...ofCauses(asked, service.causes),
      kind: 'service-code',
      code: service.code,
      title: `${service.code}${seen}: ${CAUSES[service.causes[0]].title}`,
      meaning: service.means,
      sources: [`${service.source}, read 2026-11`],
    };
  }
  const status = findStatus(asked);
  if (status !== null) {
    return {
      ...ofCauses(asked, status.causes),
      kind: 'status',
      code: String(status.status),
      title: `HTTP ${status.status}: ${status.title}`,
      meaning: status.means,
      sources: [`${status.source}, read 2026-11`],
    };
  }
  return explainArmCode(asked);
}

/** A cause in full. */
export function explainCause(asked: string, code: CauseCode): Explanation {
  const info = CAUSES[code];
  return {
    asked,
    kind: 'cause',
    code,
    title: info.title,
    meaning: info.meaning,
    culprits: info.culprits,
    fix: info.fix.map((step) => fillTemplate(step)),
    causes: info.neighbours.map((each) => explained(each.code, each.how)),
    sources: info.sources,
    docs: causeDocs(code),
  };
}

export function explained(code: CauseCode, how: string): ExplainedCause {
  return { code, title: CAUSES[code].title, how };
}

/** One cause is told like itself; of several each gives its first step, because the message decides. */
function ofCauses(asked: string, causes: readonly [CauseCode, ...CauseCode[]]) {
  const [first] = causes;
  const steps = (code: CauseCode) => CAUSES[code].fix.map((step) => fillTemplate(step));
  return {
    asked,
    culprits: causes.length === 1 ? CAUSES[first].culprits : [],
    fix: causes.length === 1 ? steps(first) : causes.map((code) => `${code}: ${steps(code)[0]}`),
    causes: causes.map((code) => explained(code, CAUSES[code].meaning)),
    docs: causeDocs(first),
  };
}
