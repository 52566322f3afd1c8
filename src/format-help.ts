import type { Command, Help } from '@commander-js/extra-typings';

/**
 * Help in the order in which a person needs it: what it is, how to call it, the commands below, its own
 * options, and last the options that every command takes.
 */
export function formatHelp(command: Command<unknown[]>, helper: Help): string {
  const isRoot = command.parent === null;
  const width = helper.padWidth(command, helper);
  const item = (term: string, description: string): string =>
    helper.formatItem(term, width, description, helper);
  const section = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [title, ...items, ''];
  const commands = helper
    .visibleCommands(command)
    .map((row) => item(row.name(), helper.subcommandDescription(row)));
  const options = helper
    .visibleOptions(command)
    .map((row) => item(helper.optionTerm(row), helper.optionDescription(row)));
  // Below the root a line of names is enough: the list is long and the same everywhere.
  const globals = isRoot ? [] : helper.visibleGlobalOptions(command).map((row) => row.long ?? row.flags);
  const description = helper.commandDescription(command);
  return [
    ...(description === '' ? [] : [helper.boxWrap(description, helper.helpWidth ?? 80), '']),
    `Usage: ${helper.commandUsage(command)}`,
    '',
    ...section(
      'Arguments:',
      helper
        .visibleArguments(command)
        .map((row) => item(helper.argumentTerm(row), helper.argumentDescription(row))),
    ),
    ...section('Commands:', commands),
    ...section(isRoot ? 'Options of every command:' : 'Options:', options),
    ...(globals.length === 0
      ? []
      : [
          'Every command also takes (see aimi --help):',
          indented(helper.boxWrap(globals.join(', '), (helper.helpWidth ?? 80) - 2)),
          '',
        ]),
  ].join('\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
