import { describe, expect, it } from 'vitest';
import { keysBelow, readConfigKeys } from '../../src/completion/read-keys.js';

describe('readConfigKeys', () => {
  type Entry = readonly [key: string, value: string];
  const ROWS: readonly (readonly [story: string, text: string, entries: readonly Entry[]])[] = [
    [
      'plain values',
      'account: contoso-ai\noutput: json\n',
      [
        ['account', 'contoso-ai'],
        ['output', 'json'],
      ],
    ],
    [
      'quotes and comments',
      `account: "a # b" # note\nlocation: 'eastus2'\n# account: x\n`,
      [
        ['account', 'a # b'],
        ['location', 'eastus2'],
      ],
    ],
    ['an empty value', 'account:\n', [['account', '']]],
    [
      'Windows line ends',
      'account: a\r\noutput: json\r\n',
      [
        ['account', 'a'],
        ['output', 'json'],
      ],
    ],
    [
      'profiles',
      'profiles:\n  work:\n    account: a\n  "at home":\n    account: b\nprofile: work\n',
      [
        ['profiles', ''],
        ['profiles\nwork', ''],
        ['profiles\nwork\naccount', 'a'],
        ['profiles\nat home', ''],
        ['profiles\nat home\naccount', 'b'],
        ['profile', 'work'],
      ],
    ],
    ['what is no YAML at all', '\u0000{{{\n- - -\n', []],
    ['what it cannot read', 'profiles: {work: {account: a}}\n', [['profiles', '{work: {account: a}}']]],
  ];
  it.each(ROWS)('reads %s', (_story, text, entries) => {
    expect([...readConfigKeys(text)]).toEqual(entries);
  });

  it('gives the names one level below', () => {
    const keys = readConfigKeys('profiles:\n  work:\n    account: a\n  home:\naccount: x\n');
    expect(keysBelow(keys, 'profiles')).toEqual(['work', 'home']);
    expect(keysBelow(keys, 'account')).toEqual([]);
  });
});
