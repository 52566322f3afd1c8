import * as v from 'valibot';

/** Version of the file's form; a file of another version is refused, not guessed at. */
export const STATE_FORMAT = 1;

const Tags = v.record(v.string(), v.string());
const Audit = v.object({ by: v.string(), createdAt: v.string(), modifiedAt: v.string() });

const Account = v.object({
  subscriptionId: v.string(),
  resourceGroup: v.string(),
  name: v.string(),
  kind: v.string(),
  /** As the client spelled it: `JAPANEAST`. */
  location: v.string(),
  customSubdomain: v.nullable(v.string()),
  disableLocalAuth: v.nullable(v.boolean()),
  /** How often key1 and key2 have been regenerated; absent for never. */
  keyRotations: v.optional(v.tuple([v.number(), v.number()])),
  projects: v.array(v.string()),
  provisioningState: v.string(),
  tags: v.nullable(Tags),
  etag: v.string(),
  audit: Audit,
});

const Model = v.object({
  format: v.string(),
  name: v.string(),
  version: v.string(),
  publisher: v.optional(v.string()),
});

const Deployment = v.object({
  /** `accountKey` of the account it lies in. */
  account: v.string(),
  name: v.string(),
  sku: v.object({ name: v.string(), capacity: v.number() }),
  model: Model,
  /** The quota that its capacity is counted on, with its region (lower case). */
  usageName: v.string(),
  region: v.string(),
  raiPolicyName: v.nullable(v.string()),
  versionUpgradeOption: v.string(),
  provisioningState: v.string(),
  /** Filled in from the catalog at the time of the write, already multiplied by the capacity. */
  rateLimits: v.array(v.object({ key: v.string(), renewalPeriod: v.number(), count: v.number() })),
  capabilities: v.record(v.string(), v.nullable(v.string())),
  tags: v.nullable(Tags),
  etag: v.string(),
  audit: Audit,
});

const Effect = v.variant('kind', [
  v.object({ kind: v.literal('account'), account: v.string(), provisioningState: v.string() }),
  v.object({
    kind: v.literal('deployment'),
    account: v.string(),
    deployment: v.string(),
    provisioningState: v.string(),
  }),
  v.object({ kind: v.literal('delete-deployment'), account: v.string(), deployment: v.string() }),
]);

const Operation = v.object({
  id: v.string(),
  subscriptionId: v.string(),
  location: v.string(),
  account: v.string(),
  startedAt: v.string(),
  endsAt: v.string(),
  isDelete: v.boolean(),
  /** Null: it ends well. */
  error: v.nullable(v.object({ code: v.string(), message: v.string() })),
  effect: Effect,
  isDone: v.boolean(),
});

/** A Consumption budget; `scope` is the lower-case path of its subscription or group. */
const Budget = v.object({
  scope: v.string(),
  name: v.string(),
  etag: v.string(),
  properties: v.looseObject({
    amount: v.number(),
    timeGrain: v.string(),
    timePeriod: v.object({ startDate: v.string(), endDate: v.string() }),
  }),
});

/** Faults of the control plane. */
export const CONTROL_SCENARIO_IDS = [
  'quota-used-up',
  'policy-denies',
  'policy-denies-builtin',
  'slow',
  'failing-lro',
  'stuck-disabled',
  'conflict',
  'throttled',
  'unavailable',
  'dropped-connection',
  'dropped-after-write',
  'role-missing',
  'quota-read-denied',
  'marketplace',
  'access-gated',
  'not-registered',
  'subscription-disabled',
  'account-soft-deleted',
] as const;

/** Faults that only a call of a model sees. */
export const DATA_SCENARIO_IDS = [
  'data-role-missing',
  'data-firewall',
  'data-private-only',
  'data-not-ready',
  'data-rate-limited',
  'data-high-demand',
  'data-content-filter',
  'data-outage',
] as const;

export const SCENARIO_IDS = [...CONTROL_SCENARIO_IDS, ...DATA_SCENARIO_IDS] as const;

const ActiveScenario = v.object({
  id: v.picklist(SCENARIO_IDS),
  /** How many requests it still hits; null for ever. */
  remaining: v.nullable(v.number()),
  /** Seconds, where the scenario has a duration or a Retry-After. */
  seconds: v.number(),
});

const State = v.object({
  format: v.literal(STATE_FORMAT),
  subscriptions: v.array(v.object({ id: v.string(), name: v.string(), tenantId: v.string() })),
  groups: v.array(v.object({ subscriptionId: v.string(), name: v.string(), location: v.string() })),
  accounts: v.array(Account),
  deletedAccounts: v.array(v.object({ account: Account, deletedAt: v.string() })),
  deployments: v.array(Deployment),
  operations: v.array(Operation),
  scenarios: v.array(ActiveScenario),
  /** Absent in states that were written before there were budgets. */
  budgets: v.optional(v.array(Budget)),
});

export type SandboxState = v.InferOutput<typeof State>;
export type SandboxAccount = SandboxState['accounts'][number];
export type SandboxDeployment = SandboxState['deployments'][number];
export type SandboxOperation = SandboxState['operations'][number];
export type SandboxEffect = SandboxOperation['effect'];
export type SandboxBudget = NonNullable<SandboxState['budgets']>[number];
export type ScenarioId = (typeof SCENARIO_IDS)[number];
export type SandboxScenario = SandboxState['scenarios'][number];

/** The state, or null when `value` is not one. */
export function parseState(value: unknown): SandboxState | null {
  const result = v.safeParse(State, value);
  return result.success ? result.output : null;
}

/** Names and regions compare without case; regions also without blanks. */
export const fold = (text: string): string => text.toLowerCase();
export const foldRegion = (text: string): string => text.toLowerCase().replaceAll(' ', '');

/** What identifies an account inside the state. */
export function accountKey(subscriptionId: string, resourceGroup: string, name: string): string {
  return fold(`${subscriptionId}/${resourceGroup}/${name}`);
}

export function keyOf(account: SandboxAccount): string {
  return accountKey(account.subscriptionId, account.resourceGroup, account.name);
}
