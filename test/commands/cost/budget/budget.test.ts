import { describe, expect, test } from 'vitest';
import { machine } from '../../../helpers/run-aimi.js';

const CREATE = 'cost budget create ai --amount 100 --email ops@contoso.com --sandbox';
const writes = (requests: readonly string[]) => requests.filter((line) => !line.startsWith('GET'));

describe('aimi cost budget create', () => {
  test('shows the plan, asks once, creates, and says that a budget stops nothing', async () => {
    const { run } = machine();
    const { stdout, stderr, exit, questions, requests } = await run(CREATE, {
      answers: [true],
      columns: 200,
    });
    expect([exit, questions]).toEqual([0, ['Create budget ai?']]);
    expect(stderr).toMatch(/^amount +100\.00 in the billing currency, monthly$/m);
    expect(stderr).toMatch(/^mails at +80%, 100%$/m);
    expect(stderr).toMatch(/^stops +nothing\. A budget sends mail/m);
    expect(stderr).toContain('A spending limit that stops resources exists only on offers with credit');
    expect(stderr).toContain('✓ Created budget ai of subscription');
    expect(stdout).toMatch(/^ai +100\.00 USD +monthly +~?[\d.]+ +– +80%, 100% +everything$/m);
    expect(writes(requests)).toEqual([
      expect.stringMatching(/^PUT .*\/providers\/Microsoft\.Consumption\/budgets\/ai$/),
    ]);
  });

  test('no is no', async () => {
    const result = await machine().run(CREATE, { answers: [false] });
    expect(result.exit).toBe(1);
    expect(writes(result.requests)).toEqual([]);
  });

  test('--dry-run is the plan on stdout and no write', async () => {
    const { stdout, requests, exit } = await machine().run(`${CREATE} --dry-run -o json`);
    expect(JSON.parse(stdout)).toMatchObject({
      action: 'planned',
      plan: {
        action: 'create',
        amount: '100',
        start: '2026-11-01',
        scope: expect.stringMatching(/^subscription/),
      },
      budget: null,
    });
    expect([exit, writes(requests)]).toEqual([0, []]);
  });

  test('the same again sends nothing; another amount changes it with its eTag', async () => {
    const { run } = machine();
    await run(`${CREATE} --yes`);
    const same = await run(`${CREATE} --yes -o json -q`);
    expect(JSON.parse(same.stdout)).toMatchObject({ action: 'unchanged' });
    expect(writes(same.requests)).toEqual([]);
    const other = await run(`${CREATE.replace('100', '50.5')} --yes`);
    expect(other.exit).toBe(0);
    expect(other.stderr).toMatch(/^amount +50\.50 USD, monthly \(before: 100\.00\)$/m);
    expect(other.stderr).toContain('✓ Changed budget ai');
  });

  test('-g puts it on the group, -a makes it count that account alone', async () => {
    const { run } = machine();
    await run(`${CREATE} --yes -q -g rg-sandbox -a contoso-ai-sweden`);
    expect(JSON.parse((await run('cost budget list --sandbox -o json -q')).stdout)).toEqual([]);
    const listed = await run('cost budget list --sandbox -g rg-sandbox');
    expect(listed.stdout).toMatch(/ contoso-ai-sweden$/m);
    expect(listed.stderr).toContain('it stops nothing');
  });

  test('asks for the mail address when it can', async () => {
    const { run } = machine();
    const result = await run('cost budget create ai --amount 1 --sandbox --yes', {
      answers: ['ops@contoso.com'],
    });
    expect(result).toMatchObject({ exit: 0, questions: ['Who gets the mails of the budget?'] });
  });

  test.each([
    ['cost budget create ai --amount 100 --sandbox --yes', 'input-needed'],
    [CREATE, 'confirmation-needed'],
    [`${CREATE.replace('100', 'much')} --yes`, 'invalid-value'],
    [`${CREATE} --yes --alert 0`, 'invalid-value'],
    [`${CREATE} --yes --start 2026-11-02`, 'invalid-value'],
    [`${CREATE.replace(' ai ', ' a/b ')} --yes`, 'invalid-value'],
    [`${CREATE} --yes --grain weekly`, 'invalid-value'],
  ])('%s is refused before any request', async (line, code) => {
    const result = await machine().run(line);
    expect(result).toMatchObject({ exit: 2, requests: [], stdout: '' });
    expect(result.stderr).toContain(`code: ${code}`);
  });

  test('without the role it says which one', async () => {
    const { run } = machine();
    await run('sandbox scenario set role-missing');
    const result = await run(`${CREATE} --yes -q`);
    expect(result.exit).toBe(4);
    expect(result.stderr).toContain('Microsoft.Consumption/budgets/write');
    expect(result.stderr).toContain('--role "Cost Management Contributor"');
  });
});

describe('aimi cost budget delete', () => {
  test('asks for the name', async () => {
    const { run } = machine();
    await run(`${CREATE} --yes`);
    const stopped = await run('cost budget delete ai --sandbox', { answers: [''] });
    expect([stopped.exit, writes(stopped.requests)]).toEqual([1, []]);
    const done = await run('cost budget delete AI --sandbox', { answers: ['ai'] });
    expect(done.exit).toBe(0);
    expect(done.stderr).toContain('✓ Deleted budget ai of subscription');
    expect(done.questions[0]).toMatch(
      /^Delete budget ai \(100, monthly\) of subscription .*\? Type its name:$/,
    );
    expect((await run('cost budget list --sandbox')).stdout).toBe('');
  });

  test('--dry-run says what would go', async () => {
    const { run } = machine();
    await run(`${CREATE} --yes`);
    const result = await run('cost budget delete ai --dry-run --sandbox');
    expect(result.stdout).toMatch(/would delete budget ai of subscription/);
    expect(writes(result.requests)).toEqual([]);
  });

  test('one that is not there is exit 3 with the nearest name', async () => {
    const { run } = machine();
    await run(`${CREATE} --yes`);
    const result = await run('cost budget delete aii --yes --sandbox');
    expect(result.exit).toBe(3);
    expect(result.stderr).toContain('Did you mean ai?');
    expect(result.stderr).toContain('code: budget-not-found');
  });

  test('nobody to ask is exit 2 before any request', async () => {
    expect(await machine().run('cost budget delete ai --sandbox')).toMatchObject({ exit: 2, requests: [] });
  });
});
