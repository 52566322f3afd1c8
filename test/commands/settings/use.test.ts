import { describe, expect, it } from 'vitest';
import { mapAccount } from '../../../src/azure/map/accounts.js';
import { AimiError } from '../../../src/errors.js';
import { fakeAzure } from '../../helpers/fake-azure.js';
import { machine, type RunOptions } from '../../helpers/run-aimi.js';

const FILE = '/config/config.yaml';
const ONE = '00000000-0000-4000-8000-000000000011';
const TWO = '00000000-0000-4000-8000-000000000022';

const account = (subscription: string, group: string, name: string, kind = 'AIServices') =>
  mapAccount({
    id: `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.CognitiveServices/accounts/${name}`,
    name,
    kind,
    location: 'eastus2',
  });

/** Two subscriptions; `twin` is in both, and twice in the second. */
const ACCOUNTS = [
  account(ONE, 'rg-one', 'only-ai'),
  account(ONE, 'rg-one', 'twin'),
  account(TWO, 'rg-two', 'twin'),
  account(TWO, 'rg-three', 'twin'),
  account(TWO, 'rg-two', 'talk', 'SpeechServices'),
];

function azure(names: { readonly denied?: string; readonly subscriptions?: readonly string[] } = {}) {
  const subscriptions = [
    { id: ONE, name: 'Team One', state: 'Enabled' },
    { id: TWO, name: 'Team Two', state: 'Enabled' },
  ].filter(({ id }) => names.subscriptions?.includes(id) ?? true);
  return fakeAzure({
    listSubscriptions: () => Promise.resolve(subscriptions),
    listAccounts: (id) =>
      id === names.denied
        ? Promise.reject(new AimiError('role-missing', { message: 'no right to list' }))
        : Promise.resolve(ACCOUNTS.filter(({ subscriptionId }) => subscriptionId === id)),
    getAccount: (ref) => {
      const found = ACCOUNTS.find(
        (row) =>
          row.subscriptionId === ref.subscriptionId &&
          row.account === ref.account &&
          row.resourceGroup === ref.resourceGroup,
      );
      return found === undefined
        ? Promise.reject(new AimiError('account-not-found', { message: 'gone' }))
        : Promise.resolve(found);
    },
  });
}

async function use(line: string, options: RunOptions = {}, file?: string) {
  const { run, files } = machine();
  if (file !== undefined) files.content.set(FILE, file);
  const result = await run(line, { azure: azure(), ...options });
  return { ...result, written: files.content.get(FILE) };
}

const remembered = (subscription: string, group: string, name: string): string =>
  `subscription: ${subscription}\nresourceGroup: ${group}\naccount: ${name}\n`;

