import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import type { Context, ControlPlaneOptions } from './context.js';
import type { Settings } from './config/settings.js';
import { createClock } from './io/clock.js';
import { readDataFile } from './io/data.js';
import { createFiles } from './io/files.js';
import { watchInterrupt } from './io/interrupt.js';
import { createProgressFactory } from './io/progress.js';
import { createPrompter } from './io/prompter.js';
import { createInput, createOutput } from './io/streams.js';
import { mayAsk } from './io/terminal.js';
import { createTheme } from './io/theme.js';
import { run } from './run.js';
import { SANDBOX_DEFAULTS } from './sandbox/names.js';

declare const AIMI_VERSION: string;

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
      isTerminal: isatty(fd),
      env,
      platform,
      openStream: () => (fd === 1 ? process.stdout : process.stderr),
    });
  const stdin = createInput({ isTerminal: isatty(0), openStream: () => process.stdin });
  const stdout = output(1);
  const stderr = output(2);
  const clock = createClock();
  const files = createFiles({ clock, pid: process.pid, hostName: hostname(), isAlive });
  const interrupt = watchInterrupt(process, (code) => process.exit(code));
  const readData = (name: string): unknown => readDataFile(dataDirectory, name);
  const ctx: Context = {
    version: AIMI_VERSION,
    nodeVersion: process.versions.node,
    env,
    platform,
    cwd: process.cwd(),
    homeDirectory,
    stdin,
    stdout,
    stderr,
    createTheme,
    clock,
    files,
    prompter: createPrompter({
      canAsk: mayAsk({ env, stdinIsTerminal: stdin.isTerminal, stderrIsTerminal: stderr.isTerminal }),
      openInput: () => process.stdin,
      openOutput: () => process.stderr,
      hasColor: stderr.hasColor,
      hasUnicode: stderr.hasUnicode,
      signal: interrupt.signal,
    }),
    progress: createProgressFactory({ output: stderr, openStream: () => process.stderr, env, clock }),
    interrupt: interrupt.signal,
    sandboxDefaults: SANDBOX_DEFAULTS,
    readData,
    async defaultSubscription() {
      const { readAzDefaultSubscription } = await import('./azure/default-subscription.js');
      return readAzDefaultSubscription(files, env, homeDirectory);
    },
    async openControlPlane(settings: Settings, options: ControlPlaneOptions) {
      const { openControlPlane } = await import('./azure/open.js');
      const shared = { ...options, env, platform, homeDirectory, files, clock, interrupt: interrupt.signal };
      if (!settings.sandbox) return openControlPlane(settings, { ...shared, version: AIMI_VERSION });
      const { createSandboxTransport } = await import('./sandbox/in-process.js');
      const statePath = join(settings.cacheDirectory, 'sandbox', 'state.json');
      const transport = createSandboxTransport({ files, clock, statePath, readData });
      return openControlPlane(settings, { ...shared, version: AIMI_VERSION, transport });
    },
  };
  try {
    process.exitCode = await run(process.argv.slice(2), ctx);
  } finally {
    interrupt.dispose();
  }
}
