import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, redactData } from '../../src/core/redact.js';

const HEX_KEY = '0123456789abcdef0123456789abcdef';
const LONG_KEY = `${'aB3'.repeat(28)}`;
const JWT = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJ0aWQiOiJ0IiwiZXhwIjoxfQ.c2lnbmF0dXJl';
const CLIENT_SECRET = `abc8Q~${'x1_y.Z-~'.repeat(4)}`;

describe('redact', () => {
  it.each([
    ['a bearer header', `authorization: Bearer ${JWT}`, 'authorization: ***'],
    ['a bearer token in a sentence', `sent Bearer ${JWT} to it`, 'sent Bearer *** to it'],
    ['an opaque bearer token', 'Bearer abcdef0123456789', 'Bearer ***'],
    ['a token without a signature', 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.', '***'],
    ['the api-key header', `api-key: ${HEX_KEY}`, 'api-key: ***'],
    ['the older key header', `Ocp-Apim-Subscription-Key: ${HEX_KEY}`, 'Ocp-Apim-Subscription-Key: ***'],
    ['a JSON body of listKeys', `{"key1":"${HEX_KEY}","key2":"${LONG_KEY}"}`, '{"key1":"***","key2":"***"}'],
    ['JSON inside JSON', `{"body":"{\\"apiKey\\":\\"a b\\"}"}`, '{"body":"{\\"apiKey\\":\\"***\\"}"}'],
    ['a quoted value with blanks', '"password": "open sesame"', '"password": "***"'],
    ['a value that was cut off', '"client_secret":"abc', '"client_secret":"***"'],
    ['a bare key of 84 characters', `got ${LONG_KEY}.`, 'got ***.'],
    ['a longer key with padding', `got ${LONG_KEY}a1==.`, 'got ***.'],
    [
      'a shared access signature',
      'https://a.example/b?sv=1&sig=ab%2Bc&se=2',
      'https://a.example/b?sv=1&sig=***&se=2',
    ],
    ['a connection string', 'Name=x;AccountKey=abc==;End=y', 'Name=x;AccountKey=***;End=y'],
    ['a form body', 'grant_type=c&client_secret=s3cr3t&scope=x', 'grant_type=c&client_secret=***&scope=x'],
    ['an environment variable', 'AZURE_CLIENT_SECRET=s3cr3t', 'AZURE_CLIENT_SECRET=***'],
    ['a variable in camel case', 'azureApiKey = "s"', 'azureApiKey = "***"'],
    ['a client secret by its form', `used ${CLIENT_SECRET} there`, 'used *** there'],
    ['a password in an address', 'https://me:pw@host.example/x', 'https://***@host.example/x'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----', '***'],
    ['a private key that was cut off', 'x -----BEGIN PRIVATE KEY-----\nMII', 'x ***'],
    ['a value in a call', 'OpenAI(api_key=s3cr3t)', 'OpenAI(api_key=***)'],
    ['a value at the end of a call', `see f(g(token=${HEX_KEY})).`, 'see f(g(token=***)).'],
    ['a quoted value in a call', `OpenAI(key='${HEX_KEY}')`, "OpenAI(key='***')"],
    ['a password with a bracket', 'password=a(b)c next', 'password=*** next'],
    ['a password that reads like a word', 'password=OPEN_SESAME', 'password=***'],
    ['a cookie', 'set-cookie: a=b; path=/', 'set-cookie: ***'],
  ])('hides %s', (_story, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'InsufficientQuota: 10 of 30 thousand tokens per minute are used',
    'x-ms-correlation-request-id: 0123456789abcdef0123456789abcdef',
    '{"key":"request","count":10,"renewalPeriod":60}',
    'Bearer token authentication is not permitted',
    'AuthorizationFailed: The client does not have authorization to perform action',
    'max_tokens: 4096, total_tokens=17',
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg',
    'monkey=banana, design: flat',
    'https://contoso-ai.openai.azure.com/openai/v1/',
    'mail to someone@example.com',
    'env_key = "AZURE_OPENAI_API_KEY"',
    'OpenAI(api_key=AZURE_AI_KEY)',
    '{"key":"CONTOSO_CHAT_API_KEY2"}',
  ])('leaves ordinary text alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  const secret = fc.stringMatching(/^[A-Za-z0-9]{24,90}$/);
  const form = fc.constantFrom<(value: string) => string>(
    (value) => `api-key: ${value}`,
    (value) => `Authorization: Bearer ${value}`,
    (value) => `authorization=${value}`,
    (value) => JSON.stringify({ key1: value, other: 1 }),
    (value) => JSON.stringify({ body: JSON.stringify({ access_token: value }) }),
    (value) => `https://a.example/?sig=${value}&x=1`,
    (value) => `AccountKey=${value}==;Endpoint=x`,
    (value) => `client_secret=${value}&a=b`,
    (value) => `eyJ${value}.${value}.${value}`,
    (value) => `AIMI_TOKEN='${value}'`,
  );

  it('never lets a secret through, whatever stands around it', () => {
    const around = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((text) => !/[A-Za-z0-9_]$/.test(text));
    fc.assert(
      fc.property(secret, form, around, (value, write, before) => {
        expect(redact(`${before} ${write(value)}`)).not.toContain(value);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            secret.chain((value) => form.map((write) => write(value))),
          ),
        ),
        (parts) => {
          const once = redact(parts.join(' '));
          expect(redact(once)).toBe(once);
        },
      ),
    );
  });

  it.each([
    'a_'.repeat(50_000),
    'key='.repeat(25_000),
    'eyJ'.repeat(30_000),
    '"password":"\\'.repeat(8_000),
    'x://'.repeat(25_000),
  ])('takes time in proportion to the text (%#)', (text) => {
    const startedMs = performance.now();
    redact(text);
    expect(performance.now() - startedMs).toBeLessThan(1500);
  });
});

describe('redactData', () => {
  it('hides values by the name of their key and strings by their form, and keeps the rest', () => {
    const data = {
      apiKey: 'short',
      keys: { key1: HEX_KEY },
      limits: [{ key: 'request', count: 1 }],
      note: `api-key: ${HEX_KEY}`,
      nothing: null,
      env_key: 'AZURE_OPENAI_API_KEY',
    };
    expect(redactData(data)).toEqual({
      apiKey: '***',
      keys: { key1: '***' },
      limits: [{ key: 'request', count: 1 }],
      note: 'api-key: ***',
      nothing: null,
      env_key: 'AZURE_OPENAI_API_KEY',
    });
  });
});
