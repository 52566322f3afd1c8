import type { Environment } from '../context.js';
import { parseAccountId } from '../core/account-id.js';
import type { ConfigKeys } from './read-keys.js';

/** What the line works on, as far as that can be told without asking. */
export interface Where {
  readonly isSandbox: boolean;
  readonly subscription: string | null;
  readonly resourceGroup: string | null;
  readonly account: string | null;
  readonly profile: string | null;
}

type Target = 'subscription' | 'resourceGroup' | 'account';

/** Flags and variables as in src/config/rules.ts; a test compares them. */
export const TARGETS: Readonly<
  Record<Target, { readonly flags: readonly string[]; readonly variables: readonly string[] }>
> = {
  subscription: {
    flags: ['--subscription', '-s'],
    variables: ['AIMI_SUBSCRIPTION', 'AZURE_SUBSCRIPTION_ID'],
  },
  resourceGroup: {
    flags: ['--resource-group', '-g'],
    variables: ['AIMI_RESOURCE_GROUP', 'AZURE_RESOURCE_GROUP', 'AZURE_DEFAULTS_GROUP'],
  },
  account: { flags: ['--account', '-a'], variables: ['AIMI_ACCOUNT'] },
};

const YES = ['true', '1', 'yes', 'on'];

/** The value of a flag on an unfinished line: `--account x`, `--account=x`, `-a x`, `-ax`; the last one counts. */
export function flagOf(words: readonly string[], names: readonly string[]): string | null {
  let found: string | null = null;
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      if (word === name) found = words[index + 1] ?? found;
      else if (name.startsWith('--') ? word.startsWith(`${name}=`) : isAttached(word, name))
        found = word.slice(name.startsWith('--') ? name.length + 1 : name.length);
    }
  }
  return found;
}

function isAttached(word: string, short: string): boolean {
  return word.startsWith(short) && word.length > 2;
}

/** Flag, AIMI_*, AZURE_*, project file, profile, user file; in the sandbox nothing but flags and AIMI_*. */
export function findWhere(
  words: readonly string[],
  env: Environment,
  projectFile: ConfigKeys,
  userFile: ConfigKeys,
): Where {
  const sandbox = env.AIMI_SANDBOX ?? userFile.get('sandbox') ?? '';
  const isSandbox = words.includes('--sandbox') || YES.includes(sandbox.toLowerCase());
  const profile =
    flagOf(words, ['--profile']) ||
    env.AIMI_PROFILE ||
    projectFile.get('profile') ||
    userFile.get('profile') ||
    null;
  const target = (name: Target): string | null => {
    const { flags, variables } = TARGETS[name];
    const own = variables.filter((variable) => !isSandbox || variable.startsWith('AIMI_'));
    const said = flagOf(words, flags) || own.map((variable) => env[variable]).find((value) => value);
    if (said || isSandbox) return said || null;
    const inProfile = profile === null ? undefined : userFile.get(`profiles\n${profile}\n${name}`);
    return projectFile.get(name) || inProfile || userFile.get(name) || null;
  };
  const account = target('account');
  const byId = account === null ? null : parseAccountId(account);
  return {
    isSandbox,
    profile,
    subscription: byId?.subscriptionId ?? target('subscription'),
    resourceGroup: byId?.resourceGroup ?? target('resourceGroup'),
    account: byId?.account ?? account,
  };
}
