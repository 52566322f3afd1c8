import { describe, expect, it } from 'vitest';
import { machine } from '../helpers/run-aimi.js';

const READING = 'Reading models, deployments and quota of contoso-ai';

/** Whatever asks Azure can take more than a second, so each of these says what it waits for. */
describe('a wait is named', () => {
  it.each<[string, readonly string[]]>([
    ['models list', []],
    ['models list --location eastus2 --sandbox', ['Reading the models of eastus2']],
    ['accounts list --sandbox', ['Reading the accounts']],
    ['accounts show --sandbox', ['Reading account contoso-ai', 'Reading the deployments of contoso-ai']],
    ['deployments list --sandbox', ['Reading the deployments of contoso-ai']],
    [
      'deployments show chat --sandbox',
      ['Reading account contoso-ai', 'Reading the deployments of contoso-ai'],
    ],
    ['deploy gpt-4o --dry-run --sandbox', ['Reading account contoso-ai', READING]],
    ['deployments update chat --capacity 20 --dry-run --sandbox', ['Reading account contoso-ai', READING]],
    ['deployments list --sandbox --quiet', []],
  ])('by %s', async (line, expected) => {
    const aimi = machine();
    await aimi.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    const { exit, waits } = await aimi.run(line);
    expect(exit).toBe(0);
    expect(waits).toEqual(expected);
  });

  it('over all accounts when none is named', async () => {
    const { waits } = await machine().run('deployments list --sandbox', { isAccountOpen: true });
    expect(waits).toEqual(['Reading the deployments of all accounts']);
  });
});

describe('the list of deployments', () => {
  it('warns of what retires within 60 days, and says it in JSON too', async () => {
    const aimi = machine('2026-08-23T12:00:00.000Z');
    await aimi.run('deploy gpt-4o-transcribe --name calls --yes --sandbox');
    await aimi.run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    const listed = await aimi.run('deployments list --sandbox -o json');
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { name: 'calls', retires: '2026-10-15' },
      { name: 'chat', retires: '2027-04-14' },
    ]);
    expect(listed.stderr).toContain(
      '! Retired or soon to be: calls (2026-10-15). What comes after: aimi models show gpt-4o-transcribe',
    );
    const columns = (await aimi.run('deployments list --sandbox -o tsv')).stdout.split('\n')[0]?.split('\t');
    expect(columns).toHaveLength(12);
  });
});
