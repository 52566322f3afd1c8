import {
  BUDGET_GRAINS,
  type Budget,
  type BudgetAlert,
  type BudgetGrain,
  type BudgetSettings,
} from '../core/billing-plane.js';
import { canonicalDecimal } from '../core/money/decimal.js';
import { stripControls } from '../core/text.js';
import {
  dayAt,
  demandObject,
  demandText,
  isObject,
  listAt,
  objectAt,
  textAt,
  type WireObject,
} from './wire-value.js';

const WIRE_GRAINS: Readonly<Record<BudgetGrain, string>> = {
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  annually: 'Annually',
};

/**
 * Body of a PUT. The amount is a JSON number there; ours has few digits, so its shortest text is the same.
 * After the Consumption REST reference, Budgets - Create Or Update; its eTag is optional, "as a form of concurrency
 * control" (learn.microsoft.com/rest/api/consumption/budgets, 2026-11-23). Not tried against Azure itself.
 */
export function budgetBody(settings: BudgetSettings, etag: string | null): unknown {
  const { amount, grain, start, alerts, emails, resourceId } = settings;
  return {
    ...(etag === null ? {} : { eTag: etag }),
    properties: {
      category: 'Cost',
      amount: Number(amount),
      timeGrain: WIRE_GRAINS[grain],
      timePeriod: { startDate: `${start}T00:00:00Z` },
      ...(resourceId === null
        ? {}
        : { filter: { dimensions: { name: 'ResourceId', operator: 'In', values: [resourceId] } } }),
      notifications: Object.fromEntries(
        alerts.map((alert) => [alertKey(alert), notification(alert, emails)]),
      ),
    },
  };
}

export function mapBudget(value: unknown): Budget {
  const row = demandObject(value, 'a budget that is no object');
  const properties = objectAt(row, 'properties');
  const period = objectAt(properties, 'timePeriod');
  const spent = objectAt(properties, 'currentSpend');
  const notices = Object.values(objectAt(properties, 'notifications')).filter(isObject);
  return {
    name: stripControls(demandText(row, 'name', 'a budget')),
    id: textAt(row, 'id') ?? '',
    amount: decimalAt(properties, 'amount') ?? '0',
    grain: grainOf(textAt(properties, 'timeGrain') ?? ''),
    start: dayAt(period, 'startDate') ?? '',
    end: dayAt(period, 'endDate'),
    spent: decimalAt(spent, 'amount'),
    forecast: decimalAt(objectAt(properties, 'forecastSpend'), 'amount'),
    currency: textAt(spent, 'unit'),
    alerts: notices.filter((notice) => notice.enabled !== false).map(alertOf),
    emails: [...new Set(notices.flatMap((notice) => listAt(notice, 'contactEmails').map(String)))],
    resourceId: filteredResource(properties),
    etag: textAt(row, 'eTag') ?? textAt(row, 'etag'),
  };
}

function alertKey({ percent, on }: BudgetAlert): string {
  return `${on}_GreaterThanOrEqualTo_${String(percent).replace('.', '_')}_Percent`;
}

function notification({ percent, on }: BudgetAlert, emails: readonly string[]): unknown {
  return {
    enabled: true,
    operator: 'GreaterThanOrEqualTo',
    threshold: percent,
    thresholdType: on === 'forecast' ? 'Forecasted' : 'Actual',
    contactEmails: emails,
  };
}

function alertOf(notice: WireObject): BudgetAlert {
  const isForecast = textAt(notice, 'thresholdType')?.toLowerCase() === 'forecasted';
  return { percent: Number(notice.threshold ?? 0), on: isForecast ? 'forecast' : 'actual' };
}

function grainOf(text: string): Budget['grain'] {
  return BUDGET_GRAINS.find((grain) => WIRE_GRAINS[grain] === text) ?? text;
}

/** The one resource of `filter`; null for no filter and for filters that aimi does not make. */
function filteredResource(properties: WireObject): string | null {
  const dimensions = objectAt(objectAt(properties, 'filter'), 'dimensions');
  const [first] = listAt(dimensions, 'values');
  return textAt(dimensions, 'name') === 'ResourceId' && typeof first === 'string' ? first : null;
}

function decimalAt(source: WireObject, key: string): string | null {
  const value = source[key];
  return typeof value === 'number' || typeof value === 'string' ? canonicalDecimal(String(value)) : null;
}
