import { accountFlag, showModel, word } from './command-words.js';
import { type ArmErrorRule, ISSUES } from './rule.js';

const REQUEST_QUOTA = 'Ask for more in the Azure portal (Quotas) or https://aka.ms/oai/quotaincrease';

/** Quota and capacity. The service's own spelling is "This operation require". */
export const QUOTA_RULES: readonly ArmErrorRule[] = [
  {
    id: 'quota-exceeded',
    codes: ['InsufficientQuota'],
    message:
      /requires? (?<wanted>\d+) new capacity in quota (?<quota>.+?), which is bigger than the current available capacity (?<free>-?\d+)\. The current quota usage is (?<used>\d+) and the quota limit is (?<limit>\d+)/,
    source: `${ISSUES}: microsoft/PubSec-Info-Assistant 880, microsoft/mcp 1182`,
    explain: ({ groups, context }) => {
      const numbers = integers(groups, ['wanted', 'free', 'used', 'limit']);
      return {
        code: 'insufficient-quota',
        message: `Not enough quota "${groups.quota}": ${groups.wanted} more wanted, ${groups.free} free (${groups.used} of ${groups.limit} used)`,
        hint: [
          (numbers.free ?? 0) > 0 ? `Use --capacity ${groups.free} or less,` : 'Nothing is free:',
          `lower or delete a deployment (aimi deployments list${accountFlag(context)}), or take another region or SKU (${showModel(context)}). ${REQUEST_QUOTA}`,
        ].join(' '),
        details: { quota: groups.quota, ...numbers },
      };
    },
  },
  {
    id: 'quota-exceeded-2023',
    codes: ['InsufficientQuota'],
    message:
      /specified capacity '(?<wanted>-?\d+)' of account deployment is bigger than available capacity '(?<free>-?\d+)' for UsageName '(?<quota>[^']*)'/,
    source: `${ISSUES}: microsoft/sample-app-aoai-chatGPT 137`,
    explain: ({ groups, context }) => ({
      code: 'insufficient-quota',
      message: `Not enough quota "${groups.quota}": ${groups.wanted} wanted, ${groups.free} free`,
      hint: `Use --capacity ${groups.free} or less, lower or delete a deployment (aimi deployments list${accountFlag(context)}), or take another region or SKU. ${REQUEST_QUOTA}`,
      details: { quota: groups.quota, ...integers(groups, ['wanted', 'free']) },
    }),
  },
  {
    id: 'quota-accounts',
    codes: ['InsufficientQuota'],
    message: /Cannot create\/update\/move resource '(?<resource>[^']*)'/,
    source: `${ISSUES}: Azure/azure-dev 7516`,
    explain: ({ groups }) => ({
      code: 'insufficient-quota',
      message: `The number of accounts is at its limit: '${groups.resource}' cannot be created, changed or moved`,
      hint: 'Use an existing account (aimi accounts list), or another region. Soft-deleted accounts may count too: az cognitiveservices account list-deleted',
      details: { resource: groups.resource },
    }),
  },
  {
    id: 'quota-other',
    codes: ['InsufficientQuota', 'QuotaExceeded'],
    source: ISSUES,
    explain: ({ fault, context }) => ({
      code: 'insufficient-quota',
      message: `Not enough quota: ${fault.message}`,
      hint: `See what is deployed: aimi deployments list${accountFlag(context)}. ${REQUEST_QUOTA}`,
    }),
  },
  {
    id: 'capacity-bounds',
    codes: ['InvalidCapacity'],
    message: /capacity '(?<wanted>-?\d+)'.*at least (?<minimum>\d+) and no more than (?<maximum>\d+)/,
    source: `${ISSUES}: microsoft/microsoft-foundry-for-vscode 301 and 158`,
    explain: ({ groups, context }) => ({
      code: 'capacity-out-of-range',
      message: `Capacity ${groups.wanted} is outside what this SKU takes: ${groups.minimum} to ${groups.maximum}`,
      hint:
        groups.minimum === groups.maximum
          ? `Use --capacity ${groups.minimum}: this model has one fixed size. See ${showModel(context)}`
          : `Use --capacity N with N from ${groups.minimum} to ${groups.maximum}. See ${showModel(context)}`,
      details: integers(groups, ['wanted', 'minimum', 'maximum']),
    }),
  },
  {
    id: 'capacity-other',
    codes: ['InvalidCapacity'],
    source: `${ISSUES}: Azure/azure-cli 26834`,
    explain: ({ fault, context }) => ({
      code: 'capacity-out-of-range',
      message: `The capacity is refused: ${fault.message}`,
      hint: `See the bounds: ${showModel(context)}`,
    }),
  },
  {
    id: 'throttled',
    codes: [],
    statuses: [429],
    source: 'Azure Resource Manager throttling, learn.microsoft.com, read 2026-11',
    explain: ({ fault, context }) => {
      const seconds = fault.retryAfterSeconds ?? null;
      return {
        code: 'rate-limited',
        message: `Azure answers 429 (too many requests) to the attempt to ${context.operation}`,
        hint:
          seconds === null
            ? 'Wait a minute and run the command again'
            : `Run the command again in ${word(String(seconds))} s: that is what the service asks for`,
        details: { retryAfterSeconds: seconds },
      };
    },
  },
];

function integers(
  groups: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, number | undefined> {
  return Object.fromEntries(
    names.map((name) => {
      const value = Number.parseInt(groups[name] ?? '', 10);
      return [name, Number.isSafeInteger(value) ? value : undefined];
    }),
  );
}
