import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../src/sandbox/scenarios.js';
import { CONTROL_SCENARIO_IDS, type ScenarioId } from '../../src/sandbox/state.js';
import { machine } from '../helpers/run-aimi.js';

/**
 * Every fault of the control plane against every write: exit code, what is said, and what is there afterwards.
 * docs/faults.md holds the table; AIMI_UPDATE_DOCS=1 writes it anew, to be read before it is committed.
 */
const PAGE = new URL('../../docs/faults.md', import.meta.url);
const OPERATIONS = ['create', 'update', 'delete'] as const;
type Operation = (typeof OPERATIONS)[number];

/** Scenarios that end by themselves are also shown as lasting for ever. */
const LASTING: readonly ScenarioId[] = [
  'conflict',
  'throttled',
  'unavailable',
  'dropped-connection',
  'dropped-after-write',
];

interface Case {
  readonly scenario: ScenarioId;
  readonly flags: string;
  readonly operation: Operation;
}

const cases: readonly Case[] = CONTROL_SCENARIO_IDS.flatMap((scenario) =>
  ['', ...(LASTING.includes(scenario) ? [' --times 0'] : [])].flatMap((flags) =>
    OPERATIONS.map((operation) => ({ scenario, flags, operation })),
  ),
);

const LINES: Readonly<Record<Operation, (name: string) => string>> = {
  create: (name) => `deploy ${name} --yes --timeout 5m --sandbox`,
  update: (name) => `deployments update ${name} --capacity 20 --yes --timeout 5m --sandbox`,
  delete: (name) => `deployments delete ${name} --yes --timeout 5m --sandbox`,
};

async function row({ scenario, flags, operation }: Case): Promise<string> {
  const { run } = machine();
  // A marketplace refusal needs a model that is sold there.
  const name =
    scenario === 'marketplace' && operation === 'create' ? 'Cohere-embed-v3-english' : 'gpt-4.1-mini';
  if (operation !== 'create') expect((await run(`deploy ${name} --yes --sandbox`)).exit).toBe(0);
  expect((await run(`sandbox scenario set ${scenario}${flags}`)).exit).toBe(0);
  const result = await run(LINES[operation](name));
  expect(result.stderr).not.toMatch(/^\s+at |undefined|\[object/m);
  if (result.exit !== 0) expect(result.stdout).toBe('');
  await run('sandbox scenario clear');
  const after = await run(`deployments list --sandbox -o json`);
  const [there] = JSON.parse(after.stdout);
  const state = there === undefined ? 'none' : `${there.state}, capacity ${there.capacity}`;
  const said = result.stderr
    .split('\n')
    .filter((line) => /^[✓✗!]|^ {2}→|^ {4}\S/.test(line))
    .map((line) => line.trim())
    .join('<br>')
    .replaceAll('|', '\\|')
    .replace(/(Request id for Azure support: )[\w-]+/, '$1ID');
  return `| ${scenario}${flags} | ${operation} | ${result.exit} | ${said} | ${state} |`;
}

function page(rows: readonly string[]): string {
  const scenarios = CONTROL_SCENARIO_IDS.map((id) => `- \`${id}\`: ${SCENARIOS[id].changes}`);
  return [
    '# Faults and what aimi makes of them',
    '',
    'Each scenario of the sandbox (`aimi sandbox scenario set ID`) against each write: the exit code, what is',
    'said on stderr, and what is deployed afterwards. A test runs every row and compares it with this page.',
    'Before an update or a delete, `gpt-4.1-mini` is deployed with a capacity of 10.',
    '',
    ...scenarios,
    '',
    '| scenario | operation | exit | said | deployed afterwards |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

describe('every fault against every write', () => {
  it('ends as docs/faults.md says', { timeout: 120_000 }, async () => {
    const rows = await Promise.all(cases.map(row));
    const text = page(rows);
    if (process.env.AIMI_UPDATE_DOCS === '1') writeFileSync(PAGE, text);
    expect(text).toBe(readFileSync(PAGE, 'utf8'));
  });
});
