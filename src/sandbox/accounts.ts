import * as v from 'valibot';
import { accountBody } from './account-body.js';
import { keysOf } from './data-plane/keys.js';
import {
  type Answer,
  accountId,
  type Exchange,
  findAccount,
  type Handler,
  list,
  liveAccounts,
  ok,
  requireAccount,
  requireGroup,
  requireSubscription,
} from './exchange.js';
import { refusals } from './refusals.js';
import { guidFrom } from './reply.js';
import { isBusy } from './settle.js';
import { fold, keyOf, type SandboxAccount } from './state.js';

/** GET accounts of a subscription. */
export const listSubscriptionAccounts: Handler = (exchange) => {
  const id = requireSubscription(exchange);
  return list(
    exchange,
    bodies(
      exchange,
      liveAccounts(exchange.state).filter((one) => one.subscriptionId === id),
    ),
  );
};

/** GET accounts of a resource group. */
export const listGroupAccounts: Handler = (exchange) => {
  const group = requireGroup(exchange);
  const rows = liveAccounts(exchange.state).filter(
    (one) => one.subscriptionId === group.subscriptionId && fold(one.resourceGroup) === fold(group.name),
  );
  return list(exchange, bodies(exchange, rows));
};

/** GET accounts/{account} */
export const getAccount: Handler = (exchange) => {
  const account = requireAccount(exchange);
  return ok(exchange, accountBody(account, tenantOf(exchange, account)), { etag: account.etag });
};

/** POST accounts/{account}/listKeys */
export const listKeys: Handler = (exchange) => {
  const account = requireAccount(exchange);
  if (account.disableLocalAuth === true) throw refusals.keysDisabled();
  return ok(exchange, keysOf(account));
};

/** POST accounts/{account}/regenerateKey with `{"keyName":"Key1"}`: the old key opens nothing any more. */
export const regenerateKey: Handler = (exchange) => {
  const account = requireAccount(exchange);
  if (account.disableLocalAuth === true) throw refusals.keysDisabled();
  const input = v.safeParse(v.object({ keyName: v.picklist(['Key1', 'Key2']) }), exchange.body);
  if (!input.success) throw refusals.badContent(input.issues[0].message);
  const [first = 0, second = 0] = account.keyRotations ?? [];
  const isFirst = input.output.keyName === 'Key1';
  const changed: SandboxAccount = {
    ...account,
    keyRotations: isFirst ? [first + 1, second] : [first, second + 1],
  };
  const { state } = exchange;
  return {
    state: { ...state, accounts: state.accounts.map((one) => (one === account ? changed : one)) },
    reply: { status: 200, body: keysOf(changed) },
  };
};

/** DELETE accounts/{account}: soft-deleted; 204 for a missing one (ARM's convention). */
export const deleteAccount: Handler = (exchange): Answer => {
  const account = findAccount(exchange);
  const { state, now } = exchange;
  if (account === undefined) return { state, reply: { status: 204, body: null } };
  if (isBusy(state, keyOf(account))) throw refusals.conflict(accountId(account));
  const project = account.projects[0];
  if (project !== undefined) {
    throw refusals.nestedResources(
      `Microsoft.CognitiveServices/accounts/${account.name}/projects/${project}`,
    );
  }
  const key = keyOf(account);
  return {
    state: {
      ...state,
      accounts: state.accounts.filter((one) => keyOf(one) !== key),
      deployments: state.deployments.filter((one) => one.account !== key),
      deletedAccounts: [...state.deletedAccounts, { account, deletedAt: now.toISOString() }],
    },
    reply: { status: 200, body: null },
  };
};

/** GET deletedAccounts of a subscription. */
export const listDeletedAccounts: Handler = (exchange) => {
  const id = requireSubscription(exchange);
  const { state, now } = exchange;
  const byScenario = liveAccounts(state).length === state.accounts.length ? [] : state.accounts;
  const gone = [
    ...state.deletedAccounts,
    ...byScenario.map((account) => ({ account, deletedAt: now.toISOString() })),
  ].filter(({ account }) => account.subscriptionId === id);
  return list(
    exchange,
    gone.map(({ account, deletedAt }) => ({
      id: `/subscriptions/${id}/providers/Microsoft.CognitiveServices/locations/${account.location}/resourceGroups/${account.resourceGroup}/deletedAccounts/${account.name}`,
      name: account.name,
      type: 'Microsoft.CognitiveServices/deletedAccounts',
      location: account.location,
      kind: account.kind,
      sku: { name: 'S0' },
      etag: account.etag,
      properties: {
        deletionDate: deletedAt,
        scheduledPurgeDate: new Date(Date.parse(deletedAt) + 48 * 3_600_000).toISOString(),
        internalId: guidFrom('internal', accountId(account)).replaceAll('-', ''),
      },
    })),
  );
};

export function tenantOf(exchange: Exchange, account: SandboxAccount): string {
  return exchange.state.subscriptions.find((one) => one.id === account.subscriptionId)?.tenantId ?? '';
}

function bodies(exchange: Exchange, accounts: readonly SandboxAccount[]): readonly unknown[] {
  return accounts.map((account) => accountBody(account, tenantOf(exchange, account)));
}
