import { CommanderError } from '@commander-js/extra-typings';
import { COMMANDS } from './commands/index.js';
import { COLOR_MODES, type ColorMode, type Settings } from './config/settings.js';
import { parseBoolean } from './config/value.js';
import type { Context, TextOutput } from './context.js';
import { AimiError, isAimiError } from './errors.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { GlobalFlags } from './global-flags.js';
import { keepSandboxIn } from './keep-sandbox.js';
import { openSession } from './open-session.js';
import { buildProgram } from './program.js';
import {
  errorAsJson,
  renderError,
  renderStack,
  renderUnexpected,
  unexpectedAsJson,
} from './render/error-view.js';
import { isSpecialFormat, present, reportRefused } from './render/present.js';
import type { Theme } from './render/theme.js';
import { welcomeView } from './render/welcome-view.js';
import type { Session } from './session.js';
import type { Shell } from './shell.js';

/**
 * Runs one command line and answers its exit code. The only catch-all: everything below throws, and nothing
 * else prints an error.
 */
export async function run(argv: readonly string[], ctx: Context): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  let session: Session | undefined;
  const shell: Shell = {
    async run(work, formats = [], needs = {}) {
      session = await openSession(ctx, program.opts(), needs);
      const { output } = session.settings;
      if (isSpecialFormat(output) && (!formats.includes(output) || session.query !== null))
        throw reportRefused(output);
      exit = await work(session);
    },
    async present(session, outcome, presentation) {
      const { color, screenReader } = session.settings;
      const theme = await ctx.createTheme(ctx.stdout, color, screenReader);
      return present(session, outcome, presentation, theme);
    },
  };
  if (argv.length === 0) {
    const commands = COMMANDS.filter(({ isHidden = false }) => !isHidden).map(({ name }) => name);
    ctx.stdout.write(welcomeView(commands, await earlyTheme(ctx, ctx.stdout)));
    return EXIT.done;
  }
  const program = await buildProgram(
    {
      writeOut: (text) => ctx.stdout.write(text),
      writeErr: (text) => ctx.stderr.write(text),
      helpWidth: () => Math.max(40, ctx.stdout.columns ?? 80),
    },
    shell,
    new Set(argv),
  );
  try {
    // Not an option of the tree: commands have a --version of their own, for models.
    if (argv[0] === '--version' || argv[0] === '-V') {
      ctx.stdout.write(`${ctx.version}\n`);
      return EXIT.done;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      // A group named without a command: its help has been printed on stderr.
      if (error.code === 'commander.help') return EXIT.usage;
      const flags = { ...program.opts(), output: program.opts().output ?? wishedOutput(argv) };
      return report(usageError(error, commandLine(program, argv)), ctx, flags);
    }
    return report(error, ctx, program.opts(), session?.settings);
  }
}

/** `-o` of a line that could not be read to its end. */
function wishedOutput(argv: readonly string[]): string | undefined {
  const place = argv.findIndex((word) => word === '-o' || word === '--output');
  if (place >= 0) return argv[place + 1];
  const joined = argv.find((word) => word.startsWith('--output=') || /^-o[a-z]/.test(word));
  return joined?.replace(/^(--output=|-o)/, '');
}

/** The words of a command line that name a command: `aimi deployments show`. */
function commandLine(program: Awaited<ReturnType<typeof buildProgram>>, argv: readonly string[]): string {
  const words = ['aimi'];
  let level = program.commands;
  for (const word of argv) {
    const found = level.find((command) => command.name() === word || command.aliases().includes(word));
    if (found === undefined) continue;
    words.push(found.name());
    level = found.commands;
  }
  return words.join(' ');
}

function usageError(error: CommanderError, line: string): AimiError {
  const [message = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = rest
    .join(' ')
    .trim()
    .replace(/^\(|\)$/g, '');
  const code = error.code === 'commander.invalidArgument' ? 'invalid-value' : 'usage';
  // commander says the flag with its placeholder and the value; the reason names the value again.
  const refused = /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. (.*)$/s.exec(message);
  return new AimiError(code, {
    message: refused === null ? message : `${refused[1]} ${refused[2]}: ${refused[3]}`,
    hint: suggestion === '' ? `${line} --help` : suggestion,
    cause: error,
  });
}

/** Before there are settings flags and AIMI_* decide how it looks; a word they do not have is left for later. */
function earlyTheme(
  { env, createTheme }: Context,
  output: TextOutput,
  known: { readonly color?: ColorMode | undefined; readonly screenReader?: boolean } = {},
): Promise<Theme> {
  const color = known.color ?? COLOR_MODES.find((mode) => mode === env.AIMI_COLOR?.toLowerCase()) ?? 'auto';
  const spoken = parseBoolean(env.AIMI_SCREEN_READER ?? '');
  return createTheme(output, color, known.screenReader ?? (spoken.ok && spoken.value));
}

/** Settings are missing for an error in the line or the settings themselves; then flags and AIMI_* decide. */
async function report(
  error: unknown,
  ctx: Context,
  flags: Omit<GlobalFlags, 'output'> & { readonly output?: string | undefined },
  settings?: Settings,
): Promise<ExitCode> {
  const format = settings?.output ?? flags.output ?? ctx.env.AIMI_OUTPUT ?? '';
  const isJson = format.startsWith('json');
  const isDebug = flags.debug === true;
  const theme = await earlyTheme(ctx, ctx.stderr, { color: flags.color, ...settings });
  if (isAimiError(error) && error.code !== 'internal') {
    const shown = keepSandboxIn(error, settings);
    ctx.stderr.write(isJson ? errorAsJson(shown) : renderError(shown, theme));
    if (isDebug) ctx.stderr.write(`${theme.style.dim(renderStack(error))}\n`);
    return error.exit;
  }
  const about = {
    aimiVersion: ctx.version,
    nodeVersion: ctx.nodeVersion,
    platform: ctx.platform,
    isDebug,
  };
  ctx.stderr.write(isJson ? unexpectedAsJson(error, about) : renderUnexpected(error, about, theme));
  return EXIT.failed;
}
