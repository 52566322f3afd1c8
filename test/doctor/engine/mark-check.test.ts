import { describe, expect, it } from 'vitest';
import type { Cause, CheckOutcome } from '../../../src/doctor/diagnosis.js';
import { markCheck } from '../../../src/doctor/engine/mark-check.js';

const cause = (code: Cause['code'], confidence: number): Cause => ({
  code,
  confidence,
  title: '/models is missing behind the host',
  evidence: [{ text: 'The base URL is https://contoso-ai.services.ai.azure.com', where: 'app.py:3' }],
  fix: { text: 'Add /models' },
  docs: '',
});
const check = (id: string, status: CheckOutcome['status']): CheckOutcome => ({
  id,
  title: id,
  status,
  text: 'as it was',
  where: null,
  durationMs: 0,
});

describe('the check that the answer contradicts', () => {
  it('fails with the cause as its sentence', () => {
    const [style, path] = markCheck(
      [check('endpoint-style', 'pass'), check('endpoint-path', 'pass')],
      cause('endpoint.missing-models-path', 0.9),
    );
    expect(style).toMatchObject({
      status: 'fail',
      where: 'app.py:3',
      text: expect.stringContaining('/models is missing'),
    });
    expect(path).toMatchObject({ status: 'pass', text: 'as it was' });
  });

  it.each([
    ['a guess', 'endpoint.missing-models-path', 0.4, 'pass'],
    ['a cause that no check looks for', 'service.outage', 0.9, 'pass'],
    ['a check that failed by itself', 'endpoint.missing-models-path', 0.9, 'fail'],
  ] as const)('stays as it was for %s', (_, code, confidence, status) => {
    expect(markCheck([check('endpoint-style', status)], cause(code, confidence))[0]?.text).toBe('as it was');
  });
});
