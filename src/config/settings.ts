/** Names of the clouds; endpoints and token scopes per cloud are in `src/azure/clouds.ts`. */
export const CLOUDS = ['public', 'usgov', 'china'] as const;
export type Cloud = (typeof CLOUDS)[number];

/** `auto` tries what the environment makes likely, in the order that `docs/authentication.md` gives. */
export const AUTH_METHODS = [
  'auto',
  'env',
  'workload-identity',
  'managed-identity',
  'cli',
  'azd',
  'powershell',
  'browser',
  'device-code',
] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

export const OUTPUT_FORMATS = ['table', 'json', 'jsonl', 'yaml', 'tsv', 'csv', 'none'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number] | ReportFormat | GateFormat;
/** For findings in files, so of `aimi doctor` alone: SARIF 2.1.0 and annotations of GitHub Actions. */
export const REPORT_FORMATS = ['sarif', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** For a gate in a build, so of `aimi cost estimate` alone: a comment, annotations, a test report. */
export const GATE_FORMATS = ['markdown', 'github', 'junit'] as const;
export type GateFormat = (typeof GATE_FORMATS)[number];
/** What not every command has. */
export const SPECIAL_FORMATS = ['sarif', 'github', 'markdown', 'junit'] as const satisfies readonly (
  | ReportFormat
  | GateFormat
)[];
export type SpecialFormat = (typeof SPECIAL_FORMATS)[number];

export const COLOR_MODES = ['auto', 'always', 'never'] as const;
export type ColorMode = (typeof COLOR_MODES)[number];

/** Where a value came from, in the order of precedence. */
export type Origin =
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'project-file'; readonly path: string }
  | { readonly kind: 'profile'; readonly name: string; readonly path: string }
  | { readonly kind: 'user-file'; readonly path: string }
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'default' };

export interface SettingValues {
  readonly subscription: string | null;
  readonly resourceGroup: string | null;
  readonly account: string | null;
  /** Normalised: lower case, no blanks. */
  readonly location: string | null;
  readonly tenant: string | null;
  readonly cloud: Cloud;
  readonly auth: AuthMethod;
  readonly sandbox: boolean;
  /** Management address instead of the cloud's own; already checked: https, or http on loopback. */
  readonly armEndpoint: string | null;
  /** PEM file of further certificate authorities; read only when a TLS connection is made. */
  readonly caFile: string | null;
  readonly output: OutputFormat;
  readonly color: ColorMode;
  readonly input: boolean;
  /** No spinner, nothing drawn over, no columns: plain lines that are read in their order. */
  readonly screenReader: boolean;
}

export type SettingName = keyof SettingValues;

/** The profile that was chosen; `exists` is false only where a command may make it. */
export interface ProfileInUse {
  readonly name: string;
  readonly origin: Origin;
  readonly exists: boolean;
}

/** All settings with the place each one came from (`aimi config list --show-origin` prints the same). */
export interface Settings extends SettingValues {
  readonly origins: Readonly<Record<SettingName, Origin>>;
  readonly profile: ProfileInUse | null;
  /** The profiles of the user file in its order, each with its settings as they are written. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly userFile: string;
  readonly projectFile: string | null;
  readonly configDirectory: string;
  readonly cacheDirectory: string;
}
