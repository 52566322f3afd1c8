import type { Account } from '../core/control-plane.js';
import type { Session } from '../session.js';

/** Settings of a flag that decide whom a command speaks to. */
const KEPT = [
  ['tenant', '--tenant'],
  ['cloud', '--cloud'],
  ['auth', '--auth'],
] as const;

/**
 * The words that make a command reach the same account from any folder, shell and configuration. None for the
 * account that the sandbox has by itself.
 */
export function sameTarget({ settings }: Session, account: Account): readonly string[] {
  if (settings.origins.account.kind === 'sandbox') return [];
  return [
    ...(settings.sandbox ? [] : ['-s', account.subscriptionId]),
    ...['-g', account.resourceGroup, '-a', account.account],
    ...KEPT.flatMap(([name, flag]) => {
      const value = settings[name];
      return settings.origins[name].kind === 'flag' && value !== null ? [flag, value] : [];
    }),
  ];
}
