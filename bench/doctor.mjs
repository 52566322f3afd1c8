// Scores the doctor's judgement on written reports: its own corpus, and any file of the same form.
//   node bench/doctor.mjs [--cases FILE] [--misses N]
// Nothing is fitted to reports by a program: rules and confidences are written by hand. So the figure for a
// file says as much as the rules were not written with that file in view; the spread over its fifths (every
// 5th report, in turn) says how far a figure of such a size can move by chance.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values: options } = parseArgs({
  options: { cases: { type: 'string' }, misses: { type: 'string', default: '0' } },
});
const INNOCENT = /^(?:none|service\.outage|quota\.|request\.|model\.)/;
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aimi-bench-doctor-'));

try {
  const { factsFromCase, diagnose } = await load();
  const own = readReports(join(root, 'test/fixtures/doctor/corpus.jsonl'));
  report('own corpus', own, answerAll(own));
  if (options.cases !== undefined) {
    const given = readReports(options.cases);
    report(options.cases, given, answerAll(given));
  }

  function answerAll(reports) {
    const start = performance.now();
    const answers = reports.map(({ input }) => diagnose(factsFromCase(input)));
    console.log(`\n${((performance.now() - start) / reports.length).toFixed(2)} ms a report`);
    return answers;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function load() {
  const outfile = join(folder, 'doctor.mjs');
  await build({
    stdin: {
      contents:
        "export { factsFromCase } from './src/doctor/from-case.ts'; export { diagnose } from './src/doctor/engine/diagnose.ts';",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

function readReports(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function report(name, reports, answers) {
  const rows = reports.map(({ id, expected }, index) => judge(id, expected, answers[index]));
  console.log(`${name}: ${reports.length} reports`);
  console.log(`  all              ${line(rows)}`);
  for (let fold = 0; fold < 5; fold += 1) {
    console.log(`  fifth ${fold + 1} alone    ${line(rows.filter((_, index) => index % 5 === fold))}`);
  }
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.7],
    [0.7, 0.85],
    [0.85, 1.01],
  ]) {
    const some = rows.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = some.filter((row) => row.isRight).length;
    if (some.length > 0)
      console.log(
        `  confidence ${from.toFixed(2)} to ${Math.min(1, to).toFixed(2)}: first cause right ${share(right, some.length)}`,
      );
  }
  for (const row of rows.filter(({ isAccepted }) => !isAccepted).slice(0, Number(options.misses))) {
    console.log(
      `  missed ${row.id}: expected ${row.expected}, said ${row.codes.slice(0, 3).join(', ') || 'nothing'}`,
    );
  }
}

function judge(id, { cause, also_acceptable: also = [] }, { causes }) {
  const codes = causes.map(({ code }) => code);
  const first = codes[0] ?? 'none';
  const isRight = first === cause;
  const isAccepted = isRight || also.includes(first);
  return {
    id,
    expected: cause,
    codes,
    isRight,
    isAccepted,
    isWithinThree: (codes.length > 0 ? codes : ['none']).slice(0, 3).includes(cause),
    isInnocent: INNOCENT.test(cause),
    isFalseAlarm: INNOCENT.test(cause) && !INNOCENT.test(first) && !isAccepted,
    confidence: causes[0]?.confidence ?? 0,
  };
}

function line(rows) {
  const count = (test) => rows.filter(test).length;
  const innocent = count(({ isInnocent }) => isInnocent);
  return [
    `right ${share(
      count(({ isRight }) => isRight),
      rows.length,
    )}`,
    `right or acceptable ${share(
      count(({ isAccepted }) => isAccepted),
      rows.length,
    )}`,
    `within three ${share(
      count(({ isWithinThree }) => isWithinThree),
      rows.length,
    )}`,
    `false alarms ${count(({ isFalseAlarm }) => isFalseAlarm)}/${innocent}`,
  ].join(', ');
}

function share(count, of) {
  return `${count}/${of} = ${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
}
