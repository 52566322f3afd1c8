import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPlace, type TestPlace } from './place.js';
import { CTRL_C, DOWN, ENTER, openTerminal } from './terminal.js';

const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';
const SIGNATURE = 'e2e-signature-Zm9v';

/** A token like those of Microsoft Entra ID; the signature is made up. */
function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT' })}.${part(claims)}.${SIGNATURE}`;
}

const ADA = tokenOf({ idtyp: 'user', upn: 'ada@contoso.example', oid: 'ada-object-id', tid: 'ada-tenant' });

/** An `az` with its own idea of whether somebody is signed in; it notes its calls beside itself. */
function putAz(
  place: TestPlace,
  options: { readonly isSignedIn?: boolean; readonly says?: string } = {},
): () => string {
  const log = join(place.home, 'az.log');
  const mark = join(place.home, 'az.signed-in');
  writeFileSync(log, '');
  if (options.isSignedIn === true) writeFileSync(mark, '');
  const token = JSON.stringify({
    accessToken: ADA,
    expires_on: 4070908800,
    expiresOn: '2099-01-01',
    tenant: 'ada-tenant',
  });
  const script = `#!/bin/sh
echo "$@" >> '${log}'
if [ "$1" = login ]; then
  printf 'Which one of yours? ' >&2
  read -r answer
  [ "$answer" = stop ] && exit 1
  echo "[$answer]"
  : > '${mark}'
  exit 0
fi
if [ ! -e '${mark}' ]; then echo "ERROR: ${options.says ?? "Please run 'az login' to setup account."}" >&2; exit 1; fi
echo '${token}'
`;
  writeFileSync(join(place.bin, 'az'), script);
  chmodSync(join(place.bin, 'az'), 0o755);
  return () => readFileSync(log, 'utf8');
}

const onPath = (place: TestPlace) => ({ PATH: `${place.bin}:/usr/bin:/bin` });

