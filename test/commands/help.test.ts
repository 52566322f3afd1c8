import { describe, expect, it } from 'vitest';
import { machine } from '../helpers/run-aimi.js';

const { run } = machine();

describe('aimi help', () => {
  it.each([
    ['help', 'Usage: aimi [options] [command]'],
    ['help deploy', 'Usage: aimi deploy [options] [model]'],
    ['help cost estimate', 'Usage: aimi cost estimate [options]'],
    ['help models ls', 'Usage: aimi models list|ls [options]'],
    ['help cost', 'Usage: aimi cost [options] [command]'],
    // Words behind a command that has none below it are its arguments.
    ['help deploy gpt-4.1-mini', 'Usage: aimi deploy [options] [model]'],
    ['help deployments help', 'Usage: aimi deployments [options] [command]'],
    // A command wins over the topic of its name.
    ['help models', 'Usage: aimi models [options] [command]'],
    ['help --help', 'Usage: aimi help [options] [words...]'],
  ])('%s prints help of a command', async (line, usage) => {
    const { stdout, stderr, exit } = await run(line);
    expect(stdout).toContain(usage);
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
  });

  it('names the topic beside the command of the same name', async () => {
    expect((await run('help models')).stdout).toContain('aimi help topics models');
    expect((await run('help topics models')).stdout).toMatch(/^Models\n/);
  });

  it.each(['help billing', 'help Billing', 'help topics billing', '-q help billing'])(
    '%s prints the topic',
    async (line) => {
      const { stdout, exit } = await run(line);
      expect(stdout).toMatch(/^Billing\n/);
      expect(exit).toBe(0);
    },
  );

  it('names the list of topics in the last line of aimi --help', async () => {
    expect((await run('--help')).stdout.trimEnd().split('\n').at(-1)).toContain('aimi help topics');
  });

  it('lists topics, each with the command that prints it', async () => {
    const rows: { topic: string; command: string }[] = JSON.parse((await run('help topics -o json')).stdout);
    expect(rows.find(({ topic }) => topic === 'models')?.command).toBe('aimi help topics models');
    for (const { topic, command } of rows) {
      const { stdout } = await run(`${command.replace(/^aimi /, '')} -o json`);
      expect(JSON.parse(stdout)).toMatchObject({ topic });
    }
  });

  it('gives a topic as JSON', async () => {
    const topic = JSON.parse((await run('help billing -o json')).stdout);
    expect(Object.keys(topic)).toEqual(['topic', 'about', 'summary', 'questions', 'text', 'sources']);
    expect(topic.questions).toContain('How are models billed?');
    expect(topic.sources[0]).toMatchObject({ url: expect.stringMatching(/^https:/) });
  });

  it.each([
    ['help bilings', "No command and no topic 'bilings'", 'aimi help billing'],
    ['help deployment', "No command and no topic 'deployment'", 'aimi help deployments'],
    ['help cost estimat', "No command 'cost estimat'", 'aimi help cost estimate'],
    ['help cost nope', "No command 'cost nope'", 'aimi help topics'],
    ['help billing now', "No command and no topic 'billing now'", 'aimi help billing'],
    ['help topics cost', "No command and no topic 'cost'", 'aimi help topics'],
    ['help xqzwv', "No command and no topic 'xqzwv'", 'aimi --help, aimi help topics'],
  ])('%s is refused with the nearest', async (line, message, hint) => {
    const { stdout, stderr, exit } = await run(line);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect({ stdout, exit }).toEqual({ stdout: '', exit: 2 });
  });
});
