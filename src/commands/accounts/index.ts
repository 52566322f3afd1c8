import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function fillAccounts(group: Command, shell: Shell): void {
  group
    .command('list')
    .alias('ls')
    .summary('list accounts that can hold deployments')
    .description('List the Azure AI Services (Foundry) and Azure OpenAI accounts of a subscription or group.')
    .option('--all', 'also kinds that cannot hold model deployments')
    .addHelpText('after', examples(['aimi accounts list', 'aimi accounts list -l swedencentral -o json']))
    .action((options) =>
      shell.run(async (session) => {
        const { runAccountsList, accountsListPresentation } = await import('./list.run.js');
        const outcome = await runAccountsList(session, { isAll: options.all ?? false });
        return shell.present(session, outcome, accountsListPresentation(session));
      }),
    );
  group
    .command('show')
    .summary('show an account with its endpoints')
    .description('Show one account: endpoints, keys, network, projects. Choose it with --account.')
    .addHelpText(
      'after',
      examples([
        'aimi accounts show -a contoso-ai',
        'aimi accounts show -a contoso-ai --query endpoints -o json',
      ]),
    )
    .action(() =>
      shell.run(async (session) => {
        const { runAccountsShow, accountsShowPresentation } = await import('./show.run.js');
        return shell.present(session, await runAccountsShow(session), accountsShowPresentation(session));
      }),
    );
}
