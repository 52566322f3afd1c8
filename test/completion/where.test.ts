import { describe, expect, it } from 'vitest';
import { readConfigKeys } from '../../src/completion/read-keys.js';
import { findWhere, flagOf } from '../../src/completion/where.js';

describe('flagOf', () => {
  const ROWS: readonly (readonly [line: string, value: string | null])[] = [
    ['deploy', null],
    ['--account x deploy', 'x'],
    ['deploy --account=x', 'x'],
    ['deploy -a x', 'x'],
    ['deploy -ax', 'x'],
    ['deploy --account x --account y', 'y'],
    ['deploy --account', null],
    ['deploy --account-name x', null],
  ];
  it.each(ROWS)('%s', (line, value) => {
    expect(flagOf(line.split(' '), ['--account', '-a'])).toBe(value);
  });
});

describe('findWhere', () => {
  const USER = readConfigKeys(
    'account: from-user\nprofile: work\nprofiles:\n  work:\n    account: from-profile\n  home:\n    account: from-home\n',
  );
  const PROJECT = readConfigKeys('account: from-project\n');
  const NONE = readConfigKeys('');
  const account = (words: string, env: Record<string, string>, project = NONE, user = NONE) =>
    findWhere(words.split(' '), env, project, user).account;

  it('takes the flag, then AIMI_*, the project, the profile and the user', () => {
    const env = { AIMI_ACCOUNT: 'from-env' };
    expect(account('-a from-flag', env, PROJECT, USER)).toBe('from-flag');
    expect(account('', env, PROJECT, USER)).toBe('from-env');
    expect(account('', {}, PROJECT, USER)).toBe('from-project');
    expect(account('', {}, NONE, USER)).toBe('from-profile');
    expect(account('--profile home', {}, NONE, USER)).toBe('from-home');
    expect(account('--profile nobody', {}, NONE, USER)).toBe('from-user');
    expect(account('', {}, NONE, NONE)).toBeNull();
  });

  it('never takes names of real resources for the sandbox', () => {
    const env = { AZURE_SUBSCRIPTION_ID: 'real', AIMI_SANDBOX: '1' };
    expect(findWhere([], env, PROJECT, USER)).toMatchObject({
      isSandbox: true,
      account: null,
      subscription: null,
    });
    expect(account('--sandbox -a own', {}, PROJECT, USER)).toBe('own');
    expect(findWhere(['--sandbox'], {}, NONE, NONE).isSandbox).toBe(true);
    expect(findWhere([], { AIMI_SANDBOX: 'no' }, NONE, readConfigKeys('sandbox: true')).isSandbox).toBe(
      false,
    );
  });

  it('takes a resource id apart', () => {
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a';
    expect(findWhere(['-a', id, '-g', 'other'], {}, NONE, NONE)).toMatchObject({
      subscription: 's',
      resourceGroup: 'g',
      account: 'a',
    });
  });
});
