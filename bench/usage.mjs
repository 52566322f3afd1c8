// Rows per second over usage files: aimi's readers against Node readline + JSON.parse, jq and DuckDB, each a
// process of its own on the same generated file, in turn; the ratio is the median over the rounds. Every
// program's totals must agree with aimi's.
//   node bench/usage.mjs [--rows 5000000] [--rounds 3]
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { cleanEnv, median } from './paired.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000000' },
    rounds: { type: 'string', default: '3' },
  },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'aimi-bench-usage-'));
const root = new URL('..', import.meta.url);
const rival = (name) => fileURLToPath(new URL(`bench/usage-rivals/${name}.mjs`, root));

try {
  await bundle();
  const lines = join(folder, 'usage.jsonl');
  const table = join(folder, 'usage.csv');
  const smallLines = join(folder, 'small.jsonl');
  generate(lines, rows, lineOf, null);
  generate(table, rows, rowOf, 'id,timestamp,model,prompt_tokens,cached_tokens,completion_tokens');
  const smallRows = Math.max(1000, Math.round(rows / 20));
  generate(smallLines, smallRows, lineOf, null);
  const megabytes = (path) => Math.round(statSync(path).size / 1e6);
  console.log(
    `node ${process.versions.node}, ${rows} rows: JSONL ${megabytes(lines)} MB, CSV ${megabytes(table)} MB`,
  );
  console.log(`${rounds} rounds in turn, median of the ratios of rows per second\n`);
  heading();

  const aimi = (path, cores = 0) => [process.execPath, join(folder, 'bench.cjs'), path, String(cores)];
  const duck = (path) => [process.execPath, rival('duckdb'), path, '2'];
  const full = { file: lines, rows };
  contest('aimi, all cores / one core', null, { ...full, a: aimi(lines), b: aimi(lines, 1) });
  contest('readline + JSON.parse', 8, {
    ...full,
    a: aimi(lines),
    b: [process.execPath, rival('readline'), lines],
  });
  const jqProgram = `reduce inputs as $r ([0,0,0,0]; [.[0]+1, .[1]+$r.usage.prompt_tokens,
    .[2]+$r.usage.prompt_tokens_details.cached_tokens, .[3]+$r.usage.completion_tokens])`;
  if (spawnSync('jq', ['--version']).status === 0) {
    const b = ['jq', '-n', '-c', jqProgram, smallLines];
    contest(`jq (on ${smallRows} rows)`, 18, { ...full, a: aimi(lines), b, rowsB: smallRows });
  }
  contest('DuckDB read_json, typed, 2 threads', 1, { ...full, a: aimi(lines), b: duck(lines) });
  contest('DuckDB read_csv, 2 threads', 1, { file: table, rows, a: aimi(table), b: duck(table) });
  contest('CSV: aimi, all cores / one core', null, { file: table, rows, a: aimi(table), b: aimi(table, 1) });
  const [large, small] = [run(aimi(lines)), run(aimi(smallLines))];
  console.log(
    `\npeak memory: ${large.peak} MB on ${rows} rows (limit 150), ${small.peak} MB on ${smallRows} rows`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function heading() {
  const cells = ['against', 'ratio', 'target', '', 'k rows/s A / B', 'peak MB A / B'];
  console.log(format(cells));
}

function format([name, ratio, target, verdict, speed, peak]) {
  const cells = [
    name.padEnd(40),
    ratio.padStart(6),
    target.padStart(7),
    verdict.padEnd(6),
    speed.padEnd(18),
    peak,
  ];
  return cells.join('  ').trimEnd();
}

/** A is aimi; the ratio is how many times the rows per second of B it reads. */
function contest(name, target, { rows: rowsA, a, b, rowsB = rowsA }) {
  const ratios = [];
  const speeds = { a: [], b: [] };
  let peaks = { a: 0, b: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const one = run(a);
    const other = run(b);
    if (rowsA === rowsB && String(one.totals) !== String(other.totals)) {
      throw new Error(`${name}: totals differ: ${one.totals} and ${other.totals}`);
    }
    const speed = { a: rowsA / one.ms, b: rowsB / other.ms };
    ratios.push(speed.a / speed.b);
    speeds.a.push(speed.a);
    speeds.b.push(speed.b);
    peaks = { a: Math.max(peaks.a, one.peak), b: Math.max(peaks.b, other.peak) };
  }
  const ratio = median(ratios);
  const verdict = target === null ? '' : ratio >= target ? 'met' : 'MISSED';
  console.log(
    format([
      name,
      ratio.toFixed(2),
      target === null ? '' : `>= ${target}`,
      verdict,
      `${median(speeds.a).toFixed(0)} / ${median(speeds.b).toFixed(0)}`,
      `${peaks.a} / ${peaks.b || '-'}`,
    ]),
  );
}

/** Whole-process wall time; a program prints its totals and, where it can, its peak memory. */
function run([command, ...args]) {
  const started = performance.now();
  const child = spawnSync(command, args, { env: cleanEnv(), encoding: 'utf8' });
  const ms = performance.now() - started;
  if (child.status !== 0)
    throw new Error(`${command} ${args[0]} ended with ${child.status}: ${child.stderr}`);
  const printed = JSON.parse(child.stdout);
  return Array.isArray(printed)
    ? { ms, totals: printed.map(String), peak: 0 }
    : { ms, totals: printed.totals, peak: Math.round(printed.peakKb / 1024) };
}

async function bundle() {
  const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20.19', logLevel: 'error' };
  const entry = (path) => fileURLToPath(new URL(path, root));
  await build({
    ...options,
    entryPoints: [entry('src/usage/worker.ts')],
    outfile: join(folder, 'worker.cjs'),
  });
  await build({
    ...options,
    outfile: join(folder, 'bench.cjs'),
    stdin: {
      resolveDir: entry('.'),
      contents: `
        import { sumUsage } from './src/usage/read-usage.js';
        const [, , path, cores] = process.argv;
        const workerFile = require('node:path').join(__dirname, 'worker.cjs');
        sumUsage([{ kind: 'file', path }], { workerFile, ...(cores === '0' ? {} : { cores: Number(cores) }) })
          .then(({ groups, files }) => {
            if (files[0].badCount > 0) throw new Error(JSON.stringify(files[0].bad[0]));
            const sum = (of) => groups.reduce((total, group) => total + of(group), 0n).toString();
            const totals = [sum((g) => g.requests), sum((g) => g.tokens.input),
              sum((g) => g.tokens.cachedInput), sum((g) => g.tokens.output)];
            console.log(JSON.stringify({ totals, peakKb: process.resourceUsage().maxRSS }));
          });`,
    },
  });
}

function generate(path, count, makeLine, header) {
  const models = [
    'gpt-4o-2024-11-20',
    'gpt-4.1-mini',
    'gpt-4.1',
    'o4-mini',
    'gpt-5',
    'gpt-5-mini',
    'gpt-5.4',
  ];
  models.push('grok-4', 'DeepSeek-V3', 'Llama-3.3-70B-Instruct', 'gpt-4o-mini', 'text-embedding-3-small');
  const descriptor = openSync(path, 'w');
  let state = 12345;
  const random = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  let waiting = header === null ? [] : [header];
  for (let row = 0; row < count; row += 1) {
    const input = random(30_000);
    const output = random(2_000);
    const facts = { row, input, output, model: models[random(models.length)] };
    waiting.push(makeLine({ ...facts, cached: random(input + 1), reasoning: random(output + 1) }));
    if (waiting.length === 10_000 || row === count - 1) {
      writeSync(descriptor, `${waiting.join('\n')}\n`);
      waiting = [];
    }
  }
  closeSync(descriptor);
}

function lineOf({ row, model, input, output, cached, reasoning }) {
  return JSON.stringify({
    id: `chatcmpl-${row.toString(36).padStart(8, '0')}`,
    created: 1_767_225_600 + row,
    model,
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      prompt_tokens_details: { cached_tokens: cached },
      completion_tokens_details: { reasoning_tokens: reasoning },
    },
  });
}

function rowOf({ row, model, input, output, cached }) {
  const time = new Date((1_767_225_600 + row) * 1000).toISOString();
  return `chatcmpl-${row.toString(36).padStart(8, '0')},${time},${model},${input},${cached},${output}`;
}
