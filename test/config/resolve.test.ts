import { describe, expect, it } from 'vitest';
import { describeOrigin } from '../../src/config/origin.js';
import { type ResolveInput, resolveSettings } from '../../src/config/resolve.js';
import type { Origin, Settings } from '../../src/config/settings.js';

const PROJECT = '/home/ada/code/shop/.aimi.yaml';
const USER = '/home/ada/.config/aimi/config.yaml';

interface Story extends Partial<Omit<ResolveInput, 'files'>> {
  readonly project?: string;
  readonly user?: string;
}

function resolve(story: Story = {}): Promise<Settings> {
  const { project, user, ...rest } = story;
  const texts = new Map([
    [PROJECT, project],
    [USER, user],
  ]);
  return resolveSettings({
    flags: {},
    env: {},
    cwd: '/home/ada/code/shop/api',
    homeDirectory: '/home/ada',
    platform: 'linux',
    sandboxDefaults: { subscription: 'sandbox-subscription', account: 'contoso-ai', location: 'eastus2' },
    ...rest,
    files: { readText: async (path) => texts.get(path) ?? null },
  });
}

describe('resolveSettings: precedence', () => {
  const flags = { location: 'flagland' };
  const own = { AIMI_LOCATION: 'ownland' };
  const azure = { AZURE_LOCATION: 'azureland' };
  const files = { project: 'location: projectland', user: 'location: userland' };

  it.each<[string, Story, string | null, Origin]>([
    [
      'flag',
      { flags, env: { ...own, ...azure }, ...files },
      'flagland',
      { kind: 'flag', name: '--location' },
    ],
    [
      'AIMI_*',
      { env: { ...azure, ...own }, ...files },
      'ownland',
      { kind: 'environment', name: 'AIMI_LOCATION' },
    ],
    ['AZURE_*', { env: azure, ...files }, 'azureland', { kind: 'environment', name: 'AZURE_LOCATION' }],
    ['project file', files, 'projectland', { kind: 'project-file', path: PROJECT }],
    ['user file', { user: files.user }, 'userland', { kind: 'user-file', path: USER }],
    ['default', {}, null, { kind: 'default' }],
  ])('takes the location from the %s when that is the highest', async (_layer, story, location, origin) => {
    const settings = await resolve(story);
    expect(settings.location).toBe(location);
    expect(settings.origins.location).toEqual(origin);
  });

  it('has these defaults and needs no file', async () => {
    expect(await resolve()).toMatchObject({
      subscription: null,
      resourceGroup: null,
      account: null,
      location: null,
      tenant: null,
      cloud: 'public',
      auth: 'auto',
      sandbox: false,
      armEndpoint: null,
      caFile: null,
      output: 'table',
      color: 'auto',
      input: true,
      screenReader: false,
      configDirectory: '/home/ada/.config/aimi',
      cacheDirectory: '/home/ada/.cache/aimi',
    });
  });

  it.each([
    ['AIMI_SUBSCRIPTION', 'subscription'],
    ['AZURE_SUBSCRIPTION_ID', 'subscription'],
    ['AIMI_RESOURCE_GROUP', 'resourceGroup'],
    ['AZURE_RESOURCE_GROUP', 'resourceGroup'],
    ['AZURE_DEFAULTS_GROUP', 'resourceGroup'],
    ['AIMI_ACCOUNT', 'account'],
    ['AIMI_LOCATION', 'location'],
    ['AZURE_LOCATION', 'location'],
    ['AZURE_DEFAULTS_LOCATION', 'location'],
    ['AIMI_TENANT', 'tenant'],
    ['AZURE_TENANT_ID', 'tenant'],
  ] as const)('reads %s as %s', async (name, setting) => {
    const settings = await resolve({ env: { [name]: 'value1' } });
    expect(settings[setting]).toBe('value1');
    expect(settings.origins[setting]).toEqual({ kind: 'environment', name });
  });

  it.each([
    ['AIMI_CLOUD', 'usgov', { cloud: 'usgov' }],
    ['AZURE_CLOUD', 'AzureUSGovernment', { cloud: 'usgov' }],
    ['AZURE_CLOUD_NAME', 'AzureChinaCloud', { cloud: 'china' }],
    ['AIMI_AUTH', 'device-code', { auth: 'device-code' }],
    ['AIMI_SANDBOX', '1', { sandbox: true }],
    ['AIMI_SANDBOX', 'no', { sandbox: false }],
    ['AIMI_OUTPUT', 'JSON', { output: 'json' }],
    ['AIMI_COLOR', 'never', { color: 'never' }],
    ['AIMI_NO_INPUT', '1', { input: false }],
    ['AIMI_NO_INPUT', 'false', { input: true }],
    ['AIMI_SCREEN_READER', '1', { screenReader: true }],
    ['AIMI_CA_FILE', 'ca.pem', { caFile: '/home/ada/code/shop/api/ca.pem' }],
    ['AIMI_ARM_ENDPOINT', 'https://arm.example/', { armEndpoint: 'https://arm.example' }],
  ])('reads %s=%s', async (name, value, expected) => {
    expect(await resolve({ env: { [name]: value } })).toMatchObject(expected);
  });

  it('counts an empty variable as absent', async () => {
    const settings = await resolve({ env: { AIMI_LOCATION: '', AZURE_LOCATION: 'eastus2' } });
    expect(settings.location).toBe('eastus2');
  });

  it('normalises a region as people write it', async () => {
    expect((await resolve({ flags: { location: 'East US 2' } })).location).toBe('eastus2');
  });

  it('takes flags that are switches', async () => {
    expect(await resolve({ flags: { sandbox: true, input: false } })).toMatchObject({
      sandbox: true,
      input: false,
    });
    expect(await resolve({ flags: { sandbox: false }, env: { AIMI_SANDBOX: '1' } })).toMatchObject({
      sandbox: false,
    });
  });

  it('takes the name of an account or its resource id', async () => {
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/contoso-ai';
    expect((await resolve({ flags: { account: id } })).account).toBe(id);
    expect((await resolve({ flags: { account: 'contoso-ai' } })).account).toBe('contoso-ai');
  });
});

