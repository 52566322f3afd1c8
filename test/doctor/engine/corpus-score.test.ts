import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type CauseCode, INNOCENT_CAUSES } from '../../../src/core/causes/codes.js';
import { diagnose } from '../../../src/doctor/engine/diagnose.js';
import { factsFromCase } from '../../../src/doctor/from-case.js';

const Report = v.object({
  id: v.string(),
  input: v.unknown(),
  expected: v.object({ cause: v.string(), also_acceptable: v.array(v.string()) }),
});
const path = new URL('../../fixtures/doctor/corpus.jsonl', import.meta.url);
const rows = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => v.parse(Report, JSON.parse(line)))
  .map(({ id, input, expected }) => {
    const codes = diagnose(factsFromCase(input)).causes.map(({ code }) => code);
    const told: readonly CauseCode[] = codes.length > 0 ? codes : ['none'];
    return { id, told, expected };
  });

const share = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length / rows.length;

describe('the judgement on public reports', () => {
  it('names an acceptable cause first in nine of ten', () => {
    const isAccepted = share(({ told: [first = 'none'], expected }) =>
      [expected.cause, ...expected.also_acceptable].includes(first),
    );
    expect(isAccepted).toBeGreaterThanOrEqual(0.9);
  });

  it('names the very cause first in three of four', () => {
    expect(share(({ told, expected }) => told[0] === expected.cause)).toBeGreaterThanOrEqual(0.75);
  });

  it('has the cause among the first three in most', () => {
    expect(
      share(({ told, expected }) => told.slice(0, 3).some((code) => code === expected.cause)),
    ).toBeGreaterThanOrEqual(0.88);
  });

  it('blames the configuration of an innocent report in at most one of twenty', () => {
    const innocent = rows.filter(({ expected }) =>
      [...INNOCENT_CAUSES].some((code) => code === expected.cause),
    );
    const blamed = innocent.filter(
      ({ told: [first = 'none'], expected }) =>
        !INNOCENT_CAUSES.has(first) && !expected.also_acceptable.includes(first),
    );
    expect(innocent.length).toBeGreaterThan(10);
    expect(blamed.length / innocent.length).toBeLessThanOrEqual(0.05);
  });
});
