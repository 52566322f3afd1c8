import { RestError } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { translateFailure } from '../../src/azure/translate.js';
import { AimiError } from '../../src/errors.js';

const CONTEXT = { operation: 'list subscriptions' };
const signal = new AbortController().signal;

describe('translateFailure', () => {
  test.each([
    ['ENOTFOUND', 'network', 'DNS'],
    ['EAI_AGAIN', 'network', 'DNS'],
    ['ECONNREFUSED', 'network', 'refused'],
    ['ECONNRESET', 'network', 'broke off'],
    ['ETIMEDOUT', 'network', 'in time'],
    ['SOMETHING_NEW', 'network', 'SOMETHING_NEW'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['CERT_HAS_EXPIRED', 'tls-untrusted', 'CERT_HAS_EXPIRED'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-untrusted', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-untrusted', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-untrusted', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['PARSE_ERROR', 'service-refused', 'JSON'],
  ])('%s → %s', (code, expected, words) => {
    const error = translateFailure(new RestError('m', { code }), CONTEXT, signal);
    expect(error).toMatchObject({ code: expected, message: expect.stringContaining(words) });
  });

  test('an AimiError passes as it is, even when the signal is aborted later', () => {
    const mine = new AimiError('not-signed-in', { message: 'm' });
    expect(translateFailure(mine, CONTEXT, AbortSignal.abort())).toBe(mine);
  });

  test('whatever an aborted request throws is an interruption', () => {
    expect(translateFailure(new Error('AbortError'), CONTEXT, AbortSignal.abort())).toMatchObject({
      code: 'interrupted',
    });
  });

  test('a programming error is not dressed up', () => {
    const bug = new TypeError('x is not a function');
    expect(translateFailure(bug, CONTEXT, signal)).toBe(bug);
  });
});
