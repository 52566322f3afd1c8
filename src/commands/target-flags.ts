import type { AccountRef } from '../core/control-plane.js';
import type { Session } from '../session.js';

/** The flags that make a suggested command reach the same account from any folder and shell. */
export function targetFlags(session: Session, ref: AccountRef): string {
  // In the sandbox the account is there without flags; run.ts adds --sandbox to every suggested command.
  if (session.settings.sandbox) return '';
  const flags = [`-g ${ref.resourceGroup}`, `-a ${ref.account}`];
  if (session.settings.origins.subscription.kind === 'flag') flags.unshift(`-s ${ref.subscriptionId}`);
  return flags.join(' ');
}

/** `aimi deployments show NAME -g G -a A`. */
export function suggest(session: Session, ref: AccountRef, command: string): string {
  return `aimi ${command} ${targetFlags(session, ref)}`.trimEnd();
}
