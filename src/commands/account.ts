import type { Prompter } from '../context.js';
import { isSubscriptionGuid, parseAccountId } from '../core/account-id.js';
import { nearestNames } from '../core/catalog/nearest.js';
import type { Account, AccountRef } from '../core/control-plane.js';
import { AimiError } from '../errors.js';
import type { Session } from '../session.js';
import { resolveSubscription } from './subscription.js';
import { withProgress } from './with-progress.js';

/** Kinds of account that can hold model deployments. Source: Microsoft.CognitiveServices models list, 2026-04. */
const DEPLOYABLE_KINDS: ReadonlySet<string> = new Set(['aiservices', 'openai']);

export function holdsDeployments(account: Account): boolean {
  return DEPLOYABLE_KINDS.has(account.kind.toLowerCase());
}

/**
 * The account (resource) to work on. `--account` may be a name or a whole resource id. Without it: the only
 * one there is, or a question, or `account-not-chosen`.
 */
export async function resolveAccount(
  session: Session,
  select: Prompter['select'] = (question) => session.ctx.prompter.select(question),
): Promise<Account> {
  const setting = session.settings.account;
  const byId = setting === null ? null : parseAccountId(setting);
  const azure = await session.azure();
  const signal = session.ctx.interrupt;
  const read = (ref: AccountRef): Promise<Account> =>
    withProgress(session, `Reading account ${ref.account}`, () => azure.getAccount(ref, signal));
  if (byId !== null) return read(byId);
  const subscriptionId = await resolveSubscription(session, select);
  const resourceGroup = session.settings.resourceGroup ?? undefined;
  if (setting !== null && resourceGroup !== undefined) {
    return read({ subscriptionId, resourceGroup, account: setting });
  }
  const accounts = await withProgress(session, 'Reading the accounts', () =>
    azure.listAccounts(subscriptionId, resourceGroup, signal),
  );
  return setting === null ? choose(session, accounts, select) : byName(session, setting, accounts, select);
}

/** The account that the settings name whole, so that reads of it need not wait for one another. */
export function knownAccountRef(session: Session): AccountRef | null {
  const { account, resourceGroup, subscription } = session.settings;
  if (account === null) return null;
  const byId = parseAccountId(account);
  if (byId !== null) return byId;
  if (resourceGroup === null || subscription === null || !isSubscriptionGuid(subscription)) return null;
  return { subscriptionId: subscription, resourceGroup, account };
}

/** Names are unique in a group only, so one name may be several accounts. */
async function byName(
  session: Session,
  name: string,
  accounts: readonly Account[],
  select: Prompter['select'],
): Promise<Account> {
  const found = accounts.filter((account) => account.account.toLowerCase() === name.toLowerCase());
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined) {
    if (session.canAsk) return ask(select, `Which ${name}?`, found);
    throw notChosen(
      `${found.length} accounts are called '${name}'.`,
      'Add -g GROUP',
      found,
      (row) => row.resourceGroup,
    );
  }
  const near = nearestNames(
    name,
    accounts.map((account) => account.account),
  );
  throw new AimiError('account-not-found', {
    message: `There is no account '${name}' in this subscription.`,
    hint:
      near.length === 0 ? 'aimi accounts list shows those you can see' : `Did you mean ${near.join(', ')}?`,
    details: { account: name, nearest: near },
  });
}

async function choose(
  session: Session,
  accounts: readonly Account[],
  select: Prompter['select'],
): Promise<Account> {
  const able = accounts.filter(holdsDeployments);
  const [first, second] = able;
  if (first === undefined) {
    throw new AimiError('account-not-found', {
      message: `There is no Azure AI Services or Azure OpenAI account in this ${session.settings.resourceGroup === null ? 'subscription' : 'resource group'}.`,
      hint: 'Make one: az cognitiveservices account create --kind AIServices --sku S0 --custom-domain NAME -n NAME -g GROUP -l REGION',
    });
  }
  if (second === undefined) return first;
  if (session.canAsk) return ask(select, 'Which account?', able);
  throw notChosen(
    `${able.length} accounts are possible and none is chosen.`,
    'Add --account NAME (or AIMI_ACCOUNT), or remember one with aimi use NAME',
    able,
    (row) => row.account,
  );
}

async function ask(select: Prompter['select'], message: string, rows: readonly Account[]): Promise<Account> {
  const id = await select({
    message,
    choices: rows.map((row) => ({
      value: row.id,
      name: `${row.account} (${row.kind}, ${row.location}, group ${row.resourceGroup})`,
    })),
  });
  const chosen = rows.find((row) => row.id === id);
  if (chosen === undefined) throw new Error(`no account ${id} among the choices`);
  return chosen;
}

function notChosen(
  message: string,
  way: string,
  rows: readonly Account[],
  word: (row: Account) => string,
): AimiError {
  const shown = rows.slice(0, 6).map(word).join(', ');
  return new AimiError('account-not-chosen', {
    message,
    hint: `${way}: ${shown}${rows.length > 6 ? ', ...' : ''}`,
    details: { accounts: rows.map((row) => ({ name: row.account, resourceGroup: row.resourceGroup })) },
  });
}

export function refOf(account: Account): AccountRef {
  const { subscriptionId, resourceGroup, account: name } = account;
  return { subscriptionId, resourceGroup, account: name };
}
