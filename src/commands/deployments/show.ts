import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function registerDeploymentsShow(parent: Command, shell: Shell): void {
  parent
    .command('show')
    .summary('show a deployment and a call to try')
    .description('Show one deployment: model, limits, state, endpoint, and a call that works for it.')
    .argument('<name>', 'deployment name')
    .addHelpText(
      'after',
      examples(['aimi deployments show gpt-4.1-mini', 'aimi deployments show chat --query call.url -o tsv']),
    )
    .action((name) =>
      shell.run(async (session) => {
        const { runDeploymentsShow, deploymentsShowPresentation } = await import('./show.run.js');
        const outcome = await runDeploymentsShow(session, name);
        return shell.present(session, outcome, deploymentsShowPresentation(session));
      }),
    );
}
