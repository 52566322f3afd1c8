import * as v from 'valibot';
import { sumDecimals } from '../core/money/decimal.js';
import { type ChargeScope, daysBilled, isInScope, scopeOf } from './cost-management.js';
import { chargesOn } from './cost-management-charges.js';
import { type Exchange, type Handler, list, ok, param } from './exchange.js';
import { guidFrom, type Refusal, refuse } from './reply.js';
import { fold, type SandboxBudget } from './state.js';

const BudgetBody = v.object({
  eTag: v.optional(v.string()),
  properties: v.looseObject({
    category: v.literal('Cost'),
    amount: v.number(),
    timeGrain: v.picklist(['Monthly', 'Quarterly', 'Annually']),
    timePeriod: v.object({ startDate: v.string(), endDate: v.optional(v.string()) }),
    notifications: v.optional(v.record(v.string(), v.looseObject({ contactEmails: v.array(v.string()) }))),
  }),
});

/** GET {scope}/providers/Microsoft.Consumption/budgets */
export const listBudgets: Handler = (exchange) => {
  const scope = scopeOf(exchange);
  return list(
    exchange,
    budgetsOf(exchange, scope).map((budget) => bodyOf(exchange, scope, budget)),
  );
};

/** GET .../budgets/{budget} */
export const getBudget: Handler = (exchange) => {
  const scope = scopeOf(exchange);
  return ok(exchange, bodyOf(exchange, scope, requireBudget(exchange, scope)));
};

/** PUT .../budgets/{budget}: 201 for a new one; replacing wants the eTag of the one that is there (Azure calls it optional; the sandbox is the stricter). */
export const putBudget: Handler = (exchange) => {
  const scope = scopeOf(exchange);
  const input = v.safeParse(BudgetBody, exchange.body);
  if (!input.success) throw refuse(400, '400', `Invalid budget: ${input.issues[0].message}`);
  const { eTag, properties } = input.output;
  const start = properties.timePeriod.startDate.slice(0, 10);
  if (!start.endsWith('-01')) throw refuse(400, '400', 'Start date must be on the first of the month.');
  const hasContact = Object.values(properties.notifications ?? {}).every(
    ({ contactEmails }) => contactEmails.length > 0,
  );
  if (!hasContact) throw refuse(400, '400', 'A notification needs a contact email or a contact group.');
  const before = budgetsOf(exchange, scope).find((one) => fold(one.name) === fold(param(exchange, 'budget')));
  if (before !== undefined && eTag !== before.etag) {
    throw refuse(412, 'PreconditionFailed', 'The eTag of the budget is missing or not the latest.');
  }
  const budget: SandboxBudget = {
    scope: fold(scope.path),
    name: before?.name ?? param(exchange, 'budget'),
    etag: `"${guidFrom('budget', scope.path, JSON.stringify(properties), exchange.now.toISOString())}"`,
    properties: {
      ...properties,
      timePeriod: {
        startDate: `${start}T00:00:00Z`,
        endDate: properties.timePeriod.endDate ?? tenYearsOn(start),
      },
    },
  };
  const others = (exchange.state.budgets ?? []).filter((one) => one !== before);
  const state = { ...exchange.state, budgets: [...others, budget] };
  const body = bodyOf({ ...exchange, state }, scope, budget);
  return { state, reply: { status: before === undefined ? 201 : 200, body } };
};

/** DELETE .../budgets/{budget} */
export const deleteBudget: Handler = (exchange) => {
  const scope = scopeOf(exchange);
  const budget = requireBudget(exchange, scope);
  const { state } = exchange;
  const budgets = (state.budgets ?? []).filter((one) => one !== budget);
  return { state: { ...state, budgets }, reply: { status: 200, body: null } };
};

function budgetsOf({ state }: Exchange, scope: ChargeScope): readonly SandboxBudget[] {
  return (state.budgets ?? []).filter((one) => one.scope === fold(scope.path));
}

function requireBudget(exchange: Exchange, scope: ChargeScope): SandboxBudget {
  const name = param(exchange, 'budget');
  const found = budgetsOf(exchange, scope).find((one) => fold(one.name) === fold(name));
  if (found === undefined) throw noBudget(name);
  return found;
}

/** No recording shows the words of the service for it. */
function noBudget(name: string): Refusal {
  return refuse(404, '404', `Budget '${name}' was not found.`);
}

function bodyOf(exchange: Exchange, scope: ChargeScope, budget: SandboxBudget): unknown {
  return {
    id: `${scope.path}/providers/Microsoft.Consumption/budgets/${budget.name}`,
    name: budget.name,
    type: 'Microsoft.Consumption/budgets',
    eTag: budget.etag,
    properties: {
      ...budget.properties,
      currentSpend: { amount: Number(spent(exchange, scope, budget)), unit: 'USD' },
    },
  };
}

/** Charges of the current period that the budget looks at. */
function spent(exchange: Exchange, scope: ChargeScope, { properties }: SandboxBudget): string {
  const today = exchange.now.toISOString().slice(0, 10);
  const start = String(properties.timePeriod.startDate).slice(0, 10);
  const first = periodStart(today, properties.timeGrain);
  const days = daysBilled(first, today, exchange.now).filter((day) => day >= start);
  const [resource] = /"values":\["([^"]+)"\]/.exec(JSON.stringify(properties.filter ?? null))?.slice(1) ?? [];
  const own = chargesOn(exchange.state, exchange.catalog, days).filter(
    (charge) =>
      isInScope(charge, scope) &&
      (resource === undefined || fold(charge.dimensions.resourceid ?? '') === fold(resource)),
  );
  return sumDecimals(own.map(({ cost }) => cost));
}

function periodStart(today: string, grain: string): string {
  const [year = '', month = ''] = today.split('-');
  if (grain === 'Annually') return `${year}-01-01`;
  const first = grain === 'Quarterly' ? Math.floor((Number(month) - 1) / 3) * 3 + 1 : Number(month);
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

function tenYearsOn(start: string): string {
  return `${Number(start.slice(0, 4)) + 10}${start.slice(4)}T00:00:00Z`;
}
