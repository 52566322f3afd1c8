import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.js';
import { DIST, MODULES_HOOK } from './paths.js';
import { createPlace } from './place.js';

/** What costs milliseconds at every start. Sizes: a tenth to a half of the whole start-up of `aimi --help`. */
const HEAVY = [
  'child_process',
  'crypto',
  'fs/promises',
  'http',
  'http2',
  'https',
  'net',
  'tls',
  'tty',
  'worker_threads',
  'zlib',
];
/** Every request to Azure, also one that the sandbox answers, goes through the SDK's pipeline. */
const SDK = ['azure-open', 'azure-connect', 'sandbox-in-process'];
const HTTP = ['crypto', 'http', 'http2', 'https', 'net', 'tls', 'tty', 'worker_threads', 'zlib'];

interface Row {
  readonly line: string;
  /** Files of dist, without `.cjs`; exactly these, and those that define the commands named in the line. */
  readonly files: readonly string[];
  /** Heavy modules of Node that it is allowed; all others are forbidden. */
  readonly mayLoad?: readonly string[];
}

const run = (name: string): string => `commands-${name}.run`;

/** The file that holds the arguments and options of a command of `aimi`. */
const definition = (name: string): string =>
  name === 'deploy' ? 'commands-deployments-create' : `commands-${name}-index`;

const definitions = (line: string): readonly string[] =>
  COMMANDS.map(({ name }) => name)
    .filter((name) => line.split(' ').includes(name))
    .map(definition);

