// The main job on the embedded sandbox: catalog, plan, deploy, list, repeat, refuse, delete. Runs the built
// program as a user would and shows each command with its output. Nothing leaves this machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const aimi = fileURLToPath(new URL('../bin/aimi.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aimi-demo-'));
const env = {
  ...process.env,
  AIMI_SANDBOX: '1',
  AIMI_CACHE_DIR: join(folder, 'cache'),
  AIMI_CONFIG_DIR: join(folder, 'config'),
};

/** Command line, what it shows, and the exit code that is right for it. */
const steps = [
  ['models list --publisher mistral', 'What is pay-as-you-go? (one publisher of the catalog)', 0],
  [
    'models show gpt-4.1-mini',
    'What does a unit of capacity mean, where is data processed, when does it retire?',
    0,
  ],
  [
    'models show financial-reports-analysis',
    'Not everything in the Azure AI catalog is pay-as-you-go (exit 3)',
    3,
  ],
  ['deploy gpt-4.1-mini --dry-run', 'The plan, from a model name alone', 0],
  ['deploy gpt-4.1-mini --yes', 'Deploy it', 0],
  ['deploy gpt-4.1-mini --yes', 'Once more: an equal deployment is a success that changes nothing', 0],
  ['deploy gpt-4.1-mini --capacity 50 --yes', 'A different one of the same name is refused (exit 1)', 1],
  ['deployments update gpt-4.1-mini --capacity 50 --yes', 'Changing it is a command of its own', 0],
  ['deployments list', 'What is deployed', 0],
  ['deployments delete gpt-4.1-mini --yes', 'Delete it', 0],
  ['deployments list -o json', 'And it is gone', 0],
];

let unexpected = 0;
try {
  for (const [line, title, expected] of steps) {
    process.stdout.write(`\n# ${title}\n$ aimi ${line}\n`);
    const { status } = spawnSync(process.execPath, [aimi, ...line.split(' ')], { env, stdio: 'inherit' });
    if (status !== expected) {
      unexpected += 1;
      process.stdout.write(`(exit ${status}, expected ${expected})\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (unexpected > 0) {
  process.stdout.write(`\n${unexpected} of ${steps.length} commands ended otherwise than they should.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `\nAll ${steps.length} commands ended as they should. Next: README.md, "With your subscription".\n`,
  );
}
