import { AimiError } from '../../errors.js';
import type { BillingScope, Budget, BudgetAlert, BudgetGrain, BudgetSettings } from '../billing-plane.js';
import { canonicalDecimal, compareDecimals } from '../money/decimal.js';

export interface BudgetWish {
  readonly name: string;
  readonly amount: string;
  readonly grain: BudgetGrain;
  readonly start: string | null;
  readonly alerts: readonly string[];
  readonly emails: readonly string[];
  readonly resourceId: string | null;
}

export interface BudgetPlan extends BudgetSettings {
  readonly action: 'create' | 'update' | 'none';
  readonly name: string;
  /** `subscription X`, `resource group Y`. */
  readonly scope: string;
  /** Amount of the budget that is there; null for a new one. */
  readonly amountBefore: string | null;
  readonly currency: string | null;
}

/**
 * Five notices of each kind: the .NET reference of BudgetData.Notifications, 2026-11-23. The largest percentage is
 * from memory of the REST reference and was not seen again; the service has the last word.
 */
const MOST_ALERTS_OF_A_KIND = 5;
const MOST_PERCENT = 1000;

/** Letters, digits, hyphens and underscores; 1 to 63 of them. */
export function checkBudgetName(name: string): string {
  if (/^[A-Za-z0-9_-]{1,63}$/.test(name)) return name;
  throw new AimiError('invalid-value', {
    message: `'${name}' cannot be the name of a budget: it takes 1 to 63 letters, digits, hyphens or underscores.`,
    details: { name },
  });
}

/** Checks the wish and fills in what was left open. `invalid-value` for what the service would refuse. */
export function budgetSettings(wish: BudgetWish, today: string): BudgetSettings {
  const amount = canonicalDecimal(wish.amount.replaceAll(/[_,](?=\d{3})/g, ''));
  if (amount === null || compareDecimals(amount, '0') <= 0) {
    throw invalid(`--amount ${wish.amount} is not an amount above 0`, '--amount 100');
  }
  const start = wish.start ?? `${today.slice(0, 7)}-01`;
  if (!start.endsWith('-01')) {
    throw invalid(
      `A budget begins on the first of a month, not on ${start}`,
      `--start ${start.slice(0, 7)}-01`,
    );
  }
  const alerts = wish.alerts.map(readAlert);
  for (const on of ['actual', 'forecast'] as const) {
    if (alerts.filter((alert) => alert.on === on).length > MOST_ALERTS_OF_A_KIND) {
      throw invalid(`A budget takes ${MOST_ALERTS_OF_A_KIND} ${on} alerts at most`, '--alert 80,100');
    }
  }
  const wrong = wish.emails.find((email) => !/^[^\s@]+@[^\s@]+$/.test(email));
  if (wrong !== undefined) throw invalid(`'${wrong}' is not a mail address`, '--email ops@contoso.com');
  return {
    amount,
    grain: wish.grain,
    start,
    alerts: distinct(alerts),
    emails: wish.emails,
    resourceId: wish.resourceId,
  };
}

/** What creating the budget would do beside the one of that name. The start of an existing budget stays. */
export function planBudget(
  name: string,
  wanted: BudgetSettings,
  scope: BillingScope,
  existing: Budget | null,
): BudgetPlan {
  const settings = existing === null ? wanted : { ...wanted, start: existing.start };
  const isSame = existing !== null && isSameBudget(existing, settings);
  return {
    action: existing === null ? 'create' : isSame ? 'none' : 'update',
    name,
    scope: scopeText(scope),
    ...settings,
    amountBefore: existing?.amount ?? null,
    currency: existing?.currency ?? null,
  };
}

/** Whether a budget is as wished; its start and names of alerts aside, which the service keeps or makes. */
export function isSameBudget(budget: Budget, wished: BudgetSettings): boolean {
  return fingerprint(budget) === fingerprint(wished);
}

export function scopeText({ subscriptionId, resourceGroup }: BillingScope): string {
  return resourceGroup === null ? `subscription ${subscriptionId}` : `resource group ${resourceGroup}`;
}

/** `80`, `forecast:110`. */
function readAlert(text: string): BudgetAlert {
  const match = /^(?:(forecast|actual):)?(\d+(?:\.\d{1,2})?)%?$/i.exec(text.trim());
  const percent = Number(match?.[2]);
  if (match === null || percent <= 0 || percent > MOST_PERCENT) {
    throw invalid(`'${text}' is not a threshold in per cent`, '--alert 80,100,forecast:110');
  }
  return { percent, on: match[1]?.toLowerCase() === 'forecast' ? 'forecast' : 'actual' };
}

function distinct(alerts: readonly BudgetAlert[]): readonly BudgetAlert[] {
  const seen = new Map(alerts.map((alert) => [`${alert.on}${alert.percent}`, alert]));
  return [...seen.values()].sort((a, b) => a.on.localeCompare(b.on) || a.percent - b.percent);
}

function fingerprint(budget: BudgetSettings | Budget): string {
  const { amount, grain, alerts, emails, resourceId } = budget;
  return JSON.stringify([
    canonicalDecimal(amount),
    grain.toLowerCase(),
    distinct(alerts),
    emails.map((email) => email.toLowerCase()).sort(),
    resourceId?.toLowerCase() ?? null,
  ]);
}

function invalid(message: string, example: string): AimiError {
  return new AimiError('invalid-value', { message: `${message}.`, hint: `For example: ${example}` });
}
