import type { Environment, Files } from '../context.js';
import { AimiError } from '../errors.js';
import { chooseProfile } from './choose-profile.js';
import { type FileValues, readConfigFile } from './config-file.js';
import { findDirectories, type Place, pathRules } from './directories.js';
import { holdTogether, type NamedTarget, withTarget } from './hold-together.js';
import { describeOrigin } from './origin.js';
import { findProjectFile } from './project-file.js';
import { SETTING_RULES, type SettingRule } from './rules.js';
import { isSettingName } from './setting-names.js';
import type { Origin, SettingName, Settings, SettingValues } from './settings.js';
import { parseBoolean } from './value.js';

/** Flags as they were typed; absent means not given. */
type SettingFlags = { readonly [Name in SettingName]?: string | boolean | undefined };

/** What the sandbox is worked on with when nothing else is said. */
export type SandboxDefaults = Readonly<
  Partial<Record<'subscription' | 'resourceGroup' | 'account' | 'location' | 'tenant', string | null>>
>;

export interface ResolveInput extends Place {
  readonly flags: SettingFlags;
  /** `--profile` */
  readonly profile?: string | undefined;
  /** For commands that make one: a new name after `--profile` is no error. */
  readonly mayMakeProfile?: boolean | undefined;
  readonly env: Environment;
  readonly files: Pick<Files, 'readText'>;
  readonly sandboxDefaults: SandboxDefaults;
}

interface Candidate {
  readonly text: string;
  readonly origin: Origin;
}

interface Picked<T> {
  readonly value: T;
  readonly origin: Origin;
}

/**
 * All settings: flag, then AIMI_*, AZURE_*, the project's `.aimi.yaml`, the profile in use, the rest of the
 * user's `config.yaml`, default. In the sandbox the target comes from flags, AIMI_*, a profile that sets
 * `sandbox: true`, and the sandbox itself, so that a try-out never takes the names of real resources. A wrong
 * value is `invalid-value` from a flag, `endpoint-refused` for a management address, otherwise
 * `config-invalid`.
 */
export async function resolveSettings(input: ResolveInput): Promise<Settings> {
  const directories = findDirectories(input);
  const userPath = pathRules(input.platform).join(directories.configDirectory, 'config.yaml');
  const [projectFile, userText] = await Promise.all([
    findProjectFile(input, input.files),
    input.files.readText(userPath),
  ]);
  const userFile = userText === null ? null : { path: userPath, text: userText };
  const project = await readConfigFile(projectFile, 'project-file');
  const user = await readConfigFile(userFile, 'user-file');
  const profile = chooseProfile(input, user, userPath);
  const written: FileSource[] = [
    { values: project.values, origin: { kind: 'project-file', path: projectFile?.path ?? '' } },
    ...(profile === null
      ? []
      : [
          {
            values: user.profiles.get(profile.name) ?? new Map(),
            origin: { kind: 'profile', name: profile.name, path: userPath } as const,
          },
        ]),
    { values: user.values, origin: { kind: 'user-file', path: userPath } },
  ];
  const sandbox = pick(input, written, 'sandbox', false);
  const sources = targetSources(input, written, sandbox.value);
  const get = <Name extends SettingName>(name: Name): Picked<SettingValues[Name]> =>
    pick(input, sources, name, sandbox.value);
  const picked = {
    subscription: get('subscription'),
    resourceGroup: get('resourceGroup'),
    account: get('account'),
    location: get('location'),
    tenant: get('tenant'),
    cloud: get('cloud'),
    auth: get('auth'),
    sandbox,
    armEndpoint: get('armEndpoint'),
    caFile: get('caFile'),
    output: get('output'),
    color: get('color'),
    input: get('input'),
    screenReader: get('screenReader'),
  };
  return {
    subscription: picked.subscription.value,
    resourceGroup: picked.resourceGroup.value,
    account: picked.account.value,
    location: picked.location.value,
    tenant: picked.tenant.value,
    cloud: picked.cloud.value,
    auth: picked.auth.value,
    sandbox: picked.sandbox.value,
    armEndpoint: picked.armEndpoint.value,
    caFile: picked.caFile.value,
    output: picked.output.value,
    color: picked.color.value,
    input: picked.input.value,
    screenReader: picked.screenReader.value,
    origins: {
      subscription: picked.subscription.origin,
      resourceGroup: picked.resourceGroup.origin,
      account: picked.account.origin,
      location: picked.location.origin,
      tenant: picked.tenant.origin,
      cloud: picked.cloud.origin,
      auth: picked.auth.origin,
      sandbox: picked.sandbox.origin,
      armEndpoint: picked.armEndpoint.origin,
      caFile: picked.caFile.origin,
      output: picked.output.origin,
      color: picked.color.origin,
      input: picked.input.origin,
      screenReader: picked.screenReader.origin,
    },
    profile,
    profiles: Object.fromEntries(
      [...user.profiles].map(([name, values]) => [
        name,
        Object.fromEntries([...values].map(([key, { text }]) => [key, text])),
      ]),
    ),
    userFile: userPath,
    projectFile: projectFile?.path ?? null,
    ...directories,
  };
}

