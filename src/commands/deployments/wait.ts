import { type Command, Option } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';
import { timeLimitOption } from './write-options.js';

export function registerDeploymentsWait(parent: Command, shell: Shell): void {
  parent
    .command('wait')
    .summary('wait until a deployment is ready or gone')
    .description('Wait for what was started with --no-wait or interrupted.')
    .argument('<name>', 'deployment name')
    .addOption(
      new Option('--for <state>', 'what to wait for')
        .choices(['ready', 'deleted'] as const)
        .default('ready' as const),
    )
    .addOption(timeLimitOption('longest wait, such as 90s or 45m'))
    .addHelpText(
      'after',
      examples(['aimi deployments wait chat', 'aimi deployments wait chat --for deleted --timeout 5m']),
    )
    .action((name, options) =>
      shell.run(async (session) => {
        const { runDeploymentsWait, deploymentsWaitPresentation } = await import('./wait.run.js');
        const outcome = await runDeploymentsWait(session, {
          name,
          until: options.for,
          timeLimitMs: options.timeout,
        });
        return shell.present(session, outcome, deploymentsWaitPresentation(session));
      }),
    );
}
