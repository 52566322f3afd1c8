import type { SandboxDefaults } from './config/resolve.js';
import type { ColorMode, Settings } from './config/settings.js';
import type { ControlPlane } from './core/control-plane.js';
import type { SignInAttempt } from './core/sign-in/attempt.js';
import type { Identity } from './core/sign-in/identity.js';
import type { DoctorNetwork } from './doctor/remote/network.js';
import type { Theme } from './render/theme.js';

/**
 * Everything aimi knows of the outside. `main` builds the real one and tests build their own; no other
 * file touches the process, the clock, the disk or the network.
 */
export interface Context {
  readonly version: string;
  readonly nodeVersion: string;
  /** What else a report of a defect names. */
  readonly runtime: () => Runtime;
  readonly env: Environment;
  readonly platform: string;
  readonly cwd: string;
  readonly homeDirectory: string;
  readonly stdin: TextInput;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  /** `--color` for what is made later: questions and spinner. */
  readonly useColor: (mode: ColorMode) => void;
  /** Symbols, width and colour for one stream; `color` is `--color`, the last the setting `screenReader`. */
  readonly createTheme: (output: TextOutput, color: ColorMode, isForScreenReader?: boolean) => Promise<Theme>;
  readonly clock: Clock;
  readonly files: Files;
  readonly prompter: Prompter;
  readonly progress: ProgressFactory;
  /** Aborted by the first Ctrl-C. */
  readonly interrupt: AbortSignal;
  /** Subscription, group and account that `--sandbox` works on when nothing else is said. */
  readonly sandboxDefaults: SandboxDefaults;
  /** A bundled data file (`catalog`, `quota-names`, ...), parsed; the caller's schema or type guards it. */
  readonly readData: (name: string) => unknown;
  /** The folder of the completion scripts that come with aimi. */
  readonly completionsDirectory: string;
  /** The id of the subscription that az has as its default, or null. Reads a file, runs nothing. */
  readonly defaultSubscription: () => Promise<string | null>;
  /** Other programs of this machine. */
  readonly programs: Programs;
  /** Opens Azure (or the sandbox, by the settings). Loads the SDK: call it only when a request is certain. */
  readonly openControlPlane: (settings: Settings, options: ControlPlaneOptions) => Promise<ControlPlane>;
  /** The built entry of a worker that reads usage files; null where there is none, and one core reads. */
  readonly usageWorkerFile: string | null;
  /** DNS, TLS and single requests for the doctor; loads the network modules. */
  readonly openNetwork: () => Promise<DoctorNetwork>;
}

export interface Runtime {
  readonly v8: string;
  readonly arch: string;
  readonly osRelease: string;
  /** Bundled packages and their versions. */
  readonly sdks: Readonly<Record<string, string>>;
}

