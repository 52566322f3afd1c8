import { type Command, Option } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';
import { readCapacity } from '../option-values.js';
import { timeLimitOption, VERSION_UPGRADES } from './write-options.js';

export function registerDeploymentsUpdate(parent: Command, shell: Shell): void {
  parent
    .command('update')
    .summary('change a deployment in place')
    .description(
      'Change capacity, model version, content filter policy or upgrade option. Model and SKU cannot be changed ' +
        'in place: deploy a second one and delete the first.',
    )
    .argument('<name>', 'deployment name')
    .option('--capacity <units>', 'capacity units', readCapacity)
    .option('--version, --model-version <version>', 'version of the same model')
    .option('--rai-policy <name>', 'content filter policy of the account')
    .addOption(
      new Option('--version-upgrade <when>', 'when the service may move on to a newer version').choices(
        VERSION_UPGRADES,
      ),
    )
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'show the change and send nothing')
    .option('--no-wait', 'return when Azure has accepted (exit code 8)')
    .addOption(timeLimitOption('longest wait, such as 90s or 45m'))
    .addHelpText(
      'after',
      examples([
        'aimi deployments update chat --capacity 100',
        'aimi deployments update chat --model-version 2025-04-14 --yes',
      ]),
    )
    .action((name, options) =>
      shell.run(async (session) => {
        const { runDeploymentsUpdate, deploymentsUpdatePresentation } = await import('./update.run.js');
        const outcome = await runDeploymentsUpdate(session, {
          name,
          capacity: options.capacity ?? null,
          version: options.modelVersion ?? null,
          raiPolicy: options.raiPolicy ?? null,
          versionUpgrade: options.versionUpgrade ?? null,
          isConfirmed: options.yes ?? false,
          isDryRun: options.dryRun ?? false,
          wait: options.wait,
          timeLimitMs: options.timeout,
        });
        return shell.present(session, outcome, deploymentsUpdatePresentation);
      }),
    );
}
