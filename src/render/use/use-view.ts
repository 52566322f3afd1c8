import { renderCard } from '../card.js';
import type { Theme } from '../theme.js';

/** What is remembered now; the JSON of `aimi use`. */
export interface UseResult {
  readonly action: 'remembered' | 'switched' | 'cleared';
  /** Null: the top level of the file. */
  readonly profile: string | null;
  /** Commands without flags work on it from now on. */
  readonly isInUse: boolean;
  readonly subscription: string | null;
  readonly subscriptionName: string | null;
  readonly resourceGroup: string | null;
  readonly account: string | null;
  readonly kind: string | null;
  readonly location: string | null;
  readonly path: string;
}

/** What is used from now on; nothing after a clear. */
export function useView(data: UseResult, theme: Theme): string {
  if (data.action === 'cleared') return '';
  const { subscription, subscriptionName } = data;
  const named = subscriptionName === null || subscriptionName === '' ? null : subscriptionName;
  return renderCard(
    data.account ?? 'no account',
    [
      ['subscription', named === null ? (subscription ?? '') : `${named} (${subscription ?? ''})`],
      ['group', data.resourceGroup ?? ''],
      ['region', data.location ?? ''],
      ['kind', data.kind ?? ''],
      ['profile', data.profile ?? ''],
      ['written to', data.path],
    ],
    theme,
  );
}