describe('resolveSettings: the sandbox', () => {
  const surroundings: Story = {
    env: {
      AZURE_SUBSCRIPTION_ID: 'real',
      AZURE_LOCATION: 'westus',
      AZURE_TENANT_ID: 'real.example',
      AIMI_LOCATION: 'swedencentral',
    },
    project: 'account: real-account\noutput: json\n',
    user: 'resourceGroup: real-group\n',
  };

  it('takes its target from flags, AIMI_* and itself, never from AZURE_* or a file', async () => {
    const settings = await resolve({ ...surroundings, flags: { sandbox: true } });
    expect(settings).toMatchObject({
      subscription: 'sandbox-subscription',
      resourceGroup: null,
      account: 'contoso-ai',
      location: 'swedencentral',
      tenant: null,
      output: 'json',
    });
    expect(settings.origins.subscription).toEqual({ kind: 'sandbox' });
    expect(settings.origins.location).toEqual({ kind: 'environment', name: 'AIMI_LOCATION' });
  });

  it('lets a flag choose within it', async () => {
    const settings = await resolve({ ...surroundings, flags: { sandbox: true, account: 'fabrikam-ai' } });
    expect(settings.account).toBe('fabrikam-ai');
  });

  it('is left when a flag says so', async () => {
    const settings = await resolve({ ...surroundings, flags: { sandbox: false }, user: 'sandbox: true' });
    expect(settings).toMatchObject({ subscription: 'real', account: 'real-account' });
  });
});

