import * as v from 'valibot';
import { accountBody } from './account-body.js';
import {
  type Answer,
  accountId,
  activeScenario,
  type Exchange,
  findAccount,
  type Handler,
  param,
  requireGroup,
} from './exchange.js';
import { operationHeaders, startOperation } from './operations.js';
import { quotaUse } from './quota.js';
import { refusals } from './refusals.js';
import { armTime, guidFrom, refuse } from './reply.js';
import { isBusy } from './settle.js';
import { accountKey, foldRegion, keyOf, type SandboxAccount, type SandboxState } from './state.js';

/** Recorded: the next poll, one second later, says Succeeded. */
const CREATE_SECONDS = 1;

const Body = v.object({
  kind: v.string(),
  location: v.string(),
  sku: v.optional(v.object({ name: v.string() })),
  tags: v.optional(v.nullable(v.record(v.string(), v.string()))),
  properties: v.optional(
    v.object({
      customSubDomainName: v.optional(v.nullable(v.string())),
      disableLocalAuth: v.optional(v.nullable(v.boolean())),
      restore: v.optional(v.nullable(v.boolean())),
    }),
    {},
  ),
});

/** PUT accounts/{account}: 201 with azure-asyncoperation for a new one, 200 for an existing one. */
export const putAccount: Handler = (exchange): Answer => {
  const group = requireGroup(exchange);
  const name = param(exchange, 'account');
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}$/.test(name)) throw refusals.invalidAccountName();
  const input = v.safeParse(Body, exchange.body);
  if (!input.success) throw refusals.badContent(input.issues[0].message);
  const body = input.output;
  requireOfferedRegion(exchange, body.kind, body.location);

  const existing = findAccount(exchange);
  const account = newAccount(exchange, group, name, body, existing);
  const key = keyOf(account);
  const { tenantId } = exchange.state.subscriptions.find((one) => one.id === group.subscriptionId) ?? {
    tenantId: '',
  };
  if (existing !== undefined) {
    if (isBusy(exchange.state, key)) throw refusals.conflict(accountId(existing));
    return {
      state: withAccount(exchange.state, account),
      reply: { status: 200, headers: { etag: account.etag }, body: accountBody(account, tenantId) },
    };
  }

  const buried = exchange.state.deletedAccounts.find((one) => keyOf(one.account) === key);
  const isBuried =
    buried !== undefined || activeScenario(exchange.state, 'account-soft-deleted') !== undefined;
  if (isBuried && body.properties.restore !== true) throw refusals.softDeleted(accountId(account));
  requireAccountQuota(exchange, account);

  const state = withAccount(
    { ...exchange.state, deletedAccounts: exchange.state.deletedAccounts.filter((one) => one !== buried) },
    account,
  );
  const started = startOperation({ ...exchange, state }, account, {
    seconds: CREATE_SECONDS,
    isDelete: false,
    error: null,
    effect: { kind: 'account', account: key, provisioningState: 'Succeeded' },
  });
  return {
    state: started.state,
    reply: {
      status: 201,
      headers: { etag: account.etag, ...operationHeaders(exchange, started.operation) },
      body: accountBody(account, tenantId),
    },
  };
};

function newAccount(
  exchange: Exchange,
  group: SandboxState['groups'][number],
  name: string,
  body: v.InferOutput<typeof Body>,
  existing: SandboxAccount | undefined,
): SandboxAccount {
  const time = armTime(exchange.now);
  const isFoundry = body.kind === 'AIServices';
  return {
    subscriptionId: group.subscriptionId,
    resourceGroup: existing?.resourceGroup ?? group.name,
    name: existing?.name ?? name,
    kind: body.kind,
    location: existing?.location ?? body.location,
    customSubdomain: body.properties.customSubDomainName ?? existing?.customSubdomain ?? null,
    disableLocalAuth:
      body.properties.disableLocalAuth ?? existing?.disableLocalAuth ?? (isFoundry ? false : null),
    projects: existing?.projects ?? [],
    ...(existing?.keyRotations === undefined ? {} : { keyRotations: existing.keyRotations }),
    provisioningState: existing?.provisioningState ?? 'Creating',
    tags: body.tags ?? existing?.tags ?? null,
    etag: `"${guidFrom('etag', accountKey(group.subscriptionId, group.name, name), time)}"`,
    audit: {
      by: 'sandbox-user@contoso.example',
      createdAt: existing?.audit.createdAt ?? time,
      modifiedAt: time,
    },
  };
}

function requireOfferedRegion(exchange: Exchange, kind: string, location: string): void {
  const offered = exchange.catalog.accountRegions[kind];
  if (offered === undefined)
    throw refuse(
      400,
      'InvalidApiSetId',
      `The account type '${kind}' is either invalid or unavailable in given region.`,
    );
  const regions = [...new Set(offered.map((name) => name.toLowerCase()))];
  if (regions.includes(foldRegion(location))) return;
  throw refuse(
    400,
    'LocationNotAvailableForResourceType',
    `The provided location '${location}' is not available for resource type 'Microsoft.CognitiveServices/accounts'. List of available regions for the resource type is '${regions.join(',')}'.`,
  );
}

function requireAccountQuota(exchange: Exchange, account: SandboxAccount): void {
  const row = quotaUse(
    exchange.state,
    exchange.catalog,
    account.subscriptionId,
    foldRegion(account.location),
    `${account.kind}.S0.AccountCount`,
  );
  if (row !== null && row.used >= row.limit) throw refusals.accountQuota(account.name);
}

function withAccount(state: SandboxState, account: SandboxAccount): SandboxState {
  const key = keyOf(account);
  const isKnown = state.accounts.some((one) => keyOf(one) === key);
  return {
    ...state,
    accounts: isKnown
      ? state.accounts.map((one) => (keyOf(one) === key ? account : one))
      : [...state.accounts, account],
  };
}
