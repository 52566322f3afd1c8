import { activeScenario, type Handler, list, ok, requireGroup, requireSubscription } from './exchange.js';
import type { SandboxState } from './state.js';

/** GET /subscriptions */
export const listSubscriptions: Handler = (exchange) => ({
  state: exchange.state,
  reply: {
    status: 200,
    body: {
      value: exchange.state.subscriptions.map((one) => subscriptionBody(exchange.state, one)),
      count: { type: 'Total', value: exchange.state.subscriptions.length },
    },
  },
});

/** GET /subscriptions/{subscription} */
export const getSubscription: Handler = (exchange) => {
  const id = requireSubscription(exchange);
  const one = exchange.state.subscriptions.find((subscription) => subscription.id === id);
  return ok(exchange, one === undefined ? null : subscriptionBody(exchange.state, one));
};

/** GET /tenants */
export const listTenants: Handler = (exchange) => {
  const tenants = [...new Set(exchange.state.subscriptions.map((one) => one.tenantId))];
  return list(
    exchange,
    tenants.map((tenantId) => ({
      id: `/tenants/${tenantId}`,
      tenantId,
      tenantCategory: 'Home',
      displayName: 'aimi sandbox',
      defaultDomain: 'contoso.example',
      domains: ['contoso.example'],
      tenantType: 'AAD',
    })),
  );
};

/** GET /subscriptions/{subscription}/resourceGroups */
export const listGroups: Handler = (exchange) => {
  const subscriptionId = requireSubscription(exchange);
  return list(
    exchange,
    exchange.state.groups.filter((group) => group.subscriptionId === subscriptionId).map(groupBody),
  );
};

/** GET /subscriptions/{subscription}/resourceGroups/{group} */
export const getGroup: Handler = (exchange) => ok(exchange, groupBody(requireGroup(exchange)));

/** GET /subscriptions/{subscription}/providers/Microsoft.CognitiveServices */
export const getProvider: Handler = (exchange) => {
  const id = requireSubscription(exchange);
  const isMissing = activeScenario(exchange.state, 'not-registered') !== undefined;
  return ok(exchange, {
    id: `/subscriptions/${id}/providers/Microsoft.CognitiveServices`,
    namespace: 'Microsoft.CognitiveServices',
    registrationState: isMissing ? 'NotRegistered' : 'Registered',
    registrationPolicy: 'RegistrationRequired',
    resourceTypes: [],
  });
};

function subscriptionBody(state: SandboxState, one: SandboxState['subscriptions'][number]): unknown {
  return {
    id: `/subscriptions/${one.id}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId: one.id,
    tenantId: one.tenantId,
    displayName: one.name,
    state: activeScenario(state, 'subscription-disabled') === undefined ? 'Enabled' : 'Disabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}

function groupBody(group: SandboxState['groups'][number]): unknown {
  return {
    id: `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`,
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    properties: { provisioningState: 'Succeeded' },
  };
}
