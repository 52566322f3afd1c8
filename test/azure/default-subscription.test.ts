import { describe, expect, test } from 'vitest';
import { hasAzSignIn, readAzDefaultSubscription } from '../../src/azure/default-subscription.js';
import { filesOf } from './support.js';

const row = (id: string, isDefault: boolean) => ({ id, name: `Name ${id}`, tenantId: 'tenant', isDefault });
const profile = (...rows: unknown[]) =>
  `\uFEFF${JSON.stringify({ installationId: 'x', subscriptions: rows })}`;

describe('readAzDefaultSubscription', () => {
  const table: readonly (readonly [string, Record<string, string>, Record<string, string>, string | null])[] =
    [
      [
        'the default of several, behind a byte order mark',
        { '/home/u/.azure/azureProfile.json': profile(row('a', false), row('b', true)) },
        {},
        'b',
      ],
      [
        'AZURE_CONFIG_DIR is obeyed',
        { '/other/azureProfile.json': profile(row('c', true)) },
        { AZURE_CONFIG_DIR: '/other' },
        'c',
      ],
      ['no default', { '/home/u/.azure/azureProfile.json': profile(row('a', false)) }, {}, null],
      ['no file', {}, {}, null],
      ['no JSON', { '/home/u/.azure/azureProfile.json': 'oops' }, {}, null],
      ['another shape', { '/home/u/.azure/azureProfile.json': '[1]' }, {}, null],
      [
        'a default without an id',
        { '/home/u/.azure/azureProfile.json': profile({ isDefault: true }) },
        {},
        null,
      ],
    ];
  test.each(table)('%s', async (_name, files, env, expected) => {
    expect((await readAzDefaultSubscription(filesOf(files), env, '/home/u'))?.id ?? null).toBe(expected);
  });
});

test('az counts as signed in when its profile names any subscription', async () => {
  const path = '/home/u/.azure/azureProfile.json';
  expect(await hasAzSignIn(filesOf({ [path]: profile(row('a', false)) }), {}, '/home/u')).toBe(true);
  expect(await hasAzSignIn(filesOf({ [path]: profile() }), {}, '/home/u')).toBe(false);
});
