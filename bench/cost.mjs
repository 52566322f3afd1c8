// One `aimi cost estimate` as a whole process, against an empty Node program and against the estimate of
// genai-prices 0.1.8, which is installed by hand, in a folder of its own: --rival DIR or AIMI_BENCH_RIVAL=DIR.
//   node bench/cost.mjs [--aimi bin/aimi.js] [--rival DIR] [--pairs 21]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cleanEnv, compare, row } from './paired.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    aimi: { type: 'string', default: join(root, 'bin/aimi.js') },
    rival: { type: 'string', default: process.env.AIMI_BENCH_RIVAL },
    pairs: { type: 'string', default: '21' },
  },
});
const pairs = Number(values.pairs);
const folder = mkdtempSync(join(tmpdir(), 'aimi-bench-'));
const env = cleanEnv({ AIMI_CONFIG_DIR: folder, AIMI_CACHE_DIR: folder });
const node = process.execPath;
const workload = ['--input-tokens', '1200', '--output-tokens', '300'];
const estimate = [node, values.aimi, 'cost', 'estimate', '--model', 'gpt-4.1-mini', ...workload];
try {
  console.log(
    row('aimi cost estimate / node -e 0', 1.7, compare(estimate, [node, '-e', '0'], { pairs, env })),
  );
  const cli = values.rival ? resolve(values.rival, 'node_modules/.bin/genai-prices') : null;
  if (cli === null || !existsSync(cli)) {
    console.log(`aimi cost estimate / genai-prices calc: not compared, target <= 0.5; ${cli ?? 'it'} is not there.
  npm install --prefix DIR @pydantic/genai-prices@0.1.8 && AIMI_BENCH_RIVAL=DIR npm run bench:cost`);
  } else {
    const calc = [cli, 'calc', 'gpt-4.1-mini', ...workload];
    console.log(row('aimi cost estimate / genai-prices calc', 0.5, compare(estimate, calc, { pairs, env })));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
