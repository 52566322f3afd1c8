import type { CommandUnknownOpts } from '@commander-js/extra-typings';

export interface FoundCommand {
  readonly command: CommandUnknownOpts;
  /** Words behind the last one that is a command. */
  readonly rest: readonly string[];
}

/** Follows words down the command tree as far as they name commands. */
export function findCommand(root: CommandUnknownOpts, words: readonly string[]): FoundCommand {
  let command = root;
  for (const [place, word] of words.entries()) {
    const next = command.commands.find((child) => child.name() === word || child.aliases().includes(word));
    if (next === undefined) return { command, rest: words.slice(place) };
    command = next;
  }
  return { command, rest: [] };
}