/** `stty`, which the terminal's script needs, and no other program. */
function toolsOnly(place: TestPlace): string {
  const folder = join(place.home, 'tools');
  mkdirSync(folder);
  symlinkSync('/bin/stty', join(folder, 'stty'));
  return folder;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A proxy that opens no way to anywhere, so that nothing of a test leaves this machine. */
async function closedProxy(): Promise<string> {
  const server = createServer();
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

describe('aimi login on a terminal', () => {
  it('hands the terminal to az, then shows who signed in; the token is never shown', async () => {
    const place = createPlace();
    const calls = putAz(place);
    const env = { ...onPath(place), HTTPS_PROXY: await closedProxy() };
    const terminal = openTerminal(place, `login --tenant contoso.example -s ${SUBSCRIPTION}`, { env });
    await terminal.type('mine\r', /Which one of yours\?/);
    const end = await terminal.ended();
    expect(calls().split('\n')[0]).toBe('login --tenant contoso.example --output none');
    expect(end.text).toContain('[mine]');
    // Azure cannot be reached here, but the token says who it is.
    expect(end.text).toContain('✓ ada@contoso.example');
    expect(end.text).toMatch(/cli +used/);
    expect(end).toMatchObject({ exit: 1, isRestored: true, isCursorShown: true });
    expect(end.raw).not.toContain(SIGNATURE);
    expect(readFileSync(join(place.config, 'config.yaml'), 'utf8')).toBe(
      `subscription: ${SUBSCRIPTION}\ntenant: contoso.example\n`,
    );
  });

  it('ends with 4 when az fails, and as interrupted with Ctrl-C', async () => {
    const place = createPlace();
    putAz(place);
    const env = onPath(place);
    const refused = openTerminal(place, 'login', { env });
    await refused.type('stop\r', /Which one of yours\?/);
    const end = await refused.ended();
    expect(end).toMatchObject({ exit: 4, isRestored: true });
    expect(end.text).toContain('az login ended with 1');
    const left = openTerminal(place, 'login', { env });
    await left.type(CTRL_C, /Which one of yours\?/);
    expect(await left.ended()).toMatchObject({ exit: 130, isRestored: true });
  });

  it('without az asks how, and Ctrl-C leaves everything as it was', async () => {
    const place = createPlace();
    const terminal = openTerminal(place, 'login', { env: { PATH: toolsOnly(place) } });
    await terminal.type(CTRL_C, /How do you want to sign in\?/);
    expect(await terminal.ended()).toMatchObject({ exit: 130, isRestored: true });
    expect(existsSync(join(place.config, 'config.yaml'))).toBe(false);
  });
});

describe('aimi whoami', () => {
  it.each([
    ['signed out', undefined, 'az login'],
    ['expired', 'AADSTS700082: The refresh token has expired due to inactivity. Trace ID: 1', 'az login'],
    ['other tenant', "AADSTS90002: Tenant 'x' not found. Trace ID: 1", 'az login --tenant TENANT'],
  ])('says of az that it is %s, and the next command', async (outcome, says, next) => {
    const place = createPlace();
    putAz(place, says === undefined ? {} : { says });
    const result = await place.run('whoami -o json', { env: onPath(place) });
    expect(result).toMatchObject({ exit: 4, stderr: '' });
    const data = JSON.parse(result.stdout);
    expect(data.problem).toEqual({ code: 'not-signed-in', message: 'Not signed in to Azure', next });
    expect(data.chain.find(({ method }: { method: string }) => method === 'cli')).toMatchObject({ outcome });
  });

  it('names az before a service principal that is half set up, and one that is whole before az', async () => {
    const place = createPlace();
    putAz(place, { isSignedIn: true });
    const env = { ...onPath(place), HTTPS_PROXY: await closedProxy() };
    const half = JSON.parse(
      (await place.run('whoami -o json', { env: { ...env, AZURE_CLIENT_ID: 'c' } })).stdout,
    );
    expect(half.credential).toMatchObject({ method: 'cli' });
    expect(half.chain[0]).toMatchObject({
      method: 'env',
      outcome: 'not configured',
      reason: 'not set: AZURE_TENANT_ID, AZURE_CLIENT_SECRET (or AZURE_CLIENT_CERTIFICATE_PATH)',
    });
    const whole = {
      ...env,
      AZURE_CLIENT_ID: 'c',
      AZURE_TENANT_ID: 't',
      AZURE_CLIENT_SECRET: 'e2e-secret-Zm9v',
    };
    const result = await place.run('whoami -o json --debug', { env: whole });
    const data = JSON.parse(result.stdout);
    expect(result.exit).toBe(4);
    expect(data.chain[0]).toMatchObject({ method: 'env', durationMs: expect.any(Number) });
    expect(data.chain[3]).toMatchObject({ method: 'cli', outcome: 'not tried' });
    expect(result.stdout + result.stderr).not.toContain('e2e-secret');
  });
});

describe('aimi use on a terminal', () => {
  it('asks with the arrow keys, and the choice holds for the next command', async () => {
    const place = createPlace();
    const terminal = openTerminal(place, 'use --sandbox --profile lab', {});
    await terminal.type(`${DOWN}${ENTER}`, /Which account\?/);
    const end = await terminal.ended();
    expect(end).toMatchObject({ exit: 0, isRestored: true, isCursorShown: true });
    expect(end.text).toContain('✓ Profile lab is contoso-ai-sweden');
    const shown = await place.run('accounts show --profile lab -o json');
    expect(JSON.parse(shown.stdout)).toMatchObject({ name: 'contoso-ai-sweden' });
  });

  it('works against Azure as any address: the top level is written, for its owner alone', async () => {
    const place = createPlace();
    const server = place.start('sandbox start -o json');
    const { http }: { http: string } = JSON.parse(await server.said(/^\}\n/m));
    const env = { AIMI_ARM_ENDPOINT: http };
    expect(await place.run('use contoso-openai', { env })).toMatchObject({ exit: 0 });
    const path = join(place.config, 'config.yaml');
    expect(readFileSync(path, 'utf8')).toBe(
      `subscription: ${SUBSCRIPTION}\nresourceGroup: rg-sandbox\naccount: contoso-openai\n`,
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse((await place.run('accounts show -o json', { env })).stdout)).toMatchObject({
      name: 'contoso-openai',
    });
    const other = await place.run('accounts show -a contoso-ai -o json', { env });
    expect(JSON.parse(other.stdout)).toMatchObject({ name: 'contoso-ai' });
    server.child.kill('SIGINT');
    await server.ended;
  });
});

describe('the user file', () => {
  it('keeps every change of processes that write at once', async () => {
    const place = createPlace();
    const names = Array.from({ length: 6 }, (_, index) => `p${index}`);
    const ends = await Promise.all(
      names.map((name) => place.run(`config set account work-ai --profile ${name}`)),
    );
    expect(ends.map(({ exit }) => exit)).toEqual(names.map(() => 0));
    const { stdout } = await place.run('config list -o json');
    const data: { profiles: { name: string }[] } = JSON.parse(stdout);
    expect(data.profiles.map(({ name }) => name).sort()).toEqual(names);
  });
});
