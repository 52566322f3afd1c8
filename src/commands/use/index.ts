import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function fillUse(command: Command, shell: Shell): void {
  command
    .description(
      'Choose subscription, group and account once: they are written into your config.yaml, or into the profile ' +
        'that --profile names, which is made if it is new. With --profile alone that profile comes into use.',
    )
    .argument('[account]', 'name or resource id; asked for on a terminal')
    .option('--clear', 'forget what was chosen')
    .addHelpText(
      'after',
      examples([
        'aimi use',
        'aimi use contoso-ai',
        'aimi use contoso-prod -g rg-prod --profile prod',
        'aimi use --profile prod',
        'aimi use --clear',
      ]),
    )
    .action((account, options) =>
      shell.run(
        async (session) => {
          const { runUse, usePresentation } = await import('./use.run.js');
          const input = { account: account ?? null, isClear: options.clear ?? false };
          return shell.present(session, await runUse(session, input), usePresentation);
        },
        [],
        { mayMakeProfile: true },
      ),
    );
}
