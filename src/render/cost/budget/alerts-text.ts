import type { BudgetAlert } from '../../../core/billing-plane.js';

/** `80%, 100%, forecast 110%`. */
export function alertsText(alerts: readonly BudgetAlert[]): string {
  return alerts.map(({ percent, on }) => `${on === 'forecast' ? 'forecast ' : ''}${percent}%`).join(', ');
}
