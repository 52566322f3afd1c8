import type { CatalogModel } from './catalog.js';
import { activeScenario, type Exchange } from './exchange.js';
import { guidFrom, type Refusal, refuse } from './reply.js';
import { spendScenario } from './scenarios.js';
import type { SandboxScenario, SandboxState, ScenarioId } from './state.js';

/** What a route is, as far as scenarios care. */
export type RouteKind = 'read' | 'usages' | 'account-write' | 'deployment-write' | 'budget-write';

export type Fault =
  | { readonly kind: 'refused'; readonly state: SandboxState; readonly refusal: Refusal }
  | { readonly kind: 'dropped'; readonly state: SandboxState };

interface Rule {
  readonly id: ScenarioId;
  readonly hits: (kind: RouteKind, exchange: Exchange) => boolean;
  readonly refusal: (exchange: Exchange, scenario: SandboxScenario) => Refusal | null;
}

const isResourceWrite = (kind: RouteKind): boolean => kind === 'account-write' || kind === 'deployment-write';
const isWrite = (kind: RouteKind): boolean => isResourceWrite(kind) || kind === 'budget-write';
const always = (): boolean => true;

/** In the order in which Azure's layers look at a request: the way, ARM, the provider. */
const RULES: readonly Rule[] = [
  { id: 'dropped-connection', hits: always, refusal: () => null },
  { id: 'throttled', hits: always, refusal: (_, scenario) => throttled(scenario.seconds) },
  {
    id: 'unavailable',
    hits: always,
    refusal: () =>
      refuse(503, 'ServiceUnavailable', 'The service is temporarily unavailable. Please try again later.'),
  },
  {
    id: 'role-missing',
    hits: isWrite,
    refusal: (exchange) => authorizationFailed(exchange, writeAction(exchange)),
  },
  {
    id: 'quota-read-denied',
    hits: (kind) => kind === 'usages',
    refusal: (exchange) => authorizationFailed(exchange, 'Microsoft.CognitiveServices/locations/usages/read'),
  },
  { id: 'subscription-disabled', hits: isWrite, refusal: subscriptionDisabled },
  { id: 'not-registered', hits: isResourceWrite, refusal: notRegistered },
  {
    id: 'policy-denies',
    hits: (kind, exchange) => kind === 'deployment-write' && exchange.method !== 'DELETE',
    refusal: policyDenies,
  },
  { id: 'conflict', hits: (kind) => kind === 'deployment-write', refusal: conflict },
];

/** The first active scenario that stops the request before the provider has looked at it; null for none. */
export function faultBefore(exchange: Exchange, kind: RouteKind): Fault | null {
  for (const rule of RULES) {
    const scenario = activeScenario(exchange.state, rule.id);
    if (scenario === undefined || !rule.hits(kind, exchange)) continue;
    const state = spendScenario(exchange.state, rule.id);
    const refusal = rule.refusal(exchange, scenario);
    return refusal === null ? { kind: 'dropped', state } : { kind: 'refused', state, refusal };
  }
  return null;
}

/** Refusals that need the model: the built-in policy, gated models, the marketplace. */
export function modelFault(
  exchange: Exchange,
  model: CatalogModel,
): { readonly id: ScenarioId; readonly refusal: Refusal } | null {
  const text = `Format:${model.format},Name:${model.name},Version:${model.version}`;
  if (activeScenario(exchange.state, 'policy-denies-builtin') !== undefined) {
    const refusal = refuse(
      400,
      'InvalidResourceProperties',
      `Policy evaluation returned compliance: NonCompliant for model ${model.name}/${model.version} with error: This action is noncompliant with policy. Policy assignment: '/subscriptions/${exchange.params.subscription ?? ''}/providers/Microsoft.Authorization/policyAssignments/approved-models'. Failed expressions: Operator NotIn returned True for Field Microsoft.CognitiveServices.Data/accounts/deployments/model.publisher.`,
    );
    return { id: 'policy-denies-builtin', refusal };
  }
  if (activeScenario(exchange.state, 'access-gated') !== undefined) {
    const refusal = refuse(
      400,
      'SpecialFeatureOrQuotaIdRequired',
      `The current subscription does not have access to this model '${text}'.`,
    );
    return { id: 'access-gated', refusal };
  }
  if (activeScenario(exchange.state, 'marketplace') !== undefined && model.marketplace === true) {
    const refusal = refuse(
      400,
      'UserError',
      'Error occurred when subscribing to Marketplace: Marketplace Subscription purchase eligibility check failed, error message [Purchase failed because there is no valid payment method associated with this Azure subscription. Please retry using a subscription that has an active payment instrument. Learn more: https://aka.ms/SaaSPurchaseErrors].',
    );
    return { id: 'marketplace', refusal };
  }
  return null;
}

