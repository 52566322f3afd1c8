import { isSubscriptionGuid, parseAccountId } from '../../core/account-id.js';
import { word } from '../../core/arm-errors/command-words.js';
import { nearestNames } from '../../core/catalog/nearest.js';
import type { Account, Subscription } from '../../core/control-plane.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { holdsDeployments } from '../account.js';
import { resolveSubscription } from '../subscription.js';

/** So many subscriptions are asked side by side. */
const AT_ONCE = 8;

export interface FoundAccount {
  readonly account: Account;
  /** Null when the subscriptions were not listed. */
  readonly subscription: Subscription | null;
}

/**
 * The account to remember: by resource id, by name over all subscriptions, or the only one, or a question.
 * `-s` and `-g` (or their variables) narrow the search; what is remembered already does not. Throws
 * `account-not-found` and `account-not-chosen`.
 */
export async function findAccount(session: Session, name: string | null): Promise<FoundAccount> {
  const byId = name === null ? null : parseAccountId(name);
  const azure = await session.azure();
  const signal = session.ctx.interrupt;
  if (byId !== null) {
    const [account, all] = await Promise.all([
      azure.getAccount(byId, signal),
      azure.listSubscriptions(signal).catch(() => []),
    ]);
    return { account, subscription: subscriptionOf(account, all) };
  }
  const subscriptions = await subscriptionsToSearch(session, name === null);
  const group = isSaid(session, 'resourceGroup') ? session.settings.resourceGroup : null;
  const all = (await listAll(session, subscriptions)).filter(
    ({ resourceGroup }) => group === null || resourceGroup.toLowerCase() === group.toLowerCase(),
  );
  const possible = all.filter(holdsDeployments);
  const fitting =
    name === null ? possible : possible.filter((row) => row.account.toLowerCase() === name.toLowerCase());
  const account = await oneOf(session, fitting, subscriptions, name, all);
  return { account, subscription: subscriptionOf(account, subscriptions) };
}

function isSaid({ settings }: Session, name: 'subscription' | 'resourceGroup'): boolean {
  const { kind } = settings.origins[name];
  return kind === 'flag' || kind === 'environment' || kind === 'project-file';
}

/** With a question first when there are several and no name to look for. */
async function subscriptionsToSearch(session: Session, isOpen: boolean): Promise<readonly Subscription[]> {
  const azure = await session.azure();
  const all = await azure.listSubscriptions(session.ctx.interrupt);
  const enabled = all.filter(({ state }) => state.toLowerCase() !== 'disabled');
  if (isSaid(session, 'subscription')) {
    const id = await resolveSubscription(session);
    return [subscriptionById(id, all)];
  }
  if (enabled.length === 0) {
    throw new AimiError('subscription-not-found', {
      message: 'This identity sees no enabled subscription.',
      hint: 'aimi whoami shows who is signed in; to another tenant: aimi login --tenant ID',
    });
  }
  if (!isOpen || enabled.length === 1 || !session.canAsk) return enabled;
  const id = await session.ctx.prompter.select({
    message: 'Which subscription?',
    choices: enabled.map((row) => ({ value: row.id, name: `${row.name} (${row.id})` })),
  });
  return [subscriptionById(id, enabled)];
}

function subscriptionById(id: string, all: readonly Subscription[]): Subscription {
  const found = all.find((row) => row.id.toLowerCase() === id.toLowerCase());
  return found ?? { id, name: '', state: '' };
}

function subscriptionOf(account: Account, all: readonly Subscription[]): Subscription | null {
  return all.find(({ id }) => id.toLowerCase() === account.subscriptionId.toLowerCase()) ?? null;
}

