import { pathRules } from './config/directories.js';
import { resolveSettings } from './config/resolve.js';
import type { Settings } from './config/settings.js';
import type { Context } from './context.js';
import type { ControlPlane } from './core/control-plane.js';
import { stripControls } from './core/text.js';
import type { GlobalFlags } from './global-flags.js';
import { keepSandbox } from './keep-sandbox.js';
import type { Session, SessionNeeds } from './session.js';

/** Resolves the settings and binds the Context to them. */
export async function openSession(
  ctx: Context,
  flags: GlobalFlags,
  { mayMakeProfile = false }: SessionNeeds = {},
): Promise<Session> {
  const settings = await resolveSettings({
    flags: {
      subscription: flags.subscription,
      resourceGroup: flags.resourceGroup,
      account: flags.account,
      location: flags.location,
      tenant: flags.tenant,
      cloud: flags.cloud,
      auth: flags.auth,
      sandbox: flags.sandbox,
      output: flags.output,
      color: flags.color,
      // Commander gives `--no-input` a default of true, which is no statement of the user.
      input: flags.input ? undefined : false,
    },
    profile: flags.profile,
    mayMakeProfile,
    env: ctx.env,
    cwd: ctx.cwd,
    homeDirectory: ctx.homeDirectory,
    platform: ctx.platform,
    files: ctx.files,
    sandboxDefaults: ctx.sandboxDefaults,
  });
  if (flags.query !== undefined) (await import('./render/query.js')).checkQuery(flags.query);
  ctx.useColor(settings.color);
  const theme = await ctx.createTheme(ctx.stderr, settings.color);
  const isQuiet = flags.quiet === true;
  const isVerbose = flags.verbose === true || flags.debug === true;
  const line = (text: string): void => ctx.stderr.write(`${stripControls(text)}\n`);
  let azure: Promise<ControlPlane> | undefined;
  const session: Session = {
    ctx,
    settings,
    query: flags.query ?? null,
    get canAsk() {
      return settings.input && ctx.prompter.canAsk;
    },
    isQuiet,
    azure(how = {}) {
      const signedIn = how.auth === undefined ? settings : { ...settings, auth: how.auth };
      azure ??= ctx
        .openControlPlane(signedIn, {
          watch: how.watch,
          trace: flags.debug === true ? (text) => line(text) : undefined,
          note: isVerbose ? (text) => line(text) : undefined,
          say: line,
        })
        .then((plane) => (settings.sandbox ? plane : remembering(plane, ctx, settings)));
      return azure;
    },
    say(text) {
      if (!isQuiet) ctx.stderr.write(`${theme.style.dim(stripControls(keepSandbox(text, settings)))}\n`);
    },
    success(text) {
      if (!isQuiet) ctx.stderr.write(`${theme.style.green(theme.symbols.ok)} ${stripControls(text)}\n`);
    },
    warn(text) {
      ctx.stderr.write(`${theme.style.yellow(theme.symbols.warn)} ${stripControls(text)}\n`);
    },
    explain(text) {
      if (isVerbose) line(text);
    },
    display(view, data) {
      ctx.stderr.write(view(data, theme));
    },
    startProgress(text) {
      return isQuiet ? Promise.resolve({ update() {}, stop() {} }) : ctx.progress(text);
    },
  };
  return session;
}

/** Names of what Azure lists are kept for completion; the sandbox has its state to read. */
async function remembering(plane: ControlPlane, ctx: Context, settings: Settings): Promise<ControlPlane> {
  const { rememberNames } = await import('./completion/remember-names.js');
  const { join } = pathRules(ctx.platform);
  return rememberNames(plane, {
    files: ctx.files,
    pathOf: (parts) => join(settings.cacheDirectory, ...parts),
  });
}
