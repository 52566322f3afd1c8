import type { FileValues } from './config-file.js';

/** Subscription, group and account are one address; the names that stronger places give for it. */
export interface NamedTarget {
  readonly subscription: string | null;
  readonly resourceGroup: string | null;
  readonly account: string | null;
}

/**
 * What a file or profile still says when stronger places name a part of its address otherwise: another
 * subscription makes its group and account wrong, another group its account, another account its group.
 * Without this `aimi accounts list -s OTHER` would look for the remembered group in a foreign subscription.
 */
export function holdTogether(values: FileValues, stronger: NamedTarget): FileValues {
  const differs = (name: keyof NamedTarget): boolean => {
    const own = values.get(name)?.text;
    const other = stronger[name];
    return own !== undefined && other !== null && own.toLowerCase() !== other.toLowerCase();
  };
  const isElsewhere = differs('subscription');
  const kept = new Map(values);
  if (isElsewhere || differs('account')) kept.delete('resourceGroup');
  if (isElsewhere || differs('resourceGroup')) kept.delete('account');
  return kept;
}

/** The address after a weaker place has filled in what was missing. */
export function withTarget(stronger: NamedTarget, values: FileValues): NamedTarget {
  const pick = (name: keyof NamedTarget): string | null => stronger[name] ?? values.get(name)?.text ?? null;
  return {
    subscription: pick('subscription'),
    resourceGroup: pick('resourceGroup'),
    account: pick('account'),
  };
}
