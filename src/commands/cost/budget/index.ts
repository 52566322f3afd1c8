import { type Command, Option } from '@commander-js/extra-typings';
import { BUDGET_ALERTS_ONLY, NO_SPENDING_LIMIT } from '../../../core/billing/spending-limit.js';
import { BUDGET_GRAINS } from '../../../core/billing-plane.js';
import { examples, type Shell } from '../../../shell.js';
import { readDay } from '../../option-values.js';
import { readAlertList, readEmailList } from './options.js';

/** `aimi cost budget list|create|delete`. */
export function fillCostBudget(group: Command, shell: Shell): void {
  group.description(`${BUDGET_ALERTS_ONLY} ${NO_SPENDING_LIMIT}`);
  registerList(group, shell);
  registerCreate(group, shell);
  registerDelete(group, shell);
}

function registerList(group: Command, shell: Shell): void {
  group
    .command('list')
    .alias('ls')
    .summary('list budgets')
    .description(
      'List the budgets of the subscription, or of the group that is chosen, with what was spent in the current ' +
        'period. Needs the role "Cost Management Reader".',
    )
    .addHelpText('after', examples(['aimi cost budget list', 'aimi cost budget list -g rg-ai -o json']))
    .action(() =>
      shell.run(async (session) => {
        const { runBudgetList, budgetListPresentation } = await import('./list.run.js');
        return shell.present(session, await runBudgetList(session), budgetListPresentation);
      }),
    );
}

function registerCreate(group: Command, shell: Shell): void {
  group
    .command('create')
    .summary('create a budget, or change the one of that name')
    .description(
      `Create a budget on the subscription, on the group that is chosen, or for the account that is chosen. ${BUDGET_ALERTS_ONLY} ${NO_SPENDING_LIMIT} Needs the role "Cost Management Contributor".`,
    )
    .argument('<name>', 'name of the budget')
    .requiredOption('--amount <amount>', 'amount in the billing currency, such as 100 or 99.50')
    .addOption(
      new Option('--grain <period>', 'what the amount is for').choices(BUDGET_GRAINS).default('monthly'),
    )
    .option(
      '--alert <list>',
      'per cent of the amount that send mail (80,100); forecast:110 looks ahead',
      readAlertList,
    )
    .option('--email <list>', 'who gets the mail; several with commas or repeated', readEmailList)
    .option('--start <day>', 'first of a month (this month)', readDay)
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'show the plan and change nothing')
    .addHelpText(
      'after',
      examples([
        'aimi cost budget create ai --amount 100 --email ops@contoso.com',
        'aimi cost budget create ai --amount 100 --alert 50,80,forecast:100 --email ops@contoso.com -g rg-ai --yes',
        'aimi cost budget create chat --amount 25 --email ops@contoso.com -a contoso-ai --dry-run',
      ]),
    )
    .action((name, options) =>
      shell.run(async (session) => {
        const { runBudgetCreate, budgetCreatePresentation } = await import('./create.run.js');
        const outcome = await runBudgetCreate(session, {
          name,
          amount: options.amount,
          grain: options.grain,
          start: options.start ?? null,
          alerts: options.alert ?? ['80', '100'],
          emails: options.email ?? [],
          isConfirmed: options.yes ?? false,
          isDryRun: options.dryRun ?? false,
        });
        return shell.present(session, outcome, budgetCreatePresentation);
      }),
    );
}

function registerDelete(group: Command, shell: Shell): void {
  group
    .command('delete')
    .alias('rm')
    .summary('delete a budget')
    .description(
      'Delete a budget of the subscription, or of the group that is chosen. Its mails end; nothing else changes.',
    )
    .argument('<name>', 'name of the budget')
    .option('-y, --yes', 'do not ask for the name')
    .option('--dry-run', 'show what would go and change nothing')
    .addHelpText(
      'after',
      examples(['aimi cost budget delete ai', 'aimi cost budget delete ai -g rg-ai --yes']),
    )
    .action((name, options) =>
      shell.run(async (session) => {
        const { runBudgetDelete, budgetDeletePresentation } = await import('./delete.run.js');
        const outcome = await runBudgetDelete(session, {
          name,
          isConfirmed: options.yes ?? false,
          isDryRun: options.dryRun ?? false,
        });
        return shell.present(session, outcome, budgetDeletePresentation);
      }),
    );
}