describe('resolveSettings: refusals', () => {
  it.each([
    [
      'a format',
      { flags: { output: 'jsn' } },
      'invalid-value',
      "'jsn' from --output",
      /one of table, json, .*did you mean json/,
    ],
    [
      'a cloud in the environment',
      { env: { AIMI_CLOUD: 'gov' } },
      'config-invalid',
      "'gov' from AIMI_CLOUD",
      /usgov/,
    ],
    [
      'a cloud that az knows and aimi does not',
      { env: { AZURE_CLOUD: 'AzureStack' } },
      'config-invalid',
      "'AzureStack' from AZURE_CLOUD",
      /public/,
    ],
    [
      'a colour in a file',
      { user: 'color: sometimes' },
      'config-invalid',
      `'sometimes' from ${USER}`,
      /always, never/,
    ],
    [
      'a switch',
      { env: { AIMI_SANDBOX: 'maybe' } },
      'config-invalid',
      "'maybe' from AIMI_SANDBOX",
      /true or false/,
    ],
    [
      'a negative switch',
      { env: { AIMI_NO_INPUT: 'maybe' } },
      'config-invalid',
      "'maybe' from AIMI_NO_INPUT",
      /true or false/,
    ],
    [
      'an empty flag',
      { flags: { resourceGroup: '' } },
      'invalid-value',
      "'' from --resource-group",
      /letters/,
    ],
    [
      'a group that would leave its path',
      { flags: { resourceGroup: '../x' } },
      'invalid-value',
      "'../x'",
      /letters/,
    ],
    [
      'a group with a dot at the end',
      { flags: { resourceGroup: 'rg.' } },
      'invalid-value',
      "'rg.'",
      /no dot/,
    ],
    ['an account', { flags: { account: 'a/b' } }, 'invalid-value', "'a/b'", /resource id/],
    ['a subscription', { flags: { subscription: 'a?b' } }, 'invalid-value', "'a?b'", /id or the name/],
    ['a region', { flags: { location: 'east-us' } }, 'invalid-value', "'east-us'", /such as eastus2/],
    ['a tenant', { flags: { tenant: 'a/b' } }, 'invalid-value', "'a/b'", /tenant/],
    [
      'plain http',
      { env: { AIMI_ARM_ENDPOINT: 'http://arm.example' } },
      'endpoint-refused',
      'http://arm.example',
      /https/,
    ],
    ['plain http in a file', { user: 'armEndpoint: http://arm.example' }, 'endpoint-refused', USER, /https/],
  ] as const)(
    'names %s that is wrong, its source and what is allowed',
    async (_story, story, code, message, hint) => {
      await expect(resolve(story)).rejects.toMatchObject({
        code,
        exit: 2,
        message: expect.stringContaining(message),
        hint: expect.stringMatching(hint),
      });
    },
  );

  it('does not complain about a wrong value that something higher replaces', async () => {
    expect((await resolve({ flags: { output: 'json' }, env: { AIMI_OUTPUT: 'nonsense' } })).output).toBe(
      'json',
    );
  });
});

describe('resolveSettings: profiles', () => {
  const user = [
    'location: userland',
    'output: json',
    'profile: work',
    'profiles:',
    '  work: {location: workland, account: work-ai}',
    '  home: {location: homeland, auth: cli}',
    '  lab: {sandbox: true, account: lab-ai, subscription: lab-subscription}',
  ].join('\n');
  const at = (name: string): Origin => ({ kind: 'profile', name, path: USER });

  it.each<[string, Story, string | null, Origin]>([
    ['the one in use before the rest of the file', { user }, 'workland', at('work')],
    ['AIMI_PROFILE before the one in use', { user, env: { AIMI_PROFILE: 'home' } }, 'homeland', at('home')],
    [
      '--profile before AIMI_PROFILE',
      { user, profile: 'home', env: { AIMI_PROFILE: 'work' } },
      'homeland',
      at('home'),
    ],
    ['an empty AIMI_PROFILE as none said', { user, env: { AIMI_PROFILE: '' } }, 'workland', at('work')],
    [
      'the project file before the profile',
      { user, project: 'location: projectland' },
      'projectland',
      { kind: 'project-file', path: PROJECT },
    ],
    [
      'AZURE_* before the profile',
      { user, env: { AZURE_LOCATION: 'azureland' } },
      'azureland',
      { kind: 'environment', name: 'AZURE_LOCATION' },
    ],
  ])('takes %s', async (_story, story, location, origin) => {
    const settings = await resolve(story);
    expect(settings.location).toBe(location);
    expect(settings.origins.location).toEqual(origin);
  });

  it('leaves to the rest of the file what the profile does not say', async () => {
    const settings = await resolve({ user, profile: 'home' });
    expect(settings).toMatchObject({ output: 'json', auth: 'cli', account: null });
    expect(settings.profile).toEqual({
      name: 'home',
      origin: { kind: 'flag', name: '--profile' },
      exists: true,
    });
    expect(Object.keys(settings.profiles)).toEqual(['work', 'home', 'lab']);
  });

  it.each<[string, Story, string, string]>([
    ['a flag', { user, profile: 'hom' }, 'invalid-value', 'Did you mean home? Profiles: work, home, lab'],
    ['a variable', { user, env: { AIMI_PROFILE: 'zzz' } }, 'config-invalid', 'Profiles: work, home, lab'],
    ['the file itself', { user: 'profile: gone' }, 'config-invalid', 'There are none yet'],
    ['a flag in a project', { project: 'output: json', profile: 'x' }, 'invalid-value', 'There are none yet'],
    ['a flag that is no name', { user, profile: '../x' }, 'invalid-value', '1 to 40 letters'],
    ['an empty flag', { user, profile: '' }, 'invalid-value', '1 to 40 letters'],
  ])('refuses an unknown profile from %s with those that exist', async (_story, story, code, hint) => {
    await expect(resolve(story)).rejects.toMatchObject({
      code,
      exit: 2,
      hint: expect.stringContaining(hint),
    });
  });

  it('lets a command make a new one by flag, and only by flag', async () => {
    const settings = await resolve({ user, profile: 'new', mayMakeProfile: true });
    expect(settings.profile).toMatchObject({ name: 'new', exists: false });
    expect(settings.location).toBe('userland');
    await expect(resolve({ user, env: { AIMI_PROFILE: 'new' }, mayMakeProfile: true })).rejects.toMatchObject(
      {
        code: 'config-invalid',
      },
    );
    await expect(resolve({ user, profile: 'a b', mayMakeProfile: true })).rejects.toMatchObject({
      code: 'invalid-value',
    });
  });

  it('names the profile of a wrong value', async () => {
    const wrong = 'profiles:\n  work:\n    output: jsn\n';
    await expect(resolve({ user: wrong, profile: 'work' })).rejects.toMatchObject({
      code: 'config-invalid',
      message: `'jsn' from profile work (${USER}) is not a value for output`,
    });
  });

  it('takes a target in the sandbox from a profile of the sandbox, and from no other', async () => {
    expect(await resolve({ user, profile: 'lab' })).toMatchObject({
      sandbox: true,
      account: 'lab-ai',
      subscription: 'lab-subscription',
      location: 'eastus2',
    });
    expect(await resolve({ user, profile: 'work', flags: { sandbox: true } })).toMatchObject({
      account: 'contoso-ai',
      subscription: 'sandbox-subscription',
    });
    expect(await resolve({ user, profile: 'lab', env: { AIMI_SANDBOX: '0' } })).toMatchObject({
      sandbox: false,
      account: null,
      subscription: null,
    });
  });

  it('follows the rules of Windows for the file and the paths in it', async () => {
    const files = new Map([
      ['C:\\R\\aimi\\config.yaml', 'profiles:\n  work:\n    caFile: certs\\\\ca.pem\n'.replace('\\\\', '\\')],
    ]);
    const settings = await resolveSettings({
      flags: {},
      profile: 'work',
      env: { APPDATA: 'C:\\R' },
      cwd: 'D:\\shop',
      homeDirectory: 'C:\\Users\\ada',
      platform: 'win32',
      sandboxDefaults: {},
      files: { readText: async (path) => files.get(path) ?? null },
    });
    expect(settings.userFile).toBe('C:\\R\\aimi\\config.yaml');
    expect(settings.caFile).toBe('C:\\R\\aimi\\certs\\ca.pem');
    expect(describeOrigin(settings.origins.caFile)).toBe('profile work (C:\\R\\aimi\\config.yaml)');
  });
});