function throttled(seconds: number): Refusal {
  return refuse(
    429,
    'TooManyRequests',
    `The request is being throttled as the limit has been reached for operation type. For more information, see - https://aka.ms/srpthrottlinglimits`,
    {},
    { 'retry-after': String(seconds) },
  );
}

function writeAction(exchange: Exchange): string {
  const verb = exchange.method === 'DELETE' ? 'delete' : 'write';
  if (exchange.params.budget !== undefined) return `Microsoft.Consumption/budgets/${verb}`;
  const type = /\/deployments\//i.test(exchange.path) ? 'accounts/deployments' : 'accounts';
  return `Microsoft.CognitiveServices/${type}/${verb}`;
}

function authorizationFailed(exchange: Exchange, action: string): Refusal {
  const objectId = guidFrom('sandbox-user');
  return refuse(
    403,
    'AuthorizationFailed',
    `The client 'sandbox-user@contoso.example' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${exchange.path}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

function subscriptionDisabled(exchange: Exchange): Refusal {
  return refuse(
    409,
    'ReadOnlyDisabledSubscription',
    `The subscription '${exchange.params.subscription ?? ''}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`,
  );
}

function notRegistered(): Refusal {
  const message =
    "The subscription is not registered to use namespace 'Microsoft.CognitiveServices'. See https://aka.ms/rps-not-found for how to register subscriptions.";
  return refuse(409, 'MissingSubscriptionRegistration', message, {
    details: [{ code: 'MissingSubscriptionRegistration', target: 'Microsoft.CognitiveServices', message }],
  });
}

function policyDenies(exchange: Exchange): Refusal {
  const name = exchange.params.deployment ?? '';
  const scope = `/subscriptions/${exchange.params.subscription ?? ''}`;
  return refuse(
    403,
    'RequestDisallowedByPolicy',
    `Resource '${name}' was disallowed by policy. Reasons: 'Only models on the approved list may be deployed.'. See error details for policy resource IDs.`,
    {
      target: name,
      additionalInfo: [
        {
          type: 'PolicyViolation',
          info: {
            policyDefinitionDisplayName: 'Allowed model deployments',
            policyDefinitionId: `${scope}/providers/Microsoft.Authorization/policyDefinitions/allowed-models`,
            policyDefinitionName: 'allowed-models',
            policyDefinitionEffect: 'deny',
            policyAssignmentId: `${scope}/providers/Microsoft.Authorization/policyAssignments/allowed-models`,
            policyAssignmentName: 'allowed-models',
            policyAssignmentDisplayName: 'Allowed model deployments',
            policyAssignmentScope: scope,
            policyAssignmentParameters: {},
            policyExemptionIds: [],
            evaluationDetails: {
              evaluatedExpressions: [
                {
                  result: 'True',
                  expressionKind: 'Field',
                  expression: 'type',
                  path: 'type',
                  expressionValue: 'Microsoft.CognitiveServices/accounts/deployments',
                  targetValue: 'Microsoft.CognitiveServices/accounts/deployments',
                  operator: 'Equals',
                },
              ],
            },
          },
        },
      ],
    },
  );
}

function conflict(exchange: Exchange): Refusal {
  const parent = exchange.path.replace(/\/deployments\/.*$/i, '');
  return refuse(
    409,
    'RequestConflict',
    `Another operation is being performed on the parent resource '${parent}'. Please try again later.`,
  );
}
