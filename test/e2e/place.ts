import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIN, CLOCK_HOOK } from './paths.js';
import { words } from './words.js';

export type Env = Readonly<Record<string, string | undefined>>;

export interface Ended {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

export interface RunOptions {
  readonly env?: Env;
  readonly cwd?: string;
  /** For Node, before the program: `-r hook.cjs`. */
  readonly nodeArgs?: readonly string[];
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** All of stdout so far once this has been said on stdout or stderr; rejects when the process ends before. */
  said(pattern: RegExp): Promise<string>;
}

/**
 * The day of the tests: what can be deployed and what is said of it depends on the day. The day after the
 * catalog was read, so that a real clock is never behind it and fresh files never look old.
 */
export const TODAY = '2026-08-23';

/** A machine of its own: nobody signed in, nothing on PATH, its own home, configuration and cache. */
export function createPlace() {
  const home = mkdtempSync(join(process.env.AIMI_E2E_DIRECTORY ?? tmpdir(), 'place-'));
  // Where a real one is: no part of a project that is diagnosed in the home directory.
  const cache = join(home, '.cache');
  const config = join(home, 'config');
  const bin = join(home, 'bin');
  for (const folder of [cache, config, bin]) mkdirSync(folder);
  const env: Env = {
    PATH: bin,
    HOME: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    NODE_OPTIONS: `--require "${CLOCK_HOOK}"`,
    AIMI_E2E_NOW: `${TODAY}T12:00:00Z`,
    AIMI_CACHE_DIR: cache,
    AIMI_CONFIG_DIR: config,
  };

  const start = (line: string, options: RunOptions = {}): Running =>
    follow(
      spawn(process.execPath, [...(options.nodeArgs ?? []), BIN, ...words(line)], {
        cwd: options.cwd ?? home,
        env: { ...env, ...options.env },
        stdio: ['pipe', 'pipe', 'pipe'],
      }),
    );

  return {
    home,
    cache,
    config,
    /** The only folder on PATH; empty. */
    bin,
    env,
    statePath: join(cache, 'sandbox', 'state.json'),
    start,
    /** Runs `aimi LINE` to its end. */
    run: (line: string, options: RunOptions = {}): Promise<Ended> => start(line, options).ended,
    /** Runs a shell script in which `"$NODE" "$AIMI"` is the program. */
    shell: (script: string, options: RunOptions = {}): Promise<Ended> =>
      follow(
        spawn('/bin/sh', ['-c', script], {
          cwd: options.cwd ?? home,
          env: { ...env, PATH: process.env.PATH, NODE: process.execPath, AIMI: BIN, ...options.env },
          stdio: ['pipe', 'pipe', 'pipe'],
        }),
      ).ended,
  };
}

export type TestPlace = ReturnType<typeof createPlace>;

/** Longer than any command of these tests takes; a child that hangs is reported with what it said. */
const HANGS_AFTER_MS = 40_000;

function follow(child: ChildProcess): Running {
  const startedMs = performance.now();
  let stdout = '';
  let stderr = '';
  let isOver = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  child.stdin?.on('error', () => {});
  child.stdin?.end();
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += String(text);
    tell();
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += String(text);
    tell();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    const guard = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`It hangs. stdout:\n${stdout}\nstderr:\n${stderr}`));
    }, HANGS_AFTER_MS);
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      clearTimeout(guard);
      isOver = true;
      tell();
      resolve({ exit, signal, stdout, stderr, elapsedMs: performance.now() - startedMs });
    });
  });
  return {
    child,
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(stdout) || pattern.test(stderr)) resolve(stdout);
          else if (isOver)
            reject(new Error(`${pattern} was never said. stdout:\n${stdout}\nstderr:\n${stderr}`));
          else return;
          listeners.delete(look);
        };
        listeners.add(look);
        look();
      }),
  };
}
