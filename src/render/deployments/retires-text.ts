import { daysUntil, nearnessOf } from '../../core/catalog/retirement.js';
import type { PortalAddress } from '../../core/portal.js';
import type { Theme } from '../theme.js';

export interface DeploymentFacts {
  /** YYYY-MM-DD */
  readonly today: string;
  readonly portal: PortalAddress;
}

/** `2026-10-01 (39 d)` when that is near, `2026-08-01 (past)`, else the day alone; empty without one. */
export function retiresText(retires: string | null, today: string): string {
  if (retires === null) return '';
  const nearness = nearnessOf(retires, today);
  if (nearness === 'past') return `${retires} (past)`;
  return nearness === 'near' ? `${retires} (${daysUntil(retires, today)} d)` : retires;
}

export function styleRetires(text: string, retires: string | null, today: string, theme: Theme): string {
  const nearness = nearnessOf(retires, today);
  if (nearness === 'far') return text;
  return nearness === 'past' ? theme.style.red(text) : theme.style.yellow(text);
}
