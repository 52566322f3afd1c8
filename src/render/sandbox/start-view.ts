import { renderCard } from '../card.js';
import type { Theme } from '../theme.js';

/** Where a running sandbox can be reached, and what to work on there. */
export interface SandboxAddresses {
  readonly http: string;
  readonly https: string;
  readonly caFile: string;
  readonly statePath: string;
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly account: string;
  /** Where models are called, for each account. */
  readonly models: readonly {
    readonly account: string;
    /** Stands for the root of the resource: `https://<resource>.services.ai.azure.com`. */
    readonly root: string;
  }[];
}

/** Addresses, and what to type for aimi, for the Azure CLI and for clients of models. */
export function sandboxStartView(data: SandboxAddresses, theme: Theme): string {
  const forShell = theme.isPowerShell === true ? forPowerShell : (lines: readonly string[]) => lines;
  const card = renderCard(
    'aimi sandbox',
    [
      ['http', data.http],
      ['https', data.https],
      ['CA file', data.caFile],
      ['state', data.statePath],
    ],
    theme,
  );
  return `${card}\n${theme.style.bold('aimi')}\n${indented(forShell(aimiRecipe(data)))}\n${theme.style.bold('Azure CLI')} (in a configuration of its own)\n${indented(forShell(azRecipe(data)))}\n${theme.style.bold('Clients of models')} (keys: az cognitiveservices account keys list)\n${indented(data.models.map((one) => `${one.account}: ${one.root}`))}`;
}

function aimiRecipe(data: SandboxAddresses): readonly string[] {
  return [
    `export AIMI_ARM_ENDPOINT=${data.http}`,
    `export AIMI_SUBSCRIPTION=${data.subscription} AIMI_RESOURCE_GROUP=${data.resourceGroup} AIMI_ACCOUNT=${data.account}`,
    'aimi deployments list',
  ];
}

/** An authority that ends in /adfs keeps the Azure CLI from asking Microsoft where to sign in. */
function azRecipe(data: SandboxAddresses): readonly string[] {
  return [
    `export AZURE_CONFIG_DIR=$(mktemp -d) REQUESTS_CA_BUNDLE=${data.caFile} AZURE_CORE_COLLECT_TELEMETRY=0`,
    'az cloud register -n aimi-sandbox \\',
    `  --endpoint-resource-manager ${data.https}/ --endpoint-management ${data.https}/ \\`,
    `  --endpoint-active-directory ${data.https}/adfs \\`,
    `  --endpoint-active-directory-resource-id ${data.https}/ \\`,
    `  --endpoint-active-directory-graph-resource-id ${data.https}/`,
    'az cloud set -n aimi-sandbox',
    'az login --service-principal -u 00000000-0000-4000-8000-0000000000f1 -p sandbox --tenant adfs',
    `az cognitiveservices account deployment list -g ${data.resourceGroup} -n ${data.account}`,
  ];
}

/** `export A=1 B=2` as assignments, a folder that mktemp would make as one with a name, ` for \ at the end. */
function forPowerShell(lines: readonly string[]): readonly string[] {
  return lines.map((line) => {
    if (!line.startsWith('export ')) return line.replace(/\\$/, '`');
    const pairs = [...line.matchAll(/([A-Z_]+)=(\$\(.*?\)|\S+)/g)];
    return pairs
      .map(
        ([, name, value = '']) =>
          `$env:${name} = ${value.startsWith('$(') ? '"$env:TEMP\\aimi-az"' : `'${value}'`}`,
      )
      .join('; ');
  });
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}
