import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';
import { timeLimitOption } from './write-options.js';

export function registerDeploymentsDelete(parent: Command, shell: Shell): void {
  parent
    .command('delete')
    .alias('rm')
    .summary('delete deployments')
    .description('Delete deployments, one after another. There is no undo; calls to them answer 404 at once.')
    .argument('[names...]', 'deployment names; on a terminal a list to choose from when left out')
    .option('-y, --yes', 'do not ask for the name')
    .option('--dry-run', 'show what would go and send nothing')
    .option('--no-wait', 'return when Azure has accepted (exit code 8)')
    .addOption(timeLimitOption('longest wait for each, such as 90s or 45m'))
    .addHelpText(
      'after',
      examples([
        'aimi deployments delete',
        'aimi deployments delete chat',
        'aimi deployments delete chat embeddings --yes',
      ]),
    )
    .action((names, options) =>
      shell.run(async (session) => {
        const { runDeploymentsDelete, deploymentsDeletePresentation } = await import('./delete.run.js');
        const outcome = await runDeploymentsDelete(session, {
          names,
          isConfirmed: options.yes ?? false,
          isDryRun: options.dryRun ?? false,
          wait: options.wait,
          timeLimitMs: options.timeout,
        });
        return shell.present(session, outcome, deploymentsDeletePresentation);
      }),
    );
}
