import { X509Certificate } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { withScenario } from '../../src/sandbox/scenarios.js';
import { type SandboxServer, startSandboxServer } from '../../src/sandbox/server.js';
import { updateState } from '../../src/sandbox/state-file.js';
import { createLoopbackCertificates } from '../../src/sandbox/tls/certificate.js';
import { integer, oid, sequence } from '../../src/sandbox/tls/der.js';
import { memoryFiles } from '../helpers/memory-files.js';
import { ACCOUNT, at, deploymentBody, readData, SWEDEN } from './sandbox-world.js';

const PATH = '/cache/state.json';
const CA = '/cache/ca.pem';
const servers: SandboxServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function started() {
  const files = memoryFiles();
  const lines: string[] = [];
  const clock = { now: () => new Date(), monotonicMs: () => 0, sleep: async () => {} };
  const server = await startSandboxServer({
    files,
    clock,
    readData,
    statePath: PATH,
    caFile: CA,
    port: 0,
    httpsPort: 0,
    log: (line) => lines.push(line),
  });
  servers.push(server);
  return { server, files, lines, ca: (await files.readText(CA)) ?? '' };
}

interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly ca?: string;
}

function ask(
  url: string,
  options: Asked = {},
): Promise<{ status: number; headers: IncomingMessage['headers']; body: unknown }> {
  const send = url.startsWith('https') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { method: options.method ?? 'GET', headers: options.headers ?? {}, ca: options.ca, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: text === '' ? null : JSON.parse(text),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

const api = '?api-version=2025-09-01';
const bearer = { authorization: 'Bearer anything' };

describe('the loopback server', () => {
  it('serves http without a token and logs a line for each request', async () => {
    const { server, lines } = await started();
    const answer = await ask(`${server.httpUrl}${ACCOUNT}${api}`);
    expect(answer.status).toBe(200);
    expect(lines).toEqual([`GET ${ACCOUNT} 200`]);
  });

  it('serves https under its own authority, to whoever carries any token', async () => {
    const { server, ca } = await started();
    const url = `${server.httpsUrl}${ACCOUNT}${api}`;
    expect((await ask(url, { ca })).status).toBe(401);
    expect((await ask(url, { ca, headers: bearer })).status).toBe(200);
    await expect(ask(url, { headers: bearer })).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|SIGNATURE/),
    });
  });

  it('keeps what was deployed, and hands out operation addresses of its own', async () => {
    const { server, ca } = await started();
    const partner = JSON.stringify(deploymentBody('DeepSeek-V3.2', '1', 1, 'GlobalStandard', 'DeepSeek'));
    const created = await ask(`${server.httpsUrl}${ACCOUNT}/deployments/chat${api}`, {
      method: 'PUT',
      body: partner,
      ca,
      headers: bearer,
    });
    expect(created.status).toBe(201);
    const operation = String(created.headers['azure-asyncoperation']);
    expect(operation.startsWith(server.httpsUrl)).toBe(true);
    expect(at((await ask(operation, { ca, headers: bearer })).body, 'status')).toBe('InProgress');
    expect(at((await ask(`${server.httpUrl}${ACCOUNT}/deployments${api}`)).body, 'value.0.name')).toBe(
      'chat',
    );
  });

  it('deletes with an empty body', async () => {
    const { server } = await started();
    const answer = await ask(`${server.httpUrl}${SWEDEN}/deployments/embeddings${api}`, { method: 'DELETE' });
    expect([answer.status, answer.body]).toEqual([200, null]);
  });

  it('breaks the connection when the scenario says so', async () => {
    const { server, files, lines } = await started();
    await updateState(files, PATH, (state) => ({
      state: withScenario(state, 'dropped-connection', {}),
      result: null,
    }));
    await expect(ask(`${server.httpUrl}${ACCOUNT}${api}`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await ask(`${server.httpUrl}${ACCOUNT}${api}`)).status).toBe(200);
    expect(lines[0]).toBe(`GET ${ACCOUNT} dropped`);
  });

  it.each([
    ['no JSON', '{', 400],
    ['more than it takes', `"${'x'.repeat(1_000_001)}"`, 413],
  ])('refuses a body with %s', async (_, body, status) => {
    const { server } = await started();
    expect(
      (await ask(`${server.httpUrl}${ACCOUNT}/deployments/chat${api}`, { method: 'PUT', body })).status,
    ).toBe(status);
  });

  it('answers a sign-in library under /adfs', async () => {
    const { server, ca } = await started();
    const metadata = await ask(`${server.httpsUrl}/adfs/.well-known/openid-configuration`, { ca });
    expect(at(metadata.body, 'token_endpoint')).toBe(`${server.httpsUrl}/adfs/oauth2/v2.0/token`);
    const token = await ask(`${server.httpsUrl}/adfs/oauth2/v2.0/token`, {
      ca,
      method: 'POST',
      body: 'grant_type=client_credentials',
    });
    const claims = JSON.parse(
      Buffer.from(String(at(token.body, 'access_token')).split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims.exp - claims.iat).toBe(3600);
  });

  it('is deaf on a port that is taken', async () => {
    const { server, files } = await started();
    const port = Number(new URL(server.httpUrl).port);
    const clock = { now: () => new Date(), monotonicMs: () => 0, sleep: async () => {} };
    const second = startSandboxServer({
      files,
      clock,
      readData,
      statePath: PATH,
      caFile: CA,
      port,
      httpsPort: 0,
      log: () => {},
    });
    await expect(second).rejects.toMatchObject({
      code: 'network',
      message: expect.stringContaining(String(port)),
    });
  });
});

