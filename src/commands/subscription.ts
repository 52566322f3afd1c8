import type { Prompter } from '../context.js';
import { isSubscriptionGuid } from '../core/account-id.js';
import { nearestNames } from '../core/catalog/nearest.js';
import type { Subscription } from '../core/control-plane.js';
import { AimiError } from '../errors.js';
import type { Session } from '../session.js';
import { withProgress } from './with-progress.js';

/**
 * The subscription to work in: the setting (an id, or a name that is looked up), else the one that az has
 * as its default, else the only one there is; with several, a question, or `subscription-not-chosen`.
 */
export async function resolveSubscription(
  session: Session,
  select: Prompter['select'] = (question) => session.ctx.prompter.select(question),
): Promise<string> {
  const setting = session.settings.subscription;
  if (setting !== null && isSubscriptionGuid(setting)) return setting;
  if (setting !== null) return byName(setting, await readSubscriptions(session)).id;
  const fromAz = session.settings.sandbox ? null : await session.ctx.defaultSubscription();
  if (fromAz !== null) {
    session.explain(`Subscription ${fromAz}: the default of az.`);
    return fromAz;
  }
  return choose(session, await readSubscriptions(session), select);
}

async function readSubscriptions(session: Session): Promise<readonly Subscription[]> {
  const azure = await session.azure();
  return withProgress(session, 'Reading the subscriptions', () =>
    azure.listSubscriptions(session.ctx.interrupt),
  );
}

function byName(name: string, subscriptions: readonly Subscription[]): Subscription {
  const found = subscriptions.filter((row) => row.name.toLowerCase() === name.toLowerCase());
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  if (second !== undefined) {
    throw new AimiError('subscription-not-chosen', {
      message: `${found.length} subscriptions are called '${name}'.`,
      hint: `Give the id: --subscription ${first?.id ?? 'ID'}`,
      details: { subscriptions: found },
    });
  }
  const near = nearestNames(
    name,
    subscriptions.map((row) => row.name),
  );
  throw new AimiError('subscription-not-found', {
    message: `There is no subscription '${name}' that this identity can see.`,
    hint: near.length === 0 ? 'az account list -o table shows them' : `Did you mean ${near.join(', ')}?`,
    details: { subscription: name, nearest: near },
  });
}

async function choose(
  session: Session,
  subscriptions: readonly Subscription[],
  select: Prompter['select'],
): Promise<string> {
  const enabled = subscriptions.filter((row) => row.state.toLowerCase() !== 'disabled');
  const [first, second] = enabled;
  if (first === undefined) {
    throw new AimiError('subscription-not-found', {
      message: 'This identity sees no enabled subscription.',
      hint: 'Check the tenant: az account list --all -o table, then --tenant ID',
    });
  }
  if (second === undefined) return first.id;
  if (session.canAsk) {
    return select({
      message: 'Which subscription?',
      choices: enabled.map((row) => ({ value: row.id, name: `${row.name} (${row.id})` })),
    });
  }
  throw new AimiError('subscription-not-chosen', {
    message: `${enabled.length} subscriptions are possible and none is chosen.`,
    hint: `Add --subscription ID (or AIMI_SUBSCRIPTION): ${enabled
      .slice(0, 4)
      .map((row) => `${row.name} ${row.id}`)
      .join(', ')}${enabled.length > 4 ? ', ...' : ''}`,
    details: { subscriptions: enabled.map(({ id, name }) => ({ id, name })) },
  });
}
