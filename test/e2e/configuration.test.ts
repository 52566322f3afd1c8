import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlace, type Ended, type Env, type TestPlace } from './place.js';

/** Refused in one sentence, with nothing on stdout and no stack. */
function expectRefusal(result: Ended, exit: number, message: RegExp): void {
  expect(result.stderr).toMatch(message);
  expect(result).toMatchObject({ exit, stdout: '' });
  expect(result.stderr.match(/^✗/gm)).toHaveLength(1);
  expect(result.stderr).not.toMatch(/^\s+at |Unexpected error/m);
}

describe('a configuration file', () => {
  interface Row {
    readonly name: string;
    readonly arrange: (place: TestPlace) => void;
    readonly exit: number;
    readonly message: RegExp;
  }
  const user = (text: string) => (place: TestPlace) => writeFileSync(join(place.config, 'config.yaml'), text);
  const project = (text: string) => (place: TestPlace) => writeFileSync(join(place.home, '.aimi.yaml'), text);
  const rows: readonly Row[] = [
    { name: 'no YAML', arrange: user('output: [json\n'), exit: 2, message: /config\.yaml:\d+ is / },
    {
      name: 'an unknown key',
      arrange: user('outptu: json\n'),
      exit: 2,
      message: /config\.yaml:1 .*outptu.*\n.*Did you mean output/,
    },
    { name: 'a wrong value', arrange: user('output: xml\n'), exit: 2, message: /'xml' from .*config\.yaml/ },
    { name: 'a list', arrange: user('- output\n'), exit: 2, message: /config\.yaml/ },
    {
      name: 'a folder in its place',
      arrange: (place) => mkdirSync(join(place.config, 'config.yaml')),
      exit: 1,
      message: /Cannot read .*config\.yaml \(EISDIR\)/,
    },
    {
      name: 'a project that sets armEndpoint',
      arrange: project('armEndpoint: https://127.0.0.1:9\n'),
      exit: 2,
      message: /\.aimi\.yaml:1 may not set 'armEndpoint'/,
    },
    {
      name: 'a project that sets caFile',
      arrange: project('caFile: ca.pem\n'),
      exit: 2,
      message: /\.aimi\.yaml:1 may not set 'caFile'/,
    },
    {
      name: 'a project that sets auth',
      arrange: project('auth: env\n'),
      exit: 2,
      message: /\.aimi\.yaml:1 may not set 'auth'/,
    },
  ];
  it.each(rows)('is refused for $name', async ({ arrange, exit, message }) => {
    const place = createPlace();
    arrange(place);
    expectRefusal(await place.run('models list'), exit, message);
  });

  it('with a secret is refused without printing it', async () => {
    const place = createPlace();
    user('clientSecret: hunter2-hunter2\n')(place);
    const result = await place.run('models list -o json --debug');
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(result.stderr).toContain('looks like a secret');
    expect(result.stderr).not.toContain('hunter2');
  });

  it('counts, the project before the user and the environment before both', async () => {
    const place = createPlace();
    user('output: csv\nsandbox: true\n')(place);
    expect((await place.run('models list')).stdout).toMatch(/^name,/);
    project('output: json\n')(place);
    expect((await place.run('models list')).stdout).toMatch(/^\[/);
    expect((await place.run('models list', { env: { AIMI_OUTPUT: 'none' } })).stdout).toBe('');
    expect((await place.run('sandbox status -o json')).exit).toBe(0);
  });

  it('keeps errors JSON where it makes the output JSON', async () => {
    const place = createPlace();
    user('output: json\n')(place);
    const result = await place.run('models show nope -q');
    expect(JSON.parse(result.stderr)).toMatchObject({ error: { code: 'model-not-found', exit: 3 } });
  });
});

describe('the management address', () => {
  const REFUSED: readonly (readonly [string, string])[] = [
    ['plain http', 'http://example.com'],
    ['plain http on a name that only looks like loopback', 'http://127.0.0.1.example.com'],
    ['a password', 'https://user:secret-word@example.com'],
    ['another protocol', 'ftp://127.0.0.1'],
    ['no address', 'example.com'],
  ];
  it.each(REFUSED)('is refused with %s before anything is sent', async (_, address) => {
    const place = createPlace();
    const result = await place.run('deployments list --debug', { env: { AIMI_ARM_ENDPOINT: address } });
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(result.stderr).toMatch(/^✗ .+ AIMI_ARM_ENDPOINT .+\n {2}→ .+\n {2}code: endpoint-refused$/m);
    expect(result.stderr).not.toContain('GET ');
    expect(result.stderr).not.toContain('secret-word');
  });
});

describe('a folder that cannot be written', () => {
  const places: readonly (readonly [string, Env])[] = [
    ['AIMI_CACHE_DIR', { AIMI_CACHE_DIR: '/dev/null/cache' }],
    ['HOME', { AIMI_CACHE_DIR: undefined, AIMI_CONFIG_DIR: undefined, HOME: '/dev/null' }],
    ['XDG_CACHE_HOME', { AIMI_CACHE_DIR: undefined, XDG_CACHE_HOME: '/dev/null/xdg' }],
  ];
  const writes = ['deploy gpt-4.1-mini --yes --sandbox', 'sandbox scenario set slow', 'sandbox reset'];
  const rows = places.flatMap(([name, env]) => writes.map((line) => [name, line, env] as const));

  it.each(rows)('(%s) fails %s in one sentence', async (_, line, env) => {
    const result = await createPlace().run(line, { env });
    expectRefusal(result, 1, /^✗ Cannot write .*state\.json \(ENOTDIR\)$/m);
  });

  it.each(places)('(%s) does not hinder what only reads', async (_, env) => {
    const place = createPlace();
    expect(await place.run('models list', { env })).toMatchObject({ exit: 0 });
    expect(await place.run('deployments list --sandbox', { env })).toMatchObject({ exit: 0 });
  });
});

describe('the sandbox state', () => {
  it('that is damaged is refused with the way out, and reset mends it', async () => {
    const place = createPlace();
    await place.run('sandbox reset');
    writeFileSync(place.statePath, '{"half":');
    expectRefusal(await place.run('deployments list --sandbox'), 1, /not readable.*\n.*aimi sandbox reset/);
    expect(await place.run('sandbox reset')).toMatchObject({ exit: 0 });
    expect(await place.run('deployments list --sandbox')).toMatchObject({ exit: 0 });
  });
});
