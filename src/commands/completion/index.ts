import { Argument, type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { SHELLS, type ShellName, shellOf } from '../../completion/shells.js';
import { examples, type Shell } from '../../shell.js';

export function fillCompletion(command: Command, shell: Shell): void {
  command
    .description(
      'Print the completion script of a shell, or put it where that shell looks. It completes commands, flags and ' +
        'their values; names of accounts and deployments as Azure last listed them. Tab sends nothing.',
    )
    .addArgument(
      new Argument('[shell]', 'bash, zsh, fish or powershell; by $SHELL when left out')
        .choices(SHELLS)
        .argParser(readShell),
    )
    .option('--install', 'put it where the shell looks, and say what was written')
    .addOption(new Option('--uninstall', 'take away what --install wrote').conflicts('install'))
    .addHelpText(
      'after',
      examples([
        'aimi completion --install',
        'aimi completion zsh --install',
        'source <(aimi completion bash)',
        'aimi completion powershell --uninstall',
      ]),
    )
    .action((name, options) =>
      shell.run(async (session) => {
        const run = await import('./completion.run.js');
        const chosen = run.chooseShell(session, name ?? null);
        if (options.install === true)
          return shell.present(session, await run.runInstall(session, chosen), run.installPresentation);
        if (options.uninstall === true)
          return shell.present(session, await run.runUninstall(session, chosen), run.installPresentation);
        const outcome = await run.runCompletion(session, chosen);
        return shell.present(run.asScript(session), outcome, run.completionPresentation);
      }),
    );
}

function readShell(text: string): ShellName {
  const found = shellOf(text);
  if (found !== null) return found;
  throw new InvalidArgumentError(`There is no completion for it: one of ${SHELLS.join(', ')}.`);
}
