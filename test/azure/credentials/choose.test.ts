import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CredentialOptions, chooseCredential } from '../../../src/azure/credentials/choose.js';
import type { AuthMethod } from '../../../src/config/settings.js';
import type { SignInAttempt } from '../../../src/core/sign-in/attempt.js';
import { CERT, type Loopback, loopback } from '../loopback.js';
import { filesOf, patientClock, settingsWith } from '../support.js';

const SCOPE = 'https://management.azure.com/.default';
const EXPIRES = Math.floor(Date.now() / 1000) + 3600;

let folder = '';
const servers: Loopback[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aimi-credentials-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  for (const server of servers.splice(0)) await server.close();
});

/** A command on a PATH of its own. The identity library starts it with the process's environment. */
function command(name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

function credential(auth: AuthMethod, env: Record<string, string>, more: Partial<CredentialOptions> = {}) {
  for (const [name, value] of Object.entries({ ...env, PATH: `${folder}:/usr/bin:/bin` }))
    vi.stubEnv(name, value);
  return chooseCredential(settingsWith({ auth, tenant: null }), {
    env: { ...env, PATH: folder },
    platform: 'linux',
    files: filesOf({}),
    clock: patientClock(),
    interrupt: new AbortController().signal,
    trustedCertificates: undefined,
    ...more,
  });
}

async function failure(asked: ReturnType<typeof credential>): Promise<unknown> {
  return asked.getToken(SCOPE).catch((error: unknown) => error);
}

describe('az', () => {
  const answer = `echo "$@" >> "$(dirname "$0")/calls"\necho '{"accessToken":"from-az","expires_on":${EXPIRES},"expiresOn":"2099-01-01"}'`;

  test.each<AuthMethod>(['auto', 'cli'])('--auth %s takes the token of az and asks once', async (auth) => {
    command('az', answer);
    const chosen = credential(auth, {});
    const tokens = await Promise.all([chosen.getToken(SCOPE), chosen.getToken(SCOPE)]);
    expect(tokens.map((each) => each?.token)).toEqual(['from-az', 'from-az']);
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    expect(calls).toEqual(['account get-access-token --output json --resource https://management.azure.com']);
  });

  test('az that is not signed in: what it says, and az login', async () => {
    command('az', `echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`);
    expect(await failure(credential('auto', {}))).toMatchObject({
      code: 'not-signed-in',
      message: expect.stringMatching(/cli: Please run 'az login'/),
      hint: expect.stringContaining('Run az login'),
      details: { tried: [{ method: 'cli' }] },
    });
  });

  test('az that does not answer is given up at the limit, which is said', async () => {
    command('az', 'exec sleep 2');
    const clock = {
      ...patientClock(),
      sleep: (): Promise<void> => new Promise((resolve) => setImmediate(resolve)),
    };
    const error = await failure(credential('cli', {}, { clock }));
    expect(error).toMatchObject({
      code: 'not-signed-in',
      message: expect.stringContaining('no answer within 30 s'),
    });
  });

  test('a failed method falls through to the next, and says so with --verbose', async () => {
    const notes: string[] = [];
    command('az', `echo "ERROR: Please run 'az login'" >&2; exit 1`);
    command('azd', `echo '{"token":"from-azd","expiresOn":"2099-01-01T00:00:00Z"}'`);
    const token = await credential('auto', {}, { note: (line) => notes.push(line) }).getToken(SCOPE);
    expect(token?.token).toBe('from-azd');
    expect(notes.join('\n')).toMatch(/trying cli \(az is on PATH\)[\s\S]*cli failed[\s\S]*trying azd/);
  });
});

describe('incomplete methods are refused at once', () => {
  test.each<[AuthMethod, Record<string, string>, string]>([
    ['env', {}, 'AZURE_CLIENT_ID, AZURE_TENANT_ID, AZURE_CLIENT_SECRET'],
    ['env', { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't' }, 'AZURE_CLIENT_SECRET'],
    ['workload-identity', { AZURE_CLIENT_ID: 'c' }, 'AZURE_TENANT_ID, AZURE_FEDERATED_TOKEN_FILE'],
    ['cli', {}, 'az on PATH'],
    ['azd', {}, 'azd on PATH'],
    ['powershell', {}, 'pwsh on PATH'],
    ['device-code', {}, 'nowhere to show the code'],
  ])('--auth %s with %o names %s', async (auth, env, words) => {
    expect(await failure(credential(auth, env))).toMatchObject({
      code: 'not-signed-in',
      message: expect.stringContaining(words),
    });
  });

  test('auto with nothing at all', async () => {
    expect(await failure(credential('auto', {}))).toMatchObject({
      code: 'not-signed-in',
      details: { tried: [] },
    });
  });

  test('auto with an unknown AZURE_TOKEN_CREDENTIALS', async () => {
    const error = await failure(credential('auto', { AZURE_TOKEN_CREDENTIALS: 'Magic' }));
    expect(error).toMatchObject({ code: 'not-signed-in', message: expect.stringContaining("'Magic'") });
  });
});

describe('service principal on a loopback authority', () => {
  const tenant = '22222222-2222-2222-2222-222222222222';

  async function authority(status: number, body: object): Promise<Loopback> {
    const server: Loopback = await loopback('https', ({ url }, response) => {
      const base = `https://localhost:${server.port}/${tenant}`;
      if (url.includes('openid-configuration')) {
        response.end(
          JSON.stringify({
            token_endpoint: `${base}/oauth2/v2.0/token`,
            authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
            issuer: `${base}/v2.0`,
            jwks_uri: `${base}/keys`,
          }),
        );
        return;
      }
      response.statusCode = status;
      response.end(JSON.stringify(body));
    });
    servers.push(server);
    return server;
  }
  const principal = (port: number) => ({
    AZURE_CLIENT_ID: '33333333-3333-3333-3333-333333333333',
    AZURE_TENANT_ID: tenant,
    AZURE_CLIENT_SECRET: 'top-secret-value',
    AZURE_AUTHORITY_HOST: `https://localhost:${port}`,
  });

  test('the secret buys a token for the management scope', async () => {
    const server = await authority(200, {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: 'from-entra',
    });
    const chosen = credential('auto', principal(server.port), { trustedCertificates: [CERT] });
    expect((await chosen.getToken(SCOPE))?.token).toBe('from-entra');
    expect(decodeURIComponent(server.requests.at(-1)?.body ?? '')).toContain(`scope=${SCOPE}`);
  });

  test('the device code is shown to the person, and the sign-in goes on by itself', async () => {
    const said: string[] = [];
    const server: Loopback = await loopback('https', ({ url }, response) => {
      const base = `https://localhost:${server.port}/${tenant}`;
      if (url.includes('openid-configuration'))
        response.end(
          JSON.stringify({
            token_endpoint: `${base}/oauth2/v2.0/token`,
            authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
            device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
            issuer: `${base}/v2.0`,
            jwks_uri: `${base}/keys`,
          }),
        );
      else if (url.includes('devicecode'))
        response.end(
          JSON.stringify({
            user_code: 'ABCD',
            device_code: 'd',
            verification_uri: 'https://login.example/device',
            expires_in: 900,
            interval: 0,
            message: 'Open https://login.example/device and type ABCD\u001b[31m',
          }),
        );
      else
        response.end(
          JSON.stringify({
            token_type: 'Bearer',
            expires_in: 3600,
            access_token: 'from-person',
            scope: SCOPE,
          }),
        );
    });
    servers.push(server);
    const { AZURE_CLIENT_SECRET: _none, ...env } = principal(server.port);
    const chosen = credential('device-code', env, {
      trustedCertificates: [CERT],
      say: (line) => said.push(line),
    });
    expect((await chosen.getToken(SCOPE))?.token).toBe('from-person');
    expect(said).toEqual(['Open https://login.example/device and type ABCD']);
  });

  test('a refused secret stops there: az is not asked, and the secret is not shown', async () => {
    command('az', `echo '{"accessToken":"from-az","expires_on":${EXPIRES}}'`);
    const server = await authority(401, {
      error: 'invalid_client',
      error_description:
        'AADSTS7000215: Invalid client secret provided. Trace ID: 1 Correlation ID: 2 Timestamp: 3',
      error_codes: [7000215],
    });
    const error = await failure(credential('auto', principal(server.port), { trustedCertificates: [CERT] }));
    expect(error).toMatchObject({
      code: 'not-signed-in',
      message: expect.stringContaining('env: AADSTS7000215: Invalid client secret provided.'),
      hint: expect.stringContaining('on purpose'),
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('top-secret-value');
  });
});

describe('a watch is told of the whole chain in its order', () => {
  /** Header and signature are made up. */
  const TOKEN = `e30.${btoa(JSON.stringify({ idtyp: 'user', upn: 'ada@contoso.example', oid: 'o1' }))}.sig`;
  const works = `echo '{"accessToken":"${TOKEN}","expires_on":${EXPIRES},"expiresOn":"2099-01-01"}'`;

  async function watched(
    auth: AuthMethod,
    env: Record<string, string>,
    more: Partial<CredentialOptions> = {},
  ) {
    const rows: (readonly string[])[] = [];
    const identities: unknown[] = [];
    const watch = {
      attempt: ({ method, outcome, reason, durationMs }: SignInAttempt) =>
        rows.push([method, outcome, durationMs === null ? '' : 'timed', reason]),
      identity: (identity: unknown) => identities.push(identity),
    };
    await failure(credential(auth, env, { watch, ...more }));
    return {
      rows: rows.map((row) => row.slice(0, 3).join(' ').trim()),
      reasons: rows.map((row) => row[3]),
      identities,
    };
  }

  test('with the one that works, those that nothing speaks for, and those that were not reached', async () => {
    command('az', works);
    command('azd', 'exit 1');
    const { rows, identities } = await watched('auto', {});
    expect(rows).toEqual([
      'env not configured',
      'workload-identity not configured',
      'managed-identity not configured',
      'cli used timed',
      'azd not tried',
      'powershell program missing',
    ]);
    expect(identities).toMatchObject([{ name: 'ada@contoso.example', objectId: 'o1', kind: 'user' }]);
    expect(JSON.stringify(identities)).not.toContain('sig');
  });

  test('with the refusals when none works', async () => {
    command('az', `echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`);
    command('azd', `echo 'ERROR: not logged in, run azd auth login to login' >&2; exit 1`);
    const { rows, identities } = await watched('auto', {});
    expect(rows).toEqual([
      'env not configured',
      'workload-identity not configured',
      'managed-identity not configured',
      'cli signed out timed',
      'azd signed out timed',
      'powershell program missing',
    ]);
    expect(identities).toEqual([]);
  });

  test.each<[string, string]>([
    ['AADSTS700082: The refresh token has expired due to inactivity. Trace ID: 1', 'expired'],
    ["AADSTS90002: Tenant 'x' not found. Trace ID: 1", 'other tenant'],
  ])('az that says %s', async (message, outcome) => {
    command('az', `echo "ERROR: ${message}" >&2; exit 1`);
    const { rows, reasons } = await watched('cli', {});
    expect(rows).toEqual([`cli ${outcome} timed`]);
    expect(reasons[0]).not.toContain('Trace ID');
  });

  test('a doubtful az is waited for 10 s when somebody watches', async () => {
    command('az', 'exec sleep 2');
    const asked: number[] = [];
    const clock = {
      ...patientClock(),
      sleep: (ms: number): Promise<void> => {
        asked.push(ms);
        return new Promise((resolve) => setImmediate(resolve));
      },
    };
    const { rows, reasons } = await watched('auto', {}, { clock });
    expect(asked).toEqual([10_000]);
    expect(rows[3]).toBe('cli timed out timed');
    expect(reasons[3]).toContain('no answer within 10 s');
  });

  test('AZURE_TOKEN_CREDENTIALS is named for what it leaves out', async () => {
    command('az', works);
    const { rows, reasons } = await watched('auto', { AZURE_TOKEN_CREDENTIALS: 'prod' });
    expect(rows[3]).toBe('cli not tried');
    expect(reasons[3]).toContain('AZURE_TOKEN_CREDENTIALS');
  });
});
