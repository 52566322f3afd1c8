import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function fillLogin(command: Command, shell: Shell): void {
  command
    .description(
      'Sign in with Azure CLI (az login), which keeps the sign-in; then show who is signed in. Without az, sign in ' +
        'with a browser or a device code: aimi keeps no tokens, so that lasts for one command.',
    )
    .option('--use-device-code', 'type a code on another device instead of opening a browser')
    .addHelpText(
      'after',
      examples(['aimi login', 'aimi login --tenant contoso.example', 'aimi login --use-device-code']),
    )
    .action((options) =>
      shell.run(async (session) => {
        const { runLogin } = await import('./login.run.js');
        const outcome = await runLogin(session, { isDeviceCode: options.useDeviceCode ?? false });
        const { whoamiPresentation } = await import('../whoami/whoami.run.js');
        return shell.present(session, outcome, whoamiPresentation);
      }),
    );
}
