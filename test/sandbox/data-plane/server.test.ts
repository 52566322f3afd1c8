import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxServer, startSandboxServer } from '../../../src/sandbox/server.js';
import { memoryFiles } from '../../helpers/memory-files.js';
import { at, readData } from '../sandbox-world.js';
import { COGNITIVE, dataWorld, HELLO, KEY, NOW } from './data-world.js';

let server: SandboxServer;
const lines: string[] = [];
beforeAll(async () => {
  server = await startSandboxServer({
    files: memoryFiles({ '/state.json': JSON.stringify(dataWorld().state) }),
    clock: { now: () => new Date(NOW), monotonicMs: () => 0, sleep: async () => {} },
    readData,
    statePath: '/state.json',
    caFile: '/ca.pem',
    port: 0,
    httpsPort: 0,
    log: (line) => lines.push(line),
  });
});
afterAll(() => server.close());

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function ask(
  path: string,
  headers: Readonly<Record<string, string | string[]>>,
  body?: string,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server.httpUrl}${path}`,
      { method: body === undefined ? 'GET' : 'POST', headers: { ...headers }, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const key = { 'api-key': KEY };
const V1 = '/openai/v1/chat/completions';
const hello = JSON.stringify({ ...HELLO, model: 'chat' });

describe('the loopback server takes a call of a model', () => {
  it.each([
    ['under /r/<subdomain>', `/r/contoso-ai${V1}`, {}],
    ['under /r/<host>', `/r/contoso-ai.services.ai.azure.com${V1}`, {}],
    ['by the Host header', V1, { host: 'contoso-ai.openai.azure.com' }],
    ['by a Host header with a port', V1, { host: 'contoso-ai.openai.azure.com:8443' }],
  ])('%s', async (_, path, headers) => {
    const answer = await ask(path, { ...key, ...headers }, hello);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
    expect(at(JSON.parse(answer.text), 'object')).toBe('chat.completion');
  });

  it('and streams it as server-sent events', async () => {
    const body = JSON.stringify({ ...HELLO, model: 'chat', stream: true });
    const answer = await ask(`/r/contoso-ai${V1}`, key, body);
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(answer.text).toMatch(/^data: \{.*\}\n\n/);
    expect(answer.text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  it('with a token of its own, made for the scope that was asked for', async () => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', scope: `${COGNITIVE}/.default` });
    const granted = await ask('/adfs/oauth2/v2.0/token', {}, form.toString());
    const token = String(at(JSON.parse(granted.text), 'access_token'));
    const answer = await ask(`/r/contoso-ai${V1}`, { authorization: `Bearer ${token}` }, hello);
    expect(answer.status).toBe(200);
  });

  it('counts header lines on the wire, and refuses more than Node would let through by itself', async () => {
    const eleven = { 'x-team': Array.from({ length: 11 }, () => 'contoso') };
    const counted = await ask(`/r/contoso-ai${V1}`, { ...key, ...eleven }, hello);
    expect([counted.status, counted.headers['content-type']]).toEqual([431, 'text/html']);
    const long = await ask(`/r/contoso-ai${V1}`, { ...key, 'x-team': 'x'.repeat(20_000) }, hello);
    expect([long.status, long.text]).toEqual([431, expect.stringContaining('fields size')]);
  });

  it('takes a body that is no JSON for an empty one, as the service names what is missing', async () => {
    const answer = await ask(`/r/contoso-ai${V1}`, key, '{');
    expect([answer.status, at(JSON.parse(answer.text), 'error.message')]).toEqual([
      400,
      'you must provide a model parameter',
    ]);
  });

  it('and logs neither query nor header', async () => {
    await ask('/r/contoso-ai/openai/deployments?api-version=2023-03-15-preview&api-key=secret', key);
    expect(lines.at(-1)).toBe('GET /r/contoso-ai/openai/deployments 200');
    expect(lines.join('\n')).not.toContain(KEY);
  });
});
