import { stripControls } from '../../../core/text.js';
import type { Theme } from '../../theme.js';

export interface BudgetDeleteResult {
  readonly action: 'deleted' | 'planned';
  readonly name: string;
  readonly scope: string;
}

/** The deletion itself is told on stderr; here is only what a dry run would do. */
export function budgetDeleteView({ action, name, scope }: BudgetDeleteResult, theme: Theme): string {
  if (action === 'deleted') return '';
  return `${theme.symbols.bullet} would delete budget ${stripControls(name)} of ${scope}\n`;
}
