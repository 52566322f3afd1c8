import type { Command } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';
import { readDay } from '../option-values.js';

export function fillModels(group: Command, shell: Shell): void {
  group.addHelpText('after', '\nThe topic: aimi help topics models\n');
  group
    .command('list')
    .alias('ls')
    .summary('list pay-as-you-go models')
    .description(
      'List the models that are billed per token and can be deployed on an Azure AI Services resource. Without ' +
        '--location or --account the catalog that comes with aimi is read, and nothing is sent.',
    )
    .option('--publisher <name>', 'only this publisher, such as OpenAI or "Mistral AI"')
    .option('--capability <name>', 'a task (chat, embeddings, rerank, image, audio, ...) or a capability key')
    .option('--sku <sku>', 'GlobalStandard, DataZoneStandard or Standard')
    .option('--search <words>', 'words that must all occur in name, publisher or version')
    .option('--as-of <day>', 'what can be deployed on that day (YYYY-MM-DD)', readDay)
    .option('--include-retiring', 'also what only existing customers can still deploy')
    .option('--bundled', 'read the catalog that comes with aimi, also with --location')
    .addHelpText(
      'after',
      examples([
        'aimi models list --capability embeddings',
        'aimi models list --publisher mistral --sku datazone',
        'aimi models list --location swedencentral --as-of 2027-06-30',
        "aimi models list --query '[].name' -o tsv",
      ]),
    )
    .action((options) =>
      shell.run(async (session) => {
        const { runModelsList, modelsListPresentation, modelsSource } = await import('./list.run.js');
        const outcome = await runModelsList(session, {
          source: await modelsSource(session, options.bundled ?? false),
          publisher: options.publisher ?? null,
          capability: options.capability ?? null,
          sku: options.sku ?? null,
          search: options.search ?? null,
          asOf: options.asOf ?? null,
          includeRetiring: options.includeRetiring ?? false,
        });
        return shell.present(session, outcome, modelsListPresentation);
      }),
    );
  group
    .command('show')
    .summary('show a model: capacity, regions, terms, retirement')
    .description(
      'Show one model: what a unit of capacity means, where data is processed, who sells it, when it retires.',
    )
    .argument('<name>', 'model name, any letter case')
    .option('--version, --model-version <version>', 'version; the one to deploy when left out')
    .option('--bundled', 'read the catalog that comes with aimi, also with --location')
    .addHelpText(
      'after',
      examples(['aimi models show gpt-4.1-mini', 'aimi models show Llama-3.3-70B-Instruct -o json']),
    )
    .action((name, options) =>
      shell.run(async (session) => {
        const { runModelsShow, modelsShowPresentation, modelsSource } = await import('./show.run.js');
        const outcome = await runModelsShow(session, {
          source: await modelsSource(session, options.bundled ?? false),
          name,
          version: options.modelVersion ?? null,
        });
        return shell.present(session, outcome, modelsShowPresentation);
      }),
    );
}