describe('the certificates', () => {
  const now = new Date('2026-09-01T00:00:00Z');
  const made = createLoopbackCertificates(now);
  const ca = new X509Certificate(made.caPem);
  const leaf = new X509Certificate(made.certificatePem);

  it('form a chain of an authority and a server for localhost and 127.0.0.1', () => {
    expect([ca.ca, leaf.ca]).toEqual([true, false]);
    expect(leaf.verify(ca.publicKey)).toBe(true);
    expect(leaf.checkIssued(ca)).toBe(true);
    expect(leaf.checkHost('localhost')).toBe('localhost');
    expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(leaf.checkHost('example.com')).toBeUndefined();
  });

  it('are valid for thirty days', () => {
    expect(Date.parse(leaf.validTo) - now.getTime()).toBe(30 * 86_400_000);
    expect(Date.parse(leaf.validFrom)).toBeLessThan(now.getTime());
  });

  it('are trusted by TLS for both names', async () => {
    const { server, ca: pem } = await started();
    const port = Number(new URL(server.httpsUrl).port);
    for (const servername of ['localhost', '127.0.0.1']) {
      const isAuthorized = await new Promise<boolean>((resolve, reject) => {
        const name = servername === 'localhost' ? { servername } : {};
        const socket = connect({ host: '127.0.0.1', port, ca: pem, ...name }, () => {
          resolve(socket.authorized);
          socket.destroy();
        });
        socket.on('error', reject);
      });
      expect(isAuthorized).toBe(true);
    }
  });
});

describe('the DER encoder', () => {
  it.each([
    ['a small object id', oid('1.2.840.10045.4.3.2'), '06082a8648ce3d040302'],
    ['an integer with its top bit set', integer(Buffer.from([0x80])), '02020080'],
    ['a length of one byte', sequence(Buffer.alloc(3)), '3003000000'],
  ])('writes %s', (_, bytes, hex) => {
    expect(bytes.toString('hex')).toBe(hex);
  });

  it.each([
    [127, '307f'],
    [128, '308180'],
    [255, '3081ff'],
    [256, '30820100'],
  ])('writes the length %i', (length, head) => {
    expect(sequence(Buffer.alloc(length)).toString('hex').slice(0, head.length)).toBe(head);
  });
});
