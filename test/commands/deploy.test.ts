import { describe, expect, it } from 'vitest';
import { machine } from '../helpers/run-aimi.js';

const DEPLOYMENTS =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-sandbox/providers/Microsoft.CognitiveServices/accounts/contoso-ai/deployments';

const writes = (requests: readonly string[]) => requests.filter((line) => !line.startsWith('GET '));

describe('aimi deploy', () => {
  it('deploys from a model name alone and ends with a call to try', async () => {
    const { run } = machine();
    const result = await run('deploy gpt-4.1-mini --yes --sandbox');
    expect(result.exit).toBe(0);
    expect(writes(result.requests)).toEqual([`PUT ${DEPLOYMENTS}/gpt-4.1-mini`]);
    expect(result.stdout).toContain('https://contoso-ai.services.ai.azure.com/openai/v1/chat/completions');
    expect(result.stderr).toContain('✓ Deployed gpt-4.1-mini 2025-04-14 as gpt-4.1-mini in contoso-ai');
    const list = await run('deployments list --sandbox -o json');
    expect(JSON.parse(list.stdout)).toMatchObject([
      {
        name: 'gpt-4.1-mini',
        sku: 'GlobalStandard',
        capacity: 10,
        tokensPerMinute: 10_000,
        state: 'Succeeded',
      },
    ]);
  });

  it('asks once on a terminal, after the plan', async () => {
    const { run } = machine();
    const result = await run('deploy gpt-4.1-mini --sandbox', { answers: [true] });
    expect(result.exit).toBe(0);
    expect(result.questions).toEqual(['Deploy it to contoso-ai?']);
    expect(result.stderr).toMatch(/quota +\S+ of \S+ units left after this/);
  });

  it('sends nothing when the answer is no', async () => {
    const { run } = machine();
    const result = await run('deploy gpt-4.1-mini --sandbox', { answers: [false] });
    expect(result).toMatchObject({ exit: 1, stdout: '' });
    expect(writes(result.requests)).toEqual([]);
    expect(result.stderr).toContain('Nothing was deployed.');
  });

  it('asks for the account among several', async () => {
    const { run } = machine();
    const result = await run('deploy gpt-4.1-mini --sandbox --yes', {
      answers: ['contoso-ai-sweden'],
      isAccountOpen: true,
    });
    expect(result).toMatchObject({ exit: 0, questions: ['Which account?'] });
    expect(writes(result.requests)[0]).toContain('/contoso-ai-sweden/deployments/gpt-4.1-mini');
    // Keys are disabled there, so the call to try signs in.
    expect(result.stdout).toContain('az account get-access-token');
  });

  it('names the accounts when nobody can be asked', async () => {
    const result = await machine().run('deploy gpt-4.1-mini --sandbox --yes', { isAccountOpen: true });
    expect(result.exit).toBe(2);
    expect(result.stderr).toMatch(/--account NAME .*contoso-ai, contoso-ai-sweden, contoso-openai/);
  });

  it('prints the plan and sends nothing with --dry-run', async () => {
    const { run } = machine();
    const result = await run('deploy gpt-4.1-mini --dry-run --sandbox -o json');
    expect(result.exit).toBe(0);
    expect(writes(result.requests)).toEqual([]);
    expect(JSON.parse(result.stdout)).toMatchObject({
      action: 'planned',
      deployment: null,
      plan: { body: { sku: { name: 'GlobalStandard', capacity: 10 } } },
    });
  });

  it('changes nothing when an equal deployment is there', async () => {
    const { run } = machine();
    await run('deploy gpt-4.1-mini --yes --sandbox');
    const again = await run('deploy gpt-4.1-mini --yes --sandbox -o json');
    expect(again.exit).toBe(0);
    expect(writes(again.requests)).toEqual([]);
    expect(JSON.parse(again.stdout).action).toBe('unchanged');
  });

  it('refuses a different one of the same name with the difference', async () => {
    const { run } = machine();
    await run('deploy gpt-4.1-mini --yes --sandbox');
    const other = await run('deploy gpt-4.1-mini --capacity 20 --yes --sandbox -o json');
    expect(other).toMatchObject({ exit: 1, stdout: '' });
    expect(JSON.parse(other.stderr).error).toMatchObject({
      code: 'deployment-differs',
      details: { differences: [{ field: 'capacity', existing: '10', wanted: '20' }] },
    });
  });

  it('waits for a partner model that takes its time', async () => {
    const { run, sleeps } = machine();
    await run('sandbox scenario set slow --seconds 20');
    const result = await run('deploy DeepSeek-V3.2 --yes --sandbox');
    expect(result.exit).toBe(0);
    expect(sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(20_000);
  });

  it('returns at once with --no-wait and says how to wait, exit 8', async () => {
    const { run } = machine();
    await run('sandbox scenario set slow --seconds 20');
    const result = await run('deploy gpt-4.1-mini --yes --no-wait --sandbox');
    expect(result.exit).toBe(8);
    expect(result.stderr).toContain('aimi --sandbox deployments wait gpt-4.1-mini');
    const waited = await run('deployments wait gpt-4.1-mini --sandbox');
    expect(waited.exit).toBe(0);
    expect(waited.stdout).toContain('Succeeded');
  });

  it('ends with exit 8 at its time limit and says how to look', async () => {
    const { run } = machine();
    await run('sandbox scenario set slow --seconds 600');
    const result = await run('deploy gpt-4.1-mini --yes --timeout 30s --sandbox');
    expect(result.exit).toBe(8);
    expect(result.stderr).toContain('aimi --sandbox deployments show gpt-4.1-mini');
  });

  it('says what goes on in Azure when it is interrupted, exit 130', async () => {
    const box = machine();
    await box.run('sandbox scenario set slow --seconds 60');
    // Only the pause between polls is this long.
    box.onSleep = (ms) => ms >= 250 && box.interrupt();
    const result = await box.run('deploy gpt-4.1-mini --yes --sandbox');
    expect(result.exit).toBe(130);
    expect(result.stderr).toContain('Azure goes on creating gpt-4.1-mini in contoso-ai.');
    expect(result.stderr).toContain('aimi --sandbox deployments wait gpt-4.1-mini');
  });

  const refusals: readonly (readonly [string, string, number, RegExp])[] = [
    ['no model and nobody to ask', 'deploy --sandbox', 2, /Which model\? Nobody can be asked here/],
    ['no yes and nobody to ask', 'deploy gpt-4.1-mini --sandbox', 2, /needs a yes, and nobody can be asked/],
    ['--no-input', 'deploy gpt-4.1-mini --no-input --sandbox', 2, /needs a yes/],
    ['a wrong name', 'deploy gpt-4.1-mni --yes --sandbox', 3, /Did you mean gpt-4\.1-mini/],
    [
      'a model on managed compute',
      'deploy financial-reports-analysis --yes --sandbox',
      3,
      /not pay-as-you-go: it runs on managed compute only/,
    ],
    ['a wrong version', 'deploy gpt-4.1-mini --version 1 --yes --sandbox', 3, /no version '1'/],
    [
      'a name the service refuses',
      'deploy gpt-4.1-mini -n "a b" --yes --sandbox',
      2,
      /cannot be a deployment name/,
    ],
    [
      'a capacity that is no number',
      'deploy gpt-4.1-mini --capacity ten --yes --sandbox',
      2,
      /'ten' is not a whole number/,
    ],
    [
      'more than there is',
      'deploy gpt-4.1-mini --capacity 900000 --yes --sandbox',
      6,
      /Room elsewhere: \w+ \(/,
    ],
    ['half of the buyer', 'deploy claude-haiku-4-5 --country DE --yes --sandbox', 2, /go together/],
    [
      'an invalid query before anything is sent',
      'deploy gpt-4.1-mini --yes --query "[" --sandbox',
      2,
      /not valid JMESPath/,
    ],
    ['an account that is not there', 'deploy gpt-4.1-mini --yes -a nope --sandbox', 3, /nope/],
    ['an unknown option', 'deploy gpt-4.1-mini --frobnicate', 2, /unknown option '--frobnicate'/],
  ];
  it.each(refusals)('refuses %s', async (_, line, exit, message) => {
    const result = await machine().run(line);
    expect(result.stderr).toMatch(message);
    expect(result).toMatchObject({ exit, stdout: '' });
    expect(writes(result.requests)).toEqual([]);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });
});