describe('resolveSettings: subscription, group and account are one address', () => {
  const user = 'subscription: s1\nresourceGroup: g1\naccount: a1\n';
  const rows: readonly (readonly [string, Story, readonly (string | null)[]])[] = [
    ['nothing else', { user }, ['s1', 'g1', 'a1']],
    ['another subscription', { user, flags: { subscription: 's2' } }, ['s2', null, null]],
    ['the same subscription in other letters', { user, flags: { subscription: 'S1' } }, ['S1', 'g1', 'a1']],
    ['another group', { user, flags: { resourceGroup: 'g2' } }, ['s1', 'g2', null]],
    ['another account', { user, flags: { account: 'a2' } }, ['s1', null, 'a2']],
    [
      'another subscription in the environment',
      { user, env: { AZURE_SUBSCRIPTION_ID: 's2' } },
      ['s2', null, null],
    ],
    ['the same account', { user, env: { AIMI_ACCOUNT: 'A1' } }, ['s1', 'g1', 'A1']],
    ['another account in the project', { user, project: 'account: a2' }, ['s1', null, 'a2']],
    [
      'a project that only names a group where no account is remembered',
      { user: 'subscription: s1', project: 'resourceGroup: g2' },
      ['s1', 'g2', null],
    ],
    [
      'a profile with its own subscription',
      { user: `${user}profiles:\n  work: {subscription: s2, account: a2}\n`, profile: 'work' },
      ['s2', null, 'a2'],
    ],
    [
      'a profile that only names a region',
      { user: `${user}profiles:\n  work: {location: eastus}\n`, profile: 'work' },
      ['s1', 'g1', 'a1'],
    ],
  ];
  it.each(rows)('%s', async (_story, story, expected) => {
    const { subscription, resourceGroup, account } = await resolve(story);
    expect([subscription, resourceGroup, account]).toEqual(expected);
  });
});
