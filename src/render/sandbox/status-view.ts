import { renderCard } from '../card.js';
import { renderColumns } from '../columns.js';
import type { Theme } from '../theme.js';

/** What the sandbox holds. */
export interface SandboxStatus {
  readonly statePath: string;
  readonly subscription: string;
  readonly accounts: readonly {
    readonly name: string;
    readonly kind: string;
    readonly location: string;
    readonly deployments: readonly string[];
  }[];
  readonly scenarios: readonly {
    readonly id: string;
    /** Null for ever. */
    readonly remaining: number | null;
    readonly seconds: number;
  }[];
}

export function sandboxStatusView(data: SandboxStatus, theme: Theme): string {
  const scenarios = data.scenarios.map((one) => `${one.id} (${timesText(one.remaining)})`).join(', ');
  const card = renderCard(
    'aimi sandbox',
    [
      ['state', data.statePath],
      ['subscription', data.subscription],
      ['scenarios', scenarios === '' ? 'none' : scenarios],
    ],
    theme,
  );
  const accounts = renderColumns(
    [
      { header: 'ACCOUNT', style: 'bold' },
      { header: 'KIND' },
      { header: 'REGION' },
      { header: 'DEPLOYMENTS', shrink: 1 },
    ],
    data.accounts.map((one) => [one.name, one.kind, one.location, one.deployments.join(', ') || '-']),
    theme,
  );
  return `${card}\n${accounts}`;
}

/** How long a scenario lasts. */
export function timesText(times: number | null): string {
  if (times === null) return 'until cleared';
  return times === 1 ? '1 request' : `${times} requests`;
}
