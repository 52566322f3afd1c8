import { AimiError } from '../../errors.js';
import type { ArmErrorContext, ArmFault } from './fault.js';
import type { ArmErrorRule, Explanation } from './rule.js';
import { ARM_ERROR_RULES } from './rules.js';

/** Codes that only say "look inside"; ARM templates and batch answers use them. */
const WRAPPERS = new Set([
  'invalidtemplatedeployment',
  'deploymentfailed',
  'multipleerrorsoccurred',
  'resourcedeploymentfailure',
]);

/**
 * What the service said, as the one error a person sees. Unknown codes become `service-refused` (or
 * `deployment-failed` at the end of an accepted operation) with code, status, message and request id.
 */
export function translateArmError(fault: ArmFault, context: ArmErrorContext, cause?: unknown): AimiError {
  const inner = unwrap(fault);
  const explanation = explain(inner, context) ?? unknown(inner, context);
  return new AimiError(explanation.code, {
    message: explanation.message,
    hint: explanation.hint,
    details: {
      ...explanation.details,
      serviceCode: inner.code,
      serviceMessage: inner.message === '' ? undefined : inner.message,
      status: inner.status,
      requestId: inner.requestId ?? undefined,
    },
    cause,
  });
}

function explain(fault: ArmFault, context: ArmErrorContext): Explanation | undefined {
  const found = findRule(fault);
  return found?.rule.explain({ fault, context, groups: found.groups });
}

interface FoundRule {
  readonly rule: ArmErrorRule;
  readonly groups: Readonly<Record<string, string>>;
}

/** The first rule that knows this answer; wrappers are not opened here. */
function findRule(fault: ArmFault): FoundRule | undefined {
  for (const rule of ARM_ERROR_RULES) {
    const groups = matchRule(rule, fault);
    if (groups !== undefined) return { rule, groups };
  }
  return undefined;
}

/** Id of the rule that explains this answer, or null when none does. */
export function ruleFor(fault: ArmFault): string | null {
  return findRule(unwrap(fault))?.rule.id ?? null;
}

function matchRule(rule: ArmErrorRule, fault: ArmFault): Record<string, string> | undefined {
  const code = fault.code?.toLowerCase();
  if (rule.codes.length > 0 && !rule.codes.some((each) => each.toLowerCase() === code)) return undefined;
  if (rule.statuses !== undefined && (fault.status === null || !rule.statuses.includes(fault.status)))
    return undefined;
  if (rule.message === undefined) return {};
  const match = rule.message.exec(fault.message);
  if (match === null) return undefined;
  return Object.fromEntries(
    Object.entries(match.groups ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function unwrap(fault: ArmFault): ArmFault {
  if (!WRAPPERS.has(fault.code?.toLowerCase() ?? '')) return fault;
  const known = fault.details.find((each) =>
    ARM_ERROR_RULES.some(
      (rule) => rule.codes.length > 0 && matchRule(rule, { ...fault, ...each }) !== undefined,
    ),
  );
  const inner = known ?? fault.details[0];
  return inner === undefined ? fault : unwrap({ ...fault, ...inner });
}

function unknown(fault: ArmFault, context: ArmErrorContext): Explanation {
  const facts = [fault.code, fault.status === null ? undefined : `HTTP ${fault.status}`].filter(
    (each) => each !== undefined,
  );
  const said = fault.message === '' ? 'no reason given' : fault.message;
  const marks = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return {
    code: context.wasAccepted === true ? 'deployment-failed' : 'service-refused',
    message: `Azure ${context.wasAccepted === true ? 'accepted and then failed to' : 'refused to'} ${context.operation}${marks}: ${said}`,
    hint:
      fault.requestId === null
        ? 'Run the command with --debug to see the exchange'
        : `Request id for Azure support: ${fault.requestId}`,
  };
}
