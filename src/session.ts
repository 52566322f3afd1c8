import type { AuthMethod, Settings, SpecialFormat } from './config/settings.js';
import type { Context, Progress, SignInWatch } from './context.js';
import type { ControlPlane } from './core/control-plane.js';
import type { ExitCode } from './exit-code.js';
import type { View } from './render/theme.js';

export interface SignInWish {
  /** Instead of the setting. */
  readonly auth?: AuthMethod | undefined;
  readonly watch?: SignInWatch | undefined;
}

/** What a command asks of its session before it is opened. */
export interface SessionNeeds {
  /** It may make the profile that `--profile` names. */
  readonly mayMakeProfile?: boolean;
}

/** One run of one command: the Context plus the settings that its flags, the environment and files give. */
export interface Session {
  readonly ctx: Context;
  readonly settings: Settings;
  /** May a person be asked: a terminal, not CI, not `--no-input`. */
  readonly canAsk: boolean;
  /** `--query`: a JMESPath expression over the result, or null. */
  readonly query: string | null;
  /** `-q`: only the result and what must not be missed. */
  readonly isQuiet: boolean;
  /** Opened at the first call, shared after; `how` counts at the first call. */
  azure(how?: SignInWish): Promise<ControlPlane>;
  /** A line for a person on stderr; silent with `-q` and with `-o json` errors untouched. */
  say(line: string): void;
  /** `✓ line` on stderr: names the thing that changed, in the past tense. */
  success(line: string): void;
  /** A view on stderr, for what a person reads along the way (a plan before a question). */
  display<T>(view: View<T>, data: T): void;
  /** As `say`, but kept with `-q`: what a person must not miss. */
  warn(line: string): void;
  /** Only with `--verbose`. */
  explain(line: string): void;
  startProgress(text: string): Promise<Progress>;
}

/** What a command's `run…` returns: data, never text. `present` prints it in the chosen format. */
export interface Outcome<T> {
  readonly data: T;
  /** Defaults to 0. */
  readonly exit?: ExitCode;
}

/** How one result is shown. */
export interface Presentation<T> {
  readonly table: View<T>;
  /** Column order for tsv and csv; every key of the rows, in the order first seen, when absent. */
  readonly columns?: readonly string[];
  /** The list in a result that is one object: what jsonl, tsv and csv print. */
  readonly rows?: (data: T) => readonly unknown[];
  /** Formats that not every command has. */
  readonly reports?: Readonly<Partial<Record<SpecialFormat, (data: T) => string>>>;
}
