import { unknownProfile } from '../../config/choose-profile.js';
import type { ConfigEdit } from '../../config/edit-yaml.js';
import { AimiError } from '../../errors.js';
import { type UseResult, useView } from '../../render/use/use-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { stronger } from '../setting-row.js';
import { findAccount } from './find-account.js';

export interface UseInput {
  /** A name or a resource id. */
  readonly account: string | null;
  readonly isClear: boolean;
}

export const usePresentation: Presentation<UseResult> = { table: useView };

const TARGET = ['subscription', 'resourceGroup', 'account'] as const;
/** Chosen in the sandbox without a profile: made-up names never stand beside real ones. */
const SANDBOX_PROFILE = 'sandbox';

/** Chooses an account and remembers it, brings a profile into use, or forgets. */
export async function runUse(session: Session, input: UseInput): Promise<Outcome<UseResult>> {
  const { settings } = session;
  const flagged = settings.profile?.origin.kind === 'flag' ? settings.profile : null;
  const name = input.account ?? (settings.origins.account.kind === 'flag' ? settings.account : null);
  if (input.isClear) {
    if (name !== null) {
      throw new AimiError('usage', {
        message: '--clear forgets and an account chooses: one of the two',
        hint: 'aimi use --clear',
      });
    }
    return clear(session, flagged?.name ?? null);
  }
  const isNarrowed = (['subscription', 'resourceGroup'] as const).some(
    (each) => settings.origins[each].kind === 'flag',
  );
  if (flagged !== null && name === null && !isNarrowed) {
    if (flagged.exists) return switchTo(session, flagged.name);
    // More likely a typo than a wish for a new one, unless a person is there to be asked what goes into it.
    if (!session.canAsk) throw unknownProfile(flagged.name, flagged.origin, Object.keys(settings.profiles));
  }
  return remember(session, name);
}

async function remember(session: Session, name: string | null): Promise<Outcome<UseResult>> {
  const { settings } = session;
  const profile = profileToWrite(session);
  const { account, subscription } = await findAccount(session, name);
  const at = (key: string): readonly string[] => (profile === null ? [key] : ['profiles', profile, key]);
  const edits: ConfigEdit[] = [
    { path: at('subscription'), value: account.subscriptionId },
    { path: at('resourceGroup'), value: account.resourceGroup },
    { path: at('account'), value: account.account },
    // Without these the names would be looked for somewhere else.
    ...(['tenant', 'cloud'] as const)
      .filter((each) => settings.origins[each].kind === 'flag')
      .map((each) => ({ path: at(each), value: settings[each] })),
    ...(settings.sandbox ? [{ path: at('sandbox'), value: 'true' }] : []),
  ];
  await write(session, edits);
  const isInUse = profile === null || (settings.profile?.name === profile && !isFlagged(session));
  if (isInUse) session.success(`${account.account} is used from now on`);
  else
    session.success(`Profile ${profile} is ${account.account}; aimi use --profile ${profile} switches to it`);
  if (isInUse) warnOfStronger(session, profile);
  return {
    data: {
      action: 'remembered',
      profile,
      isInUse,
      subscription: account.subscriptionId,
      subscriptionName: subscription?.name ?? null,
      resourceGroup: account.resourceGroup,
      account: account.account,
      kind: account.kind,
      location: account.location,
      path: settings.userFile,
    },
  };
}

async function write({ ctx, settings }: Session, edits: readonly ConfigEdit[]): Promise<boolean> {
  const { writeConfig } = await import('../../config/user-file.js');
  return writeConfig(ctx.files, settings.userFile, edits);
}

function isFlagged({ settings }: Session): boolean {
  return settings.profile?.origin.kind === 'flag';
}

/** Where the choice goes: the profile of the line or in use, else the top level; the sandbox keeps to itself. */
function profileToWrite(session: Session): string | null {
  const { settings } = session;
  const profile = settings.profile?.name ?? null;
  const isOfSandbox = profile !== null && settings.profiles[profile]?.sandbox === 'true';
  const isNew = settings.profile?.exists === false;
  if (profile === null) return settings.sandbox ? SANDBOX_PROFILE : null;
  if (isNew || isOfSandbox === settings.sandbox) return profile;
  if (settings.sandbox && !isFlagged(session)) return SANDBOX_PROFILE;
  throw new AimiError('invalid-value', {
    message: settings.sandbox
      ? `Profile ${profile} is for Azure, and this is the sandbox`
      : `Profile ${profile} is for the sandbox, and this is Azure`,
    hint: 'Name another profile with --profile; a new name makes one',
  });
}

async function switchTo(session: Session, profile: string): Promise<Outcome<UseResult>> {
  const { ctx } = session;
  await write(session, [{ path: ['profile'], value: profile }]);
  session.success(`Profile ${profile} is in use`);
  if (ctx.env.AIMI_PROFILE && ctx.env.AIMI_PROFILE !== profile)
    session.warn(`AIMI_PROFILE is ${ctx.env.AIMI_PROFILE} and goes before it`);
  warnOfStronger(session, profile);
  return { data: { ...inForce(session), action: 'switched', profile, isInUse: true } };
}

async function clear(session: Session, profile: string | null): Promise<Outcome<UseResult>> {
  const { settings } = session;
  const keys = keysToClear(session, profile);
  const isChanged = await write(
    session,
    keys.map((path) => ({ path, value: null })),
  );
  const place = profile === null ? '' : ` in profile ${profile}`;
  session.success(isChanged ? `The choice${place} is forgotten` : `Nothing was chosen${place}`);
  return {
    data: {
      action: 'cleared',
      profile,
      isInUse: false,
      subscription: null,
      subscriptionName: null,
      resourceGroup: null,
      account: null,
      kind: null,
      location: null,
      path: settings.userFile,
    },
  };
}

/** A profile in which nothing else stands goes as a whole; what its owner set besides stays, the sandbox above all. */
function keysToClear({ settings }: Session, profile: string | null): readonly (readonly string[])[] {
  if (profile === null) return [...TARGET.map((key) => [key]), ['profile']];
  const own: readonly string[] = [...TARGET, 'tenant', 'cloud', 'sandbox'];
  const isAlone = Object.keys(settings.profiles[profile] ?? {}).every((key) => own.includes(key));
  return isAlone ? [['profiles', profile]] : TARGET.map((key) => ['profiles', profile, key]);
}

function warnOfStronger(session: Session, profile: string | null): void {
  for (const key of TARGET) {
    const before = stronger(session.settings, key, profile);
    if (before !== null) session.warn(`${key}: ${before}`);
  }
}

/** The settings of this run are those of the profile already: it was named with --profile. */
function inForce({ settings }: Session): Omit<UseResult, 'action' | 'profile' | 'isInUse'> {
  const { subscription, resourceGroup, account, location } = settings;
  return {
    subscription,
    subscriptionName: null,
    resourceGroup,
    account,
    kind: null,
    location,
    path: settings.userFile,
  };
}
