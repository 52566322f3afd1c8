import { describe, expect, it } from 'vitest';
import { readConfigFile } from '../../src/config/config-file.js';

const read = async (text: string, kind: 'project-file' | 'user-file' = 'user-file'): Promise<unknown> => {
  const { values } = await readConfigFile({ path: '/p/.aimi.yaml', text }, kind);
  return Object.fromEntries([...values].map(([key, { text: value }]) => [key, value]));
};

describe('readConfigFile', () => {
  it.each([
    [
      'plain values as they are written',
      'resourceGroup: 007\naccount: no\ninput: false',
      { resourceGroup: '007', account: 'no', input: 'false' },
    ],
    ['quotes and comments', '# mine\nlocation: "East US 2" # here', { location: 'East US 2' }],
    ['values that say nothing', 'location:\naccount: ~\noutput: null\ncolor: ""', {}],
    ['an empty file', '', {}],
    ['a file of comments', '# nothing yet\n', {}],
  ])('reads %s', async (_story, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it('reads nothing of a file that is not there', async () => {
    expect((await readConfigFile(null, 'user-file')).values.size).toBe(0);
  });

  it.each([
    [
      'an unknown key, with the nearest one',
      'output: json\nlocaton: eastus2',
      ":2 has the unknown key 'locaton'",
      'Did you mean location?',
    ],
    [
      'an unknown key without a near one',
      'zzzzzzzz: 1',
      ":1 has the unknown key 'zzzzzzzz'",
      'Known keys: subscription',
    ],
    ['a list', '- a\n- b', ' is not a list', 'output: json'],
    ['a nested value', 'output:\n  format: json', ":1 needs one plain value for 'output'", undefined],
    ['an alias', 'location: &a x\naccount: *a', ":2 needs one plain value for 'account'", undefined],
    ['broken YAML', 'output: json\nlocation: "x', ':2 is not valid YAML', 'output: json'],
    [
      'a key given twice',
      'output: json\noutput: csv',
      ':2 is not valid YAML (duplicate key)',
      'output: json',
    ],
  ])('refuses %s and says where', async (_story, text, message, hint) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining(`/p/.aimi.yaml${message}`),
      ...(hint === undefined ? {} : { hint: expect.stringContaining(hint) }),
    });
  });

  it.each(['apiKey', 'api-key', 'client_secret', 'token', 'AZURE_OPENAI_API_KEY', 'password', 'keys'])(
    'refuses a secret under %s and never prints it',
    async (key) => {
      const failure = await read(`output: json\n${key}: hunter2-hunter2`).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'config-invalid', message: expect.stringContaining('secret') });
      expect(JSON.stringify(failure) + String(failure)).not.toContain('hunter2');
    },
  );

  it('prints nothing of a broken file either', async () => {
    const failure = await read('apiKey: "hunter2').catch((error: unknown) => error);
    expect(JSON.stringify(failure) + String(failure)).not.toContain('hunter2');
  });

  it.each(['armEndpoint', 'caFile', 'auth', 'sandbox', 'input', 'screenReader'])(
    'does not let a project file set %s',
    async (key) => {
      await expect(read(`${key}: x`, 'project-file')).rejects.toMatchObject({
        code: 'config-invalid',
        message: expect.stringContaining('stranger'),
        hint: expect.stringContaining('AIMI_'),
      });
      expect(await read(`${key}: x`, 'user-file')).toEqual({ [key]: 'x' });
    },
  );

  it.each(['subscription', 'resourceGroup', 'account', 'location', 'tenant', 'cloud', 'output', 'color'])(
    'lets a project file set %s',
    async (key) => {
      expect(await read(`${key}: x`, 'project-file')).toEqual({ [key]: 'x' });
    },
  );

  it('reads the profiles of the user file in their order, and which is in use', async () => {
    const text =
      'profile: work\nprofiles:\n  work: {account: a, sandbox: true}\n  home:\n    auth: cli\n  none:\n';
    const file = await readConfigFile({ path: '/c/config.yaml', text }, 'user-file');
    expect(file.profile).toEqual({ text: 'work', line: 1 });
    expect([...file.profiles].map(([name, values]) => [name, [...values.keys()]])).toEqual([
      ['work', ['account', 'sandbox']],
      ['home', ['auth']],
      ['none', []],
    ]);
    expect(file.values.size).toBe(0);
  });

  it.each([
    ['profile: work', "may not set 'profile'"],
    ['profiles:\n  work:\n    account: a', "may not set 'profiles'"],
  ])('does not let a project file choose or bring a profile: %s', async (text, message) => {
    await expect(read(text, 'project-file')).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining(message),
      hint: expect.stringContaining('--profile'),
    });
  });

  it.each([
    ['profile: [a]', ":1 needs one plain value for 'profile'"],
    ['profiles: work', ":1 needs names below 'profiles'"],
    ['profiles:\n  work: contoso-ai', ":2 needs settings below the profile 'work'"],
    ['profiles:\n  "my work":\n    account: a', ':2 has a profile without a usable name'],
    ['profiles:\n  work:\n    acount: a', ":3 has the unknown key 'acount'"],
    ['profiles:\n  work:\n    account: [a]', ":3 needs one plain value for 'account'"],
    ['profiles:\n  work:\n    profiles: a', ":3 has the unknown key 'profiles'"],
    ['profiles:\n  a:\n    account: x\n  a:\n    account: y', 'duplicate key'],
  ])('refuses %j and says where', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining(message),
    });
  });

  it('refuses a secret in a profile and never prints it', async () => {
    const failure = await read('profiles:\n  work:\n    apiKey: hunter2-hunter2').catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'config-invalid', message: expect.stringContaining('secret') });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('hunter2');
  });
});
