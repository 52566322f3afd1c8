import { describe, expect, it } from 'vitest';
import { type CommandNode, describeTree } from '../src/describe-tree.js';

const tree = await describeTree();

function find(...path: readonly string[]): CommandNode {
  return path.reduce<CommandNode>((node, word) => {
    const child = node.commands.find(({ path: own }) => own.at(-1) === word);
    if (child === undefined) throw new Error(`No command ${path.join(' ')}`);
    return child;
  }, tree);
}

describe('the command tree as data', () => {
  it('has the global options at its root and not below', () => {
    expect(tree.options.flatMap(({ longs }) => longs)).toContain('--subscription');
    expect(find('models', 'list').options.flatMap(({ longs }) => longs)).not.toContain('--subscription');
  });

  it('knows both names of an option, its value and its closed values', () => {
    const version = find('deploy').options.find(({ longs }) => longs.includes('--model-version'));
    expect(version).toMatchObject({ longs: ['--version', '--model-version'], value: 'version', short: null });
    const name = find('deploy').options.find(({ longs }) => longs.includes('--name'));
    expect(name).toMatchObject({ short: '-n', value: 'name', choices: [] });
    const mode = find('cost', 'estimate').options.find(({ longs }) => longs.includes('--mode'));
    expect(mode?.choices).toEqual(['standard', 'batch', 'priority', 'flex']);
    const yes = find('deploy').options.find(({ longs }) => longs.includes('--yes'));
    expect(yes?.value).toBeNull();
  });

  it('fills every command, with its arguments, aliases and examples', () => {
    expect(find('models', 'list').aliases).toEqual(['ls']);
    expect(find('explain').arguments).toEqual([
      {
        name: 'text',
        description: 'code, status or message; - reads standard input',
        isRequired: true,
        isVariadic: true,
        choices: [],
      },
    ]);
    expect(find('cost', 'budget', 'create').after).toContain('  $ aimi cost budget create ai');
  });
});
