import { type Command, Option } from '@commander-js/extra-typings';
import { GATE_FORMATS } from '../../config/settings.js';
import { DIALECTS } from '../../core/pricing/emit/types.js';
import { PRICE_MODES } from '../../core/pricing/types.js';
import { examples, type Shell } from '../../shell.js';
import { readDay } from '../option-values.js';
import { readCurrency, readDays } from './prices/options.js';
import { collect, collectList, readAmount, readDiscount, readPercent } from './quantities.js';
import { withWorkload, workloadInput } from './workload-options.js';

/** `aimi cost estimate`. */
export function fillCostEstimate(estimate: Command, shell: Shell): void {
  withWorkload(estimate)
    .description(
      'Reckon what tokens cost from published list prices, to the last digit, with the meter and the day of each ' +
        'price. Token counts are those of one request; cached, audio and image tokens are parts of the input, ' +
        'reasoning tokens a part of the output. What has no price is an error (exit 3), never zero. Sends nothing ' +
        'unless a deployment has to be looked up.',
    )
    .option('--model <name>', 'model; with --usage: of lines that name none')
    .option('--model-version <version>', 'version, where prices differ by it')
    .option('--deployment <name>', 'look up model, SKU and region of this deployment of the account')
    .option('--sku <sku>', 'GlobalStandard (default), DataZoneStandard or Standard')
    .option('--region <region>', 'region of the deployment (default: --location)')
    .addOption(new Option('--mode <mode>', 'how requests are sent (default: standard)').choices(PRICE_MODES))
    .option(
      '--usage <file>',
      'usage file instead of counts, - for standard input; repeatable, globs',
      collect,
    )
    .option('--by <names>', 'sums by model, deployment, day or a mapped column', collectList)
    .option('--map <field=column>', 'where a usage file has a field; repeatable', collect)
    .option('--deployments-from <file>', 'deployments list -o json, or account to ask Azure')
    .addOption(
      new Option(
        '--emit <language>',
        'write a query with the prices in it instead: sql (DuckDB, Spark SQL) or kql (Log Analytics, Data Explorer)',
      ).choices(DIALECTS),
    )
    .option('--table <name>', 'with --emit: the table of requests (usage)')
    .option('--strict', 'the first bad line of a usage file is an error')
    .option('--currency <code>', 'USD, or one that was pulled', readCurrency)
    .option('--discount <percent>', 'off the list price, such as 12%', readDiscount)
    .option('--as-of <day>', 'prices of that day (YYYY-MM-DD)', readDay)
    .option('--max-price-age <days>', 'fail when the prices are older, such as 30d', readDays)
    .option('--max <amount>', 'exit 5 when the total is above it', readAmount)
    .option('--baseline <file>', 'an earlier -o json to compare with')
    .option('--max-increase <percent>', 'exit 5 when the total is further above the baseline', readPercent)
    .addHelpText(
      'after',
      examples([
        'aimi cost estimate --model gpt-4.1-mini --input-tokens 1200 --output-tokens 300',
        'aimi cost estimate --model gpt-5.4 --input-tokens 8k --cached-tokens 6k --output-tokens 1k --requests 5000 --per day --max 1500',
        'aimi cost estimate --usage logs/requests.jsonl --by model,day',
        'aimi cost estimate --emit sql --table requests --by day > cost.sql',
        'aimi cost estimate --usage requests.jsonl --baseline main.json --max-increase 10% -o markdown',
      ]),
    )
    .action((options) =>
      shell.run(async (session) => {
        const { estimatePresentation, runEstimate } = await import('./estimate.run.js');
        const input = {
          model: options.model ?? null,
          modelVersion: options.modelVersion ?? null,
          deployment: options.deployment ?? null,
          ...workloadInput(options),
          sku: options.sku ?? null,
          region: options.region ?? null,
          mode: options.mode ?? null,
          usage: options.usage ?? [],
          by: options.by ?? [],
          map: options.map ?? [],
          deploymentsFrom: options.deploymentsFrom ?? null,
          isStrict: options.strict ?? false,
          currency: options.currency ?? 'USD',
          discount: options.discount ?? null,
          asOf: options.asOf ?? null,
          maxAgeDays: options.maxPriceAge ?? null,
          max: options.max ?? null,
          baseline: options.baseline ?? null,
          maxIncrease: options.maxIncrease ?? null,
        };
        if (options.emit !== undefined || options.table !== undefined) {
          const { emitPresentation, runEmit } = await import('./estimate.run.js');
          const emit = { dialect: options.emit ?? null, table: options.table ?? null };
          return shell.present(session, await runEmit(session, input, emit), emitPresentation);
        }
        return shell.present(session, await runEstimate(session, input), estimatePresentation(input));
      }, GATE_FORMATS),
    );
}
