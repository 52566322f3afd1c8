import type { Argument, CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { buildProgram } from './program.js';

export interface OptionNode {
  /** As it is declared: `-n, --name <name>`. */
  readonly flags: string;
  readonly short: string | null;
  /** With its dashes; an option has one or two, `--version, --model-version`. */
  readonly longs: readonly string[];
  readonly description: string;
  /** The name in the brackets, or null when it takes no value. */
  readonly value: string | null;
  readonly choices: readonly string[];
}

export interface ArgumentNode {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
  readonly choices: readonly string[];
}

export interface CommandNode {
  /** Words after `aimi`: empty for the root. */
  readonly path: readonly string[];
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly arguments: readonly ArgumentNode[];
  readonly options: readonly OptionNode[];
  /** The commands below it, in the order of the help; hidden ones are left out. */
  readonly commands: readonly CommandNode[];
  /** What its help says after the options: the examples. */
  readonly after: string;
}

/**
 * The whole command tree as data, from which completions, man pages and their tests are made. The root's
 * options are those that every command takes.
 */
export async function describeTree(): Promise<CommandNode> {
  const shell = { run: () => Promise.resolve(), present: () => Promise.resolve(0 as const) };
  let printed = '';
  const output = {
    writeOut: (text: string) => {
      printed += text;
    },
    writeErr: () => {},
    helpWidth: () => 80,
  };
  const root = await buildProgram(output, shell, 'all');
  return describe(root, [], (command) => {
    printed = '';
    command.outputHelp();
    return printed;
  });
}

function describe(
  command: CommandUnknownOpts,
  path: readonly string[],
  help: (command: CommandUnknownOpts) => string,
): CommandNode {
  const helper = command.createHelp();
  return {
    path,
    aliases: command.aliases(),
    summary: command.summary(),
    description: command.description(),
    arguments: command.registeredArguments.map(describeArgument),
    options: helper.visibleOptions(command).map(describeOption),
    commands: helper
      .visibleCommands(command)
      .filter((child) => child.name() !== 'help')
      .map((child) => describe(child, [...path, child.name()], help)),
    after: help(command).slice(command.helpInformation().length),
  };
}

function describeOption(option: Option): OptionNode {
  const longs = option.flags.match(/--[\w-]+/g) ?? [];
  return {
    flags: option.flags,
    short: option.flags.match(/(?<![\w-])-\w\b/)?.[0] ?? null,
    longs,
    description: option.description,
    value: /[<[](.+)[>\]]/.exec(option.flags)?.[1] ?? null,
    choices: option.argChoices ?? [],
  };
}

function describeArgument(argument: Argument): ArgumentNode {
  return {
    name: argument.name(),
    description: argument.description,
    isRequired: argument.required,
    isVariadic: argument.variadic,
    choices: argument.argChoices ?? [],
  };
}
