// What one Tab costs: `aimi __complete` as a whole process, as a ratio to `node -e 0`. Run by
// `npm run bench:completion`. The cache holds more than most people have: 40 accounts with 25 deployments each.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnv, compare, row } from './paired.mjs';

const node = process.execPath;
const aimi = fileURLToPath(new URL('../bin/aimi.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aimi-bench-'));
const pairs = Number(process.env.AIMI_BENCH_PAIRS ?? 15);
const env = cleanEnv({ AIMI_CACHE_DIR: join(folder, 'cache'), AIMI_CONFIG_DIR: join(folder, 'config') });

try {
  putNames();
  console.log(`node ${process.versions.node}, ${pairs} pairs, median of pairwise wall ratios to node -e 0\n`);
  for (const [kind, ...words] of [
    ['account'],
    ['deployment', 'deployments', 'show'],
    ['deployment', 'deployments', 'show', '--sandbox'],
    ['model', 'deploy'],
    ['version', 'deploy', 'gpt-4.1-mini', '--model-version'],
    ['region', 'models', 'list', '-l'],
    ['term', 'explain'],
    ['profile', '--profile'],
  ]) {
    const line = [node, aimi, '__complete', kind, '--', ...words];
    const name = `aimi __complete ${kind} -- ${words.join(' ')}`;
    console.log(row(name, 1.5, compare(line, [node, '-e', '0'], { env, envB: cleanEnv(), pairs })));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function putNames() {
  const subscriptionId = '11111111-1111-4111-8111-111111111111';
  const place = join(folder, 'cache', 'completion', `subscription-${subscriptionId}`);
  mkdirSync(place, { recursive: true });
  mkdirSync(join(folder, 'config'));
  const resourceGroup = 'rg';
  const accounts = Array.from({ length: 40 }, (_, index) => {
    return { subscriptionId, resourceGroup, name: `account-${index}`, location: 'eastus2' };
  });
  writeFileSync(join(place, 'accounts.json'), JSON.stringify({ accounts }));
  for (const { name } of accounts) {
    const deployments = Array.from({ length: 25 }, (_, index) => {
      return { name: `${name}-${index}`, model: 'gpt-4.1-mini', version: '2025-04-14', sku: 'Standard' };
    });
    const text = JSON.stringify({ account: name, resourceGroup, deployments });
    writeFileSync(join(place, `account-rg+${name}.json`), text);
  }
  const profiles = Array.from({ length: 20 }, (_, index) => `  profile-${index}:\n    account: a\n`);
  writeFileSync(join(folder, 'config', 'config.yaml'), `profiles:\n${profiles.join('')}`);
}
