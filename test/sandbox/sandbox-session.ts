import type { Settings } from '../../src/config/settings.js';
import type { Context, Files, TextOutput } from '../../src/context.js';
import { PLAIN_THEME } from '../../src/render/theme.js';
import { SANDBOX_DEFAULTS } from '../../src/sandbox/names.js';
import type { Session } from '../../src/session.js';
import { fakePrompter } from '../helpers/fake-prompter.js';
import { memoryFiles } from '../helpers/memory-files.js';

const unused = (): never => {
  throw new Error('a sandbox command does not need this');
};
const origin = { kind: 'default' } as const;
const output: TextOutput = {
  isTerminal: false,
  columns: null,
  hasColor: false,
  hasUnicode: true,
  write: unused,
};

const SETTINGS: Settings = {
  subscription: null,
  resourceGroup: null,
  account: null,
  location: null,
  tenant: null,
  cloud: 'public',
  auth: 'auto',
  sandbox: true,
  armEndpoint: null,
  caFile: null,
  output: 'table',
  color: 'auto',
  input: false,
  screenReader: false,
  configDirectory: '/config',
  cacheDirectory: '/cache',
  profile: null,
  profiles: {},
  userFile: '/config/config.yaml',
  projectFile: null,
  origins: {
    subscription: origin,
    resourceGroup: origin,
    account: origin,
    location: origin,
    tenant: origin,
    cloud: origin,
    auth: origin,
    sandbox: origin,
    armEndpoint: origin,
    caFile: origin,
    output: origin,
    color: origin,
    input: origin,
    screenReader: origin,
  },
};

/** A session whose cache directory is in memory; everything that a sandbox command must not touch throws. */
export function sandboxSession(
  files: Files = memoryFiles(),
  options: { readonly readData?: Context['readData']; readonly interrupt?: AbortSignal } = {},
): { readonly session: Session; readonly files: Files; readonly said: string[] } {
  const said: string[] = [];
  const ctx: Context = {
    version: '0.0.0-test',
    nodeVersion: '20.20.2',
    env: {},
    runtime: () => ({ v8: '0', arch: 'x64', osRelease: '0', sdks: {} }),
    platform: 'linux',
    cwd: '/code',
    homeDirectory: '/home/tester',
    stdin: { isTerminal: false, readAll: unused, mayHoldInput: false, readPieces: unused },
    stdout: output,
    stderr: output,
    useColor: unused,
    createTheme: async () => PLAIN_THEME,
    clock: { now: () => new Date('2026-11-22T12:00:00Z'), monotonicMs: () => 0, sleep: async () => {} },
    files,
    prompter: fakePrompter(false, unused),
    progress: unused,
    interrupt: options.interrupt ?? new AbortController().signal,
    sandboxDefaults: SANDBOX_DEFAULTS,
    readData: options.readData ?? unused,
    defaultSubscription: unused,
    openControlPlane: unused,
    completionsDirectory: '',
    usageWorkerFile: null,
    programs: { has: unused, run: unused },
    openNetwork: unused,
  };
  const session: Session = {
    ctx,
    settings: SETTINGS,
    canAsk: false,
    query: null,
    isQuiet: false,
    azure: unused,
    say: (line) => said.push(line),
    success: (line) => said.push(line),
    display: unused,
    warn: (line) => said.push(line),
    explain: unused,
    startProgress: unused,
  };
  return { session, files, said };
}
