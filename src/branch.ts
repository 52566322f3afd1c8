import type { Command } from '@commander-js/extra-typings';
import type { Shell } from './shell.js';

/** The words of a command line, or all of the tree: completions, man pages and tests walk it whole. */
export type CalledWords = ReadonlySet<string> | 'all';

/** Gives a command its description, arguments, options and subcommands. */
export type Fill = (command: Command, shell: Shell, words: CalledWords) => void | Promise<void>;

/**
 * A command as its parent's help shows it. The rest is loaded only when the command line may call it: building
 * the whole tree costs a third of `node -e 0`.
 */
export interface Branch {
  readonly name: string;
  readonly alias?: string;
  /** One line for the parent's help. */
  readonly summary: string;
  readonly isHidden?: boolean;
  load(): Promise<Fill>;
}

/**
 * Adds `branches` to `parent` in their order, and fills those whose name or alias is a word of the line. A word
 * that is an argument and not a command fills one branch too many, and changes nothing else.
 */
export async function grow(
  parent: Command,
  branches: readonly Branch[],
  shell: Shell,
  words: CalledWords,
): Promise<void> {
  for (const branch of branches) {
    const command = parent.command(branch.name, { hidden: branch.isHidden ?? false }).summary(branch.summary);
    if (branch.alias !== undefined) command.alias(branch.alias);
    const isCalled =
      words === 'all' || words.has(branch.name) || (branch.alias !== undefined && words.has(branch.alias));
    if (isCalled) await (await branch.load())(command, shell, words);
  }
}
