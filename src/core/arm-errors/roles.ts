/**
 * Least built-in roles per action.
 * Source: Azure built-in roles (AI + machine learning), MicrosoftDocs/azure-docs @ 0ff2e41d, read 2026-11.
 */
const ROLES: readonly { readonly action: RegExp; readonly role: string; readonly anywhere: boolean }[] = [
  {
    action: /accounts\/deployments\/(write|delete)$/i,
    role: 'Cognitive Services Contributor',
    anywhere: true,
  },
  { action: /accounts\/(write|delete)$/i, role: 'Cognitive Services Contributor', anywhere: true },
  { action: /listkeys\/action$/i, role: 'Cognitive Services User', anywhere: true },
  { action: /locations\/usages\/read$/i, role: 'Cognitive Services Usages Reader', anywhere: false },
  { action: /deletedAccounts/i, role: 'Cognitive Services Contributor', anywhere: false },
  { action: /locations\/.*read$/i, role: 'Reader', anywhere: false },
  {
    action: /Microsoft\.CognitiveServices\/(models|modelCapacities|skus)\/read$/i,
    role: 'Reader',
    anywhere: false,
  },
  {
    action: /Microsoft\.(Consumption|CostManagement)\/.*(write|delete)$/i,
    role: 'Cost Management Contributor',
    anywhere: true,
  },
  {
    action: /Microsoft\.(Consumption|CostManagement|Billing)\//i,
    role: 'Cost Management Reader',
    anywhere: true,
  },
  { action: /read$/i, role: 'Reader', anywhere: true },
];

export interface RoleAdvice {
  readonly role: string;
  /** Where to assign it: the account, its group, or the whole subscription. */
  readonly scope: string;
}

/** A role that contains `action`, with the narrowest useful scope cut out of the scope that was refused. */
export function adviseRole(action: string, scope: string): RoleAdvice {
  const row = ROLES.find((each) => each.action.test(action));
  const role = row?.role ?? 'Contributor';
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0];
  if (subscription === undefined) return { role, scope };
  if (row?.anywhere === false) return { role, scope: subscription };
  const account = /^.*\/providers\/Microsoft\.CognitiveServices\/accounts\/[^/]+/i.exec(scope)?.[0];
  const group = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(scope)?.[0];
  return { role, scope: account ?? group ?? subscription };
}