describe('aimi use ACCOUNT', () => {
  it('finds it in any subscription and remembers all three names', async () => {
    const result = await use('use only-ai');
    expect(result).toMatchObject({ exit: 0, written: remembered(ONE, 'rg-one', 'only-ai'), questions: [] });
    expect(result.stderr).toContain('✓ only-ai is used from now on');
    expect(result.stdout).toContain(`Team One (${ONE})`);
  });

  it('keeps the rest of the file', async () => {
    const result = await use('use only-ai', {}, '# mine\noutput: table # wide\n');
    expect(result.written).toBe(`# mine\noutput: table # wide\n${remembered(ONE, 'rg-one', 'only-ai')}`);
  });

  it('looks everywhere, whatever is remembered', async () => {
    const result = await use('use only-ai', {}, remembered(TWO, 'rg-two', 'twin'));
    expect(result.written).toBe(remembered(ONE, 'rg-one', 'only-ai'));
  });

  it.each([
    ['use twin -s Team\\ One', ONE, 'rg-one'],
    [`use twin -s ${TWO} -g RG-TWO`, TWO, 'rg-two'],
    ['use twin -g rg-three', TWO, 'rg-three'],
    ['use -a twin -g rg-three', TWO, 'rg-three'],
    [
      `use /subscriptions/${TWO}/resourceGroups/rg-three/providers/Microsoft.CognitiveServices/accounts/twin`,
      TWO,
      'rg-three',
    ],
  ])('%s', async (line, subscription, group) => {
    const result = await use(line.replace('Team\\ One', "'Team One'"));
    expect(result).toMatchObject({ exit: 0, written: remembered(subscription, group, 'twin') });
  });

  it('refuses a name that is several accounts with the line for each', async () => {
    const result = await use('use twin');
    expect(result).toMatchObject({ exit: 2, stdout: '', written: undefined });
    expect(result.stderr).toContain("3 accounts are called 'twin'.");
    expect(result.stderr).toContain(`aimi use -s ${TWO} -g rg-three -a twin`);
    expect(result.stderr).toContain('code: account-not-chosen');
  });

  it('asks about it on a terminal', async () => {
    const result = await use('use twin', {
      answers: ['twin (AIServices, eastus2, group rg-three, Team Two)'],
    });
    expect(result).toMatchObject({
      exit: 0,
      questions: ['Which twin?'],
      written: remembered(TWO, 'rg-three', 'twin'),
    });
  });

  it.each([
    ['use onli-ai', 3, 'Did you mean only-ai?'],
    ['use zzzzzzzz', 3, 'aimi whoami'],
    ['use talk', 3, 'of kind SpeechServices'],
    ['use only-ai --clear', 2, 'one of the two'],
  ])('%s is refused', async (line, exit, words) => {
    const result = await use(line);
    expect(result).toMatchObject({ exit, stdout: '', written: undefined });
    expect(result.stderr).toContain(words);
  });

  it('passes over a subscription that it may not read, and fails when it may read none', async () => {
    const some = await use('use only-ai', { azure: azure({ denied: TWO }) });
    expect(some).toMatchObject({ exit: 0 });
    expect(some.stderr).toContain('1 of 2 subscriptions could not be read.');
    const none = await use('use only-ai', { azure: azure({ denied: ONE, subscriptions: [ONE] }) });
    expect(none).toMatchObject({ exit: 4, written: undefined });
  });

  it('remembers tenant and cloud that the line names, since the names are those there', async () => {
    const result = await use('use only-ai --tenant contoso.example --cloud usgov');
    expect(result.written).toBe(
      `${remembered(ONE, 'rg-one', 'only-ai')}tenant: contoso.example\ncloud: usgov\n`,
    );
  });

  it('says what goes before the choice', async () => {
    const result = await use('use only-ai', { env: { AIMI_ACCOUNT: 'twin' } });
    expect(result.stderr).toContain('! account: AIMI_ACCOUNT goes before it');
  });
});

describe('aimi use without a name', () => {
  it('asks for subscription and account on a terminal', async () => {
    const result = await use('use', { answers: ['Team Two', 'twin (AIServices, eastus2, group rg-two)'] });
    expect(result.questions).toEqual(['Which subscription?', 'Which account?']);
    expect(result.written).toBe(remembered(TWO, 'rg-two', 'twin'));
  });

  it('elsewhere refuses with the lines to type', async () => {
    const result = await use('use');
    expect(result).toMatchObject({ exit: 2, stdout: '', written: undefined });
    expect(result.stderr).toContain(`aimi use -s ${ONE} -g rg-one -a only-ai`);
  });

  it('takes the only one there is', async () => {
    const result = await use(`use -s ${ONE} -g rg-one -a only-ai -o json`);
    expect(JSON.parse(result.stdout)).toEqual({
      action: 'remembered',
      profile: null,
      isInUse: true,
      subscription: ONE,
      subscriptionName: 'Team One',
      resourceGroup: 'rg-one',
      account: 'only-ai',
      kind: 'AIServices',
      location: 'eastus2',
      path: FILE,
    });
  });
});

