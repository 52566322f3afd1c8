import {
  activeScenario,
  type Handler,
  list,
  requireAccount,
  requireGroup,
  requireSubscription,
} from './exchange.js';

interface Role {
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
}

// Source: Azure built-in roles, MicrosoftDocs/azure-docs @ 0ff2e41d.
const OWNER: Role = { actions: ['*'], dataActions: [] };
const READER: Role = { actions: ['*/read'], dataActions: [] };
const COGNITIVE_SERVICES_USER: Role = {
  actions: ['Microsoft.CognitiveServices/*/read', 'Microsoft.CognitiveServices/accounts/listkeys/action'],
  dataActions: ['Microsoft.CognitiveServices/*'],
};

/**
 * GET {scope}/providers/Microsoft.Authorization/permissions: an owner who may also call models, or a reader
 * (`role-missing`), without the data role (`data-role-missing`), without anything on the subscription
 * (`quota-read-denied`).
 */
export const listPermissions: Handler = (exchange) => {
  const { state, params } = exchange;
  if (params.account !== undefined) requireAccount(exchange);
  else if (params.group !== undefined) requireGroup(exchange);
  else requireSubscription(exchange);
  const isOn = (id: Parameters<typeof activeScenario>[1]): boolean => activeScenario(state, id) !== undefined;
  const roles = [
    isOn('role-missing') ? READER : OWNER,
    ...(isOn('data-role-missing') ? [] : [COGNITIVE_SERVICES_USER]),
  ];
  const isBlind = isOn('quota-read-denied') && params.group === undefined;
  return list(
    exchange,
    (isBlind ? [] : roles).map((role) => ({ ...role, notActions: [], notDataActions: [] })),
  );
};
