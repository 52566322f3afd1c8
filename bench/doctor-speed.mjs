// Speed of the built doctor: offline on a small project as a ratio to `node -e 0`, the time until a dead host
// is known as dead, and a repository of 20,000 files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { cleanEnv, median } from './paired.mjs';

const node = process.execPath;
const aimi = fileURLToPath(new URL('../bin/aimi.js', import.meta.url));
const pairs = Number(process.env.AIMI_BENCH_PAIRS ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'aimi-doctor-bench-'));
const env = cleanEnv({
  AIMI_CACHE_DIR: join(folder, 'cache'),
  AIMI_CONFIG_DIR: join(folder, 'config'),
  NO_COLOR: '1',
});
for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) delete env[name];

const CODE = `from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint="https://contoso-ai.services.ai.azure.com/models",
    api_version="2024-10-21",
)
client.chat.completions.create(model="chat", messages=[])
`;
let isMet = true;

try {
  console.log(`node ${process.versions.node}, ${pairs} pairs\n`);
  offlineOnSmallProject();
  deadHost();
  manyFiles();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isMet ? 0 : 1;

function offlineOnSmallProject() {
  const project = join(folder, 'small');
  mkdirSync(project);
  writeFileSync(join(project, 'app.py'), CODE);
  writeFileSync(join(project, 'requirements.txt'), 'openai==1.57.0\n');
  writeFileSync(join(project, '.env'), 'AZURE_OPENAI_API_KEY=0123456789abcdef0123456789abcdef\n');
  const args = [aimi, 'doctor', project, '--offline', '--error', '404 Resource not found'];
  const ratios = [];
  const times = [];
  timed(args, 5);
  for (let pair = 0; pair < pairs; pair += 1) {
    const ms = timed(args, 5);
    times.push(ms);
    ratios.push(ms / timed(['-e', '0'], 0));
  }
  verdict(
    'offline doctor on a small project / node -e 0',
    median(ratios),
    2,
    'x',
    `${median(times).toFixed(0)} ms`,
  );
}

/** The SDKs try a dead host three times: about 6 s. */
function deadHost() {
  const args = [aimi, 'doctor', '--endpoint', 'https://contoso-ai-that-is-not-there.openai.azure.com'];
  const ms = median([1, 2, 3].map(() => timed(args, 5)));
  verdict('verdict on a host that does not resolve', ms / 1000, 2, 's');
}

function manyFiles() {
  const project = join(folder, 'large');
  for (let index = 0; index < 200; index += 1) {
    // Half of it lies where nobody looks.
    const place = join(project, index % 2 === 0 ? `src/part${index}` : `node_modules/package${index}`);
    mkdirSync(place, { recursive: true });
    for (let file = 0; file < 100; file += 1) {
      writeFileSync(join(place, `module${file}.py`), `# part ${index}\n${'value = 1\n'.repeat(50)}`);
    }
  }
  writeFileSync(join(project, 'src', 'app.py'), CODE);
  const args = [aimi, 'doctor', project, '--offline', '--error', '404 Resource not found', '-o', 'json'];
  const ms = median([1, 2, 3].map(() => timed(args, 5)));
  const { gaps } = JSON.parse(spawnSync(node, args, { env, encoding: 'utf8' }).stdout);
  verdict('a repository of 20,000 files', ms / 1000, 3, 's');
  for (const gap of gaps) console.log(`    ${gap.source}: ${gap.reason}`);
}

function timed(args, expected) {
  const started = performance.now();
  const child = spawnSync(node, args, { env, cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  const ms = performance.now() - started;
  if (child.status !== expected) {
    throw new Error(
      `${args.join(' ')} ended with ${child.status}, not ${expected}:\n${child.stdout}${child.stderr}`,
    );
  }
  return ms;
}

function verdict(name, value, target, unit, more = '') {
  const isGood = value <= target;
  isMet &&= isGood;
  console.log(
    `${name.padEnd(50)} ${value.toFixed(2).padStart(6)} ${unit}  <= ${target} ${unit}  ${isGood ? 'met' : 'MISSED'}  ${more}`.trimEnd(),
  );
}
