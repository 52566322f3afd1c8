import * as v from 'valibot';
import { addDays } from '../core/billing/period.js';
import { sumDecimals } from '../core/money/decimal.js';
import { type Charge, chargesOn } from './cost-management-charges.js';
import { type CostQueryBody, CostQueryShape, DIMENSION_NAMES, passes } from './cost-management-query.js';
import { FIRST_BILLED_DAY } from './cost-management-usage.js';
import { type Exchange, type Handler, ok, requireGroup, requireSubscription } from './exchange.js';
import { guidFrom, refuse } from './reply.js';

const PAGE_ROWS = 1000;

/**
 * POST {scope}/providers/Microsoft.CostManagement/query, of a subscription or a group. Charges are those up to
 * yesterday; the answer has the columns in the order of the service: aggregations, day, groups, currency.
 */
export const queryCosts: Handler = (exchange) => {
  const scope = scopeOf(exchange);
  const body = v.safeParse(CostQueryShape, exchange.body);
  if (!body.success) throw invalidQuery(`Invalid query definition: ${body.issues[0].message}`);
  const query = body.output;
  const groups = query.dataset.grouping ?? [];
  const wrong = groups.find(
    ({ type, name }) =>
      type === 'Dimension' && !DIMENSION_NAMES.some((known) => known.toLowerCase() === name.toLowerCase()),
  );
  if (wrong !== undefined) {
    throw invalidQuery(
      `Invalid dataset grouping: '${wrong.name}'; valid values: '${DIMENSION_NAMES.join("','")}'.`,
    );
  }
  const charges = chargesOn(exchange.state, exchange.catalog, billedDays(query, exchange.now)).filter(
    (charge) => isInScope(charge, scope) && passes(charge, query.dataset.filter),
  );
  const { columns, rows } = tableOf(query, charges);
  const from = Number(exchange.query.get('$skiptoken') ?? '0');
  const isMore = rows.length > from + PAGE_ROWS;
  const name = guidFrom('query', exchange.now.toISOString());
  return ok(exchange, {
    id: `${scope.path.slice(1)}/providers/Microsoft.CostManagement/query/${name}`,
    name,
    type: 'Microsoft.CostManagement/query',
    location: null,
    sku: null,
    eTag: null,
    properties: {
      nextLink: isMore
        ? `${exchange.origin}${exchange.path}?api-version=${exchange.apiVersion}&$skiptoken=${from + PAGE_ROWS}`
        : null,
      columns,
      rows: rows.slice(from, from + PAGE_ROWS),
    },
  });
};

export interface ChargeScope {
  readonly path: string;
  readonly subscriptionId: string;
  /** Lower case; null for the whole subscription. */
  readonly group: string | null;
}

export function scopeOf(exchange: Exchange): ChargeScope {
  const subscriptionId = requireSubscription(exchange);
  if (exchange.params.group === undefined) {
    return { path: `/subscriptions/${subscriptionId}`, subscriptionId, group: null };
  }
  const { name } = requireGroup(exchange);
  const path = `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
  return { path, subscriptionId, group: name.toLowerCase() };
}

export function isInScope({ dimensions }: Charge, { subscriptionId, group }: ChargeScope): boolean {
  return (
    dimensions.subscriptionid === subscriptionId && (group === null || dimensions.resourcegroup === group)
  );
}

/** Whole days that are over, from the first that the sandbox bills. */
export function daysBilled(from: string, to: string, now: Date): readonly string[] {
  const yesterday = addDays(now.toISOString().slice(0, 10), -1);
  const last = to < yesterday ? to : yesterday;
  const days: string[] = [];
  for (let day = from > FIRST_BILLED_DAY ? from : FIRST_BILLED_DAY; day <= last; day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}

function billedDays({ timePeriod }: CostQueryBody, now: Date): readonly string[] {
  const [from, to] = [timePeriod.from.slice(0, 10), timePeriod.to.slice(0, 10)];
  if (Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(to)) || from > to) {
    throw invalidQuery('Invalid query definition: the time period cannot be read.');
  }
  if (Date.parse(to) - Date.parse(from) > 366 * 86_400_000) {
    throw invalidQuery('The time period for pulling the data cannot exceed 1 year(s)');
  }
  return daysBilled(from, to, now);
}

function tableOf({ dataset }: CostQueryBody, charges: readonly Charge[]) {
  const isDaily = dataset.granularity === 'Daily';
  const groups = dataset.grouping ?? [];
  const sums = Object.values(dataset.aggregation);
  const grouped = new Map<
    string,
    { readonly key: readonly (string | number)[]; readonly charges: Charge[] }
  >();
  for (const charge of charges) {
    const key = [
      ...(isDaily ? [Number(charge.day.replaceAll('-', ''))] : []),
      ...groups.flatMap(({ type, name }) =>
        type === 'Dimension'
          ? [charge.dimensions[name.toLowerCase()] ?? '']
          : [name, charge.tags[name] ?? ''],
      ),
      'USD',
    ];
    const text = JSON.stringify(key);
    const group = grouped.get(text) ?? { key, charges: [] };
    group.charges.push(charge);
    grouped.set(text, group);
  }
  const column = (name: string, type = 'String') => ({ name, type });
  return {
    columns: [
      ...sums.map(({ name }) => column(name, 'Number')),
      ...(isDaily ? [column('UsageDate', 'Number')] : []),
      ...groups.flatMap(({ type, name }) =>
        type === 'Dimension' ? [column(spelt(name))] : [column('TagKey'), column('TagValue')],
      ),
      column('Currency'),
    ],
    rows: [...grouped.values()].map(({ key, charges: own }) => [
      ...sums.map(({ name }) =>
        Number(sumDecimals(own.map((charge) => (name === 'UsageQuantity' ? charge.quantity : charge.cost)))),
      ),
      ...key,
    ]),
  };
}

/** `MeterSubcategory` comes back as `MeterSubCategory`. */
function spelt(name: string): string {
  return name === 'MeterSubcategory' ? 'MeterSubCategory' : name;
}

function invalidQuery(message: string) {
  return refuse(400, 'BadRequest', message);
}
