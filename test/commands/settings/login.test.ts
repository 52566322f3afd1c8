import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context.js';
import { fakeAzure } from '../../helpers/fake-azure.js';
import { machine, type RunOptions } from '../../helpers/run-aimi.js';

const FILE = '/config/config.yaml';
const ONE = '00000000-0000-4000-8000-000000000011';

async function login(line: string, options: RunOptions & { exit?: number; hasAz?: boolean }, file?: string) {
  const started: string[] = [];
  const opened: { auth: string }[] = [];
  const azure: Context['openControlPlane'] = (settings, open) => {
    opened.push({ auth: settings.auth });
    return fakeAzure({ listSubscriptions: () => Promise.resolve([]) })(settings, open);
  };
  const { run, files } = machine();
  if (file !== undefined) files.content.set(FILE, file);
  const result = await run(line, {
    azure,
    programs: {
      has: (name) => Promise.resolve(name === 'az' && options.hasAz !== false),
      run: (name, args) => {
        started.push([name, ...args].join(' '));
        return Promise.resolve(options.exit ?? 0);
      },
    },
    ...options,
  });
  return { ...result, started, opened, written: files.content.get(FILE) };
}

describe('aimi login with az', () => {
  it.each([
    ['login', 'az login --output none'],
    ['login --tenant contoso.example', 'az login --tenant contoso.example --output none'],
    ['login --use-device-code', 'az login --use-device-code --output none'],
  ])('%s runs %s and shows who it is', async (line, command) => {
    const result = await login(line, { answers: [] });
    expect(result).toMatchObject({ exit: 0, started: [command], opened: [{ auth: 'auto' }] });
    expect(result.stdout).toContain('This identity sees no subscription');
  });

  it('keeps the subscription and tenant of the line', async () => {
    const result = await login(`login -s ${ONE} --tenant t-one`, { answers: [] });
    expect(result.written).toBe(`subscription: ${ONE}\ntenant: t-one\n`);
    expect(result.started).toEqual(['az login --tenant t-one --output none']);
  });

  it('keeps the remembered subscription and says so when az chose another', async () => {
    const result = await login('login', { answers: [], azDefault: 'other-id' }, `subscription: ${ONE}\n`);
    expect(result.written).toBe(`subscription: ${ONE}\n`);
    expect(result.stderr.replace(/\s+/g, ' ')).toContain(
      `az chose subscription other-id; aimi stays with ${ONE} (${FILE})`,
    );
  });

  it('forgets a browser of earlier, since az keeps the sign-in', async () => {
    const result = await login('login', { answers: [] }, 'auth: browser\noutput: table\n');
    expect(result).toMatchObject({ written: 'output: table\n', opened: [{ auth: 'auto' }] });
  });

  it('ends with 4 when az does, and shows nothing', async () => {
    const result = await login('login', { answers: [], exit: 1 });
    expect(result).toMatchObject({ exit: 4, stdout: '', opened: [] });
    expect(result.stderr).toContain('az login ended with 1');
    expect(result.stderr).toContain('--use-device-code');
  });

  it('ends as interrupted when az was', async () => {
    expect(await login('login', { answers: [], exit: 130 })).toMatchObject({ exit: 130, opened: [] });
  });
});

describe('aimi login without az', () => {
  it('asks how, says that it lasts for one command, and remembers the way', async () => {
    const result = await login('login', { hasAz: false, answers: ['device code'] });
    expect(result).toMatchObject({
      exit: 0,
      started: [],
      opened: [{ auth: 'device-code' }],
      written: 'auth: device-code\n',
    });
    expect(result.questions).toEqual(['How do you want to sign in?']);
    expect(result.stderr).toContain('lasts for one command');
  });

  it('does not ask when the line says how', async () => {
    const code = await login('login --use-device-code', { hasAz: false, answers: [] });
    expect(code).toMatchObject({ opened: [{ auth: 'device-code' }], questions: [] });
    const browser = await login('login --auth browser', { answers: [] });
    expect(browser).toMatchObject({ started: [], opened: [{ auth: 'browser' }], written: 'auth: browser\n' });
  });

  it('remembers it in the profile in use', async () => {
    const result = await login(
      'login --auth browser',
      { answers: [] },
      'profile: w\nprofiles:\n  w:\n    output: table\n',
    );
    expect(result.written).toBe('profile: w\nprofiles:\n  w:\n    output: table\n    auth: browser\n');
  });

  it('refuses --auth cli', async () => {
    expect(await login('login --auth cli', { hasAz: false, answers: [] })).toMatchObject({
      exit: 4,
      opened: [],
    });
  });
});

describe('aimi login where nobody is', () => {
  it('names the variables of a service principal and of workload identity', async () => {
    const result = await login('login', {});
    expect(result).toMatchObject({ exit: 2, stdout: '', started: [], opened: [] });
    expect(result.stderr).toContain('AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET');
    expect(result.stderr).toContain('AZURE_FEDERATED_TOKEN_FILE');
    expect(result.stderr).toContain('code: input-needed');
  });

  it('is not needed in the sandbox', async () => {
    const { run } = machine();
    const result = await run('login --sandbox');
    expect(result).toMatchObject({ exit: 0 });
    expect(result.stderr).toContain('The sandbox asks for no sign-in.');
    expect(result.stdout).toContain('sandbox-user@contoso.example');
  });
});
