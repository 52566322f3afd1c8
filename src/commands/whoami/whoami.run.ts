import { isSubscriptionGuid, parseAccountId } from '../../core/account-id.js';
import { word } from '../../core/arm-errors/command-words.js';
import type { Account, ControlPlane, Subscription } from '../../core/control-plane.js';
import { judgeRights, type MissingRole, rolesFor } from '../../core/rights/needs.js';
import type { PermissionSet } from '../../core/rights/permissions.js';
import { nextSignIn, type SignInAttempt } from '../../core/sign-in/attempt.js';
import type { Identity } from '../../core/sign-in/identity.js';
import { isAimiError } from '../../errors.js';
import { EXIT, type ExitCode } from '../../exit-code.js';
import { type WhoAmI, type WhoAmIProblem, whoamiView } from '../../render/whoami/whoami-view.js';
import { SANDBOX_TENANT_ID, SANDBOX_USER, SANDBOX_USER_ID } from '../../sandbox/names.js';
import type { Outcome, Presentation, Session, SignInWish } from '../../session.js';
import { holdsDeployments } from '../account.js';
import { settingRow, settingRows } from '../setting-row.js';

export const whoamiPresentation: Presentation<WhoAmI> = { table: whoamiView, rows: ({ rights }) => rights };

const SANDBOX_IDENTITY: Identity = {
  name: SANDBOX_USER,
  objectId: SANDBOX_USER_ID,
  kind: 'user',
  tenantId: SANDBOX_TENANT_ID,
  clientId: null,
  expiresAt: null,
};
/** Azure's library for Python gives az this long; https://github.com/Azure/azure-sdk-for-python/issues/37739. */
const OTHERS_GIVE_UP_MS = 10_000;

/**
 * Who is signed in, how that came about, and what the identity may do. Asks nothing and changes nothing; what
 * cannot be read is said and does not end the rest.
 */
export async function runWhoami(session: Session, wish: SignInWish = {}): Promise<Outcome<WhoAmI>> {
  const { settings } = session;
  const chain: SignInAttempt[] = [];
  const seen: { identity: Identity | null } = { identity: settings.sandbox ? SANDBOX_IDENTITY : null };
  const notes: string[] = [];
  const watch = {
    attempt: (attempt: SignInAttempt) => chain.push({ ...attempt, durationMs: rounded(attempt.durationMs) }),
    identity: (identity: Identity) => {
      seen.identity = identity;
    },
  };
  const progress = await session.startProgress('Signing in');
  let problem: WhoAmIProblem | null = null;
  let exit: ExitCode = EXIT.done;
  let target: Target = { subscription: null, account: null };
  let sets: PermissionsRead = { account: null, subscription: null };
  try {
    const azure = await session.azure({ ...wish, watch });
    const subscriptions = await azure.listSubscriptions(session.ctx.interrupt);
    progress.update('Looking at the account');
    target = await findTarget(session, azure, subscriptions, notes);
    if (target.account !== null) sets = await readPermissions(session, azure, target.account, notes);
  } catch (error) {
    if (!isAimiError(error) || error.code === 'interrupted') throw error;
    exit = error.exit;
    // The chain says the rest, row by row.
    const message =
      error.code === 'not-signed-in' && chain.length > 0 ? 'Not signed in to Azure' : error.message;
    problem = { code: error.code, message, next: nextStep(error, chain, session) };
  } finally {
    progress.stop();
  }
  const isSignedIn = problem === null || (seen.identity !== null && problem.code !== 'token-refused');
  notes.push(...slowNotes(chain));
  const { account, subscription } = target;
  const rights = account === null ? [] : judgeRights(account, sets);
  const used = chain.find(({ outcome }) => outcome === 'used');
  const data: WhoAmI = {
    signedIn: isSignedIn,
    identity: seen.identity,
    credential: settings.sandbox
      ? { method: 'sandbox', reason: 'the sandbox asks for no sign-in' }
      : used === undefined
        ? null
        : { method: used.method, reason: used.reason },
    chain,
    tenant: seen.identity?.tenantId ?? subscription?.tenantId ?? null,
    subscription:
      subscription === null
        ? null
        : {
            id: subscription.id,
            name: subscription.name,
            from: fromOf(session, 'subscription', target.isSubscriptionFound),
          },
    account:
      account === null
        ? null
        : {
            name: account.account,
            resourceGroup: account.resourceGroup,
            location: account.location,
            kind: account.kind,
            id: account.id,
            from: fromOf(session, 'account', settings.account === null),
          },
    rights,
    missingRoles: rolesFor(rights, account?.kind ?? '').map((role) => withCommand(role, seen.identity)),
    settings: settingRows(settings),
    notes,
    problem,
  };
  return { data, exit };
}

interface Target {
  readonly subscription: Subscription | null;
  readonly account: Account | null;
  /** Not by a setting, but as what az has, or the only one. */
  readonly isSubscriptionFound?: boolean;
}

