import type { ConfigEdit } from '../../config/edit-yaml.js';
import { describeOrigin } from '../../config/origin.js';
import { AimiError } from '../../errors.js';
import type { WhoAmI } from '../../render/whoami/whoami-view.js';
import type { Outcome, Session, SignInWish } from '../../session.js';

export interface LoginInput {
  readonly isDeviceCode: boolean;
}

type OwnMethod = 'browser' | 'device-code';

/**
 * Signs in on this terminal: through az where it is installed, since az keeps the sign-in; else with a browser or
 * a device code for one command, and remembers which. Ends with what `whoami` shows.
 */
export async function runLogin(session: Session, input: LoginInput): Promise<Outcome<WhoAmI>> {
  const { settings, ctx } = session;
  if (settings.sandbox) {
    session.say('The sandbox asks for no sign-in.');
    return showWhoami(session, {});
  }
  if (!session.canAsk) throw nobodyThere();
  const method = ownMethod(session, input);
  if (method !== null) return signInOnce(session, method);
  if (await ctx.programs.has('az')) return signInWithAz(session, input);
  if (settings.origins.auth.kind === 'flag' && settings.auth === 'cli') {
    throw new AimiError('not-signed-in', {
      message: '--auth cli needs az on PATH',
      hint: 'Install Azure CLI, or leave out --auth',
    });
  }
  session.say('Azure CLI (az) is not on PATH. With it you would sign in once for all commands.');
  return signInOnce(session, input.isDeviceCode ? 'device-code' : await askMethod(session));
}

/** `--auth browser` and `--auth device-code` go past az. */
function ownMethod({ settings }: Session, { isDeviceCode }: LoginInput): OwnMethod | null {
  if (settings.origins.auth.kind !== 'flag') return null;
  if (settings.auth !== 'browser' && settings.auth !== 'device-code') return null;
  return isDeviceCode ? 'device-code' : settings.auth;
}

function askMethod(session: Session): Promise<OwnMethod> {
  return session.ctx.prompter.select<OwnMethod>({
    message: 'How do you want to sign in?',
    choices: [
      { value: 'browser', name: 'browser: a window on this machine' },
      { value: 'device-code', name: 'device code: type a code on any device' },
    ],
  });
}

async function signInWithAz(session: Session, { isDeviceCode }: LoginInput): Promise<Outcome<WhoAmI>> {
  const { settings, ctx } = session;
  const args = [
    'login',
    ...(settings.tenant === null ? [] : ['--tenant', settings.tenant]),
    ...(isDeviceCode ? ['--use-device-code'] : []),
    '--output',
    'none',
  ];
  session.say(`az ${args.join(' ')}`);
  const code = await ctx.programs.run('az', args);
  ctx.interrupt.throwIfAborted();
  if (code === 130) throw new AimiError('interrupted', { message: 'Interrupted: az login' });
  if (code !== 0) {
    throw new AimiError('not-signed-in', {
      message: `az login ended with ${code}`,
      hint: isDeviceCode
        ? 'Its own message is above; the tenant may be another: aimi login --tenant ID'
        : 'Its own message is above; without a browser: aimi login --use-device-code',
      details: { exit: code },
    });
  }
  await keepChoices(session);
  const chosen = await ctx.defaultSubscription();
  const { subscription, origins } = settings;
  if (chosen !== null && subscription !== null && subscription.toLowerCase() !== chosen.toLowerCase()) {
    session.say(
      `az chose subscription ${chosen}; aimi stays with ${subscription} (${describeOrigin(origins.subscription)}). aimi use changes it.`,
    );
  }
  return showWhoami(session, wishOfAz(session));
}

/** Who asks az to sign in wants az to be used, whatever a file remembers of an earlier way. */
function wishOfAz({ settings }: Session): { readonly auth?: 'auto' } {
  return isOwnMethod(settings.auth) ? { auth: 'auto' } : {};
}

function isOwnMethod(auth: string): boolean {
  return auth === 'browser' || auth === 'device-code';
}

/**
 * The subscription and tenant of this line are remembered, so that the next commands work where this one signed
 * in; a browser or device code of earlier is forgotten.
 */
async function keepChoices(session: Session): Promise<void> {
  const { settings } = session;
  const at = keysOf(session);
  const { subscription, tenant } = settings;
  const edits = [
    ...(settings.origins.subscription.kind === 'flag'
      ? [{ path: at('subscription'), value: subscription }]
      : []),
    ...(settings.origins.tenant.kind === 'flag' ? [{ path: at('tenant'), value: tenant }] : []),
    ...(isOwnMethod(settings.auth) ? [{ path: at('auth'), value: null }] : []),
  ];
  if (edits.length === 0) return;
  await write(session, edits);
  const names = edits.map(({ path, value }) => `${path.at(-1)} ${value === null ? 'auto' : value}`);
  session.say(`Remembered: ${names.join(', ')} (${settings.userFile})`);
}

async function signInOnce(session: Session, auth: OwnMethod): Promise<Outcome<WhoAmI>> {
  const { settings } = session;
  session.warn(
    'aimi keeps no tokens: this sign-in lasts for one command, and each command will ask again. With Azure CLI you sign in once.',
  );
  const outcome = await showWhoami(session, { auth });
  if (outcome.data.signedIn) {
    await write(session, [{ path: keysOf(session)('auth'), value: auth }]);
    session.success(
      `auth is ${auth} from now on (${settings.userFile}); aimi config unset auth takes it back`,
    );
  }
  return outcome;
}

async function showWhoami(session: Session, wish: SignInWish): Promise<Outcome<WhoAmI>> {
  const { runWhoami } = await import('../whoami/whoami.run.js');
  return runWhoami(session, wish);
}

async function write({ ctx, settings }: Session, edits: readonly ConfigEdit[]): Promise<void> {
  const { writeConfig } = await import('../../config/user-file.js');
  await writeConfig(ctx.files, settings.userFile, edits);
}

/** The profile of the line or in use, else the top level. */
function keysOf({ settings }: Session): (key: string) => readonly string[] {
  const profile = settings.profile?.name ?? null;
  return (key) => (profile === null ? [key] : ['profiles', profile, key]);
}

function nobodyThere(): AimiError {
  return new AimiError('input-needed', {
    message: 'Signing in needs a person at a terminal, and there is none here',
    hint: [
      'A service principal: AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET (or AZURE_CLIENT_CERTIFICATE_PATH)',
      'Workload identity: AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE',
      'Then aimi whoami shows what is used',
    ].join('\n'),
  });
}
