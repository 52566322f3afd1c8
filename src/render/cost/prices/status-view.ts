import type { RejectedPrice, UnreadMeterName } from '../../../core/pricing/feed/types.js';
import { renderCard } from '../../card.js';
import type { Theme } from '../../theme.js';
import { renderLeftOut } from './left-out.js';
import { setAsideText } from './update-view.js';

export interface PricesStatus {
  /** The prices in use. */
  readonly origin: 'bundled' | 'updated';
  readonly date: string;
  readonly ageDays: number;
  readonly isOld: boolean;
  readonly source: string;
  readonly currency: string;
  readonly prices: number;
  readonly models: number;
  readonly bundledDate: string;
  /** The file of the update, if one is used. */
  readonly path: string | null;
  /** Published prices that the update did not take. Empty for the bundled prices. */
  readonly rejected: readonly RejectedPrice[];
  /** Meter names that the update did not understand. */
  readonly unread: readonly UnreadMeterName[];
  /** Rows of the feed that are no token price, by what they are. */
  readonly setAside: Readonly<Record<string, number>>;
}

/** Which prices are in use, their age, and what the update left out. */
export function pricesStatusView(status: PricesStatus, theme: Theme): string {
  const isUpdated = status.origin === 'updated';
  const card = renderCard(
    isUpdated ? 'Updated prices' : 'Prices that come with aimi',
    [
      ['Date', `${status.date}, ${ageText(status, theme)}`],
      ['Source', status.source],
      ['Prices', `${status.prices} of ${status.models} models, in ${status.currency}`],
      ['Bundled', isUpdated ? `of ${status.bundledDate}` : ''],
      ['Set aside', setAsideText(status.setAside)],
      ['Rejected', isUpdated ? String(status.rejected.length) : ''],
      ['Not understood', isUpdated ? String(status.unread.length) : ''],
      ['File', status.path ?? ''],
    ],
    theme,
  );
  const leftOut = renderLeftOut(status, theme);
  return leftOut === '' ? card : `${card}\n${leftOut}`;
}

function ageText({ ageDays, isOld }: PricesStatus, theme: Theme): string {
  const age = ageDays === 1 ? '1 day old' : `${ageDays} days old`;
  return isOld ? theme.style.yellow(`${age}: update with aimi cost prices update`) : age;
}
