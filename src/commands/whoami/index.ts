import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function fillWhoami(command: Command, shell: Shell): void {
  command
    .description(
      'Show which identity, tenant, subscription, account and credential are in use and why, and which roles the ' +
        'identity lacks for deploying and for calling. Exit code 4 when nobody is signed in.',
    )
    .addHelpText('after', examples(['aimi whoami', 'aimi whoami -a contoso-ai -o json']))
    .action(() =>
      shell.run(async (session) => {
        const { runWhoami, whoamiPresentation } = await import('./whoami.run.js');
        return shell.present(session, await runWhoami(session), whoamiPresentation);
      }),
    );
}
