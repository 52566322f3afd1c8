import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUSE_CODES } from '../../../src/core/causes/codes.js';
import { schemaViolations } from '../../helpers/json-schema.js';
import { HEALTHY, MISSING_MODELS, NOTHING, RATE_LIMITED } from './diagnoses.js';

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../../docs/schemas/doctor.schema.json', import.meta.url), 'utf8'),
);

describe('docs/schemas/doctor.schema.json', () => {
  it.each([
    ['a cause', MISSING_MODELS],
    ['an innocent cause', { ...RATE_LIMITED, id: 'case-1' }],
    ['nothing wrong', HEALTHY],
    ['an unreadable report', { ...NOTHING, error: 'the line is not JSON' }],
  ])('describes an answer with %s', (_story, answer) => {
    expect(schemaViolations(SCHEMA, JSON.parse(JSON.stringify(answer)))).toEqual([]);
  });

  it.each([
    ['an unknown verdict', { ...HEALTHY, verdict: 'fine' }, '$.verdict: fine is not allowed'],
    ['no gaps', { ...HEALTHY, gaps: undefined }, '$: lacks gaps'],
    ['a field that it does not name', { ...HEALTHY, mood: 'good' }, '$: does not know mood'],
  ])('refuses %s', (_story, answer, violation) => {
    expect(schemaViolations(SCHEMA, JSON.parse(JSON.stringify(answer)))).toEqual([violation]);
  });

  it('has every cause code', () => {
    expect(SCHEMA.$defs.cause.properties.code.enum).toEqual([...CAUSE_CODES]);
  });
});
