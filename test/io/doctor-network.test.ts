import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createDoctorNetwork } from '../../src/io/doctor-network.js';
import { createLoopbackCertificates } from '../../src/sandbox/tls/certificate.js';

const network = createDoctorNetwork({ userAgent: 'aimi/test' });
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return isAddress(address) ? address.port : 0;
}

const isAddress = (value: unknown): value is AddressInfo =>
  typeof value === 'object' && value !== null && 'port' in value;

const get = (port: number, timeoutMs = 2000) =>
  network.send({ method: 'GET', url: `http://127.0.0.1:${port}/x`, headers: {}, timeoutMs });

describe('the doctor’s network', () => {
  it('gives status, headers and body, and names itself', async () => {
    const port = await listening(
      createHttp((request, response) => {
        response.writeHead(418, { 'x-seen': request.headers['user-agent'] ?? '' }).end('{"a":1}');
      }),
    );
    expect(await get(port)).toMatchObject({
      kind: 'answer',
      status: 418,
      headers: { 'x-seen': 'aimi/test' },
      text: '{"a":1}',
    });
  });

  it('follows no redirect, so that a key goes nowhere else', async () => {
    const port = await listening(
      createHttp((_, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
      }),
    );
    expect(await get(port)).toMatchObject({ kind: 'answer', status: 302 });
  });

  it('keeps 256 KiB of an endless answer', async () => {
    const port = await listening(
      createHttp((_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          response.once('drain', more);
        };
        more();
      }),
    );
    const answer = await get(port);
    expect(answer.kind === 'answer' ? answer.text.length : 0).toBe(256 * 1024);
  });

  it('gives up on a server that accepts and says nothing', async () => {
    const port = await listening(createTcp((socket) => socket.on('error', () => {})));
    const started = performance.now();
    expect(await get(port, 50)).toMatchObject({ kind: 'failed', code: 'ETIMEDOUT' });
    expect(await network.connectTls('127.0.0.1', port, 50)).toMatchObject({
      kind: 'failed',
      code: 'ETIMEDOUT',
    });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('reports a closed port and an authority that nobody knows in Node’s words', async () => {
    const closed = createTcp();
    const port = await listening(closed);
    await new Promise<void>((resolve) => closed.close(() => resolve()));
    expect(await get(port)).toMatchObject({ kind: 'failed', code: 'ECONNREFUSED' });
    const made = createLoopbackCertificates(new Date());
    const tls = await listening(createTls({ key: made.privateKeyPem, cert: made.certificatePem }));
    expect(await network.connectTls('localhost', tls, 2000)).toMatchObject({
      kind: 'failed',
      code: expect.stringMatching(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED/),
    });
  });

  it('takes an address as its own answer, and knows this machine', async () => {
    expect(await network.resolve('127.0.0.1', 500)).toEqual({ kind: 'resolved', addresses: ['127.0.0.1'] });
    const local = await network.resolve('localhost', 500);
    expect(local.kind === 'resolved' ? local.addresses : local).toContain('127.0.0.1');
  });
});
