import { createPipelineRequest, type HttpClient, RestError } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { createRetry } from '../../src/azure/pipeline/retry.js';
import { timeLimit } from '../../src/azure/pipeline/time-limit.js';
import { redactHeaders, redactUrl } from '../../src/azure/redact.js';
import { type Answer, controlPlaneOver, fakeClock, REF, script } from './support.js';

const ok: Answer = { status: 200, body: { value: [] } };
const busy = (status: number, retryAfter?: string): Answer => ({
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  body: { error: { code: 'X', message: 'busy' } },
});

describe('retry', () => {
  const table: readonly {
    name: string;
    answers: readonly Answer[];
    slept: readonly number[];
    code: string | null;
  }[] = [
    {
      name: '503 three times, then an answer',
      answers: [busy(503), busy(503), busy(503), ok],
      slept: [800, 1600, 3200],
      code: null,
    },
    {
      name: '500 four times',
      answers: [busy(500), busy(500), busy(500), busy(500)],
      slept: [800, 1600, 3200],
      code: 'service-unavailable',
    },
    { name: '429 obeys Retry-After', answers: [busy(429, '2'), ok], slept: [2000], code: null },
    {
      name: '503 obeys Retry-After as a date',
      answers: [busy(503, 'Fri, 20 Nov 2026 12:00:05 GMT'), ok],
      slept: [5000],
      code: null,
    },
    {
      name: '429 that asks for more than a minute is handed to the person',
      answers: [busy(429, '90')],
      slept: [],
      code: 'rate-limited',
    },
    { name: '408 is repeated', answers: [busy(408), ok], slept: [800], code: null },
    { name: '501 is not repeated', answers: [busy(501)], slept: [], code: 'service-refused' },
    { name: '401 is not repeated', answers: [busy(401)], slept: [], code: 'token-refused' },
    { name: '409 is left to the caller', answers: [busy(409)], slept: [], code: 'conflict' },
    {
      name: 'a broken connection ends after 1.4 s',
      answers: ['dropped', 'dropped', 'dropped', 'dropped'],
      slept: [200, 400, 800],
      code: 'network',
    },
    { name: 'a broken connection that comes back', answers: ['dropped', ok], slept: [200], code: null },
  ];

  test.each(table)('$name', async ({ answers, slept, code }) => {
    const clock = fakeClock();
    const transport = script(...answers);
    const call = controlPlaneOver(transport, { clock }).listDeployments(REF);
    if (code === null) expect(await call).toEqual([]);
    else await expect(call).rejects.toMatchObject({ code });
    expect(clock.slept).toEqual(slept);
    expect(transport.requests).toHaveLength(answers.length);
  });

  test('a 429 that is given up says how long the service wants to be left alone', async () => {
    const call = controlPlaneOver(script(busy(429, '90'))).listDeployments(REF);
    await expect(call).rejects.toMatchObject({
      details: { retryAfterSeconds: 90 },
      hint: expect.stringContaining('90 s'),
    });
  });

  test('each wait is told to who asked for --verbose', async () => {
    const notes: string[] = [];
    const { policy } = createRetry(fakeClock(), (line) => notes.push(line));
    const request = createPipelineRequest({ url: 'https://management.azure.com/' });
    let sent = 0;
    const failing: HttpClient['sendRequest'] = () => {
      sent += 1;
      return Promise.reject(new RestError('refused', { code: 'ECONNREFUSED' }));
    };
    await expect(policy.sendRequest(request, failing)).rejects.toThrow('refused');
    expect(sent).toBe(4);
    expect(notes[0]).toBe('No connection (ECONNREFUSED): attempt 2 of 4 in 0.2 s');
  });
});

describe('time limit', () => {
  const request = () => createPipelineRequest({ url: 'https://management.azure.com/x' });
  const silent: HttpClient['sendRequest'] = (each) =>
    new Promise((_resolve, reject) => {
      each.abortSignal?.addEventListener('abort', () => reject(new Error('aborted')));
    });

  test('an attempt without an answer ends as a network error', async () => {
    await expect(timeLimit(1).sendRequest(request(), silent)).rejects.toMatchObject({ code: 'network' });
  });

  test('the abort of the caller is not taken for it', async () => {
    const abort = new AbortController();
    const sending = timeLimit(60_000).sendRequest({ ...request(), abortSignal: abort.signal }, silent);
    abort.abort();
    await expect(sending).rejects.toThrow('aborted');
  });
});

describe('trace', () => {
  const SECRETS = [
    'SECRET-sig',
    'SECRET-cookie',
    'SECRET-key',
    'SECRET-c',
    'SECRET-h',
    'SECRET-body',
    'Bearer',
    'sandbox',
  ];

  test('one line per attempt, and no secret in any of them', async () => {
    const lines: string[] = [];
    const transport = script(
      {
        status: 503,
        headers: { 'set-cookie': 'SECRET-cookie', 'api-key': 'SECRET-key' },
        body: { error: { code: 'X', message: 'SECRET-body' } },
      },
      {
        status: 202,
        headers: {
          'azure-asyncoperation':
            'https://management.azure.com/op?api-version=1&t=SECRET-t&c=SECRET-c&s=x&h=SECRET-h&sig=SECRET-sig',
          'x-ms-request-id': 'req-7\u001b[31m',
        },
        body: { key1: 'SECRET-key' },
      },
    );
    const plane = controlPlaneOver(transport, { trace: (line) => lines.push(line) });
    await plane.beginDelete(REF, 'chat');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^DELETE https:\/\/management\.azure\.com\/subscriptions\/.*api-version=2025-09-01 503 0 ms/,
    );
    expect(lines[1]).toContain('202 (request id req-7)');
    expect(lines[1]).toContain('azure-asyncoperation: https://management.azure.com/op?api-version=1&t=***');
    for (const secret of SECRETS) expect(lines.join('\n')).not.toContain(secret);
  });

  test('a broken connection is a line too', async () => {
    const lines: string[] = [];
    await controlPlaneOver(script('dropped', ok), { trace: (line) => lines.push(line) }).listDeployments(REF);
    expect(lines[0]).toContain('ECONNRESET 0 ms');
  });
});

describe('redaction', () => {
  test.each([
    ['https://u:p@h.example/a?sig=1&api-version=2&x=3#f', 'https://h.example/a?sig=***&api-version=2&x=***'],
    ['https://h.example/a?$filter=name%20eq%201&t=9', 'https://h.example/a?$filter=name eq 1&t=***'],
    ['not an address with sig=1', '***'],
  ])('%s', (url, expected) => {
    expect(redactUrl(url)).toBe(expected);
  });

  test.each([
    'Authorization',
    'Proxy-Authorization',
    'x-ms-authorization-auxiliary',
    'api-key',
    'Ocp-Apim-Subscription-Key',
    'Cookie',
    'Set-Cookie',
    'x-identity-token',
    'client-secret',
  ])('the header %s never appears', (name) => {
    expect(
      redactHeaders([
        [name, 'value'],
        ['Accept', 'application/json'],
      ]),
    ).toEqual(['accept: application/json']);
  });
});
