import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPlace, type TestPlace } from './place.js';

const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';
const SECRETS = {
  AZURE_CLIENT_ID: '00000000-0000-4000-8000-0000000000c1',
  AZURE_TENANT_ID: '00000000-0000-4000-8000-0000000000d1',
  AZURE_CLIENT_SECRET: 'e2e-client-secret-Zm9v',
  AZURE_PASSWORD: 'e2e-password-Zm9v',
  AZURE_OPENAI_API_KEY: 'e2e-openai-key-Zm9v',
  AZURE_AI_KEY: 'e2e-ai-key-Zm9v',
};
const TOKEN = 'e2e-access-token-Zm9v';
const VALUES = [
  SECRETS.AZURE_CLIENT_SECRET,
  SECRETS.AZURE_PASSWORD,
  SECRETS.AZURE_OPENAI_API_KEY,
  SECRETS.AZURE_AI_KEY,
  TOKEN,
];

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Heard {
  readonly url: string;
  /** Every line that came: what was asked, and all headers. */
  readonly lines: string[];
}

/** A server on loopback that notes what comes. As a proxy it opens no way to anywhere. */
async function listen(body = '{"value":[]}'): Promise<Heard> {
  const lines: string[] = [];
  const server = createServer((request, response) => {
    lines.push(`${request.method} ${request.url}`, ...request.rawHeaders);
    response.writeHead(200, { 'content-type': 'application/json', 'x-ms-request-id': 'e2e-request' });
    response.end(body);
  });
  server.on('connect', (request, socket) => {
    lines.push(`CONNECT ${request.url}`, ...request.rawHeaders);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, lines };
}

/** An `az` that is signed in; it notes its calls beside itself. */
function putAz(place: TestPlace): { calls: () => string } {
  const log = join(place.home, 'az.log');
  writeFileSync(log, '');
  const token = JSON.stringify({
    accessToken: TOKEN,
    expiresOn: '2099-01-01 00:00:00.000000',
    expires_on: 4070908800,
    subscription: SUBSCRIPTION,
    tenant: SECRETS.AZURE_TENANT_ID,
    tokenType: 'Bearer',
  });
  writeFileSync(join(place.bin, 'az'), `#!/bin/sh\necho "$@" >> '${log}'\necho '${token}'\n`);
  chmodSync(join(place.bin, 'az'), 0o755);
  return { calls: () => readFileSync(log, 'utf8') };
}

describe('nobody signed in', () => {
  it('is said within 3 s, and nothing is sent', async () => {
    const place = createPlace();
    const proxy = await listen();
    for (const line of [
      'deployments list',
      `deploy gpt-4.1-mini --yes -s ${SUBSCRIPTION}`,
      'accounts list',
    ]) {
      const result = await place.run(`${line} --debug`, {
        env: { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url },
      });
      expect(result).toMatchObject({ exit: 4, stdout: '' });
      expect(result.stderr).toMatch(/^✗ Not signed in to Azure: .+\n {2}→ .*az login/m);
      // 3 s is promised; a busy machine gets 5.
      expect(result.elapsedMs).toBeLessThan(5_000);
      expect(result.stderr).not.toMatch(/^GET |^PUT /m);
    }
    expect(proxy.lines).toEqual([]);
  });

  it('hinders nothing that needs no sign-in', async () => {
    const place = createPlace();
    for (const line of ['models list', 'models show gpt-4.1-mini', 'deployments list --sandbox', '--help']) {
      expect(await place.run(line)).toMatchObject({ exit: 0 });
    }
  });
});

describe('secrets of the environment', () => {
  const LINES = [
    'deployments list --sandbox --debug --verbose',
    'deploy gpt-4.1-mini --yes --sandbox --debug',
    'deploy no-such-model --yes --sandbox --debug',
    'deployments delete gpt-4.1-mini --yes --sandbox --debug',
    'deployments list --auth cli --debug',
    'accounts show --sandbox --debug -o json',
  ];
  it.each(LINES)('never appear: %s', async (line) => {
    const place = createPlace();
    const { stdout, stderr } = await place.run(line, { env: SECRETS });
    for (const value of VALUES) expect(stdout + stderr).not.toContain(value);
    expect(stderr.length).toBeGreaterThan(0);
  });

  it('stay here when the management address is loopback: no token is asked for and none is sent', async () => {
    const place = createPlace();
    const az = putAz(place);
    const arm = await listen();
    const env = { ...SECRETS, AIMI_ARM_ENDPOINT: arm.url };
    const result = await place.run(`accounts list -s ${SUBSCRIPTION} --debug`, { env });
    expect(result).toMatchObject({ exit: 0 });
    expect(az.calls()).toBe('');
    expect(arm.lines[0]).toMatch(/^GET \/subscriptions\//);
    expect(arm.lines).toContain('Bearer sandbox');
    expect(result.stderr).toMatch(
      /^GET http:\/\/127\.0\.0\.1:\d+\/subscriptions\/\S+ 200 \(request id e2e-request\) \d+ ms/m,
    );
    for (const value of VALUES)
      expect(arm.lines.join('\n') + result.stdout + result.stderr).not.toContain(value);
  });

  it('and the token of az are not in the trace, nor told to a proxy', async () => {
    const place = createPlace();
    const az = putAz(place);
    const proxy = await listen();
    const result = await place.run(`accounts list -s ${SUBSCRIPTION} --auth cli --debug`, {
      env: { HTTPS_PROXY: proxy.url, PATH: `${place.bin}:/usr/bin:/bin` },
    });
    expect(result).toMatchObject({ exit: 1, stdout: '' });
    expect(az.calls()).toContain('account get-access-token');
    expect(result.stderr).toMatch(/^GET https:\/\/management\.azure\.com\//m);
    expect(proxy.lines).toContain('CONNECT management.azure.com:443');
    for (const value of VALUES) expect(proxy.lines.join('\n') + result.stderr).not.toContain(value);
  });
});

describe('aimi sandbox start', () => {
  it('serves aimi itself over loopback until Ctrl-C, on the same state', async () => {
    const place = createPlace();
    const server = place.start('sandbox start -o json');
    const { http }: { http: string } = JSON.parse(await server.said(/^\}\n/m));
    const env = { AIMI_ARM_ENDPOINT: http };
    const target = `-s ${SUBSCRIPTION} -g rg-sandbox -a contoso-ai`;
    expect(await place.run(`deploy gpt-4.1-mini --yes ${target}`, { env })).toMatchObject({ exit: 0 });
    const direct = await place.run('deployments list --sandbox -o json');
    const served = await place.run(`deployments list ${target} -o json`, { env });
    expect(served.stdout).toBe(direct.stdout);
    expect(JSON.parse(served.stdout)).toMatchObject([{ name: 'gpt-4.1-mini', state: 'Succeeded' }]);
    server.child.kill('SIGINT');
    const ended = await server.ended;
    expect(ended).toMatchObject({ exit: 0, signal: null });
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });
});
