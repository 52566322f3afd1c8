import { describe, expect, test } from 'vitest';
import { machine } from '../../helpers/run-aimi.js';

const DEPLOYED = 'deploy gpt-4.1-mini --yes --sandbox -q';
const OCTOBER = 'cost actual --sandbox --from 2026-10-01 --to 2026-10-31';

async function october(flags: string) {
  const { run } = machine();
  await run(DEPLOYED);
  return run(`${OCTOBER} ${flags}`);
}

describe('aimi cost actual', () => {
  test('shows each meter beside its list price, and says what has none', async () => {
    const { stdout, stderr, exit, requests } = await october('');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^RESOURCE +METER +TOKENS +BILLED +LIST PRICE +DIFFERENCE$/m);
    expect(stdout).toMatch(
      /^contoso-ai +gpt 4\.1 mini Outp glbl Tokens +[\d,]+ +~?[\d.]+ +~?[\d.]+ +0\.00$/m,
    );
    expect(stdout).toMatch(/^contoso-ai-sweden +text-embedding-3-small.* – +~?[\d.]+ +– +–$/m);
    expect(stdout).toMatch(/^Billed ~?[\d.]+ USD from 2026-10-01 to 2026-10-31, subscription /m);
    expect(stderr).toContain('No estimate for 1 line: the unit of the meter is not known.');
    expect(requests).toEqual([
      expect.stringMatching(/^POST .*\/providers\/Microsoft\.CostManagement\/query$/),
      expect.stringMatching(/^GET .*\/accounts$/),
    ]);
  });

  test('lines add up to the total in decimals, and are the same on every run', async () => {
    const first = await october('-o json -q');
    expect((await october('-o json -q')).stdout).toBe(first.stdout);
    const cost: unknown = JSON.parse(first.stdout);
    expect(cost).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-31',
      tag: 'deployment',
      leftOut: [],
      totals: [{ currency: 'USD', difference: '0' }],
    });
    // 28,239,102 tokens x 0.0004 per thousand
    expect(cost).toMatchObject({
      lines: expect.arrayContaining([
        expect.objectContaining({
          meter: 'gpt 4.1 mini Inp glbl Tokens',
          model: 'gpt-4.1-mini',
          sku: 'GlobalStandard',
          kind: 'input',
          tokens: 28_239_102,
          billed: '11.2956408',
          estimate: '11.2956408',
          difference: '0',
        }),
      ]),
    });
  });

  test('an account is looked at alone, day by day', async () => {
    const { stdout } = await october('-a contoso-ai --by day --query lines[].day -o json -q');
    const days: unknown = JSON.parse(stdout);
    expect(days).toHaveLength(31 * 3);
    expect(Array.isArray(days) && days[0]).toBe('2026-10-01');
    expect(Array.isArray(days) && days.at(-1)).toBe('2026-10-31');
  });

  test('the lines alone are a sheet', async () => {
    const { stdout } = await october('--query lines -o csv -q');
    const [head = '', first = ''] = stdout.split(/\r?\n/);
    expect(head.split(',').slice(0, 3)).toEqual(['day', 'resource', 'resourceGroup']);
    expect(first).toContain(',28239102,11.2956408,USD,11.2956408,0,');
  });

  test('today is not billed yet', async () => {
    const { run } = machine();
    const { stdout, stderr, exit } = await run('cost actual --sandbox --days 1');
    expect([stdout, exit]).toEqual(['', 0]);
    expect(stderr).toContain('Nothing was billed for models in that time.');
  });

  test.each([
    ['--days 3 --from 2026-10-01', 2],
    ['--from 2026-11-02 --to 2026-11-01', 2],
    ['--days 0', 2],
    ['--by hour', 2],
  ])('%s is refused before any request', async (flags, exit) => {
    const result = await machine().run(`cost actual --sandbox ${flags}`);
    expect(result).toMatchObject({ exit, requests: [], stdout: '' });
  });

  test('a group that is not there is exit 3', async () => {
    const result = await machine().run('cost actual --sandbox -g nope');
    expect(result.exit).toBe(3);
    expect(result.stderr).toContain('code: resource-group-not-found');
  });
});
