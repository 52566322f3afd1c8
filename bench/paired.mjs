// Whole-process timing of A against B in turn (A B A B ...), ratio taken pair by pair, median reported:
// drift of the machine falls on both sides. NODE_EXTRA_CA_CERTS is removed from both, because Node 20 parses
// that file at every start and pads both sides alike.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export function cleanEnv(extra = {}) {
  const env = { ...process.env, ...extra };
  for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'FORCE_COLOR']) delete env[name];
  return env;
}

/** Milliseconds of wall time of one finished child; throws when it does not end with `expected`. */
export function timeOnce([command, ...args], env, expected = 0) {
  const started = performance.now();
  const child = spawnSync(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  const ms = performance.now() - started;
  if (child.status !== expected) {
    throw new Error(`${[command, ...args].join(' ')} ended with ${child.status}: ${child.stderr}`);
  }
  return ms;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median of the pairwise ratios A/B, with the medians of both in ms. */
export function compare(a, b, { pairs = 15, env = cleanEnv(), envB = env } = {}) {
  timeOnce(a, env);
  timeOnce(b, envB);
  const ratios = [];
  const msA = [];
  const msB = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const one = timeOnce(a, env);
    const other = timeOnce(b, envB);
    ratios.push(one / other);
    msA.push(one);
    msB.push(other);
  }
  return { ratio: median(ratios), msA: median(msA), msB: median(msB), pairs };
}

export function row(name, target, { ratio, msA, msB }) {
  const verdict = target === null ? '' : ratio <= target ? 'met' : 'MISSED';
  const cells = [
    name.padEnd(52),
    ratio.toFixed(2).padStart(6),
    (target === null ? '' : `<= ${target}`).padStart(8),
    verdict.padEnd(6),
    `${msA.toFixed(0)} / ${msB.toFixed(0)} ms`,
  ];
  return cells.join('  ').trimEnd();
}
