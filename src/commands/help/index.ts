import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';
import { findCommand } from './find-command.js';

/** A command wins over a topic of its name; `topics` before the name asks for the topic. */
export function fillHelp(help: Command, shell: Shell): void {
  help
    .description('Print the help of a command, or explain a topic.')
    .argument('[words...]', 'a command such as cost estimate, a topic, or topics for the list of them')
    .addHelpText(
      'after',
      examples([
        'aimi help cost estimate',
        'aimi help topics',
        'aimi help billing',
        'aimi help topics models -o json',
      ]),
    )
    .action(async (given) => {
      // `help deployments help` asks for nothing more than `help deployments`.
      const words = given.filter((word, place) => place === 0 || word !== 'help');
      const { command, rest } = findCommand(help.parent ?? help, words);
      // A command that has none below it: what follows are arguments.
      if (rest.length === 0 || command.commands.length === 0) return void command.outputHelp();
      await shell.run(async (session) => {
        const { readTopics, runHelp, runTopics, helpPresentation, topicsPresentation } = await import(
          './help.run.js'
        );
        const topics = readTopics(session);
        const path = words.slice(0, words.length - rest.length);
        const commands = command
          .createHelp()
          .visibleCommands(command)
          .map((child) => child.name())
          .filter((name) => name !== 'help');
        if (path.length === 0 && rest[0] === 'topics') {
          const [, ...names] = rest;
          if (names.length === 0)
            return shell.present(session, runTopics(topics, commands), topicsPresentation);
          return shell.present(session, runHelp(topics, names, []), helpPresentation(topics));
        }
        return shell.present(session, runHelp(topics, rest, commands, path), helpPresentation(topics));
      });
    });
}
