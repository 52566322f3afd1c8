import { openControlPlane } from '../../src/azure/open.js';
import type { Context, Environment, TextOutput } from '../../src/context.js';
import type { WireRequest } from '../../src/core/wire.js';
import type { DoctorNetwork } from '../../src/doctor/remote/network.js';
import type { ExitCode } from '../../src/exit-code.js';
import { createTheme } from '../../src/io/theme.js';
import { run } from '../../src/run.js';
import { createSandboxTransport } from '../../src/sandbox/in-process.js';
import { SANDBOX_DEFAULTS } from '../../src/sandbox/names.js';
import { readData } from '../sandbox/sandbox-world.js';
import { readDocTopics } from './doc-topics.js';
import { fakePrompter } from './fake-prompter.js';
import { memoryFiles } from './memory-files.js';

export interface RunResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: ExitCode;
  /** `PUT /…/deployments/x`, in order, queries left out. */
  readonly requests: readonly string[];
  /** What was waited for, in order; two waits at once fail. */
  readonly waits: readonly string[];
  /** Messages of the questions asked. */
  readonly questions: readonly string[];
}

export interface RunOptions {
  /**
   * Answers to the questions, in order; giving some makes it a terminal. One too many or too few fails. `ESCAPE`
   * and `INTERRUPT` are keys.
   */
  readonly answers?: readonly (string | boolean)[];
  readonly columns?: number;
  /** What is piped in; nothing is when absent. */
  readonly stdin?: string;
  readonly env?: Environment;
  /** The account is not given by the sandbox's defaults. */
  readonly isAccountOpen?: boolean;
  /** Azure itself; without it a command that leaves the sandbox fails. */
  readonly azure?: Context['openControlPlane'];
  /** The subscription that az has as its default. */
  readonly azDefault?: string;
  /** Programs on PATH; without them there are none. */
  readonly programs?: Context['programs'];
  /** What the doctor sees of the network; without it a command that goes there fails. */
  readonly network?: DoctorNetwork;
}

const STATE_PATH = '/cache/sandbox/state.json';

/**
 * A machine with its own sandbox on which command lines run in process, one after another: the real command
 * tree, settings, SDK and views; only clock, disk and terminal are made up. Sleeping moves the clock.
 */
export function machine(start = '2026-11-22T12:00:00.000Z') {
  const files = memoryFiles();
  let nowMs = Date.parse(start);
  const abort = new AbortController();
  const state = {
    files,
    sleeps: [] as number[],
    /** Called at each pause; may abort. */
    onSleep: (_ms: number): unknown => undefined,
    interrupt: (): void => abort.abort(new Error('Ctrl-C')),
    run: (line: string, options: RunOptions = {}) => runLine(line, options),
  };
  const clock = {
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs,
    sleep(ms: number, signal?: AbortSignal): Promise<void> {
      state.onSleep(ms);
      if (signal?.aborted === true) return Promise.reject(signal.reason);
      state.sleeps.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
  };

  async function runLine(line: string, options: RunOptions): Promise<RunResult> {
    const isTerminal = options.answers !== undefined;
    const answers = [...(options.answers ?? [])];
    const questions: string[] = [];
    const requests: string[] = [];
    const waits: string[] = [];
    let isWaiting = false;
    const stdout = output(isTerminal, options.columns);
    const stderr = output(isTerminal, options.columns);
    const next = (message: string): string | boolean => {
      if (isWaiting) throw new Error(`A question while something is waited for: ${message}`);
      questions.push(message);
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`A question that was not expected: ${message}`);
      return answer;
    };
    const ctx: Context = {
      version: '0.0.0-test',
      nodeVersion: '20.20.2',
      runtime: () => ({ v8: '11.3', arch: 'x64', osRelease: '6.1', sdks: { '@azure/identity': '4.13.1' } }),
      env: { AIMI_CACHE_DIR: '/cache', AIMI_CONFIG_DIR: '/config', ...options.env },
      platform: 'linux',
      cwd: '/code',
      homeDirectory: '/home/tester',
      stdin: {
        isTerminal,
        readAll: () => Promise.resolve(options.stdin ?? ''),
        mayHoldInput: options.stdin !== undefined,
        readPieces(visit) {
          visit(options.stdin ?? '');
          return Promise.resolve(true);
        },
      },
      stdout,
      stderr,
      useColor() {},
      createTheme,
      clock,
      files,
      prompter: fakePrompter(isTerminal, next),
      progress(text) {
        if (isWaiting) throw new Error(`A wait inside another: ${text}`);
        isWaiting = true;
        waits.push(text);
        return Promise.resolve({
          update() {},
          stop() {
            isWaiting = false;
          },
        });
      },
      interrupt: abort.signal,
      sandboxDefaults:
        options.isAccountOpen === true
          ? { ...SANDBOX_DEFAULTS, account: null, resourceGroup: null }
          : SANDBOX_DEFAULTS,
      readData: (name) => (name === 'topics' ? readDocTopics() : readData(name)),
      completionsDirectory: '/aimi/completions',
      usageWorkerFile: null,
      defaultSubscription: () => Promise.resolve(options.azDefault ?? null),
      programs: options.programs ?? {
        has: () => Promise.resolve(false),
        run: () => Promise.reject(new Error('A command started a program.')),
      },
      openNetwork: () =>
        options.network === undefined
          ? Promise.reject(new Error('A command went to the network.'))
          : Promise.resolve(options.network),
      openControlPlane(settings, open) {
        if (!settings.sandbox) {
          if (options.azure === undefined) throw new Error('A command left the sandbox.');
          return options.azure(settings, open);
        }
        const inner = createSandboxTransport({ files, clock, statePath: STATE_PATH, readData });
        const transport = {
          send(request: WireRequest, signal?: AbortSignal) {
            requests.push(`${request.method} ${new URL(request.url).pathname}`);
            return inner.send(request, signal);
          },
        };
        return openControlPlane(settings, {
          ...open,
          env: {},
          platform: 'linux',
          files,
          clock,
          interrupt: abort.signal,
          version: '0.0.0-test',
          transport,
        });
      },
    };
    const exit = await run(words(line), ctx);
    if (answers.length > 0)
      throw new Error(`Questions that were expected and not asked: ${answers.join(', ')}`);
    return { stdout: stdout.text(), stderr: stderr.text(), exit, requests, questions, waits };
  }
  return state;
}

function output(isTerminal: boolean, columns: number | undefined): TextOutput & { text(): string } {
  let all = '';
  return {
    isTerminal,
    columns: isTerminal ? (columns ?? 80) : null,
    hasColor: false,
    hasUnicode: true,
    write(text) {
      all += text;
    },
    text: () => all,
  };
}

/** Splits a line like a shell as far as tests need it: blanks, single and double quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}
