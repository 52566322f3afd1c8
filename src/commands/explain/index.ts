import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function fillExplain(explain: Command, shell: Shell): void {
  explain
    .description(
      'Say what an error means, who usually causes it, how to fix it, and where that stands: a cause of aimi ' +
        'doctor, a code of a model endpoint or of Azure Resource Manager, an HTTP status, or a pasted message. ' +
        'Sends nothing.',
    )
    .argument('<text...>', 'code, status or message; - reads standard input')
    .addHelpText(
      'after',
      examples([
        'aimi explain DeploymentNotFound',
        'aimi explain 431',
        'aimi explain endpoint.missing-models-path',
        'aimi explain "Access denied due to invalid subscription key or wrong API endpoint"',
      ]),
    )
    .action((text) =>
      shell.run(async (session) => {
        const { runExplain, explainPresentation } = await import('./explain.run.js');
        return shell.present(
          session,
          await runExplain(session, { text: text.join(' ') }),
          explainPresentation,
        );
      }),
    );
}
