import { describe, expect, it } from 'vitest';
import { createPlace } from './place.js';

const YES = 'deploy gpt-4.1-mini --yes --sandbox';

interface Row {
  readonly exit: number;
  readonly name: string;
  /** The last one is looked at; those before it set the stage. */
  readonly lines: readonly string[];
}

const WORKED: readonly Row[] = [
  { exit: 0, name: 'a list', lines: ['models list'] },
  { exit: 0, name: 'help', lines: ['deploy --help'] },
  { exit: 0, name: 'a deployment', lines: [YES] },
  { exit: 0, name: 'the same deployment again', lines: [YES, YES] },
  { exit: 8, name: '--no-wait', lines: ['sandbox scenario set slow --seconds 30', `${YES} --no-wait`] },
];

const FAILED: readonly Row[] = [
  { exit: 1, name: 'a deployment that differs', lines: [YES, `${YES} --capacity 20`] },
  { exit: 1, name: 'a late failure', lines: ['sandbox scenario set failing-lro --seconds 0', YES] },
  {
    exit: 1,
    name: 'a service that is down',
    lines: ['sandbox scenario set dropped-connection --times 0', YES],
  },
  { exit: 2, name: 'an unknown command', lines: ['frobnicate'] },
  { exit: 2, name: 'an unknown option', lines: ['models list --frobnicate'] },
  { exit: 2, name: 'a colour mode that is none', lines: ['models list --color purple'] },
  { exit: 2, name: 'a missing argument', lines: ['models show'] },
  { exit: 2, name: 'no yes', lines: ['deploy gpt-4.1-mini --sandbox'] },
  { exit: 2, name: 'a query that is none', lines: ['models list --query "]["'] },
  { exit: 3, name: 'an unknown model', lines: ['models show nope'] },
  { exit: 3, name: 'an unknown account', lines: ['deployments list -a nope --sandbox'] },
  { exit: 3, name: 'an unknown deployment', lines: ['deployments show nope --sandbox'] },
  { exit: 4, name: 'a missing role', lines: ['sandbox scenario set role-missing', YES] },
  { exit: 4, name: 'a policy', lines: ['sandbox scenario set policy-denies', YES] },
  { exit: 4, name: 'nobody signed in', lines: ['deployments list --auth env'] },
  { exit: 6, name: 'no quota', lines: ['sandbox scenario set quota-used-up', YES] },
  { exit: 6, name: 'more capacity than there is', lines: [`${YES} --capacity 900000`] },
  {
    exit: 8,
    name: 'a wait that is over',
    lines: ['sandbox scenario set slow --seconds 30', `${YES} --timeout 1s`],
  },
];

async function play(lines: readonly string[], flags = '') {
  const place = createPlace();
  for (const line of lines.slice(0, -1)) expect(await place.run(line)).toMatchObject({ exit: 0 });
  return place.run(`${lines.at(-1)} ${flags}`);
}

describe.concurrent('the exit code', () => {
  it.each(WORKED)('is $exit for $name', async ({ exit, lines }) => {
    expect(await play(lines)).toMatchObject({ exit });
  });

  it.each(FAILED)('is $exit for $name, said in a sentence and a code', async ({ exit, lines }) => {
    const result = await play(lines);
    expect(result).toMatchObject({ exit, stdout: '' });
    expect(result.stderr).toMatch(/^✗ .+$/m);
    expect(result.stderr).toMatch(/^ {2}code: [a-z-]+$/m);
    expect(result.stderr).not.toMatch(/^\s+at |undefined|\[object/m);
  });

  // PRODUCT BUG when this was written: an option that is refused before `-o json` is read is reported as text.
  it.each(FAILED)('is $exit for $name, as JSON alone on stderr with -o json -q', async ({ exit, lines }) => {
    const result = await play(lines, '-o json -q');
    expect(result).toMatchObject({ exit, stdout: '' });
    expect(JSON.parse(result.stderr)).toEqual({
      error: {
        code: expect.stringMatching(/^[a-z-]+$/),
        exit,
        message: expect.stringMatching(/./),
        hint: expect.toSatisfy((hint) => hint === null || typeof hint === 'string'),
        details: expect.toSatisfy((details) => typeof details === 'object'),
      },
    });
  });

  it('is 2 for a group without its command, which prints its help on stderr', async () => {
    const result = await play(['deployments']);
    expect(result).toMatchObject({ exit: 2, stdout: '' });
    expect(result.stderr).toContain('Usage: aimi deployments');
  });

  it('is 130 for Ctrl-C during a wait, and the command after it finishes the wait', async () => {
    const place = createPlace();
    await place.run('sandbox scenario set slow --seconds 3');
    const deploy = place.start('deploy gpt-4.1-mini --yes --sandbox --debug');
    await deploy.said(/PUT .*deployments\/gpt-4\.1-mini\?\S+ 201/);
    deploy.child.kill('SIGINT');
    const result = await deploy.ended;
    expect(result).toMatchObject({ exit: 130, signal: null, stdout: '' });
    expect(result.stderr).toContain('Azure goes on creating gpt-4.1-mini in contoso-ai.');
    const wait = await place.run('deployments wait gpt-4.1-mini --sandbox');
    expect(wait).toMatchObject({ exit: 0 });
    expect(wait.stdout).toContain('Succeeded');
  });
});
