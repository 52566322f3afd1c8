import { describe, expect, it } from 'vitest';
import { AimiError } from '../../src/errors.js';
import { errorAsJson, renderError, renderUnexpected, unexpectedAsJson } from '../../src/render/error-view.js';
import { ASCII_SYMBOLS, PLAIN_THEME, SPOKEN_SYMBOLS } from '../../src/render/theme.js';

const QUOTA = new AimiError('insufficient-quota', {
  message: 'gpt-4o needs 50, and 10 are left',
  hint: 'aimi deploy gpt-4o --capacity 10\nor ask for more',
  details: { needed: 50, left: 10 },
});
const REPORT = { aimiVersion: '0.1.0', nodeVersion: 'v20.20.2', platform: 'linux', isDebug: false };
const KEY = '0123456789abcdef0123456789abcdef';

describe('renderError', () => {
  it('wraps sentences under themselves in 40 columns, and no line that is to be run', () => {
    const error = new AimiError('usage', {
      message: 'Which account is meant cannot be told from here, so nothing was done.',
      hint: 'Name it: aimi deployments list --account contoso-ai',
    });
    expect(renderError(error, { ...PLAIN_THEME, width: 40 })).toBe(
      [
        '✗ Which account is meant cannot be told',
        '  from here, so nothing was done.',
        '  → Name it:',
        '    aimi deployments list --account contoso-ai',
        '  code: usage',
        '',
      ].join('\n'),
    );
  });

  it('says words instead of marks to a screen reader', () => {
    const error = new AimiError('usage', { message: 'No.', hint: 'Yes' });
    const theme = { ...PLAIN_THEME, symbols: SPOKEN_SYMBOLS, isLinear: true };
    expect(renderError(error, theme)).toBe('Error: No.\n  Hint: Yes\n  code: usage\n');
  });

  it('says what failed, what to do and the code', () => {
    expect(renderError(QUOTA, PLAIN_THEME)).toBe(
      [
        '✗ gpt-4o needs 50, and 10 are left',
        '  → aimi deploy gpt-4o --capacity 10',
        '    or ask for more',
        '  code: insufficient-quota',
        '',
      ].join('\n'),
    );
  });

  it('has an ASCII form and leaves a missing hint out', () => {
    const theme = { ...PLAIN_THEME, symbols: ASCII_SYMBOLS };
    expect(renderError(new AimiError('network', { message: 'No way to the host' }), theme)).toBe(
      'x No way to the host\n  code: network\n',
    );
  });

  it('prints no secret and nothing that steers a terminal', () => {
    const error = new AimiError('service-refused', {
      message: `refused\x1b[2J api-key: ${KEY}\r\nok`,
      hint: `https://a.example/?sig=${KEY}\u202e`,
    });
    expect(renderError(error, PLAIN_THEME)).toBe(
      '✗ refused api-key: *** ok\n  → https://a.example/?sig=***\n  code: service-refused\n',
    );
  });
});

describe('errorAsJson', () => {
  it('carries the code, the exit code and the details', () => {
    expect(JSON.parse(errorAsJson(QUOTA))).toEqual({
      error: {
        code: 'insufficient-quota',
        exit: 6,
        message: 'gpt-4o needs 50, and 10 are left',
        hint: 'aimi deploy gpt-4o --capacity 10\nor ask for more',
        details: { needed: 50, left: 10 },
      },
    });
  });

  it('prints no secret, wherever it stands', () => {
    const details = { body: { api_key: 'short', list: [`Bearer ${KEY}`] } };
    expect(errorAsJson(new AimiError('network', { message: `key=${KEY}`, details }))).not.toMatch(
      /0123456789|short/,
    );
  });
});

describe('unexpected errors', () => {
  const error = new Error('boom', { cause: new TypeError(`api-key: ${KEY}`) });

  it('are one line, where to report them and with what', () => {
    expect(renderUnexpected(error, REPORT, PLAIN_THEME)).toBe(
      [
        '✗ Unexpected error: boom',
        '  → This is a defect in aimi. Please report it with the output of --debug and of aimi version (aimi 0.1.0, Node v20.20.2, linux)',
        '',
      ].join('\n'),
    );
  });

  it('show the stacks of all causes with --debug, without secrets', () => {
    const text = renderUnexpected(error, { ...REPORT, isDebug: true }, PLAIN_THEME);
    expect(text).toContain('error-view.test.ts');
    expect(text).toContain('Caused by: TypeError: api-key: ***');
    expect(text).not.toContain(KEY);
  });

  it('have a JSON form with the code internal', () => {
    expect(JSON.parse(unexpectedAsJson('a string', REPORT))).toEqual({
      error: {
        code: 'internal',
        exit: 1,
        message: 'Unexpected error: a string',
        hint: null,
        details: { aimiVersion: '0.1.0', nodeVersion: 'v20.20.2', platform: 'linux' },
      },
    });
  });
});
