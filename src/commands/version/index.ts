import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function fillVersion(version: Command, shell: Shell): void {
  version
    .description(
      'Say which aimi this is and what it runs on, for a report of a defect: versions of aimi, Node and the ' +
        'bundled SDKs, days of catalog and prices, directories, terminal. Holds no secrets, sends nothing. ' +
        'aimi --version prints the number alone.',
    )
    .addHelpText(
      'after',
      examples(['aimi version', 'aimi version -o json', 'aimi version --query aimi -o tsv']),
    )
    .action(() =>
      shell.run(async (session) => {
        const { runVersion, versionPresentation } = await import('./version.run.js');
        return shell.present(session, await runVersion(session), versionPresentation);
      }),
    );
}
