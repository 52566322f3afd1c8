import { afterEach, describe, expect, test } from 'vitest';
import { type OpenOptions, openControlPlane } from '../../src/azure/open.js';
import { CERT, CERT_PATH, type Loopback, loopback } from './loopback.js';
import { fakeClock, filesOf, REF, script, settingsWith } from './support.js';

const options = (more: Partial<OpenOptions> = {}): OpenOptions => ({
  env: { PATH: '' },
  platform: 'linux',
  files: filesOf({ [CERT_PATH]: CERT }),
  clock: fakeClock(),
  interrupt: new AbortController().signal,
  version: '9.9.9',
  ...more,
});

const servers: Loopback[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function armServer(kind: 'http' | 'https'): Promise<Loopback> {
  const server = await loopback(kind, (_request, response) => response.end('{"value":[]}'));
  servers.push(server);
  return server;
}

const SIGNED_IN = {
  PATH: '',
  AZURE_CLIENT_ID: 'c',
  AZURE_TENANT_ID: 't',
  AZURE_CLIENT_SECRET: 'real-secret',
};

describe('loopback management endpoints', () => {
  test('plain http works and gets the static token, whatever the environment holds', async () => {
    const server = await armServer('http');
    const settings = settingsWith({ armEndpoint: `http://127.0.0.1:${server.port}` });
    const plane = await openControlPlane(settings, options({ env: SIGNED_IN }));
    expect(await plane.listDeployments(REF)).toEqual([]);
    expect(await plane.listSubscriptions()).toEqual([]);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sandbox',
      'Bearer sandbox',
    ]);
  });

  test('https works with caFile and gets the static token too', async () => {
    const server = await armServer('https');
    const settings = settingsWith({ armEndpoint: `https://localhost:${server.port}`, caFile: CERT_PATH });
    const plane = await openControlPlane(settings, options({ env: SIGNED_IN }));
    expect(await plane.listDeployments(REF)).toEqual([]);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sandbox');
  });

  test('an unknown certificate is tls-untrusted, with the way to trust it', async () => {
    const server = await armServer('https');
    const plane = await openControlPlane(
      settingsWith({ armEndpoint: `https://localhost:${server.port}` }),
      options(),
    );
    await expect(plane.listDeployments(REF)).rejects.toMatchObject({
      code: 'tls-untrusted',
      hint: expect.stringMatching(/caFile.*NODE_EXTRA_CA_CERTS/),
    });
    expect(server.requests).toEqual([]);
  });

  test('a closed port is a network error after 1.4 s of waiting', async () => {
    const server = await armServer('http');
    await server.close();
    servers.length = 0;
    const clock = fakeClock();
    const plane = await openControlPlane(
      settingsWith({ armEndpoint: `http://127.0.0.1:${server.port}` }),
      options({ clock }),
    );
    await expect(plane.listDeployments(REF)).rejects.toMatchObject({
      code: 'network',
      details: { code: 'ECONNREFUSED' },
    });
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(1400);
  });
});

describe('opening', () => {
  test('the sandbox transport gets every request on the public address, and no sign-in is tried', async () => {
    const transport = script({ status: 200, body: { value: [] } });
    const settings = settingsWith({ armEndpoint: 'https://arm.corp.example' });
    const plane = await openControlPlane(settings, options({ transport, env: SIGNED_IN }));
    await plane.listDeployments(REF);
    expect(transport.requests[0]?.url).toMatch(/^https:\/\/management\.azure\.com\//);
    expect(transport.requests[0]?.headers.authorization).toBe('Bearer sandbox');
  });

  test('with nothing to sign in with, the first request says so without sending anything', async () => {
    const plane = await openControlPlane(settingsWith({ armEndpoint: 'https://arm.invalid' }), options());
    await expect(plane.listDeployments(REF)).rejects.toMatchObject({
      code: 'not-signed-in',
      exit: 4,
      message: expect.stringContaining('no az, azd or PowerShell on PATH'),
      hint: expect.stringContaining('az login'),
    });
  });

  test('plain http elsewhere is refused at once', async () => {
    const opening = openControlPlane(settingsWith({ armEndpoint: 'http://arm.corp.example' }), options());
    await expect(opening).rejects.toMatchObject({ code: 'endpoint-refused', exit: 2 });
  });

  test.each([
    ['/missing.pem', 'does not exist'],
    ['/empty.pem', 'holds no PEM certificate'],
  ])('caFile %s is refused: %s', async (caFile, reason) => {
    const opening = openControlPlane(
      settingsWith({ caFile }),
      options({ files: filesOf({ '/empty.pem': 'x' }) }),
    );
    await expect(opening).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining(reason),
    });
  });
});