const rows: readonly Row[] = [
  { line: '--version', files: [] },
  { line: '-V', files: [] },
  { line: '', files: ['main'] },
  { line: '--help', files: ['main'] },
  { line: 'help deploy', files: ['main'] },
  { line: 'help topics', files: ['main', run('help-help')] },
  { line: 'help billing', files: ['main', run('help-help')] },
  { line: 'deployments create --help', files: ['main'] },
  { line: 'no-such-command', files: ['main'] },
  { line: 'models list --no-such-option', files: ['main'] },
  { line: 'models list', files: ['main', run('models-list')] },
  { line: 'models list --publisher mistral -o json', files: ['main', run('models-list')] },
  { line: 'models list -o yaml', files: ['main', run('models-list'), 'render-formats-yaml'] },
  { line: 'models list -o csv', files: ['main', run('models-list')] },
  { line: 'models list --query [].name -o json', files: ['main', run('models-list'), 'render-query'] },
  {
    line: 'models list --query [].name',
    files: ['main', run('models-list'), 'render-query', 'render-formats-generic-table'],
  },
  {
    line: 'models list --color always',
    files: ['main', run('models-list'), 'io-chalk-style'],
    mayLoad: ['net', 'tty'],
  },
  { line: 'models show gpt-4.1-mini', files: ['main', run('models-show')] },
  { line: 'models show no-such-model', files: ['main', run('models-show')] },
  { line: 'doctor --offline --error 404', files: ['main', run('doctor-doctor')] },
  {
    line: 'cost estimate --model gpt-5-mini --input-tokens 10 --output-tokens 10',
    files: ['main', run('cost-estimate')],
  },
  { line: 'cost prices status', files: ['main', run('cost-prices-status')] },
  { line: 'cost prices list --model gpt-5-mini', files: ['main', run('cost-prices-list')] },
  { line: 'version', files: ['main', run('version-version')] },
  { line: '__complete model --', files: ['complete'] },
  { line: '__complete deployment -- --sandbox', files: ['complete'] },
  { line: 'completion fish', files: ['main', run('completion-completion')] },
  { line: 'explain deployment.not-found', files: ['main', run('explain-explain')] },
  { line: 'config list', files: ['main', run('config-read')] },
  { line: 'config get account', files: ['main', run('config-read')] },
  { line: 'config path', files: ['main', run('config-read')] },
  {
    line: 'config set output table',
    files: ['main', run('config-write'), 'config-user-file', 'io-write-files', 'config-yaml'],
    mayLoad: ['crypto', 'fs/promises'],
  },
  {
    line: 'config unset output',
    files: ['main', run('config-write'), 'config-user-file', 'io-write-files', 'config-yaml'],
    mayLoad: ['crypto', 'fs/promises'],
  },
  { line: 'login', files: ['main', run('login-login')], mayLoad: ['tty'] },
  { line: 'whoami --sandbox', files: ['main', run('whoami-whoami'), ...SDK], mayLoad: HTTP },
  { line: 'sandbox status', files: ['main', run('sandbox-status')] },
  { line: 'sandbox scenario list', files: ['main', run('sandbox-scenario-list')] },
  // Refused before anything is read.
  { line: 'deploy gpt-4.1-mini --sandbox', files: ['main', run('deployments-create')] },
  { line: 'deploy --sandbox', files: ['main', run('deployments-create')] },
  { line: 'deployments delete --sandbox', files: ['main', run('deployments-delete')] },
  { line: 'doctor --ask', files: ['main', run('doctor-doctor')] },
  { line: 'deployments delete chat --sandbox', files: ['main', run('deployments-delete')] },
  {
    line: 'sandbox scenario set slow',
    files: ['main', run('sandbox-scenario-set'), 'io-write-files'],
    mayLoad: ['crypto', 'fs/promises'],
  },
  {
    line: 'sandbox scenario clear',
    files: ['main', run('sandbox-scenario-clear'), 'io-write-files'],
    mayLoad: ['crypto', 'fs/promises'],
  },
  {
    line: 'sandbox reset',
    files: ['main', run('sandbox-reset'), 'io-write-files'],
    mayLoad: ['crypto', 'fs/promises'],
  },
  { line: 'accounts list --sandbox', files: ['main', run('accounts-list'), ...SDK], mayLoad: HTTP },
  { line: 'accounts show --sandbox', files: ['main', run('accounts-show'), ...SDK], mayLoad: HTTP },
  { line: 'deployments list --sandbox', files: ['main', run('deployments-list'), ...SDK], mayLoad: HTTP },
  {
    line: 'deploy gpt-4.1-mini --dry-run --sandbox',
    files: ['main', run('deployments-create'), ...SDK],
    mayLoad: HTTP,
  },
  {
    line: 'deploy gpt-4.1-mini --yes --sandbox',
    files: ['main', run('deployments-create'), ...SDK, 'io-write-files'],
    mayLoad: [...HTTP, 'fs/promises'],
  },
  {
    line: 'deployments update gpt-4.1-mini --capacity 20 --yes --sandbox',
    files: ['main', run('deployments-update'), ...SDK, 'io-write-files'],
    mayLoad: [...HTTP, 'fs/promises'],
  },
  {
    line: 'deployments show gpt-4.1-mini --sandbox',
    files: ['main', run('deployments-show'), ...SDK],
    mayLoad: HTTP,
  },
  {
    line: 'deployments wait gpt-4.1-mini --sandbox',
    files: ['main', run('deployments-wait'), ...SDK],
    mayLoad: HTTP,
  },
  {
    line: 'deployments delete gpt-4.1-mini --yes --sandbox',
    files: ['main', run('deployments-delete'), ...SDK, 'io-write-files'],
    mayLoad: [...HTTP, 'fs/promises'],
  },
  // Last: from here on there is a configuration file.
  {
    line: 'use contoso-ai --sandbox',
    files: ['main', run('use-use'), ...SDK, 'config-yaml', 'config-user-file', 'io-write-files'],
    mayLoad: [...HTTP, 'fs/promises'],
  },
  {
    line: 'use --clear',
    files: ['main', run('use-use'), 'config-yaml', 'config-user-file', 'io-write-files'],
    mayLoad: ['crypto', 'fs/promises'],
  },
];

