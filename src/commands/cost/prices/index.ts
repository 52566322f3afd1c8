import { type Command, Option } from '@commander-js/extra-typings';
import { PRICE_KINDS, PRICE_MODES } from '../../../core/pricing/types.js';
import { examples, type Shell } from '../../../shell.js';
import { readDay } from '../../option-values.js';
import { readCurrency, readDays } from './options.js';

/** `aimi cost prices update|list|status`. */
export function fillCostPrices(group: Command, shell: Shell): void {
  registerUpdate(group, shell);
  registerList(group, shell);
  registerStatus(group, shell);
}

function registerUpdate(group: Command, shell: Shell): void {
  group
    .command('update')
    .summary('pull the published prices')
    .description(
      'Pull the prices of all Azure AI models from the Azure Retail Prices API (no sign-in), read the names of the ' +
        'meters and keep the result in the cache directory. It is used as soon as it is newer than the prices that ' +
        'come with aimi. What contradicts itself or is not understood is listed and has no price.',
    )
    .option('--source <url>', 'a mirror of the API: https, or http on loopback')
    .option('--currency <code>', 'ISO code; only USD is what Azure charges in', readCurrency)
    .addHelpText(
      'after',
      examples([
        'aimi cost prices update',
        'aimi cost prices update --currency EUR',
        'aimi cost prices update --source https://mirror.contoso.com/api/retail/prices -o json',
      ]),
    )
    .action((options) =>
      shell.run(async (session) => {
        const { runPricesUpdate, pricesUpdatePresentation } = await import('./update.run.js');
        const outcome = await runPricesUpdate(session, {
          source: options.source ?? null,
          currency: options.currency ?? 'USD',
        });
        return shell.present(session, outcome, pricesUpdatePresentation);
      }),
    );
}

function registerList(group: Command, shell: Shell): void {
  group
    .command('list')
    .alias('ls')
    .summary('list published prices')
    .description(
      'List published prices with their meters, days and sources, superseded and future ones too; --as-of shows ' +
        'what holds on one day. List prices, before tax and negotiated discounts. Sends nothing.',
    )
    .option('--model <words>', 'words that must all occur in the name')
    .option('--publisher <name>', 'how the publisher begins, such as OpenAI or mistral')
    .option('--sku <sku>', 'GlobalStandard, DataZoneStandard or Standard')
    .option('--region <region>', 'only what holds in that region')
    .addOption(new Option('--mode <mode>', 'how requests are sent').choices(PRICE_MODES))
    .addOption(new Option('--kind <kind>', 'what is counted').choices(PRICE_KINDS))
    .option('--as-of <day>', 'only what holds on that day (YYYY-MM-DD)', readDay)
    .option('--currency <code>', 'USD, or one that was pulled', readCurrency)
    .option('--max-price-age <days>', 'fail when the prices are older, such as 30d', readDays)
    .option('--bundled', 'the prices that come with aimi, also when an update is newer')
    .addHelpText(
      'after',
      examples([
        'aimi cost prices list --model gpt-4.1-mini --as-of 2026-11-01',
        'aimi cost prices list --publisher deepseek --sku datazone',
        "aimi cost prices list --query '[].[model, price, per]' -o tsv",
      ]),
    )
    .action((options) =>
      shell.run(async (session) => {
        const { runPricesList, pricesListPresentation } = await import('./list.run.js');
        const outcome = await runPricesList(session, {
          model: options.model ?? null,
          publisher: options.publisher ?? null,
          sku: options.sku ?? null,
          region: options.region ?? null,
          mode: options.mode ?? null,
          kind: options.kind ?? null,
          asOf: options.asOf ?? null,
          currency: options.currency ?? 'USD',
          maxAgeDays: options.maxPriceAge ?? null,
          isBundled: options.bundled ?? false,
        });
        return shell.present(session, outcome, pricesListPresentation);
      }),
    );
}

function registerStatus(group: Command, shell: Shell): void {
  group
    .command('status')
    .summary('which prices are used, and how old they are')
    .description(
      'Show which prices are used, their age and source, and what the last update rejected or did not understand. ' +
        'Sends nothing.',
    )
    .option('--currency <code>', 'USD, or one that was pulled', readCurrency)
    .option('--max-price-age <days>', 'fail when the prices are older, such as 30d', readDays)
    .addHelpText(
      'after',
      examples(['aimi cost prices status', 'aimi cost prices status --max-price-age 30d -o json']),
    )
    .action((options) =>
      shell.run(async (session) => {
        const { runPricesStatus, pricesStatusPresentation } = await import('./status.run.js');
        const outcome = await runPricesStatus(session, {
          currency: options.currency ?? 'USD',
          maxAgeDays: options.maxPriceAge ?? null,
          isBundled: false,
        });
        return shell.present(session, outcome, pricesStatusPresentation);
      }),
    );
}
