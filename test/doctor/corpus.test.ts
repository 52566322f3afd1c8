import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CAUSE_CODES } from '../../src/core/causes/codes.js';
import { redact } from '../../src/core/redact.js';

const Code = v.picklist(CAUSE_CODES);
const Line = v.nullable(v.pipe(v.string(), v.minLength(1)));
const Words = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const Report = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  source: v.pipe(
    v.string(),
    v.regex(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:issues|pull|discussions)\/\d+$/),
  ),
  title: Words,
  input: v.strictObject({
    error_text: v.pipe(v.string(), v.minLength(1), v.maxLength(1200)),
    endpoint: Line,
    env: v.record(v.string(), v.string()),
    code: Line,
    language: v.nullable(v.picklist(['python', 'js', 'dotnet', 'java', 'curl', 'other'])),
    packages: v.record(v.string(), v.string()),
    deployment: Line,
    known_deployments: v.nullable(v.array(v.string())),
    headers: v.nullable(v.record(v.string(), v.string())),
  }),
  expected: v.strictObject({
    cause: Code,
    also_acceptable: v.array(Code),
    fix: Words,
    why: Words,
  }),
});

const lines = readFileSync(new URL('../fixtures/doctor/corpus.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const reports = lines.map((line) => v.parse(Report, JSON.parse(line)));

describe('the corpus of public reports', () => {
  it('holds at least a hundred reports', () => {
    expect(reports.length).toBeGreaterThanOrEqual(100);
  });

  it.each(['id', 'source'] as const)('names every %s once', (field) => {
    const seen = reports.map((report) => report[field]);
    expect(seen.filter((value, index) => seen.indexOf(value) !== index)).toEqual([]);
  });

  it('never lists the cause among the other acceptable ones, nor one of those twice', () => {
    const wrong = reports.filter(({ expected }) => {
      const codes = [expected.cause, ...expected.also_acceptable];
      return new Set(codes).size !== codes.length;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('holds no text that looks like a secret', () => {
    expect(strings(reports).filter((text) => redact(text) !== text)).toEqual([]);
  });

  it('holds no run of characters as long as a key', () => {
    const long = strings(reports).filter((text) => /(?=\w*\d)(?=\w*[a-z])\b[a-z\d]{32,}\b/i.test(text));
    expect(long).toEqual([]);
  });
});

/** Every string in data, also the names of its fields. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) => [key, ...strings(entry)]);
}
