import { describe, expect, it } from 'vitest';
import { ESCAPE, INTERRUPT } from '../../helpers/fake-prompter.js';
import { machine } from '../../helpers/run-aimi.js';

const writes = (requests: readonly string[]) => requests.filter((line) => !line.startsWith('GET '));
const lineOf = (text: string): string => /The same without questions:\s+aimi (.*)/.exec(text)?.[1] ?? '';

describe('the guided path of aimi deploy', () => {
  it.each<[string, string, readonly (string | boolean)[], readonly string[]]>([
    [
      'nothing',
      '',
      ['gpt-4.1-mini', 'Standard', '5', 'chat', true],
      ['Model:', 'SKU:', 'Capacity in units:', 'Deployment name:', 'Deploy it to contoso-ai?'],
    ],
    [
      '--name',
      '--name chat',
      ['gpt-4.1-mini', 'Global', '5', true],
      ['Model:', 'SKU:', 'Capacity in units:', 'Deploy it to contoso-ai?'],
    ],
    [
      '--sku',
      '--sku standard',
      ['gpt-4.1-mini', '5', 'chat', true],
      ['Model:', 'Capacity in units:', 'Deployment name:', 'Deploy it to contoso-ai?'],
    ],
    [
      '--capacity',
      '--capacity 5',
      ['gpt-4.1-mini', 'Data', 'chat', true],
      ['Model:', 'SKU:', 'Deployment name:', 'Deploy it to contoso-ai?'],
    ],
    [
      '--version',
      '--version 1',
      ['claude-opus-4-8', 'Global', '', '', 'Contoso', 'de', 'finance', true],
      [
        'Model:',
        'SKU:',
        'Capacity in units:',
        'Deployment name:',
        'Anthropic asks who deploys. Organization:',
        'Country (two letters):',
        'Industry:',
        'Deploy it to contoso-ai?',
      ],
    ],
    [
      'the buyer',
      '--organization Contoso --country DE --industry finance',
      ['claude-opus-4-8', '2', 'Global', '', '', true],
      ['Model:', 'Version:', 'SKU:', 'Capacity in units:', 'Deployment name:', 'Deploy it to contoso-ai?'],
    ],
    [
      '--yes',
      '--yes',
      ['gpt-4.1-mini', 'Standard', '5', 'chat'],
      ['Model:', 'SKU:', 'Capacity in units:', 'Deployment name:'],
    ],
  ])(
    'asks what is left by %s, and its line does the same on another machine',
    async (_, flags, answers, questions) => {
      const result = await machine().run(`deploy --sandbox ${flags}`, { answers });
      expect(result).toMatchObject({ exit: 0, questions });
      expect(writes(result.requests)).toHaveLength(1);
      const again = await machine().run(lineOf(result.stderr));
      expect(again).toMatchObject({ exit: 0, requests: expect.arrayContaining(writes(result.requests)) });
      expect(again.stdout).toBe(result.stdout);
    },
  );

  it('prints a plan and the line with --dry-run, and sends nothing', async () => {
    const result = await machine().run('deployments create --sandbox --dry-run', {
      answers: ['gpt-4.1-mini', 'Global', '5', 'chat'],
    });
    expect(result.exit).toBe(0);
    expect(writes(result.requests)).toEqual([]);
    expect(result.stdout).toContain('chat');
    expect(lineOf(result.stderr)).toMatch(/^--sandbox deploy gpt-4\.1-mini .*--name chat --yes$/);
  });

  it('keeps the account that was asked for, and flags that were never asked', async () => {
    const result = await machine().run(
      'deploy --sandbox --rai-policy Microsoft.DefaultV2 --version-upgrade NoAutoUpgrade --no-wait',
      { answers: ['contoso-ai-sweden', 'gpt-4.1-mini', 'Global', '5', 'chat', true], isAccountOpen: true },
    );
    expect(lineOf(result.stderr)).toBe(
      '--sandbox deploy gpt-4.1-mini -g rg-sandbox -a contoso-ai-sweden --version 2025-04-14 --sku GlobalStandard ' +
        '--capacity 5 --name chat --rai-policy Microsoft.DefaultV2 --version-upgrade NoAutoUpgrade --no-wait --yes',
    );
  });

  it('reads the account once, however often one goes back', async () => {
    const result = await machine().run('deploy --sandbox', {
      answers: [
        'gpt-4.1-mini',
        ESCAPE,
        'gpt-5-mini',
        ESCAPE,
        'gpt-4.1-mini',
        'Global',
        ESCAPE,
        'Standard',
        '5',
        'chat',
        true,
      ],
    });
    expect(result.exit).toBe(0);
    expect(result.requests.filter((line) => line.endsWith('/models'))).toHaveLength(1);
    expect(lineOf(result.stderr)).toContain('gpt-4.1-mini --version 2025-04-14 --sku Standard');
  });

  it.each<[string, readonly (string | boolean)[], number, string]>([
    ['Escape at the first question', [ESCAPE], 1, 'Nothing was deployed.'],
    ['Ctrl-C at the model', [INTERRUPT], 130, 'Interrupted. Nothing was deployed.'],
    [
      'Ctrl-C at the name',
      ['gpt-4.1-mini', 'Global', '5', INTERRUPT],
      130,
      'Interrupted. Nothing was deployed.',
    ],
    ['no', ['gpt-4.1-mini', 'Global', '5', 'chat', false], 1, 'aimi --sandbox deploy gpt-4.1-mini'],
  ])('sends nothing after %s', async (_, answers, exit, said) => {
    const result = await machine().run('deploy --sandbox', { answers });
    expect(result.exit).toBe(exit);
    expect(result.stderr.replace(/\s+/g, ' ')).toContain(said);
    expect(writes(result.requests)).toEqual([]);
  });

  it('cannot choose a SKU without quota, and says where there is room', async () => {
    const { run } = machine();
    await run('deploy gpt-4.1-mini --sku Standard --capacity 5300 --name all --yes --sandbox');
    await expect(
      run('deploy --sandbox', { answers: ['gpt-4.1-mini', 'Standard'] }).then(({ stderr }) => stderr),
    ).resolves.toMatch(/no quota left \(5,300 units used\);\s+room\s+in \w+ \([\d,]+\)/);
  });

  it('offers a free name and refuses a taken one', async () => {
    const { run } = machine();
    await run('deploy gpt-4.1-mini --name gpt-4.1-mini --yes --sandbox');
    const result = await run('deploy --sandbox', { answers: ['gpt-4.1-mini', 'Global', '5', '', true] });
    expect(lineOf(result.stderr)).toContain('--name gpt-4.1-mini-2');
    const taken = await run('deploy --sandbox', { answers: ['gpt-4.1-mini', 'Global', '5', 'GPT-4.1-MINI'] });
    expect(taken.stderr).toContain("contoso-ai has a deployment 'GPT-4.1-MINI' already.");
  });

  it.each([
    ['--sku', '--sku PTU', 'no pay-as-you-go model with --sku PTU'],
    ['--version', '--version 1900-01-01', 'no pay-as-you-go model with --version 1900-01-01'],
  ])('refuses a %s that no model has instead of asking on', async (_, flags, said) => {
    const result = await machine().run(`deploy --sandbox ${flags}`, { answers: [] });
    expect(result).toMatchObject({ exit: 3, questions: [] });
    expect(result.stderr.replace(/\s+/g, ' ')).toContain(said);
  });

  it('goes on without quota where it may not be read', async () => {
    const { run } = machine();
    await run('sandbox scenario set quota-read-denied');
    const result = await run('deploy --sandbox', { answers: ['gpt-4.1-mini', 'Global', '5', 'chat', true] });
    expect(result.exit).toBe(0);
    expect(result.stderr).toContain('Quota is unknown');
  });

  it('says the line too when the deployment fails', async () => {
    const { run } = machine();
    await run('sandbox scenario set policy-denies');
    const result = await run('deploy --sandbox', { answers: ['gpt-4.1-mini', 'Global', '5', 'chat', true] });
    expect(result.exit).toBe(4);
    expect(lineOf(result.stderr)).toContain('--name chat --yes');
  });
});

