import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { examples, type Shell } from '../../shell.js';
import { readCount, readDay } from '../option-values.js';

/** `aimi cost actual`. */
export function fillCostActual(actual: Command, shell: Shell): void {
  actual
    .description(
      'Show what Azure billed for models, by resource and meter, from Cost Management (role "Cost Management ' +
        'Reader"), and what the same tokens cost by the price list. Marketplace models are in it. The whole ' +
        'subscription, or the group or account that is chosen. Before tax; charges arrive up to a day late.',
    )
    .option('--days <n>', 'days up to today (30)', readDays)
    .option('--from <day>', 'first day (YYYY-MM-DD, UTC)', readDay)
    .option('--to <day>', 'last day', readDay)
    .addOption(new Option('--by <what>', 'a line for each').choices(['day'] as const))
    .option('--tag <key>', 'tag of the resources to tell lines apart by (deployment)')
    .addHelpText(
      'after',
      examples([
        'aimi cost actual',
        'aimi cost actual --from 2026-10-01 --to 2026-10-31 -g rg-ai',
        'aimi cost actual --days 7 --by day --query lines -o csv',
      ]),
    )
    .action((options) =>
      shell.run(async (session) => {
        const { runCostActual, costActualPresentation } = await import('./actual.run.js');
        const outcome = await runCostActual(session, {
          days: options.days ?? null,
          from: options.from ?? null,
          to: options.to ?? null,
          byDay: options.by === 'day',
          tag: options.tag ?? 'deployment',
        });
        return shell.present(session, outcome, costActualPresentation);
      }),
    );
}

function readDays(text: string): number {
  const days = readCount(text.replace(/d$/i, ''));
  if (days > 0) return days;
  throw new InvalidArgumentError('It takes one day at least.');
}
