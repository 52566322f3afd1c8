import { type ArmErrorRule, ISSUES } from './rule.js';

const ERRORS =
  'MicrosoftDocs/azure-docs, cost-management-billing/costs/cost-management-error-codes.md, 2022-12-13, read 2026-11-22';

/** Cost Management and Consumption budgets: who may look at costs, and which offers show them at all. */
export const BILLING_RULES: readonly ArmErrorRule[] = [
  {
    id: 'billing-role',
    codes: ['RBACAccessDenied', 'BillingAccessDenied'],
    source: `${ERRORS}; ${ISSUES}: Azure/azqr 277 (answered with 401)`,
    explain: ({ context }) => {
      const isWrite = /^(?:write|delete) /.test(context.operation);
      const role = isWrite ? 'Cost Management Contributor' : 'Cost Management Reader';
      const group = context.resourceGroup === undefined ? '' : `/resourceGroups/${context.resourceGroup}`;
      const scope = `/subscriptions/${context.subscriptionId ?? 'SUBSCRIPTION'}${group}`;
      return {
        code: 'role-missing',
        message: `Not allowed to ${context.operation}: it takes "${role}" there`,
        hint: `Someone with the right to assign roles runs: az role assignment create --assignee YOU --role "${role}" --scope ${scope}`,
        details: { role, roleScope: scope },
      };
    },
  },
  {
    id: 'billing-view-off',
    codes: ['AccountCostDisabled', 'DepartmentCostDisabled'],
    source: ERRORS,
    explain: ({ fault, context }) => ({
      code: 'billing-unavailable',
      message: `Not possible to ${context.operation}: the enterprise agreement does not show its charges (${fault.code})`,
      hint: 'An administrator of the agreement switches on "view charges" for account owners or department administrators',
    }),
  },
  {
    id: 'billing-partner',
    codes: ['IndirectCostDisabled'],
    source: ERRORS,
    explain: ({ context }) => ({
      code: 'billing-unavailable',
      message: `Not possible to ${context.operation}: the partner who sells this subscription has not published prices for it (IndirectCostDisabled)`,
      hint: 'Ask the partner. List prices work without: aimi cost estimate',
    }),
  },
  {
    id: 'billing-offer-code',
    codes: ['SubscriptionTypeNotSupported', 'UnsupportedSubscriptionType', 'DisallowedOperation'],
    source: ERRORS,
    explain: ({ fault, context }) => offerUnsupported(context.operation, fault.message),
  },
  {
    id: 'billing-offer',
    codes: [],
    statuses: [400, 404, 422],
    message:
      /Cost Management supports only|The offer MS-AZR-\w+ is not supported|doesn't have valid WebDirect\/AIRS|Cost management data is (?:not supported|unavailable) for subscription/i,
    source: `${ISSUES}: mivano/azure-cost-cli 24, meshcloud/collie-cli 11, microsoft/AzureTRE 2823, JulianHayward/Azure-MG-Sub-Governance-Reporting 49`,
    explain: ({ fault, context }) => offerUnsupported(context.operation, fault.message),
  },
];

function offerUnsupported(operation: string, said: string) {
  return {
    code: 'billing-unavailable' as const,
    message: `Not possible to ${operation}: Cost Management does not serve this kind of subscription${said === '' ? '' : `: ${said}`}`,
    hint: 'Costs of sponsored, partner and some internal offers are seen in their own portals. List prices work without: aimi cost estimate',
  };
}
