import { type Command, Option } from '@commander-js/extra-typings';
import type { ModelProviderData } from '../../core/control-plane.js';
import { AimiError } from '../../errors.js';
import { examples, type Shell } from '../../shell.js';
import { readCapacity } from '../option-values.js';
import { timeLimitOption, VERSION_UPGRADES } from './write-options.js';

/** `aimi deploy` and `aimi deployments create` are the same command. */
export function fillDeploy(command: Command, shell: Shell): void {
  const line = command.name() === 'deploy' ? 'aimi deploy' : 'aimi deployments create';
  command
    .description(
      'Deploy a pay-as-you-go model on an account (resource). What is left open is chosen: the default version, ' +
        'the broadest SKU with room, its default capacity. The plan is shown and asked about once. Without a model, ' +
        'on a terminal, it asks for all that is left open.',
    )
    .argument('[model]', 'model name as listed by aimi models list')
    .option('-n, --name <name>', "deployment name; the model's name when left out")
    .option('--version, --model-version <version>', 'version of the model')
    .option('--sku <sku>', 'GlobalStandard, DataZoneStandard or Standard')
    .option('--capacity <units>', 'capacity units (aimi models show says what one is)', readCapacity)
    .option('--rai-policy <name>', 'content filter policy of the account')
    .addOption(
      new Option('--version-upgrade <when>', 'when the service may move on to a newer version').choices(
        VERSION_UPGRADES,
      ),
    )
    .option('--organization <name>', 'Anthropic models: who deploys')
    .option('--country <code>', 'Anthropic models: two-letter country code')
    .option('--industry <word>', 'Anthropic models: technology, finance, healthcare, ...')
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'show the plan and send nothing')
    .option('--no-wait', 'return when Azure has accepted (exit code 8)')
    .addOption(timeLimitOption('longest wait, such as 90s or 45m'))
    .addHelpText(
      'after',
      examples([
        line,
        `${line} gpt-4.1-mini`,
        `${line} gpt-4.1-mini --name chat --sku DataZoneStandard --capacity 50 --yes`,
        `${line} gpt-4.1-mini --dry-run -o json`,
      ]),
    )
    .action((model, options) =>
      shell.run(async (session) => {
        const providerData = readProviderData(options);
        const { runDeploy, deployPresentation } = await import('./create.run.js');
        const outcome = await runDeploy(session, {
          model: model ?? null,
          version: options.modelVersion ?? null,
          sku: options.sku ?? null,
          capacity: options.capacity ?? null,
          name: options.name ?? null,
          raiPolicy: options.raiPolicy ?? null,
          versionUpgrade: options.versionUpgrade ?? null,
          providerData,
          isConfirmed: options.yes ?? false,
          isDryRun: options.dryRun ?? false,
          wait: options.wait,
          timeLimitMs: options.timeout,
        });
        return shell.present(session, outcome, deployPresentation);
      }),
    );
}

/** All three or none. Source of the form: Azure/azure-rest-api-specs issue 43610, 2026. */
function readProviderData(options: {
  organization?: string;
  country?: string;
  industry?: string;
}): ModelProviderData | null {
  const { organization, country, industry } = options;
  if (organization === undefined && country === undefined && industry === undefined) return null;
  if (organization === undefined || country === undefined || industry === undefined) {
    throw new AimiError('input-needed', {
      message: '--organization, --country and --industry go together.',
      hint: 'Give all three, for example: --organization Contoso --country DE --industry technology',
    });
  }
  if (!/^[a-z]{2}$/i.test(country)) {
    throw new AimiError('invalid-value', {
      message: `--country ${country} is not a two-letter country code.`,
      hint: 'For example: --country DE',
    });
  }
  return {
    organizationName: organization,
    countryCode: country.toUpperCase(),
    industry: industry.toLowerCase(),
  };
}
