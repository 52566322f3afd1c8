import { Command } from '@commander-js/extra-typings';
import { registerAccounts } from './commands/accounts/index.js';
import { registerCost } from './commands/cost/index.js';
import { registerDeploy } from './commands/deployments/create.js';
import { registerDeployments } from './commands/deployments/index.js';
import { registerDoctor } from './commands/doctor/index.js';
import { registerExplain } from './commands/explain/index.js';
import { registerModels } from './commands/models/index.js';
import { registerSandbox } from './commands/sandbox/index.js';
import { registerSnippet } from './commands/snippet/index.js';
import { formatHelp } from './format-help.js';
import { addGlobalFlags } from './global-flags.js';
import { examples, type Shell } from './shell.js';

export interface ProgramOutput {
  readonly writeOut: (text: string) => void;
  readonly writeErr: (text: string) => void;
  /** Columns to wrap help to. */
  readonly helpWidth: () => number;
}

/** The whole command tree. Building it runs nothing; completions and docs build it too. */
export function buildProgram(output: ProgramOutput, shell: Shell) {
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
  registerModels(root, shell);
  registerDeploy(root, shell, 'deploy');
  registerDeployments(root, shell);
  registerAccounts(root, shell);
  registerCost(root, shell);
  registerDoctor(root, shell);
  registerExplain(root, shell);
  registerSnippet(root, shell);
  registerSandbox(root, shell);
  program.addHelpText(
    'after',
    `${examples([
      'aimi models list --publisher mistral',
      'aimi deploy gpt-4.1-mini --dry-run',
      'aimi deployments list -o json',
      'aimi deploy gpt-4.1-mini --yes --sandbox',
    ])}\naimi --version prints the version.\n`,
  );
  return program;
}
