import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function registerDeploymentsList(parent: Command, shell: Shell): void {
  parent
    .command('list')
    .alias('ls')
    .summary('list deployments')
    .description('List the deployments of an account, or of every account in the subscription or group.')
    .addHelpText(
      'after',
      examples(['aimi deployments list', "aimi deployments list -a contoso-ai --query '[].name' -o tsv"]),
    )
    .action(() =>
      shell.run(async (session) => {
        const { runDeploymentsList, deploymentsListPresentation } = await import('./list.run.js');
        const outcome = await runDeploymentsList(session);
        return shell.present(session, outcome, deploymentsListPresentation(session));
      }),
    );
}
