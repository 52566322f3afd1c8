import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../contracts/documents.js';
import {
  type Block,
  blocksOf,
  exitOf,
  isShown,
  runsAimi,
  type Step,
  stepsOf,
  withOutput,
} from './document.js';
import { ROOT } from './paths.js';
import { createPlace, type TestPlace } from './place.js';
import { normalise } from './transcript.js';

/**
 * Runs what the documents tell readers to run, in the sandbox. After a change on purpose, AIMI_UPDATE_DOCS=1
 * writes the shown output anew; read the difference before it is committed.
 */
const IS_UPDATE = process.env.AIMI_UPDATE_DOCS === '1';

/** Lines that cannot run here, and why. A row that fits no line any more fails. */
const NOT_RUN: readonly (readonly [line: RegExp, why: string])[] = [
  [/\b(?:OTHER_SUBSCRIPTION|TENANT)\b/, 'a name of your own stands there'],
  [/\bHTTPS_PROXY=|NODE_EXTRA_CA_CERTS=|AIMI_CA_FILE=/, 'needs a proxy or a certificate authority'],
  [/--auth cli\b/, 'signs in with az'],
  [/--cloud (?:usgov|china)\b/, 'signs in to another cloud'],
  [/\bcost prices update\b/, 'reads prices.azure.com'],
  [/^(?!.*--offline)(?:.*\| )?aimi doctor\b/, 'looks at the network'],
  [/--timeout 30s/, 'takes half a minute'],
  [/--for deleted/, 'waits for somebody to delete it'],
  [/^source <\(/, 'bash and zsh only; test/e2e/completion.test.ts presses Tab in them'],
];
/** Lines that end otherwise than with 0 and say so nowhere. */
const EXITS: readonly (readonly [line: RegExp, exits: readonly number[], why: string])[] = [
  [/\baimi doctor\b/, [0, 5], '5 when the doctor finds a cause'],
  [/\baimi cost estimate\b.*--max/, [0, 5], '5 when the gate closes'],
  [/ gpt-4o-mini --version 2024-07-18/, [0, 3], 'open to existing customers only'],
  [/^aimi use$/, [2], 'asks, which only a terminal can answer'],
  [/ -g rg-ai\b/, [0, 3], 'a resource group of your own; the sandbox has rg-sandbox'],
];

const FIXTURES = join(ROOT, 'test', 'fixtures', 'documents');
const documents = ['README.md', 'CONTRIBUTING.md', ...listFiles('docs', '.md')].filter((path) =>
  blocksOf(read(path)).some((block) => stepsOf(block).some(({ command }) => runsAimi(command))),
);
/** A sandbox with the deployments that the pages speak of; copied, because making it takes seconds. */
let prepared: string;

beforeAll(async () => {
  const place = newMachine();
  prepared = place.cache;
  const lines = [
    'deploy gpt-4.1-mini --yes',
    'deploy gpt-4.1-mini --name chat --yes',
    'deploy gpt-4o --name old-chat --capacity 20 --yes',
    'cost budget create ai --amount 100 --email ops@contoso.com --yes',
    'cost estimate --usage usage.jsonl -o json > cost-baseline.json',
  ];
  for (const line of lines) await sh(place, `aimi ${line}`, 0);
  cpSync(join(place.home, 'project', 'cost-baseline.json'), join(prepared, 'cost-baseline.json'));
}, 120_000);

describe.concurrent('every command of a document runs, and shows what the document shows', () => {
  it.each(documents)(
    '%s',
    async (path) => {
      const markdown = read(path);
      const problems: string[] = [];
      const outputs = new Map<Block, (string | null)[]>();
      // Pages of errors show the error alone, each block on a machine of its own: see error-docs.test.ts.
      const isErrorPage = path.startsWith('docs/errors/');
      const reader = newMachine();
      for (const block of blocksOf(markdown)) {
        const isConsole = block.kind === 'console';
        const place = !isConsole ? preparedMachine() : isErrorPage ? newMachine() : reader;
        const texts: (string | null)[] = [];
        for (const step of stepsOf(block)) {
          const output = await perform(place, step, problems, isErrorPage);
          texts.push(output);
        }
        if (isConsole && !isErrorPage) outputs.set(block, texts);
      }
      if (IS_UPDATE) writeFileSync(join(ROOT, path), withOutput(markdown, outputs));
      expect(problems.join('\n\n')).toBe('');
    },
    120_000,
  );
});

describe('the lines that are not run', () => {
  it.each(NOT_RUN)('%s is still needed: %s', (pattern) => {
    const lines = documents.flatMap((path) => blocksOf(read(path)).flatMap(stepsOf));
    expect(lines.some(({ command }) => runsAimi(command) && pattern.test(command))).toBe(true);
  });
});

/** What the document should show for the step, or null to keep what it shows; says what is wrong. */
async function perform(
  place: TestPlace,
  step: Step,
  problems: string[],
  isErrorPage: boolean,
): Promise<string | null> {
  const { command, shown } = step;
  if (!runsAimi(command) || NOT_RUN.some(([pattern]) => pattern.test(command))) return null;
  // A question in the shown output was answered with yes; nobody can be asked here.
  const isAsked = shown !== null && /^\? .*\(Y\/n\)/m.test(shown);
  const line = isAsked ? `${command} --yes` : command;
  let ended = await sh(place, line);
  if (shown === null && /^ {2}code: confirmation-needed$/m.test(ended.output)) {
    ended = await sh(place, withYes(command));
  }
  // What it makes is there already on the prepared machine, otherwise.
  if (shown === null && /^ {2}code: deployment-differs$/m.test(ended.output)) {
    ended = await sh(newMachine(), withYes(command));
  }
  const named = exitOf(command);
  const failed = shown !== null && /^✗/m.test(shown);
  const allowed = EXITS.find(([pattern]) => pattern.test(command))?.[1];
  const isExpected =
    named !== null
      ? ended.exit === named
      : (allowed?.includes(ended.exit) ?? (failed || (isErrorPage && shown !== null) || ended.exit === 0));
  if (!isExpected || (failed && ended.exit === 0)) {
    problems.push(`$ ${line}\nended with ${ended.exit}:\n${ended.output}`);
  }
  if (shown === null || isErrorPage) return null;
  const wanted = isAsked ? shown.replace(/^\? .*\(Y\/n\).*\n/m, '') : shown;
  if (wanted === '' || isShown(normalise(wanted, place), normalise(ended.output, place))) return null;
  // The question would be lost: such a block is mended by hand.
  if (IS_UPDATE && !isAsked) return ended.output;
  problems.push(`$ ${line}\nshows in the document:\n${wanted}\nand said:\n${ended.output}`);
  return null;
}

function withYes(command: string): string {
  return command.replace(/^([^|>#]*\baimi\b[^|>#]*?)(\s*(?:[|>#].*)?)$/s, '$1 --yes$2');
}

/** Its own machine with a project to be in, and the programs that pages pipe into aimi. */
function newMachine(): TestPlace {
  const place = createPlace();
  cpSync(join(FIXTURES, 'project'), join(place.home, 'project'), { recursive: true });
  const project = join(place.home, 'project');
  mkdirSync(join(project, 'logs'));
  writeFileSync(join(project, 'logs', 'day.jsonl.gz'), gzipSync(readFileSync(join(project, 'usage.jsonl'))));
  mkdirSync(join(place.home, 'tmp'));
  program(place, 'aimi', '#!/bin/sh\nexec "$NODE" "$AIMI" "$@"\n');
  program(place, 'python', `#!/bin/sh\ncat '${join(FIXTURES, 'traceback.txt')}' >&2\nexit 1\n`);
  return place;
}

function preparedMachine(): TestPlace {
  const place = newMachine();
  cpSync(prepared, place.cache, { recursive: true });
  const baseline = join(prepared, 'cost-baseline.json');
  if (existsSync(baseline)) cpSync(baseline, join(place.home, 'project', 'cost-baseline.json'));
  return place;
}

function program(place: TestPlace, name: string, text: string): void {
  const path = join(place.bin, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

async function sh(place: TestPlace, line: string, wanted?: number) {
  const script = `exec 2>&1\n${line.replaceAll('/tmp/', `${place.home}/tmp/`)}`;
  const { exit, stdout } = await place.shell(script, {
    cwd: join(place.home, 'project'),
    env: {
      PATH: `${place.bin}:${process.env.PATH}`,
      TMPDIR: join(place.home, 'tmp'),
      SHELL: '/bin/bash',
      AIMI_SANDBOX: '1',
    },
  });
  if (wanted !== undefined && exit !== wanted) throw new Error(`${line} ended with ${exit}:\n${stdout}`);
  const output = stdout
    .replaceAll(place.cache, '~/.cache/aimi')
    .replaceAll(place.config, '~/.config/aimi')
    .replaceAll(place.home, '~');
  return { exit: exit ?? -1, output };
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
