import type { SandboxCatalog } from './catalog.js';
import { refusals } from './refusals.js';
import type { Reply } from './reply.js';
import {
  accountKey,
  fold,
  keyOf,
  type SandboxAccount,
  type SandboxScenario,
  type SandboxState,
  type ScenarioId,
} from './state.js';

export type Method = 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';

/** One request on its way through the sandbox; operations that have ended by `now` are already settled. */
export interface Exchange {
  readonly state: SandboxState;
  readonly catalog: SandboxCatalog;
  readonly now: Date;
  readonly method: Method;
  /** Scheme, host and port as the client wrote them; links in answers start with it. */
  readonly origin: string;
  /** Path as the client wrote it, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly apiVersion: string;
  /** Named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Answer {
  readonly state: SandboxState;
  readonly reply: Reply;
}

export type Handler = (exchange: Exchange) => Answer;

/** An answer that changes nothing. */
export function ok(
  exchange: Exchange,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { state: exchange.state, reply: { status: 200, headers, body } };
}

export function list(exchange: Exchange, value: readonly unknown[]): Answer {
  return ok(exchange, { value });
}

export function param(exchange: Exchange, name: string): string {
  return exchange.params[name] ?? '';
}

export function activeScenario(state: SandboxState, id: ScenarioId): SandboxScenario | undefined {
  return state.scenarios.find((scenario) => scenario.id === id);
}

/** Account id as ARM writes it, from the account's own names. */
export function accountId(account: SandboxAccount): string {
  return `/subscriptions/${account.subscriptionId}/resourceGroups/${account.resourceGroup}/providers/Microsoft.CognitiveServices/accounts/${account.name}`;
}

export function requireSubscription(exchange: Exchange): string {
  const id = param(exchange, 'subscription');
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw refusals.invalidSubscriptionId(id);
  const found = exchange.state.subscriptions.find((subscription) => fold(subscription.id) === fold(id));
  if (found === undefined) throw refusals.subscriptionNotFound(id);
  return found.id;
}

export function requireGroup(exchange: Exchange): SandboxState['groups'][number] {
  const subscriptionId = requireSubscription(exchange);
  const name = param(exchange, 'group');
  const found = exchange.state.groups.find(
    (group) => group.subscriptionId === subscriptionId && fold(group.name) === fold(name),
  );
  if (found === undefined) throw refusals.groupNotFound(name);
  return found;
}

/** Accounts that answer; none while the scenario says that they are soft-deleted. */
export function liveAccounts(state: SandboxState): readonly SandboxAccount[] {
  return activeScenario(state, 'account-soft-deleted') === undefined ? state.accounts : [];
}

export function findAccount(exchange: Exchange): SandboxAccount | undefined {
  const group = requireGroup(exchange);
  const key = accountKey(group.subscriptionId, group.name, param(exchange, 'account'));
  return liveAccounts(exchange.state).find((account) => keyOf(account) === key);
}

export function requireAccount(exchange: Exchange): SandboxAccount {
  const account = findAccount(exchange);
  if (account === undefined)
    throw refusals.accountNotFound(param(exchange, 'account'), param(exchange, 'group'));
  return account;
}

/** As `requireAccount`, in the words that a write under a missing account gets. */
export function requireParentAccount(exchange: Exchange, type: string): SandboxAccount {
  const account = findAccount(exchange);
  if (account === undefined)
    throw refusals.parentNotFound(type, exchange.path.replace(/\/deployments\/.*$/i, ''));
  return account;
}
