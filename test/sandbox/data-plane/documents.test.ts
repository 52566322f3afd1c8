import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCENARIOS } from '../../../src/sandbox/scenarios.js';
import { SCENARIO_IDS } from '../../../src/sandbox/state.js';

const PAGE = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');

/** `until cleared, 8 s` */
function usual(id: (typeof SCENARIO_IDS)[number]): string {
  const { times, seconds } = SCENARIOS[id];
  const lasts = times === null ? 'until cleared' : times === 1 ? '1 request' : `${times} requests`;
  return seconds === 0 ? lasts : `${lasts}, ${seconds} s`;
}

it.each(SCENARIO_IDS)('docs/sandbox.md has %s with its usual numbers', (id) => {
  const row = PAGE.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
  expect(row?.endsWith(`| ${usual(id)} |`)).toBe(true);
});