export interface Programs {
  /** Whether it is on PATH; nothing is started. */
  has(name: string): Promise<boolean>;
  /** Runs it on this terminal to its end and answers its exit code. */
  run(name: string, args: readonly string[]): Promise<number>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ControlPlaneOptions {
  /** Gets one line per HTTP exchange with secrets already removed; absent without `--debug`. */
  readonly trace?: ((line: string) => void) | undefined;
  /** Gets sentences for a person, such as which credential is being tried; absent without `--verbose`. */
  readonly note?: ((line: string) => void) | undefined;
  /** Gets sentences a person must act on, such as the code of a device sign-in. */
  readonly say?: ((line: string) => void) | undefined;
  /** Learns how signing in goes. */
  readonly watch?: SignInWatch | undefined;
}

/** Told of each way to sign in, in the order they are tried, and of the identity that came of it. */
export interface SignInWatch {
  attempt(attempt: SignInAttempt): void;
  identity(identity: Identity): void;
}

export interface TextInput {
  readonly isTerminal: boolean;
  /** Reads to the end; rejects with `invalid-value` past `limitBytes`. */
  readAll(limitBytes: number): Promise<string>;
  /** A pipe, a socket or a file: something may be waiting. False for a terminal, `/dev/null`, nothing. */
  readonly mayHoldInput: boolean;
  /**
   * Hands over the text piece by piece as it comes. With `firstWithinMs` it gives up when nothing has come by
   * then, as from a pipe that somebody left open, and answers false.
   */
  readPieces(visit: (text: string) => void, firstWithinMs?: number): Promise<boolean>;
}

export interface TextOutput {
  readonly isTerminal: boolean;
  /** Columns of the terminal; null when it is not one or does not know (then 80 is assumed for wrapping). */
  readonly columns: number | null;
  /** Colour is decided per stream: NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM=dumb, terminal or not. */
  readonly hasColor: boolean;
  readonly hasUnicode: boolean;
  /** OSC 8 links are shown; absent: they are not. */
  readonly hasLinks?: boolean;
  write(text: string): void;
}

export interface Clock {
  now(): Date;
  /** Milliseconds that only go forward. */
  monotonicMs(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Files {
  /** Null when there is no such file; `file-unreadable` for every other reason. */
  readText(path: string): Promise<string | null>;
  /**
   * At most `maxBytes` from byte `fromByte` (0), so that no file can take the memory. Null when there is no
   * such regular file; `file-unreadable` for every other reason.
   */
  readTextBounded(path: string, maxBytes: number, fromByte?: number): Promise<BoundedText | null>;
  /** Entries in the order of their names, links not followed; null when there is no such readable directory. */
  list(path: string): Promise<readonly DirectoryEntry[] | null>;
  /** Writes beside the target and renames, so a reader never sees half a file; makes parent folders. */
  writeTextAtomically(path: string, text: string, mode?: number): Promise<void>;
  remove(path: string): Promise<void>;
  /** Runs `work` while no other process holds the lock of `path`; `sandbox-busy` after `timeoutMs`. */
  withLock<T>(path: string, timeoutMs: number, work: () => Promise<T>): Promise<T>;
}

export interface BoundedText {
  /** Empty when the file is binary. */
  readonly text: string;
  /** There is more of the file behind it. */
  readonly isCut: boolean;
  /** It holds a NUL byte. */
  readonly isBinary: boolean;
  readonly bytesRead: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** One line of a list to choose from. Prompters strip control characters from all of its text. */
export interface Choice<T extends string> {
  readonly value: T;
  /** The whole line, laid out for the width of standard error. */
  readonly name: string;
  /** Shown below the list while this is the active line. */
  readonly description?: string;
  /** What stays on the screen as the answer; the name when absent. */
  readonly short?: string;
  /** Can be looked at and not be chosen; the line says why. */
  readonly isDisabled?: boolean;
}

/** The kinds of question. Each rejects with `interrupted` after Ctrl-C, Ctrl-D or an aborted signal. */
export interface Questions {
  confirm(question: { message: string; initial: boolean }): Promise<boolean>;
  input(question: {
    message: string;
    /** What there is to know for the answer, under the message; gone when it was given. */
    about?: string;
    /** Taken by Enter alone. */
    initial?: string;
    validate?: (value: string) => true | string;
  }): Promise<string>;
  select<T extends string>(question: {
    message: string;
    choices: readonly Choice<T>[];
    /** The line that is active at first. */
    initial?: T;
  }): Promise<T>;
  /** A list that becomes shorter with what is typed. */
  search<T extends string>(question: {
    message: string;
    /** What the columns of the list mean. */
    legend?: string;
    /** The lines for what is typed, all of them for nothing; or why there are none. */
    find: (typed: string) => readonly Choice<T>[] | string;
    initial?: T;
  }): Promise<T>;
  /** Several of a list, at least one. */
  checkbox<T extends string>(question: {
    message: string;
    choices: readonly Choice<T>[];
  }): Promise<readonly T[]>;
  /** Text of many lines, as it is pasted; ends with an empty line or Ctrl-D. */
  lines(question: { message: string }): Promise<string>;
}

/** Asks on stderr, so that stdout carries the result alone. */
export interface Prompter extends Questions {
  /** False in CI, in a pipe, with `--no-input` or `AIMI_NO_INPUT`. */
  readonly canAsk: boolean;
  /** Asks so that Escape leaves the question unanswered: null. `wayOut` is the word for that (`back`). */
  orEscape<T>(wayOut: string, ask: (questions: Questions) => Promise<T>): Promise<T | null>;
}

export interface Progress {
  /** Replaces the text; silent without a terminal. */
  update(text: string): void;
  /** Removes it without a trace; what is worth keeping is said by the caller. */
  stop(): void;
}

/** With `isForScreenReader` each new text is a line of its own; nothing turns and nothing is written over. */
export type ProgressFactory = (text: string, isForScreenReader?: boolean) => Promise<Progress>;
