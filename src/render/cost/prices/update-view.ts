import type { RejectedPrice, UnreadMeterName } from '../../../core/pricing/feed/types.js';
import { renderCard } from '../../card.js';
import type { Theme } from '../../theme.js';
import { renderLeftOut } from './left-out.js';

interface Update {
  readonly source: string;
  readonly date: string;
  readonly currency: string;
  readonly path: string;
  readonly pages: number;
  readonly feedRows: number;
  readonly prices: number;
  readonly models: number;
  readonly setAside: Readonly<Record<string, number>>;
  readonly rejected: readonly RejectedPrice[];
  readonly unread: readonly UnreadMeterName[];
}

/** What was pulled, what became of it, and what was left out. */
export function pricesUpdateView(update: Update, theme: Theme): string {
  const card = renderCard(
    `Prices of ${update.date}`,
    [
      ['Source', update.source],
      ['Pulled', `${update.feedRows} rows in ${update.pages} pages`],
      ['Prices', `${update.prices} of ${update.models} models, in ${update.currency}`],
      ['Set aside', setAsideText(update.setAside)],
      ['Rejected', String(update.rejected.length)],
      ['Not understood', String(update.unread.length)],
      ['File', update.path],
    ],
    theme,
  );
  const leftOut = renderLeftOut(update, theme);
  return leftOut === '' ? card : `${card}\n${leftOut}`;
}

/** `483 finetune-inference, 83 media`: what is not billed per token of a base model. */
export function setAsideText(setAside: Readonly<Record<string, number>>): string {
  return Object.entries(setAside)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
