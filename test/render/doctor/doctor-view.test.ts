import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/doctor/diagnosis.js';
import { createTheme } from '../../../src/io/theme.js';
import { doctorView } from '../../../src/render/doctor/doctor-view.js';
import { ASCII_SYMBOLS, PLAIN_THEME } from '../../../src/render/theme.js';
import { displayWidth } from '../../../src/render/width.js';
import { HEALTHY, MISSING_MODELS, NOTHING, RATE_LIMITED } from './diagnoses.js';

const BRIEF = { isVerbose: false };
const at = (width: number | null) => ({ ...PLAIN_THEME, width });

describe('doctorView', () => {
  it('names the cause first, then evidence, fix, other suspects, checks and gaps', () => {
    expect(
      doctorView(MISSING_MODELS, at(80), BRIEF),
    ).toBe(`✗ The endpoint lacks /models (endpoint.missing-models-path, 92 %)

Evidence
  • ChatCompletionsClient calls
    https://contoso.services.ai.azure.com/chat/completions (src/app.py:12)
  • The service answered 404 Resource not found (stdin:31)

Fix
  Add /models to the endpoint
  src/app.py:12
  - endpoint="https://contoso.services.ai.azure.com",
  + endpoint="https://contoso.services.ai.azure.com/models",
  → aimi explain endpoint.missing-models-path

Otherwise
  • The api-version does not exist on this route (endpoint.bad-api-version,
    31 %)

Checked
  ✗ endpoint-path: /models is missing (src/app.py:12)
  ! model-retirement: azure-ai-inference is retired on 2026-08-26
    (pyproject.toml:9)
  1 passed, 1 skipped (--verbose lists them)

Not looked at
  - network: --offline was given
`);
  });

  it('fits into 40 columns, but for words and commands that must stay whole', () => {
    const lines = doctorView(MISSING_MODELS, at(40), BRIEF).split('\n');
    const long = lines.filter((line) => displayWidth(line) > 40);
    expect(long.filter((line) => !/https:|docs\/causes|aimi explain/.test(line))).toEqual([]);
    expect(lines[0]).toBe('✗ The endpoint lacks /models');
    expect(lines[1]).toBe('  (endpoint.missing-models-path, 92 %)');
  });

  it('wraps nothing without a width', () => {
    expect(doctorView(MISSING_MODELS, at(null), BRIEF)).toContain(
      '  • ChatCompletionsClient calls https://contoso.services.ai.azure.com/chat/completions (src/app.py:12)\n',
    );
  });

  it('lists every check when asked to', () => {
    const text = doctorView(MISSING_MODELS, PLAIN_THEME, { isVerbose: true });
    expect(text).toContain('  ✓ sdk-version: azure-ai-inference 1.0.0b9 (uv.lock)\n  - dns: offline\n');
    expect(text).not.toContain('--verbose');
  });

  it('says of an innocent configuration that it is fine', () => {
    expect(
      doctorView(RATE_LIMITED, PLAIN_THEME, BRIEF),
    ).toBe(`i The configuration is fine. The deployment is over its rate limit (quota.rate-limited, 97 %)

Evidence
  • 429 Please retry after 60 seconds (response body)

Fix
  Wait, or raise the capacity
  $ aimi deployments update chat --capacity 50
  → aimi explain quota.rate-limited
`);
  });

  it.each([
    ['nothing wrong', HEALTHY, '✓ Nothing wrong found (1 check)'],
    [
      'a warning',
      { ...HEALTHY, checks: MISSING_MODELS.checks.filter(({ status }) => status === 'warn') },
      '! Nothing wrong found (1 check, 1 warning)',
    ],
    ['nothing to look at', NOTHING, '! Nothing to look at'],
    ['a report that is none', { ...NOTHING, error: 'not JSON' }, '✗ This report cannot be read: not JSON'],
  ] as const)('starts with the verdict for %s', (_story, diagnosis, first) => {
    expect(doctorView(diagnosis, PLAIN_THEME, BRIEF).split('\n')[0]).toBe(first);
  });

  it('has one line for each of many reports', () => {
    const answers = [MISSING_MODELS, { ...RATE_LIMITED, id: 'b' }, { ...NOTHING, error: 'not JSON' }];
    expect(
      doctorView(answers, PLAIN_THEME, BRIEF),
    ).toBe(`report  verdict               first cause                   confidence
1       cause-found           endpoint.missing-models-path  92 %
b       innocent              quota.rate-limited            97 %
3       unreadable: not JSON
`);
  });

  it('needs no more than ASCII', () => {
    const theme = { ...PLAIN_THEME, symbols: ASCII_SYMBOLS, width: 60 };
    expect(doctorView(MISSING_MODELS, theme, { isVerbose: true })).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('says the same in colour as without', async () => {
    const output = { isTerminal: true, columns: 80, hasColor: true, hasUnicode: true, write() {} };
    const theme = await createTheme(output, 'always');
    const coloured = doctorView(MISSING_MODELS, theme, BRIEF);
    expect(coloured).toContain('\x1b[');
    expect(coloured.replace(/\x1b\[[0-9;]*m/g, '')).toBe(doctorView(MISSING_MODELS, at(theme.width), BRIEF));
  });

  it('lets nothing that steers a terminal through', () => {
    const nasty = '\x1b[2J\x9d8;;http://evil\x07\u202ename\r';
    const replaced: Diagnosis = JSON.parse(
      JSON.stringify(MISSING_MODELS, (key, value: unknown) =>
        typeof value === 'string' && !['code', 'status', 'verdict'].includes(key)
          ? `${value}${nasty}`
          : value,
      ),
    );
    for (const width of [null, 30]) {
      expect(doctorView(replaced, at(width), { isVerbose: true })).not.toMatch(
        /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/,
      );
    }
  });

  it('keeps the shape of code that has several lines', () => {
    const [cause] = MISSING_MODELS.causes;
    if (cause === undefined) throw new Error('no cause');
    const fix = { text: 'x', before: '  a(\n    b,\n  )', after: '  a()' };
    expect(doctorView({ ...MISSING_MODELS, causes: [{ ...cause, fix }] }, PLAIN_THEME, BRIEF)).toContain(
      '  - a(\n  -   b,\n  - )\n  + a()\n',
    );
  });
});