interface FileSource {
  readonly values: FileValues;
  readonly origin: Origin & { readonly path: string };
}

/**
 * The files as far as they speak of the target in force: in the sandbox only a profile of the sandbox does, and
 * such a profile nowhere else; of the others, what still fits the names that stronger places give.
 */
function targetSources(
  input: ResolveInput,
  written: readonly FileSource[],
  isSandbox: boolean,
): readonly FileSource[] {
  const strong = (name: 'subscription' | 'resourceGroup' | 'account'): string | null => {
    const rule = SETTING_RULES[name];
    return (fromFlag(input, name, rule.flag) ?? fromEnvironment(input, rule, isSandbox))?.text ?? null;
  };
  let named: NamedTarget = {
    subscription: strong('subscription'),
    resourceGroup: strong('resourceGroup'),
    account: strong('account'),
  };
  return written.map(({ values, origin }) => {
    const isOfSandbox = origin.kind === 'profile' && saysSandbox(values);
    const kept = isOfSandbox === isSandbox ? holdTogether(values, named) : withoutTarget(values);
    named = withTarget(named, kept);
    return { values: kept, origin };
  });
}

function saysSandbox(values: FileValues): boolean {
  const parsed = parseBoolean(values.get('sandbox')?.text ?? 'false');
  return parsed.ok && parsed.value;
}

function withoutTarget(values: FileValues): FileValues {
  return new Map([...values].filter(([name]) => !isSettingName(name) || !SETTING_RULES[name].isTarget));
}

function pick<Name extends SettingName>(
  input: ResolveInput,
  sources: readonly FileSource[],
  name: Name,
  isSandbox: boolean,
): Picked<SettingValues[Name]> {
  const rule: SettingRule<SettingValues[Name]> = SETTING_RULES[name];
  const candidate =
    fromFlag(input, name, rule.flag) ??
    fromEnvironment(input, rule, isSandbox && rule.isTarget) ??
    fromFiles(sources, name) ??
    (isSandbox && rule.isTarget ? fromSandbox(input, name) : null);
  if (candidate === null) return { value: rule.fallback, origin: { kind: 'default' } };
  const { text, origin } = candidate;
  const paths = pathRules(input.platform);
  const base = 'path' in origin ? paths.dirname(origin.path) : input.cwd;
  const parsed = rule.parse(text, (path) => paths.resolve(base, path));
  if (parsed.ok) return { value: parsed.value, origin };
  const near = parsed.near?.[0];
  throw new AimiError(parsed.code ?? (origin.kind === 'flag' ? 'invalid-value' : 'config-invalid'), {
    message: `'${text}' from ${describeOrigin(origin)} is not a value for ${name}`,
    hint: `Expected ${parsed.expected}${near === undefined ? '' : `; did you mean ${near}?`}`,
    details: { setting: name, value: text, origin },
  });
}

function fromFlag(input: ResolveInput, name: SettingName, flag: string | null): Candidate | null {
  const value = input.flags[name];
  return value === undefined || flag === null
    ? null
    : { text: String(value), origin: { kind: 'flag', name: flag } };
}

/** An empty variable counts as absent. */
function fromEnvironment(
  input: ResolveInput,
  rule: Pick<SettingRule<unknown>, 'environment'>,
  isOwnOnly: boolean,
): Candidate | null {
  for (const { name, translate } of rule.environment) {
    const text = input.env[name];
    if (text === undefined || text === '' || (isOwnOnly && !name.startsWith('AIMI_'))) continue;
    return { text: translate?.(text) ?? text, origin: { kind: 'environment', name } };
  }
  return null;
}

function fromSandbox(input: ResolveInput, name: SettingName): Candidate | null {
  const entry = Object.entries(input.sandboxDefaults).find(([key]) => key === name);
  const text = entry?.[1] ?? null;
  return text === null ? null : { text, origin: { kind: 'sandbox' } };
}

function fromFiles(sources: readonly FileSource[], name: SettingName): Candidate | null {
  for (const { values, origin } of sources) {
    const found = values.get(name);
    if (found !== undefined) return { text: found.text, origin };
  }
  return null;
}
