import type { ArmFault } from './fault.js';
import { isRecord } from './read-fault.js';
import { type ArmErrorRule, ISSUES } from './rule.js';

const ASK =
  'Ask who owns that policy assignment for an exemption or another allow-list, or take a model it allows';

/** Azure Policy says no in two forms: Resource Manager's own (403) and the resource provider's (400). */
export const POLICY_RULES: readonly ArmErrorRule[] = [
  {
    id: 'policy-by-provider',
    codes: ['InvalidResourceProperties'],
    message:
      /^Policy evaluation returned compliance: (?<compliance>\w+) for model (?<model>[^/\s]+)\/(?<version>\S+) with error: (?<reason>.*)$/,
    source:
      'public notes of 2026-04 and 2026-07 on the built-in policy aafe3651-cb78-4f68-9f81-e7e41509110f (approved models), mode Microsoft.CognitiveServices.Data',
    explain: ({ groups }) => {
      const assignment = /\/providers\/Microsoft\.Authorization\/policyAssignments\/([^\s'",;]+)/i.exec(
        groups.reason ?? '',
      )?.[1];
      const field = /for Field (?<field>[\w./-]*\w)/i.exec(groups.reason ?? '')?.groups?.field;
      return {
        code: 'policy-denied',
        message: `A policy of the organisation forbids ${groups.model} ${groups.version}${assignment === undefined ? '' : ` (assignment ${assignment})`}`,
        hint: `${field === undefined ? '' : `It looks at ${field}. `}${ASK}. It may take 15 minutes for a change to count`,
        details: { model: groups.model, version: groups.version, assignment, field, reason: groups.reason },
      };
    },
  },
  {
    id: 'policy-by-resource-manager',
    codes: ['RequestDisallowedByPolicy'],
    message: /^Resource '(?<resource>[^']*)' was disallowed by policy\.(?: Reasons: '(?<reason>.*?)'\.)?/,
    source: `${ISSUES}: dotnet/machinelearning-modelbuilder 3044; Azure Policy documentation of deny, read 2026-11`,
    explain: ({ fault, groups }) => {
      const violation = readViolation(fault);
      const named = violation.policy === undefined ? '' : ` by policy "${violation.policy}"`;
      const assigned = violation.assignment === undefined ? '' : ` (assignment "${violation.assignment}")`;
      return {
        code: 'policy-denied',
        message: `'${groups.resource}' is forbidden${named}${assigned}${groups.reason === undefined ? '' : `: ${groups.reason}`}`,
        hint: `${ASK}${violation.scope === undefined ? '' : `. It is assigned at ${violation.scope}`}`,
        details: { resource: groups.resource, reason: groups.reason, ...violation },
      };
    },
  },
  {
    id: 'policy-other',
    codes: ['RequestDisallowedByPolicy'],
    source: 'Azure Policy documentation of deny, read 2026-11',
    explain: ({ fault }) => ({
      code: 'policy-denied',
      message: `A policy of the organisation forbids it: ${fault.message}`,
      hint: ASK,
      details: { ...readViolation(fault) },
    }),
  },
  {
    id: 'region-closed',
    codes: ['RequestDisallowedByAzure'],
    source: `${ISSUES}: microsoft/foundry-dev-tools 477`,
    explain: ({ fault, context }) => ({
      code: 'region-refused',
      message: `Azure does not open ${context.location === undefined ? 'this region' : `region ${context.location}`} to this subscription: ${fault.message}`,
      hint: 'Use an account in another region: aimi accounts list. Support can open more regions',
    }),
  },
];

interface Violation {
  readonly policy: string | undefined;
  readonly assignment: string | undefined;
  readonly scope: string | undefined;
  readonly expressions: readonly string[];
}

function readViolation(fault: ArmFault): Violation {
  const info = fault.additionalInfo.find((each) => each.type === 'PolicyViolation')?.info;
  const record = isRecord(info) ? info : {};
  const evaluation = isRecord(record.evaluationDetails) ? record.evaluationDetails : {};
  const expressions = Array.isArray(evaluation.evaluatedExpressions) ? evaluation.evaluatedExpressions : [];
  return {
    policy: text(record.policyDefinitionDisplayName) ?? text(record.policyDefinitionName),
    assignment: text(record.policyAssignmentDisplayName) ?? text(record.policyAssignmentName),
    scope: text(record.policyAssignmentScope),
    expressions: expressions.flatMap((each) =>
      isRecord(each)
        ? [
            `${text(each.path) ?? text(each.expression) ?? '?'} ${text(each.operator) ?? '?'} ${JSON.stringify(each.targetValue ?? null)}, found ${JSON.stringify(each.expressionValue ?? null)}`,
          ]
        : [],
    ),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
