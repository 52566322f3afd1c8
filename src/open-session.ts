import { pathRules } from './config/directories.js';
import { resolveSettings } from './config/resolve.js';
import type { Settings } from './config/settings.js';
import type { Context, Progress } from './context.js';
import type { ControlPlane } from './core/control-plane.js';
import { stripControls } from './core/text.js';
import type { GlobalFlags } from './global-flags.js';
import { keepSandbox } from './keep-sandbox.js';
import { markedText } from './render/marked-text.js';
import type { Session, SessionNeeds } from './session.js';

const SILENT: Progress = { update() {}, stop() {} };

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
  const theme = await ctx.createTheme(ctx.stderr, settings.color, settings.screenReader);
  const isQuiet = flags.quiet === true;
  const isVerbose = flags.verbose === true || flags.debug === true;
  // One at a time: what waits inside another wait is silent.
  let waiting: Progress | null = null;
  const line = (text: string): void => ctx.stderr.write(`${stripControls(text)}\n`);
  const notice = (mark: string, text: string, paint?: (line: string) => string): void =>
    ctx.stderr.write(`${markedText(mark, stripControls(text), theme, paint)}\n`);
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
      if (!isQuiet) notice('', keepSandbox(text, settings), theme.style.dim);
    },
    success(text) {
      if (!isQuiet) notice(`${theme.style.green(theme.symbols.ok)} `, text);
    },
    warn(text) {
      notice(`${theme.style.yellow(theme.symbols.warn)} `, text);
    },
    explain(text) {
      if (isVerbose) line(text);
    },
    display(view, data) {
      ctx.stderr.write(view(data, theme));
    },
    async startProgress(text) {
      if (isQuiet || waiting !== null) return SILENT;
      waiting = SILENT;
      const progress = await ctx.progress(text, settings.screenReader);
      waiting = progress;
      return {
        update: (next) => progress.update(next),
        stop() {
          waiting = null;
          progress.stop();
        },
      };
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