describe('aimi use and profiles', () => {
  const PROFILES = `profile: home\nprofiles:\n  home:\n    account: twin\n  work:\n    account: only-ai\n    location: eastus2\n`;

  it('makes a profile and does not switch to it', async () => {
    const result = await use('use only-ai --profile new', {}, 'output: table\n');
    expect(result.written).toBe(
      `output: table\nprofiles:\n  new:\n    subscription: ${ONE}\n    resourceGroup: rg-one\n    account: only-ai\n`,
    );
    expect(result.stderr).toContain('Profile new is only-ai; aimi use --profile new switches to it');
  });

  it('switches with --profile alone, without a request', async () => {
    const result = await use('use --profile work', { azure: fakeAzure({}) }, PROFILES);
    expect(result).toMatchObject({ exit: 0, written: PROFILES.replace('profile: home', 'profile: work') });
    expect(result.stderr).toContain('✓ Profile work is in use');
    expect(result.stdout).toMatch(/^only-ai\n/);
  });

  it('says when AIMI_PROFILE goes before it', async () => {
    const result = await use('use --profile work', { env: { AIMI_PROFILE: 'home' } }, PROFILES);
    expect(result.stderr).toContain('! AIMI_PROFILE is home and goes before it');
  });

  it('writes into the profile in use, since the top level would not count', async () => {
    const result = await use('use only-ai', {}, PROFILES);
    expect(result.written).toContain(`  home:\n    account: only-ai\n    subscription: ${ONE}\n`);
    expect(result.stderr).toContain('✓ only-ai is used from now on');
  });

  it('without a terminal an unknown profile is filled only with a named account', async () => {
    const result = await use('use --profile wrok', { azure: fakeAzure({}) }, PROFILES);
    expect(result).toMatchObject({ exit: 2, written: PROFILES });
    expect(result.stderr).toContain('Did you mean work? Profiles: home, work;');
    const asked = await use('use --profile new', { answers: ['Team One', 'only-ai'] }, PROFILES);
    expect(asked.written).toContain('  new:\n');
  });
});

describe('aimi use --clear', () => {
  const FULL = `# mine\noutput: table\n${remembered(ONE, 'rg-one', 'only-ai')}profile: work\nprofiles:\n  work:\n    account: twin\n`;

  it('forgets the choice and the profile in use, and keeps profiles and the rest', async () => {
    const result = await use('use --clear', {}, FULL);
    expect(result).toMatchObject({ exit: 0, stdout: '' });
    expect(result.stderr).toBe('✓ The choice is forgotten\n');
    expect(result.written).toBe('# mine\noutput: table\nprofiles:\n  work:\n    account: twin\n');
  });

  it('forgets a profile with --profile, and its use', async () => {
    const result = await use('use --clear --profile work', {}, FULL);
    expect(result.written).toBe(`# mine\noutput: table\n${remembered(ONE, 'rg-one', 'only-ai')}`);
  });

  it('keeps what its owner set in the profile besides: a sandbox profile never becomes one of Azure', async () => {
    const text = 'profiles:\n  lab:\n    sandbox: true\n    account: lab-ai\n    output: json\n';
    const result = await use('use --clear --profile lab', {}, text);
    expect(result.written).toBe('profiles:\n  lab:\n    sandbox: true\n    output: json\n');
  });

  it('says that nothing was chosen', async () => {
    expect((await use('use --clear')).stderr).toBe('✓ Nothing was chosen\n');
  });
});

describe('aimi use in the sandbox', () => {
  it('keeps made-up names in a profile of the sandbox', async () => {
    const { run, files } = machine();
    await run('use contoso-ai-sweden --sandbox');
    const text = files.content.get(FILE) ?? '';
    expect(text).toMatch(/^profiles:\n {2}sandbox:\n[\s\S]* {4}sandbox: true\n$/);
    const { stdout } = await run('accounts show --profile sandbox -o json');
    expect(JSON.parse(stdout)).toMatchObject({ name: 'contoso-ai-sweden' });
    // --sandbox alone is as it was.
    expect(JSON.parse((await run('accounts show --sandbox -o json')).stdout)).toMatchObject({
      name: 'contoso-ai',
    });
  });

  it('does not write into a profile for Azure', async () => {
    const text = 'profiles:\n  work:\n    account: only-ai\n';
    const result = await use('use contoso-ai --sandbox --profile work', {}, text);
    expect(result).toMatchObject({ exit: 2, written: text });
    expect(result.stderr).toContain('Profile work is for Azure, and this is the sandbox');
  });

  it('says --sandbox in the lines it suggests', async () => {
    const { run } = machine();
    expect((await run('use --sandbox')).stderr).toContain('aimi --sandbox use -g rg-sandbox -a contoso-ai\n');
    const named = await run('use --sandbox --profile new -g rg-sandbox');
    expect(named.stderr).toContain('aimi --sandbox --profile new use -g rg-sandbox -a contoso-ai\n');
  });

  it('keeps --profile in what it suggests', async () => {
    const { run, files } = machine();
    files.content.set(FILE, 'profiles:\n  lab:\n    sandbox: true\n    account: contoso-ai\n');
    const result = await run('deploy --profile lab');
    expect(result.stderr).toContain('aimi --profile lab deploy MODEL');
  });
});
