import { isRecord, parseJson, recordsIn, textIn } from './json.js';

/** An account that Azure listed once. */
export interface KnownAccount {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
}

export interface KnownDeployment {
  readonly name: string;
  readonly model: string;
  readonly version: string;
  readonly sku: string;
}

export interface KnownSubscription {
  readonly id: string;
  readonly name: string;
}

type AccountPlace = Pick<KnownAccount, 'subscriptionId' | 'resourceGroup' | 'name'>;

const FOLDER = 'completion';
const SUBSCRIPTION_PREFIX = 'subscription-';
const ACCOUNT_PREFIX = 'account-';

// Names compare without case in Azure, and become names of files: everything but a plain character is written
// as its number, so that none leads out of the folder.
const plain = (name: string): string => encodeURIComponent(name.toLowerCase()).replaceAll('.', '%2e');

/** The files of the cache, below the cache directory. One for each account: writers do not meet. */
export const NAME_FILES = {
  subscriptions: [FOLDER, 'subscriptions.json'],
  folder: [FOLDER],
  isSubscription: (entry: string) => entry.startsWith(SUBSCRIPTION_PREFIX),
  isAccount: (entry: string) => entry.startsWith(ACCOUNT_PREFIX),
  subscriptionEntry: (id: string) => `${SUBSCRIPTION_PREFIX}${plain(id)}`,
  accounts: (entry: string) => [FOLDER, entry, 'accounts.json'],
  inSubscription: (entry: string, file: string) => [FOLDER, entry, file],
  deployments: ({ subscriptionId, resourceGroup, name }: AccountPlace) => [
    FOLDER,
    `${SUBSCRIPTION_PREFIX}${plain(subscriptionId)}`,
    `${ACCOUNT_PREFIX}${plain(resourceGroup)}+${plain(name)}.json`,
  ],
} as const;

export function readAccounts(text: string | null): readonly KnownAccount[] {
  return rows(text, 'accounts').map((row) => ({
    subscriptionId: textIn(row, 'subscriptionId'),
    resourceGroup: textIn(row, 'resourceGroup'),
    name: textIn(row, 'name'),
    location: textIn(row, 'location'),
  }));
}

export function readSubscriptions(text: string | null): readonly KnownSubscription[] {
  return rows(text, 'subscriptions').map((row) => ({ id: textIn(row, 'id'), name: textIn(row, 'name') }));
}

/** The account stands in the file, because its name is only encoded in that of the file. */
export function readDeployments(text: string | null) {
  const file = parseJson(text);
  return {
    account: isRecord(file) ? textIn(file, 'account') : '',
    resourceGroup: isRecord(file) ? textIn(file, 'resourceGroup') : '',
    deployments: rows(text, 'deployments').map(
      (row): KnownDeployment => ({
        name: textIn(row, 'name'),
        model: textIn(row, 'model'),
        version: textIn(row, 'version'),
        sku: textIn(row, 'sku'),
      }),
    ),
  };
}

function rows(text: string | null, key: string) {
  const file = parseJson(text);
  return isRecord(file) ? recordsIn(file[key]) : [];
}
