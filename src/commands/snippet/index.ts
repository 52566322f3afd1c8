import { type Command, Option } from '@commander-js/extra-typings';
import { SNIPPET_AUTHS, SNIPPET_SDKS, SNIPPET_TASKS } from '../../core/snippet/snippet.js';
import { examples, type Shell } from '../../shell.js';

export function fillSnippet(snippet: Command, shell: Shell): void {
  snippet
    .description(
      'Print a call that works for a deployment: the right class, base URL, token scope and api-version. The ' +
        'deployment is read from the account; with --endpoint nothing is read.',
    )
    .argument('<deployment>', 'deployment name')
    .addOption(new Option('--sdk <sdk>', 'language and SDK').choices(SNIPPET_SDKS).default('curl' as const))
    .addOption(
      new Option('--auth-with <how>', 'key or entra; a key where the account allows keys').choices(
        SNIPPET_AUTHS,
      ),
    )
    .option('--endpoint <url>', 'endpoint of the resource, in any form; then nothing is read from Azure')
    .addOption(new Option('--task <task>', 'what to call; by the model when left out').choices(SNIPPET_TASKS))
    .addHelpText(
      'after',
      examples([
        'aimi snippet gpt-4.1-mini --sdk python-openai',
        'aimi snippet chat --sdk js-openai --auth-with entra',
        'aimi snippet gpt-4.1-mini --endpoint https://contoso-ai.openai.azure.com --sdk go',
        'aimi snippet gpt-4.1-mini --sdk python-openai --query code -o tsv',
      ]),
    )
    .action((deployment, options) =>
      shell.run(async (session) => {
        const { runSnippet, snippetPresentation } = await import('./snippet.run.js');
        const outcome = await runSnippet(session, {
          deployment,
          sdk: options.sdk,
          auth: options.authWith ?? null,
          endpoint: options.endpoint ?? null,
          task: options.task ?? null,
        });
        return shell.present(session, outcome, snippetPresentation);
      }),
    );
}
