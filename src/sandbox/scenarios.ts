import { type SandboxScenario, type SandboxState, SCENARIO_IDS, type ScenarioId } from './state.js';

export interface ScenarioInfo {
  readonly title: string;
  /** What a client sees while it is on. */
  readonly changes: string;
  /** Where Azure was seen to answer like this. */
  readonly source: string;
  /** How many requests it hits before it ends by itself; null for ever. */
  readonly times: number | null;
  /** Duration or Retry-After in seconds; 0 where it has none. */
  readonly seconds: number;
}

export const SCENARIOS: Readonly<Record<ScenarioId, ScenarioInfo>> = {
  'quota-used-up': {
    title: 'Quota used up',
    changes: 'Every quota is at its limit; what needs more gets 400 InsufficientQuota.',
    source: 'https://github.com/microsoft/PubSec-Info-Assistant/issues/880',
    times: null,
    seconds: 0,
  },
  'policy-denies': {
    title: 'A custom policy denies',
    changes: 'Creating or changing a deployment gets 403 RequestDisallowedByPolicy with the policy.',
    source: 'https://github.com/dotnet/machinelearning-modelbuilder/issues/3044',
    times: null,
    seconds: 0,
  },
  'policy-denies-builtin': {
    title: 'The built-in model policy denies',
    changes:
      'Creating a deployment gets 400 InvalidResourceProperties, "Policy evaluation returned compliance: NonCompliant".',
    source: 'Public reports of 2026-04 and 2026-07 on policy aafe3651-cb78-4f68-9f81-e7e41509110f',
    times: null,
    seconds: 0,
  },
  slow: {
    title: 'Slow operations',
    changes: 'Writes on deployments are accepted and take SECONDS.',
    source: 'https://github.com/Azure-Samples/claude/issues/62 (5 min 20 s there)',
    times: null,
    seconds: 8,
  },
  'failing-lro': {
    title: 'Operations that fail later',
    changes: 'Writes on deployments are accepted and end as Failed after SECONDS.',
    source: 'https://github.com/microsoft/microsoft-foundry-for-vscode/issues/279',
    times: null,
    seconds: 2,
  },
  'stuck-disabled': {
    title: 'A deployment that ends as Disabled',
    changes: 'A created deployment goes to provisioningState Disabled after SECONDS and stays there.',
    source: '@azure/arm-cognitiveservices 8.1.0, DeploymentProvisioningState; its poller never ends on it',
    times: null,
    seconds: 2,
  },
  conflict: {
    title: 'Another operation is running',
    changes: 'Writes on deployments get 409 RequestConflict.',
    source: 'https://github.com/Azure/Vector-Search-AI-Assistant/issues/11',
    times: 3,
    seconds: 0,
  },
  throttled: {
    title: 'Too many requests',
    changes: 'Requests get 429 with Retry-After: SECONDS.',
    source: 'Azure Resource Manager request limits (learn.microsoft.com, 2026)',
    times: 2,
    seconds: 1,
  },
  unavailable: {
    title: 'Service unavailable',
    changes: 'Requests get 503.',
    source: 'Azure Resource Manager, usual answer of a failing back end',
    times: 2,
    seconds: 0,
  },
  'dropped-connection': {
    title: 'Connection dropped',
    changes: 'The connection breaks before an answer; nothing was done.',
    source: 'Network fault',
    times: 1,
    seconds: 0,
  },
  'dropped-after-write': {
    title: 'Connection dropped after the write',
    changes: 'A write is done and the connection breaks before its answer.',
    source: 'Network fault',
    times: 1,
    seconds: 0,
  },
  'role-missing': {
    title: 'Role missing',
    changes: 'Writes get 403 AuthorizationFailed; reads work.',
    source: 'https://github.com/microsoft/foundry-dev-tools/issues/407',
    times: null,
    seconds: 0,
  },
  'quota-read-denied': {
    title: 'Quota cannot be read',
    changes: 'Usages of a region get 403 AuthorizationFailed, as without a role on the subscription.',
    source: 'Azure built-in roles: locations/usages/read is subscription scope',
    times: null,
    seconds: 0,
  },
  marketplace: {
    title: 'Marketplace purchase refused',
    changes: 'Creating a deployment of a partner model gets 400 UserError, no valid payment method.',
    source: 'https://github.com/microsoft/foundry-dev-tools/issues/440',
    times: null,
    seconds: 0,
  },
  'access-gated': {
    title: 'Model behind an access request',
    changes: 'Creating a deployment gets 400 SpecialFeatureOrQuotaIdRequired.',
    source: 'https://github.com/microsoft-foundry/foundry-samples/issues/916',
    times: null,
    seconds: 0,
  },
  'not-registered': {
    title: 'Resource provider not registered',
    changes: 'Writes get 409 MissingSubscriptionRegistration.',
    source: 'https://github.com/microsoft/foundry-dev-tools/issues/762',
    times: null,
    seconds: 0,
  },
  'subscription-disabled': {
    title: 'Subscription disabled',
    changes: 'Writes get 409 ReadOnlyDisabledSubscription.',
    source: 'https://github.com/microsoft/microsoft-foundry-for-vscode/issues/54',
    times: null,
    seconds: 0,
  },
  'account-soft-deleted': {
    title: 'Accounts soft-deleted',
    changes:
      'Accounts are gone (404) and listed as deleted; creating one again gets 409 FlagMustBeSetForRestore.',
    source: 'https://github.com/Azure/azure-cli/issues/18146',
    times: null,
    seconds: 0,
  },
  'data-role-missing': {
    title: 'Data-plane role missing',
    changes: 'A call with a token gets 401 PermissionDenied; keys work.',
    source: 'https://github.com/Azure-Samples/azure-search-openai-demo/issues/1837',
    times: null,
    seconds: 0,
  },
  'data-firewall': {
    title: 'Network rules refuse the caller',
    changes: 'Calls get 403: access denied due to Virtual Network/Firewall rules.',
    source: 'https://github.com/Azure-Samples/azure-sql-db-chatbot/issues/3',
    times: null,
    seconds: 0,
  },
  'data-private-only': {
    title: 'Public access disabled',
    changes: 'Calls get 403: public access is disabled.',
    source: 'https://github.com/TabularEditor/TabularEditor3/issues/1557',
    times: null,
    seconds: 0,
  },
  'data-not-ready': {
    title: 'Deployments not routable yet',
    changes: 'Calls get DeploymentNotFound or unknown_model, though the deployments are listed.',
    source: 'https://github.com/microsoft-foundry/new-foundry-portal/issues/127',
    times: null,
    seconds: 0,
  },
  'data-rate-limited': {
    title: 'Rate limit of the deployment',
    changes: 'Calls get 429 with Retry-After: SECONDS.',
    source: 'https://github.com/dyad-sh/dyad/issues/1849',
    times: 2,
    seconds: 1,
  },
  'data-high-demand': {
    title: 'High demand',
    changes: 'Calls get 429 with Retry-After: SECONDS; capacity, not quota.',
    source: 'https://github.com/pollinations/pollinations/issues/6260',
    times: 2,
    seconds: 1,
  },
  'data-content-filter': {
    title: 'Content filter',
    changes: 'Calls get 400 content_filter.',
    source: 'https://github.com/microsoft/TinyTroupe/issues/85',
    times: null,
    seconds: 0,
  },
  'data-outage': {
    title: 'Outage of the back end',
    changes: 'Calls get 500 InternalServerError.',
    source: 'https://github.com/microsoft/sample-app-aoai-chatGPT/issues/1266',
    times: null,
    seconds: 0,
  },
};

