import { accountFlag, showModel, word } from './command-words.js';
import { type ArmErrorRule, ISSUES } from './rule.js';

/** `Format:OpenAI,Name:gpt-4o,Version:1`, with or without blanks, Publisher and Source parts. */
const MODEL = String.raw`(?:[^']*?)Format:\s*(?<format>[^,']*),\s*Name:\s*(?<model>[^,']*),\s*Version:\s*(?<version>[^,']*)[^']*`;

/** The model, its version, its SKU, and names. */
export const MODEL_RULES: readonly ArmErrorRule[] = [
  {
    id: 'sku-not-in-region',
    codes: ['InvalidResourceProperties'],
    message:
      /specified SKU '(?<sku>[^']*)' for model '(?<model>\S+) (?<version>[^']*)' is not supported in this region '(?<region>[^']*)'/,
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 644`,
    explain: ({ groups, context }) => ({
      code: 'sku-not-offered',
      message: `${groups.region} does not offer SKU ${groups.sku} for ${groups.model} ${groups.version}`,
      hint: `See the SKUs it offers there: ${showModel(context, groups.model, groups.region)}`,
      details: { sku: groups.sku, model: groups.model, version: groups.version, region: groups.region },
    }),
  },
  {
    id: 'sku-not-of-model',
    codes: ['InvalidResourceProperties'],
    message:
      /specified SKU '(?<sku>[^']*)' of account deployment is not supported by the model '(?<model>[^']*)'(?: version: '(?<version>[^']*)')?/,
    source: `${ISSUES}: thunderbug1/LibreChatAzureDeployment 5`,
    explain: ({ groups, context }) => ({
      code: 'sku-not-offered',
      message: `SKU ${groups.sku} is not offered for ${groups.model} ${groups.version ?? ''}`.trimEnd(),
      hint: `See the SKUs it offers: ${showModel(context, groups.model)}`,
      details: { sku: groups.sku, model: groups.model, version: groups.version },
    }),
  },
  {
    id: 'model-not-supported',
    codes: ['DeploymentModelNotSupported'],
    message: new RegExp(`The model '${MODEL}' of account deployment is not supported`),
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 497, microsoft/azurechat 447, dotnet/eShop 342`,
    explain: ({ groups, context }) => ({
      code: 'model-not-found',
      message: `Azure does not deploy ${groups.model} version ${groups.version} (format ${groups.format}) here: a wrong name, version or format, or not open to this subscription`,
      hint: `Compare with what is offered: ${showModel(context, groups.model)} and aimi models list${accountFlag(context)}`,
      details: { format: groups.format, model: groups.model, version: groups.version },
    }),
  },
  {
    id: 'model-not-deployable',
    codes: ['DeploymentModelNotSupported'],
    message: /not supported by the model '(?<model>[^']*)'/,
    source: `${ISSUES}: akshata29/entaoai 30`,
    explain: ({ groups, context }) => ({
      code: 'model-not-found',
      message: `Azure does not deploy ${groups.model} any more, or never did`,
      hint: `See what is offered: aimi models list${accountFlag(context)}`,
      details: { model: groups.model },
    }),
  },
  {
    id: 'model-retired',
    codes: ['ServiceModelDeprecated'],
    message: new RegExp(
      `The model '${MODEL}' has been deprecated since (?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})`,
    ),
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 491 (the date is MM/DD/YYYY and per SKU)`,
    explain: ({ groups, context }) => {
      const since = `${groups.year}-${groups.month?.padStart(2, '0')}-${groups.day?.padStart(2, '0')}`;
      return {
        code: 'model-retired',
        message: `${groups.model} ${groups.version} is retired for this SKU since ${since}`,
        hint: `Another SKU of the same version may still be open, or take another version: ${showModel(context, groups.model)}`,
        details: { format: groups.format, model: groups.model, version: groups.version, since },
      };
    },
  },
  {
    id: 'model-retiring',
    codes: ['ServiceModelDeprecating'],
    message: new RegExp(`The model '${MODEL}' is in deprecating state`),
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 557`,
    explain: ({ groups, context }) => ({
      code: 'model-retired',
      message: `${groups.model} ${groups.version} is being retired: existing deployments go on, new ones are refused`,
      hint: `Take another version or its replacement: ${showModel(context, groups.model)}`,
      details: { format: groups.format, model: groups.model, version: groups.version },
    }),
  },
  {
    id: 'model-retired-other',
    codes: ['ServiceModelDeprecated', 'ServiceModelDeprecating'],
    source: ISSUES,
    explain: ({ fault, context }) => ({
      code: 'model-retired',
      message: `The model is retired or being retired: ${fault.message}`,
      hint: `Take another version: ${showModel(context)}`,
    }),
  },
  {
    id: 'model-not-supported-other',
    codes: ['DeploymentModelNotSupported'],
    source: ISSUES,
    explain: ({ fault, context }) => ({
      code: 'model-not-found',
      message: `Azure does not deploy this model here: ${fault.message}`,
      hint: `See what is offered: aimi models list${accountFlag(context)}`,
    }),
  },
  {
    id: 'model-gated',
    codes: ['SpecialFeatureOrQuotaIdRequired'],
    message: new RegExp(`does not have access to this model '${MODEL}'`),
    source: `${ISSUES}: microsoft-foundry/foundry-samples 916`,
    explain: ({ groups }) => ({
      code: 'access-gated',
      message: `This subscription has no access to ${groups.model} ${groups.version}`,
      hint: `Ask for access (https://aka.ms/oai/access), or use another subscription: aimi deploy ${word(groups.model ?? '')} -s SUBSCRIPTION`,
      details: { format: groups.format, model: groups.model, version: groups.version },
    }),
  },
  {
    id: 'offer-gated',
    codes: ['SpecialFeatureOrQuotaIdRequired'],
    source: `${ISSUES}: microsoft/AzureTRE 4531, Azure/azure-sdk-for-java 22894`,
    explain: ({ fault }) => ({
      code: 'access-gated',
      message: `The offer of this subscription does not include it: ${fault.message}`,
      hint: 'Use a pay-as-you-go or enterprise subscription (-s SUBSCRIPTION); free, student and some sponsored ones are excluded',
    }),
  },
  {
    id: 'provider-data',
    codes: [
      'InvalidModelProviderData',
      'AnthropicOrganizationCreationException',
      'AnthropicOrganizationCreationFailed',
    ],
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 509 and 279, hashicorp/terraform-provider-azurerm 32782 and 31140`,
    explain: ({ fault }) => ({
      code: 'provider-data-needed',
      message:
        fault.code?.startsWith('Anthropic') === true
          ? `Anthropic did not accept who is buying (${fault.code})`
          : 'Anthropic models need to know who is buying: organisation, country and industry',
      hint: 'Add --organization NAME --country CC --industry WORD: a two-letter country code, and a lower-case word such as technology or finance',
    }),
  },
  {
    id: 'name-invalid',
    codes: ['InvalidResourceName', 'InvalidAccountName'],
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 568 and 70`,
    explain: ({ fault, context }) => ({
      code: 'invalid-name',
      message: `Azure refuses the name${context.deployment === undefined ? '' : ` '${context.deployment}'`}: ${fault.message}`,
      hint: 'Use 2 to 64 letters, digits, hyphens and underscores, beginning with a letter or digit',
    }),
  },
];
