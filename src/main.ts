import { fstatSync } from 'node:fs';
import { homedir, hostname, release } from 'node:os';
import { join } from 'node:path';
import type { ColorMode, Settings } from './config/settings.js';
import type { Context, ControlPlaneOptions } from './context.js';
import { createClock } from './io/clock.js';
import { readDataFile } from './io/data.js';
import { createFiles } from './io/files.js';
import { watchInterrupt } from './io/interrupt.js';
import { createProgressFactory } from './io/progress.js';
import { createPrompter } from './io/prompter.js';
import { createInput, createOutput } from './io/streams.js';
import { isPowerShellUser, mayAsk } from './io/terminal.js';
import { createTheme } from './io/theme.js';
import { run } from './run.js';
import { SANDBOX_DEFAULTS, sandboxStatePath } from './sandbox/names.js';

declare const AIMI_VERSION: string;
/** Package to version, put in by scripts/build.mjs. */
declare const AIMI_SDKS: Readonly<Record<string, string>>;

/** Asking `node:tty` costs 4 ms, and only a character device can be a terminal. */
function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd);
  } catch {
    return false;
  }
}

function mayHoldInput(fd: number): boolean {
  try {
    const facts = fstatSync(fd);
    return facts.isFIFO() || facts.isFile() || facts.isSocket();
  } catch {
    return false;
  }
}

/** Makes a part of the Context when it is first asked for: help and pure commands never ask for most. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Builds the real Context and sets the exit code. `dataDirectory` holds the bundled JSON files. */
export async function main(dataDirectory: string): Promise<void> {
  const { env, platform } = process;
  const homeDirectory = homedir();
  const output = (fd: 1 | 2) =>
    createOutput({
      fd,
      isTerminal: isTerminal(fd),
      env,
      platform,
      openStream: () => (fd === 1 ? process.stdout : process.stderr),
    });
  const stdin = lazily(() =>
    createInput({
      isTerminal: isTerminal(0),
      mayHoldInput: mayHoldInput(0),
      openStream: () => process.stdin,
    }),
  );
  const stdout = output(1);
  const stderr = output(2);
  const clock = createClock(() => process.uptime() * 1000);
  const isWindows = platform === 'win32';
  const files = createFiles({ clock, pid: process.pid, hostName: hostname(), isAlive, isWindows });
  let color: ColorMode = 'auto';
  const hasColor = (): boolean => (color === 'auto' ? stderr.hasColor : color === 'always');
  let stopWatching = (): void => {};
  const interrupt = lazily(() => {
    const watched = watchInterrupt(process, (code) => process.exit(code));
    stopWatching = watched.dispose;
    return watched.signal;
  });
  const prompter = lazily(() =>
    createPrompter({
      canAsk: mayAsk({ env, stdinIsTerminal: stdin().isTerminal, stderrIsTerminal: stderr.isTerminal }),
      openInput: () => process.stdin,
      openOutput: () => process.stderr,
      hasColor: hasColor(),
      hasUnicode: stderr.hasUnicode,
      signal: interrupt(),
    }),
  );
  const readData = (name: string): unknown => readDataFile(dataDirectory, name);
  const ctx: Context = {
    version: AIMI_VERSION,
    nodeVersion: process.versions.node,
    runtime: () => ({
      v8: process.versions.v8,
      arch: process.arch,
      osRelease: release(),
      sdks: AIMI_SDKS,
    }),
    env,
    platform,
    cwd: process.cwd(),
    homeDirectory,
    get stdin() {
      return stdin();
    },
    stdout,
    stderr,
    useColor: (mode) => {
      color = mode;
    },
    async createTheme(output, mode, isForScreenReader) {
      const theme = await createTheme(output, mode, isForScreenReader);
      return isPowerShellUser(env, platform) ? { ...theme, isPowerShell: true } : theme;
    },
    clock,
    files,
    get prompter() {
      return prompter();
    },
    progress: createProgressFactory({
      output: stderr,
      openStream: () => process.stderr,
      env,
      clock,
      interrupt,
      hasColor,
    }),
    get interrupt() {
      return interrupt();
    },
    sandboxDefaults: SANDBOX_DEFAULTS,
    readData,
    completionsDirectory: join(dataDirectory, '..', '..', 'completions'),
    usageWorkerFile: join(dataDirectory, '..', 'usage-worker.cjs'),
    async defaultSubscription() {
      const { readAzDefaultSubscription } = await import('./azure/default-subscription.js');
      const found = await readAzDefaultSubscription(files, env, homeDirectory);
      return found?.id ?? null;
    },
    programs: {
      async has(name) {
        const { isOnPath } = await import('./azure/credentials/is-on-path.js');
        return isOnPath(name, env, platform);
      },
      async run(name, args) {
        const { runProgram } = await import('./io/run-program.js');
        return runProgram(name, args, platform);
      },
    },
    async openControlPlane(settings: Settings, options: ControlPlaneOptions) {
      const { openControlPlane } = await import('./azure/open.js');
      const shared = { ...options, env, platform, files, clock, interrupt: interrupt() };
      if (!settings.sandbox) return openControlPlane(settings, { ...shared, version: AIMI_VERSION });
      const { createSandboxTransport } = await import('./sandbox/in-process.js');
      const statePath = sandboxStatePath(settings.cacheDirectory);
      const transport = createSandboxTransport({ files, clock, statePath, readData });
      return openControlPlane(settings, { ...shared, version: AIMI_VERSION, transport });
    },
    async openNetwork() {
      const { createDoctorNetwork } = await import('./io/doctor-network.js');
      return createDoctorNetwork({ userAgent: `aimi/${AIMI_VERSION}` });
    },
  };
  try {
    process.exitCode = await run(process.argv.slice(2), ctx);
  } finally {
    stopWatching();
  }
}