export function isScenarioId(text: string): text is ScenarioId {
  return SCENARIO_IDS.some((id) => id === text);
}

/** Switches a scenario on, or on again with other numbers. `times` 0 means for ever. */
export function withScenario(
  state: SandboxState,
  id: ScenarioId,
  options: { readonly times?: number | undefined; readonly seconds?: number | undefined },
): SandboxState {
  const info = SCENARIOS[id];
  const active: SandboxScenario = {
    id,
    remaining: options.times === undefined ? info.times : options.times === 0 ? null : options.times,
    seconds: options.seconds ?? info.seconds,
  };
  return { ...state, scenarios: [...state.scenarios.filter((one) => one.id !== id), active] };
}

/** Switches one scenario off, or all of them. */
export function withoutScenario(state: SandboxState, id?: ScenarioId): SandboxState {
  return { ...state, scenarios: id === undefined ? [] : state.scenarios.filter((one) => one.id !== id) };
}

/** Counts one hit; at the last one the scenario is over. */
export function spendScenario(state: SandboxState, id: ScenarioId): SandboxState {
  return {
    ...state,
    scenarios: state.scenarios.flatMap((one) => {
      if (one.id !== id || one.remaining === null) return [one];
      return one.remaining > 1 ? [{ ...one, remaining: one.remaining - 1 }] : [];
    }),
  };
}
