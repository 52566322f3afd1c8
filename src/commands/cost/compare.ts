import { type Command, Option } from '@commander-js/extra-typings';
import { PRICE_MODES } from '../../core/pricing/types.js';
import { examples, type Shell } from '../../shell.js';
import { readDay } from '../option-values.js';
import { readCurrency, readDays } from './prices/options.js';
import { collectList, readDiscount } from './quantities.js';
import { withWorkload, workloadInput } from './workload-options.js';

/** `aimi cost compare`. */
export function fillCostCompare(compare: Command, shell: Shell): void {
  withWorkload(compare)
    .description(
      'Reckon one workload for several models, SKUs and regions, cheapest first. What has no price for the workload ' +
        'is named, and has no amount. The same token counts are taken for all models, although each counts a text ' +
        'in its own way. Sends nothing.',
    )
    .argument('[models...]', 'models (default: those of --capability and --publisher)')
    .option('--capability <name>', 'models of the catalog that can do this: chat, embeddings, rerank, ...')
    .option('--publisher <name>', 'models of the catalog whose publisher begins so')
    .option(
      '--sku <sku>',
      'only these SKUs, with commas or repeated (default: all that have a price)',
      collectList,
    )
    .option('--region <region>', 'only these regions, with commas or repeated (default: all)', collectList)
    .addOption(new Option('--mode <mode>', 'how requests are sent (default: standard)').choices(PRICE_MODES))
    .option('--currency <code>', 'USD, or one that was pulled', readCurrency)
    .option('--discount <percent>', 'off the list price, such as 12%', readDiscount)
    .option('--as-of <day>', 'prices of that day (YYYY-MM-DD)', readDay)
    .option('--max-price-age <days>', 'fail when the prices are older, such as 30d', readDays)
    .addHelpText(
      'after',
      examples([
        'aimi cost compare gpt-4.1 gpt-4.1-mini gpt-5.4 --input-tokens 2k --output-tokens 500 --requests 10k',
        'aimi cost compare --capability embeddings --input-tokens 1M',
        'aimi cost compare --publisher deepseek --input-tokens 2k --output-tokens 500 --sku global -o csv',
      ]),
    )
    .action((models, options) =>
      shell.run(async (session) => {
        const { comparePresentation, runCompare } = await import('./compare.run.js');
        const outcome = await runCompare(session, {
          ...workloadInput(options),
          models,
          capability: options.capability ?? null,
          publisher: options.publisher ?? null,
          skus: options.sku ?? [],
          regions: options.region ?? [],
          mode: options.mode ?? 'standard',
          currency: options.currency ?? 'USD',
          discount: options.discount ?? null,
          asOf: options.asOf ?? null,
          maxAgeDays: options.maxPriceAge ?? null,
        });
        return shell.present(session, outcome, comparePresentation);
      }),
    );
}
