import { describe, expect, it } from 'vitest';
import { machine } from '../../helpers/run-aimi.js';

const FILE = '/config/config.yaml';

describe('aimi config set and unset', () => {
  it('writes what was checked and says where', async () => {
    const { run, files } = machine();
    const result = await run("config set location 'East US 2'");
    expect(result).toMatchObject({ exit: 0, stdout: '', stderr: `✓ location is eastus2 in ${FILE}\n` });
    expect(files.content.get(FILE)).toBe('location: eastus2\n');
    expect((await run('config get location')).stdout).toBe('eastus2\n');
  });

  it('writes into the profile that --profile names, which it makes', async () => {
    const { run, files } = machine();
    const result = await run('config set account work-ai --profile work -o json');
    expect(JSON.parse(result.stdout)).toEqual({
      name: 'account',
      value: 'work-ai',
      profile: 'work',
      path: FILE,
      isChanged: true,
    });
    expect(files.content.get(FILE)).toBe('profiles:\n  work:\n    account: work-ai\n');
    expect((await run('config get account')).stdout).toBe('');
    expect((await run('config get account --profile work')).stdout).toBe('work-ai\n');
  });

  it.each([
    ['config set output jsn', 'invalid-value', 'did you mean json'],
    ['config set acount x', 'invalid-value', 'Did you mean account?'],
    ['config set apiKey hunter2', 'invalid-value', 'stores no secrets'],
    ['config set armEndpoint http://example.com', 'endpoint-refused', 'https'],
    ['config set profile nope', 'invalid-value', 'aimi use ACCOUNT --profile NAME'],
    ['config set account x --profile a/b', 'invalid-value', '1 to 40 letters'],
    ['config unset account --profile nope', 'invalid-value', 'There are none yet'],
    ['config get acount', 'invalid-value', 'Did you mean account?'],
  ])('refuses %s and writes nothing', async (line, code, hint) => {
    const { run, files } = machine();
    const result = await run(line);
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(result.stderr).toContain(`code: ${code}`);
    expect(result.stderr).toContain(hint);
    expect(result.stderr).not.toContain('hunter2');
    expect(files.content.size).toBe(0);
  });

  it('says what goes before the written value', async () => {
    const { run, files } = machine();
    const env = { AZURE_LOCATION: 'westus' };
    expect((await run('config set location eastus2', { env })).stderr).toContain(
      '! location: AZURE_LOCATION goes before it',
    );
    files.content.set('/code/.aimi.yaml', 'output: csv\n');
    expect((await run('config set output json')).stderr).toContain(
      '! output: /code/.aimi.yaml goes before it',
    );
    files.content.set(FILE, 'profile: w\nprofiles:\n  w:\n    color: never\n');
    expect((await run('config set color always')).stderr).toContain(
      `! color: profile w (${FILE}) goes before it`,
    );
    expect((await run('config set color always --profile w')).stderr).not.toContain('goes before');
  });

  it('brings a profile into use and out of it', async () => {
    const { run, files } = machine();
    files.content.set(FILE, 'profiles:\n  work:\n    account: work-ai\n');
    await run('config set profile work');
    expect((await run('config get account')).stdout).toBe('work-ai\n');
    await run('config unset profile');
    expect((await run('config get account')).stdout).toBe('');
    expect((await run('config set profile work --profile work')).exit).toBe(2);
  });

  it('says that nothing was set', async () => {
    const { run } = machine();
    expect((await run('config unset account')).stderr).toBe(`✓ account was not set in ${FILE}\n`);
  });
});

describe('aimi config list', () => {
  it('shows each value, with --show-origin its place, and the profiles', async () => {
    const { run, files } = machine();
    files.content.set(
      FILE,
      'output: table\nprofile: work\nprofiles:\n  work: {account: work-ai}\n  lab: {sandbox: true}\n',
    );
    const env = { AZURE_LOCATION: 'westus' };
    const { stdout } = await run('config list --show-origin --cloud usgov', { env });
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect(rows).toContainEqual(['profile', 'work', FILE]);
    expect(rows).toContainEqual(['account', 'work-ai', `profile work (${FILE})`]);
    expect(rows).toContainEqual(['location', 'westus', 'AZURE_LOCATION']);
    expect(rows).toContainEqual(['cloud', 'usgov', '--cloud']);
    expect(rows).toContainEqual(['output', 'table', FILE]);
    expect(rows).toContainEqual(['tenant', '-', 'default']);
    expect(rows).toContainEqual(['work', 'yes', 'account=work-ai']);
    expect(rows).toContainEqual(['lab', '-', 'sandbox=true']);
    expect((await run('config list')).stdout).not.toContain('--cloud');
  });

  it('is stable JSON, with the settings as its rows', async () => {
    const { run, files } = machine();
    files.content.set(FILE, 'profiles:\n  work: {account: work-ai}\n');
    const data = JSON.parse((await run('config list --profile work -o json')).stdout);
    expect(Object.keys(data)).toEqual(['settings', 'profiles', 'userFile', 'projectFile']);
    expect(data.settings.map(({ name }: { name: string }) => name)).toEqual([
      'profile',
      'subscription',
      'resourceGroup',
      'account',
      'location',
      'tenant',
      'cloud',
      'auth',
      'sandbox',
      'armEndpoint',
      'caFile',
      'output',
      'color',
      'input',
      'screenReader',
    ]);
    expect(data.settings[3]).toEqual({
      name: 'account',
      value: 'work-ai',
      origin: 'profile',
      from: `profile work (${FILE})`,
    });
    expect(data.profiles).toEqual([{ name: 'work', isUsed: true, settings: { account: 'work-ai' } }]);
    expect((await run('config list -o csv')).stdout).toMatch(/^name,value,origin,from\r?\n/);
  });

  it('says where the file is', async () => {
    expect((await machine().run('config path')).stdout).toBe(`${FILE}\n`);
  });
});
