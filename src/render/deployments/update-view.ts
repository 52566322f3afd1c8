import type { Difference } from '../../core/deployments/difference.js';
import { renderCard } from '../card.js';
import type { Theme } from '../theme.js';

export interface UpdateResult {
  readonly action: 'updated' | 'accepted' | 'planned' | 'none';
  readonly name: string;
  readonly account: string;
  readonly changes: readonly Difference[];
}

type Changes = Pick<UpdateResult, 'name' | 'account' | 'changes'>;

export function changePlanView({ name, account, changes }: Changes, theme: Theme): string {
  return renderCard(
    `Change ${name} in ${account}`,
    changes.map((row) => [row.field, `${row.existing} ${theme.symbols.arrow} ${row.wanted}`]),
    theme,
  );
}

export function deploymentsUpdateView(result: UpdateResult, theme: Theme): string {
  // What was done has been said on stderr.
  return result.action === 'planned' ? changePlanView(result, theme) : '';
}