/** A subscription that cannot be read is passed over, unless none can. */
async function listAll(
  session: Session,
  subscriptions: readonly Subscription[],
): Promise<readonly Account[]> {
  const azure = await session.azure();
  const progress = await session.startProgress('Looking for accounts');
  const found: Account[] = [];
  let failure: unknown;
  let failed = 0;
  try {
    for (let from = 0; from < subscriptions.length; from += AT_ONCE) {
      const part = subscriptions.slice(from, from + AT_ONCE);
      const lists = await Promise.allSettled(
        part.map(({ id }) => azure.listAccounts(id, undefined, session.ctx.interrupt)),
      );
      session.ctx.interrupt.throwIfAborted();
      for (const [index, list] of lists.entries()) {
        if (list.status === 'fulfilled') found.push(...list.value);
        else {
          failure ??= list.reason;
          failed += 1;
          session.explain(`Passed over ${part[index]?.name ?? ''}: ${String(list.reason)}`);
        }
      }
    }
  } finally {
    progress.stop();
  }
  if (failed === subscriptions.length && failure !== undefined) throw failure;
  if (failed > 0) session.say(`${failed} of ${subscriptions.length} subscriptions could not be read.`);
  return found;
}

async function oneOf(
  session: Session,
  fitting: readonly Account[],
  subscriptions: readonly Subscription[],
  name: string | null,
  all: readonly Account[],
): Promise<Account> {
  const [first, second] = fitting;
  if (first === undefined) throw notFound(name, all, session.settings.sandbox);
  if (second === undefined) return first;
  const hasSeveral = subscriptions.length > 1;
  if (session.canAsk) {
    const id = await session.ctx.prompter.select({
      message: name === null ? 'Which account?' : `Which ${name}?`,
      choices: fitting.map((row) => ({
        value: row.id,
        name: `${row.account} (${row.kind}, ${row.location}, group ${row.resourceGroup}${hasSeveral ? `, ${subscriptionOf(row, subscriptions)?.name ?? row.subscriptionId}` : ''})`,
      })),
    });
    return fitting.find((row) => row.id === id) ?? first;
  }
  const line = ({ account, resourceGroup, subscriptionId }: Account): string =>
    `${hasSeveral ? `-s ${word(subscriptionId)} ` : ''}-g ${word(resourceGroup)} -a ${word(account)}`;
  throw new AimiError('account-not-chosen', {
    message:
      name === null
        ? `${fitting.length} accounts are possible, and nobody can be asked here.`
        : `${fitting.length} accounts are called '${name}'.`,
    hint: [
      'Say which one:',
      ...fitting.slice(0, 8).map((row) => `aimi use ${line(row)}`),
      ...(fitting.length > 8 ? [`... and ${fitting.length - 8} more: aimi accounts list`] : []),
    ].join('\n'),
    details: {
      accounts: fitting.map(({ account, resourceGroup, subscriptionId }) => ({
        name: account,
        resourceGroup,
        subscriptionId,
      })),
    },
  });
}

function notFound(name: string | null, all: readonly Account[], isSandbox: boolean): AimiError {
  if (name === null) {
    return new AimiError('account-not-found', {
      message: 'There is no Azure AI Services or Azure OpenAI account that this identity can see.',
      hint: 'Make one: az cognitiveservices account create --kind AIServices --sku S0 --custom-domain NAME -n NAME -g GROUP -l REGION',
    });
  }
  const other = all.find((row) => row.account.toLowerCase() === name.toLowerCase());
  if (other !== undefined) {
    return new AimiError('account-not-found', {
      message: `'${other.account}' is of kind ${other.kind}, which cannot hold model deployments.`,
      hint: 'aimi accounts list shows those that can',
    });
  }
  const near = nearestNames(
    name,
    all.filter(holdsDeployments).map(({ account }) => account),
  );
  const look = isSandbox ? 'aimi accounts list shows those that exist' : 'aimi whoami shows who is signed in';
  return new AimiError('account-not-found', {
    message: isSubscriptionGuid(name)
      ? `'${name}' is the id of a subscription, not an account.`
      : `There is no account '${name}' that this identity can see.`,
    hint: near.length === 0 ? look : `Did you mean ${near.join(', ')}?`,
    details: { account: name, nearest: near },
  });
}
