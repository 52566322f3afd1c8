import { isRecord, recordsIn, textIn } from './json.js';
import type { KnownAccount, KnownDeployment } from './known-names.js';

/** What completion reads of the sandbox's state, in the form of that file. */
export interface SandboxNames {
  readonly accounts: readonly KnownAccount[];
  readonly deployments: readonly {
    /** Lower case: `subscription/group/account`. */
    readonly account: string;
    readonly name: string;
    readonly model: { readonly name: string; readonly version: string };
    readonly sku: { readonly name: string };
  }[];
}

export function readSandboxNames(state: unknown) {
  const file = isRecord(state) ? state : {};
  return {
    accounts: recordsIn(file.accounts).map(
      (row): KnownAccount => ({
        subscriptionId: textIn(row, 'subscriptionId'),
        resourceGroup: textIn(row, 'resourceGroup'),
        name: textIn(row, 'name'),
        location: textIn(row, 'location').toLowerCase().replaceAll(' ', ''),
      }),
    ),
    deployments: recordsIn(file.deployments).map((row): KnownDeployment & { readonly account: string } => ({
      account: textIn(row, 'account').split('/').at(-1) ?? '',
      name: textIn(row, 'name'),
      model: isRecord(row.model) ? textIn(row.model, 'name') : '',
      version: isRecord(row.model) ? textIn(row.model, 'version') : '',
      sku: isRecord(row.sku) ? textIn(row.sku, 'name') : '',
    })),
  };
}
