import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';
import { readCount } from '../option-values.js';

export function fillSandbox(group: Command, shell: Shell): void {
  registerServer(group, shell);
  registerScenarios(group.command('scenario').summary('switch faults and refusals on and off'), shell);
}

function registerServer(group: Command, shell: Shell): void {
  group
    .command('start')
    .summary('serve the sandbox on loopback for other clients')
    .description(
      'Serve the sandbox on 127.0.0.1 until Ctrl-C, over http and over https with a throwaway certificate ' +
        'authority. --sandbox needs no server: it works in process on the same state.',
    )
    .option('--port <number>', 'http port; 0 takes a free one', readCount, 0)
    .option('--https-port <number>', 'https port; 0 takes a free one', readCount, 0)
    .addHelpText('after', examples(['aimi sandbox start', 'aimi sandbox start --port 8080 -o json']))
    .action((options) =>
      shell.run(async (session) => {
        const { runSandboxStart, sandboxStartPresentation } = await import('./start.run.js');
        const input = { port: options.port, httpsPort: options.httpsPort };
        await runSandboxStart(session, input, async (data) => {
          await shell.present(session, { data }, sandboxStartPresentation);
        });
        return 0;
      }),
    );
  group
    .command('status')
    .summary('show what the sandbox holds')
    .description('Show the accounts, deployments and active scenarios of the sandbox.')
    .addHelpText('after', examples(['aimi sandbox status']))
    .action(() =>
      shell.run(async (session) => {
        const { runSandboxStatus, sandboxStatusPresentation } = await import('./status.run.js');
        return shell.present(session, await runSandboxStatus(session), sandboxStatusPresentation);
      }),
    );
  group
    .command('reset')
    .summary('start over')
    .description('Forget every deployment and scenario of the sandbox. Azure is never touched.')
    .addHelpText('after', examples(['aimi sandbox reset']))
    .action(() =>
      shell.run(async (session) => {
        const { runSandboxReset, sandboxResetPresentation } = await import('./reset.run.js');
        return shell.present(session, await runSandboxReset(session), sandboxResetPresentation);
      }),
    );
}

function registerScenarios(group: Command, shell: Shell): void {
  group
    .command('list')
    .alias('ls')
    .summary('list scenarios and which are on')
    .addHelpText('after', examples(['aimi sandbox scenario list']))
    .action(() =>
      shell.run(async (session) => {
        const { runScenarioList, scenarioListPresentation } = await import('./scenario-list.run.js');
        return shell.present(session, await runScenarioList(session), scenarioListPresentation);
      }),
    );
  group
    .command('set')
    .summary('switch a scenario on')
    .argument('<id>', 'scenario, as listed')
    .option('--times <count>', 'how many requests it hits; 0 for ever', readCount)
    .option('--seconds <count>', 'how long it takes, where it takes time', readCount)
    .addHelpText(
      'after',
      examples(['aimi sandbox scenario set quota-used-up', 'aimi sandbox scenario set slow --seconds 20']),
    )
    .action((id, { times, seconds }) =>
      shell.run(async (session) => {
        const { runScenarioSet, scenarioSetPresentation } = await import('./scenario-set.run.js');
        return shell.present(
          session,
          await runScenarioSet(session, { id, times, seconds }),
          scenarioSetPresentation,
        );
      }),
    );
  group
    .command('clear')
    .summary('switch one scenario off, or all')
    .argument('[id]', 'scenario; all when left out')
    .addHelpText('after', examples(['aimi sandbox scenario clear', 'aimi sandbox scenario clear slow']))
    .action((id) =>
      shell.run(async (session) => {
        const { runScenarioClear, scenarioClearPresentation } = await import('./scenario-clear.run.js');
        return shell.present(session, await runScenarioClear(session, { id }), scenarioClearPresentation);
      }),
    );
}
