import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';

export function fillConfig(group: Command, shell: Shell): void {
  group.description(
    'Show and change settings. A value comes from a flag, AIMI_*, AZURE_*, the project file .aimi.yaml, the ' +
      'profile in use, the user file config.yaml, or it is the default.',
  );
  registerReads(group, shell);
  registerWrites(group, shell);
}

function registerReads(group: Command, shell: Shell): void {
  group
    .command('list')
    .alias('ls')
    .summary('list all settings and profiles')
    .description('List every setting in force, and the profiles.')
    .option('--show-origin', 'also where each value comes from')
    .addHelpText('after', examples(['aimi config list', 'aimi config list --show-origin']))
    .action((options) =>
      shell.run(async (session) => {
        const { runConfigList, configListPresentation } = await import('./read.run.js');
        const presentation = configListPresentation(options.showOrigin ?? false);
        return shell.present(session, runConfigList(session), presentation);
      }),
    );
  group
    .command('get')
    .summary('print one setting')
    .description('Print the value of one setting in force; nothing when it has none.')
    .argument('<name>', 'setting')
    .addHelpText('after', examples(['aimi config get account', 'aimi config get account --profile work']))
    .action((name) =>
      shell.run(async (session) => {
        const { runConfigGet, configGetPresentation } = await import('./read.run.js');
        return shell.present(session, await runConfigGet(session, name), configGetPresentation);
      }),
    );
  group
    .command('path')
    .summary('print the path of the user file')
    .description('Print where the user file is, or would be.')
    .addHelpText('after', examples(['aimi config path']))
    .action(() =>
      shell.run(async (session) => {
        const { runConfigPath, configPathPresentation } = await import('./read.run.js');
        return shell.present(session, runConfigPath(session), configPathPresentation);
      }),
    );
}

function registerWrites(group: Command, shell: Shell): void {
  group
    .command('set')
    .summary('write a setting into the user file')
    .description(
      'Check a value and write it into the user file, or into the profile that --profile names. Comments stay.',
    )
    .argument('<name>', "setting, or 'profile'")
    .argument('<value>', 'its value')
    .addHelpText(
      'after',
      examples(['aimi config set output json', 'aimi config set account contoso-ai --profile work']),
    )
    .action((name, value) =>
      shell.run(
        async (session) => {
          const { runConfigSet, configSetPresentation } = await import('./write.run.js');
          return shell.present(session, await runConfigSet(session, { name, value }), configSetPresentation);
        },
        [],
        { mayMakeProfile: true },
      ),
    );
  group
    .command('unset')
    .summary('take a setting out of the user file')
    .description('Take a setting out of the user file, or out of the profile that --profile names.')
    .argument('<name>', "setting, or 'profile'")
    .addHelpText('after', examples(['aimi config unset output', 'aimi config unset account --profile work']))
    .action((name) =>
      shell.run(async (session) => {
        const { runConfigSet, configSetPresentation } = await import('./write.run.js');
        const outcome = await runConfigSet(session, { name, value: null });
        return shell.present(session, outcome, configSetPresentation);
      }),
    );
}