/** As the commands would choose, but without a question: null where they would ask. */
async function findTarget(
  session: Session,
  azure: ControlPlane,
  subscriptions: readonly Subscription[],
  notes: string[],
): Promise<Target> {
  const { settings, ctx } = session;
  const ref = settings.account === null ? null : parseAccountId(settings.account);
  const wished = ref?.subscriptionId ?? settings.subscription;
  const found = wished ?? (settings.sandbox ? null : await ctx.defaultSubscription());
  const subscription = pickSubscription(found, subscriptions);
  if (subscription === null) {
    notes.push(subscriptionNote(found, subscriptions));
    return { subscription: null, account: null };
  }
  const isSubscriptionFound = wished === null;
  const none = { subscription, account: null, isSubscriptionFound };
  try {
    const named = ref ?? namedRef(session, subscription);
    if (named !== null) {
      const account = await azure.getAccount(named, ctx.interrupt);
      return { subscription, account, isSubscriptionFound };
    }
    const group = settings.resourceGroup ?? undefined;
    const all = await azure.listAccounts(subscription.id, group, ctx.interrupt);
    const wanted = settings.account?.toLowerCase();
    const possible = all.filter((row) =>
      wanted === undefined ? holdsDeployments(row) : row.account.toLowerCase() === wanted,
    );
    const [first, second] = possible;
    if (first !== undefined && second === undefined)
      return { subscription, account: first, isSubscriptionFound };
    notes.push(accountNote(settings.account, possible.length));
  } catch (error) {
    if (!isAimiError(error) || error.code === 'interrupted') throw error;
    notes.push(`The account cannot be read (${error.code}): ${error.message}`);
  }
  return none;
}

function namedRef({ settings }: Session, subscription: Subscription) {
  const { account, resourceGroup } = settings;
  if (account === null || resourceGroup === null) return null;
  return { subscriptionId: subscription.id, resourceGroup, account };
}

function pickSubscription(wished: string | null, all: readonly Subscription[]): Subscription | null {
  const enabled = all.filter(({ state }) => state.toLowerCase() !== 'disabled');
  const fitting =
    wished === null
      ? enabled
      : all.filter(({ id, name }) => [id, name].some((each) => each.toLowerCase() === wished.toLowerCase()));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function subscriptionNote(wished: string | null, all: readonly Subscription[]): string {
  if (wished !== null) {
    const query = isSubscriptionGuid(wished)
      ? `; its tenant, if az knows it: az account show -s ${wished} --query tenantId -o tsv, then aimi login --tenant`
      : '';
    return `Subscription ${wished} is not among the ${all.length} that this identity sees in this tenant${query}`;
  }
  return all.length === 0
    ? 'This identity sees no subscription in this tenant: aimi login --tenant ID signs in to another'
    : `${all.length} subscriptions are possible and none is chosen: aimi use chooses one`;
}

function accountNote(name: string | null, count: number): string {
  if (name !== null && count === 0) return `There is no account ${name} in this subscription: aimi use`;
  if (name !== null) return `${count} accounts are called ${name}: say which with -g GROUP`;
  return count === 0
    ? 'There is no account that can hold deployments here, so no rights were looked at'
    : `${count} accounts are possible and none is chosen, so no rights were looked at: aimi use NAME, or -a NAME`;
}

interface PermissionsRead {
  readonly account: readonly PermissionSet[] | null;
  readonly subscription: readonly PermissionSet[] | null;
}

async function readPermissions(
  session: Session,
  azure: ControlPlane,
  account: Account,
  notes: string[],
): Promise<PermissionsRead> {
  const signal = session.ctx.interrupt;
  const read = async (scope: string): Promise<readonly PermissionSet[] | null> => {
    try {
      return await azure.listPermissions(scope, signal);
    } catch (error) {
      if (!isAimiError(error) || error.code === 'interrupted') throw error;
      notes.push(`What may be done on ${scope} cannot be read (${error.code})`);
      return null;
    }
  };
  const [own, subscription] = await Promise.all([
    read(account.id),
    read(`/subscriptions/${account.subscriptionId}`),
  ]);
  return { account: own, subscription };
}

function fromOf(session: Session, name: 'subscription' | 'account', isFound: boolean | undefined): string {
  if (isFound !== true) return settingRow(session.settings, name).from;
  return name === 'account' ? 'the only one' : 'the default of az, or the only one';
}

function nextStep(
  error: { readonly code: string; readonly hint: string | undefined },
  chain: readonly SignInAttempt[],
  session: Session,
): string {
  const isSignIn = error.code === 'not-signed-in' || error.code === 'token-refused';
  return isSignIn ? nextSignIn(chain, session.settings.tenant) : (error.hint ?? '');
}

function withCommand(
  role: MissingRole,
  identity: Identity | null,
): MissingRole & { readonly command: string } {
  const type = identity?.kind === 'user' ? 'User' : 'ServicePrincipal';
  const who =
    identity?.objectId === null || identity === null || identity.kind === 'unknown'
      ? '--assignee OBJECT-ID'
      : `--assignee-object-id ${word(identity.objectId)} --assignee-principal-type ${type}`;
  return {
    ...role,
    command: `az role assignment create ${who} --role "${role.role}" --scope ${word(role.scope)}`,
  };
}

function slowNotes(chain: readonly SignInAttempt[]): readonly string[] {
  return chain
    .filter(({ durationMs, method }) => method === 'cli' && (durationMs ?? 0) > OTHERS_GIVE_UP_MS)
    .map(
      ({ durationMs }) =>
        `az took ${Math.round((durationMs ?? 0) / 1000)} s; programs with DefaultAzureCredential may give up after ${OTHERS_GIVE_UP_MS / 1000} s (in Python: process_timeout)`,
    );
}

function rounded(durationMs: number | null): number | null {
  return durationMs === null ? null : Math.round(durationMs);
}
