// Start-up of the built program as a ratio to `node -e 0`, and `deployments list` against az on the same
// server where az is installed. Run by `npm run bench:startup`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnv, compare, row } from './paired.mjs';

const node = process.execPath;
const aimi = fileURLToPath(new URL('../bin/aimi.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aimi-bench-'));
const base = {
  AIMI_CACHE_DIR: join(folder, 'cache'),
  AIMI_CONFIG_DIR: join(folder, 'config'),
  NO_COLOR: '1',
};
const floor = [node, '-e', '0'];
const pairs = Number(process.env.AIMI_BENCH_PAIRS ?? 15);

console.log(`node ${process.versions.node}, ${pairs} pairs, median of pairwise wall ratios to node -e 0\n`);
console.log(
  `${'command'.padEnd(52)}  ${'ratio'.padStart(6)}  ${'target'.padStart(8)}  ${''.padEnd(6)}  median A / B`,
);

const show = (name, target, args, extra = {}) => {
  const env = cleanEnv({ ...base, ...extra });
  console.log(row(name, target, compare([node, aimi, ...args], floor, { env, envB: cleanEnv(), pairs })));
};

let server;
try {
  show('aimi --version', 1.15, ['--version']);
  show('aimi', 1.6, []);
  show('aimi --help', 1.6, ['--help']);
  show('aimi help billing', null, ['help', 'billing']);
  show('aimi models list (bundled, all rows, table)', 1.9, ['models', 'list']);
  show('aimi models list -o json', null, ['models', 'list', '-o', 'json']);
  show('aimi models show gpt-4.1-mini', null, ['models', 'show', 'gpt-4.1-mini']);
  show('aimi deployments list --sandbox (in process)', null, ['deployments', 'list', '--sandbox']);

  const sandbox = { ...base, AIMI_SANDBOX: '1' };
  server = await startSandbox(cleanEnv(sandbox));
  for (const model of ['gpt-4.1-mini', 'gpt-4o', 'text-embedding-3-small']) {
    spawnSync(node, [aimi, 'deploy', model, '--yes'], { env: cleanEnv(sandbox) });
  }
  const target = ['-s', server.subscription, '-g', 'rg-sandbox', '-a', 'contoso-ai', '-o', 'json'];
  const list = ['deployments', 'list', ...target];
  show('aimi deployments list, SDK over http on loopback', 5.7, list, { AIMI_ARM_ENDPOINT: server.http });
  const overTls = { AIMI_ARM_ENDPOINT: server.https, AIMI_CA_FILE: server.ca };
  show('aimi deployments list, SDK over TLS on loopback', 5.7, list, overTls);
  againstAz(server, list, overTls);
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

function startSandbox(env) {
  const child = spawn(node, [aimi, 'sandbox', 'start', '-o', 'json'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.on('error', reject);
    child.stdout.on('data', (chunk) => {
      text += chunk;
      try {
        const info = JSON.parse(text);
        resolve({
          http: info.http,
          https: info.https,
          ca: info.caFile,
          subscription: '00000000-0000-4000-8000-000000000001',
          stop: async () => {
            const ended = once(child, 'exit');
            child.kill('SIGINT');
            await ended;
          },
        });
      } catch {
        // not whole yet
      }
    });
    child.on('exit', (code) => reject(new Error(`sandbox start ended with ${code}`)));
  });
}

/** The same list through az, which logs in to the sandbox as to a private cloud. */
function againstAz(info, list, overTls) {
  if (spawnSync('az', ['--version'], { stdio: 'ignore' }).status !== 0) {
    console.log('az is not installed: not compared.');
    return;
  }
  const env = cleanEnv({
    AZURE_CONFIG_DIR: join(folder, 'az'),
    REQUESTS_CA_BUNDLE: info.ca,
    AZURE_CORE_COLLECT_TELEMETRY: '0',
  });
  const az = (...args) => {
    const { status, stderr } = spawnSync('az', args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`az ${args.join(' ')}: ${stderr}`);
  };
  const { https } = info;
  az(
    'cloud',
    'register',
    '-n',
    'sandbox',
    '--endpoint-resource-manager',
    `${https}/`,
    '--endpoint-management',
    `${https}/`,
    '--endpoint-active-directory',
    `${https}/adfs`,
    '--endpoint-active-directory-resource-id',
    `${https}/`,
    '--endpoint-active-directory-graph-resource-id',
    `${https}/`,
  );
  az('cloud', 'set', '-n', 'sandbox');
  const id = '00000000-0000-4000-8000-0000000000ff';
  az('login', '--service-principal', '-u', id, '-p', 'sandbox', '--tenant', id);
  const azList = [
    'az',
    'cognitiveservices',
    'account',
    'deployment',
    'list',
    '-g',
    'rg-sandbox',
    '-n',
    'contoso-ai',
    '-o',
    'json',
  ];
  const result = compare([node, aimi, ...list], azList, {
    env: cleanEnv({ ...base, ...overTls }),
    envB: env,
    pairs: Math.min(pairs, 7),
  });
  console.log(row('aimi deployments list / az ... deployment list', 0.25, result));
}
