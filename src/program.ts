import { Command } from '@commander-js/extra-typings';
import { type CalledWords, grow } from './branch.js';
import { COMMANDS } from './commands/index.js';
import { formatHelp } from './format-help.js';
import { addGlobalFlags } from './global-flags.js';
import { examples, type Shell } from './shell.js';

export interface ProgramOutput {
  readonly writeOut: (text: string) => void;
  readonly writeErr: (text: string) => void;
  /** Columns to wrap help to. */
  readonly helpWidth: () => number;
}

/**
 * The command tree, filled as far as `words` may call it. Building it runs nothing; completions, man pages and
 * docs build all of it.
 */
export async function buildProgram(output: ProgramOutput, shell: Shell, words: CalledWords) {
  const root = new Command('aimi')
    .description(
      'Deploy, diagnose and price the pay-as-you-go models of an Azure AI Services (Foundry) resource.',
    )
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ showGlobalOptions: true, formatHelp })
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: output.writeOut,
      // Errors are printed by run.ts, in one form for all of aimi; what is left here is help after an error.
      writeErr: output.writeErr,
      outputError: () => {},
      // Help has no colours, and asking the streams whether they have some loads node:net.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: output.helpWidth,
      getErrHelpWidth: output.helpWidth,
    });
  const program = addGlobalFlags(root);
  await grow(root, COMMANDS, shell, words);
  program.addHelpText(
    'after',
    `${examples([
      'aimi models list --publisher mistral',
      'aimi deploy gpt-4.1-mini --dry-run',
      'aimi deployments list -o json',
      'aimi deploy gpt-4.1-mini --yes --sandbox',
    ])}\naimi --version prints the version.\naimi help topics lists what it explains.\n`,
  );
  return program;
}
