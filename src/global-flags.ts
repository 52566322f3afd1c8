import { type Command, Option } from '@commander-js/extra-typings';
import { AUTH_METHODS, CLOUDS, COLOR_MODES, OUTPUT_FORMATS, SPECIAL_FORMATS } from './config/settings.js';

/** The flags every command takes, before or after its own. */
export function addGlobalFlags(program: Command) {
  return program
    .option('-s, --subscription <id>', 'subscription id or name')
    .option('-g, --resource-group <name>', 'resource group')
    .option('-a, --account <name>', 'account (Azure AI Services resource), by name or resource id')
    .option('-l, --location <region>', 'region, such as eastus2')
    .option('--profile <name>', 'profile of your configuration to use')
    .option('--tenant <id>', 'Microsoft Entra tenant to sign in to')
    .addOption(new Option('--cloud <name>', 'Azure cloud').choices(CLOUDS))
    .addOption(new Option('--auth <method>', 'how to sign in').choices(AUTH_METHODS))
    .option('--sandbox', 'work on the embedded sandbox instead of Azure')
    .addOption(
      new Option('-o, --output <format>', 'output format; the last four not of every command').choices([
        ...OUTPUT_FORMATS,
        ...SPECIAL_FORMATS,
      ]),
    )
    .option('--query <jmespath>', 'JMESPath over the result, as az has it')
    .option('--no-input', 'never ask')
    .addOption(new Option('--color <when>', 'colour').choices(COLOR_MODES))
    .option('-q, --quiet', 'only the result and what must not be missed')
    .option('--verbose', 'say what is done and why')
    .option('--debug', 'trace HTTP on stderr, secrets removed');
}

export type GlobalFlags = ReturnType<ReturnType<typeof addGlobalFlags>['opts']>;