/** Files that no row loads, and when they are. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'compile-cache': 'first, unless the version is asked for or the shell completes a line',
  'azure-credentials-command-line': 'signed in with az, azd or PowerShell, outside the sandbox',
  'azure-credentials-identity': 'signed in by other means, outside the sandbox',
  'azure-credentials-is-on-path': 'aimi login on a terminal looks for az',
  'azure-default-subscription': 'no subscription named, outside the sandbox',
  'commands-account': 'cost of a deployment that an account knows',
  'commands-cost-actual.run': 'what was billed; see billing.md',
  'commands-cost-budget-create.run': 'budgets; see billing.md',
  'commands-cost-budget-delete.run': 'budgets; see billing.md',
  'commands-cost-budget-list.run': 'budgets; see billing.md',
  'commands-cost-compare.run': 'a comparison; see cost.md',
  'commands-cost-emit': 'a query is written; see cost.md',
  'completion-remember-names': 'Azure itself is asked, outside the sandbox',
  'commands-cost-missing-price': 'a model has no price',
  'commands-cost-prices-update.run': 'prices are pulled',
  'commands-cost-usage-portions': 'usage files are given',
  'commands-doctor-online': 'the doctor may use the network',
  'commands-doctor-reports': 'the doctor reads a file of reports',
  'commands-doctor-save': 'the doctor saves what it found',
  'commands-snippet-snippet.run': 'a snippet; see explain.md',
  'doctor-readers-bundle': 'the doctor reads or writes a bundle',
  'doctor-readers-project-packages-toml': 'the project has a TOML manifest',
  'doctor-readers-project-packages-xml': 'the project has an XML manifest',
  'doctor-readers-project-settings-yaml': 'the project has a compose file',
  'usage-worker': 'usage files are read',
  'commands-sandbox-start.run': 'serves until Ctrl-C',
  'config-yaml': 'a configuration file is there',
  'io-doctor-network': 'the doctor looks at addresses and certificates',
  'io-run-program': 'aimi login starts az',
  'io-inquirer': 'a question on a terminal',
  'io-ora': 'a wait on a terminal',
};

const isShared = (name: string): boolean => /^(?:vendor|shared)-/.test(name);

describe('a command loads what it needs and nothing else', () => {
  const place = createPlace();
  const reportPath = join(place.home, 'modules.json');

  async function load(line: string) {
    await place.run(line, { nodeArgs: ['-r', MODULES_HOOK], env: { AIMI_E2E_MODULES: reportPath } });
    const report: { builtins: string[]; files: string[] } = JSON.parse(readFileSync(reportPath, 'utf8'));
    return {
      builtins: report.builtins,
      files: report.files
        .filter((file) => file.startsWith(DIST))
        // What several bundles share comes with each of them: see scripts/build/shared-code.mjs.
        .filter((file) => !isShared(basename(file)))
        .map((file) => basename(file, '.cjs'))
        .sort(),
      foreign: report.files.filter((file) => /[\\/]node_modules[\\/]/.test(file)),
    };
  }

  it.each(rows.map((row) => [row.line, row] as const))('aimi %s', async (line, { files, mayLoad = [] }) => {
    const loaded = await load(line);
    // It loads all the others; what answers the shell on every Tab is one file and needs no loader.
    const loader = files.length === 0 || line.startsWith('__complete') ? [] : ['compile-cache'];
    expect(loaded.files).toEqual([...loader, ...files, ...definitions(line)].sort());
    expect(loaded.builtins.filter((name) => HEAVY.includes(name) && !mayLoad.includes(name))).toEqual([]);
    expect(loaded.foreign).toEqual([]);
  });

  it('loads the YAML reader only where there is a configuration file', async () => {
    const project = createPlace();
    writeFileSync(join(project.config, 'config.yaml'), 'output: json\n');
    await project.run('models list', {
      nodeArgs: ['-r', MODULES_HOOK],
      env: { AIMI_E2E_MODULES: reportPath },
    });
    expect(readFileSync(reportPath, 'utf8')).toContain('config-yaml.cjs');
  });

  it('is listed above for every file that is built', () => {
    const built = readdirSync(DIST)
      .filter((name) => name.endsWith('.cjs') && !isShared(name))
      .map((name) => basename(name, '.cjs'));
    const known = new Set([
      ...rows.flatMap((row) => row.files),
      ...Object.keys(ELSEWHERE),
      ...COMMANDS.map(({ name }) => definition(name)),
    ]);
    expect([...known].sort()).toEqual(built.sort());
  });
});