describe('aimi deployments delete without a name', () => {
  async function withTwo() {
    const { run } = machine();
    await run('deploy gpt-4.1-mini --name chat --yes --sandbox');
    await run('deploy gpt-5-mini --name five --yes --sandbox');
    return run;
  }

  it('deletes what was chosen after each name was typed', async () => {
    const run = await withTwo();
    const result = await run('deployments delete --sandbox', { answers: ['chat,five', 'chat', 'five'] });
    expect(result).toMatchObject({ exit: 0 });
    expect(writes(result.requests)).toHaveLength(2);
    expect(lineOf(result.stderr)).toBe('--sandbox deployments delete chat five --yes');
  });

  it('asks for no name with --yes', async () => {
    const run = await withTwo();
    const result = await run('deployments delete --yes --sandbox', { answers: ['five'] });
    expect(result).toMatchObject({ exit: 0, questions: ['Which deployments of contoso-ai shall go?'] });
    expect(result.stderr).toContain('✓ Deleted five from contoso-ai');
  });

  it('stops at the first that fails and names what was not tried', async () => {
    const run = await withTwo();
    await run('deploy text-embedding-3-small --name search --yes --sandbox');
    await run('sandbox scenario set failing-lro');
    const result = await run('deployments delete --yes --sandbox', { answers: ['chat,five,search'] });
    expect(result.exit).toBe(1);
    expect(result.stderr).toContain('Not tried: five, search');
  });

  it('has nothing to ask where there is nothing', async () => {
    const result = await machine().run('deployments delete --sandbox', { answers: [] });
    expect(result).toMatchObject({ exit: 0, questions: [] });
    expect(result.stderr).toContain('contoso-ai has no deployments');
  });
});
