import type { ArmErrorContext } from '../core/arm-errors/fault.js';
import { isSameBudget } from '../core/billing/budget.js';
import { costQueryBody } from '../core/billing/cost-query.js';
import type { BilledRow, BillingPlane, BillingScope } from '../core/billing-plane.js';
import type { ArmClient } from './client.js';
import { budgetBody, mapBudget } from './cost-management-budgets.js';
import { mapCostPage } from './cost-management-rows.js';
import { readPages } from './pages.js';
import { billingScopePath, budgetPath, budgetsPath } from './paths.js';
import { faultOf, refusalOf } from './translate.js';
import { demandList, unexpectedAnswer } from './wire-value.js';

/**
 * Stable versions (folders of Azure/azure-rest-api-specs and learn.microsoft.com/rest/api/consumption, 2026-11-23);
 * there are newer ones of the query. None was tried against Azure itself.
 */
const QUERY_API_VERSION = '2023-11-01';
const BUDGETS_API_VERSION = '2024-08-01';
/** A result longer than this is a loop of nextLinks. */
const MOST_PAGES = 500;

type Run = <T>(
  context: ArmErrorContext,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** Cost Management and Consumption over the pipeline of the control plane; `run` is its frame for failures. */
export function createBillingPlane(arm: ArmClient, run: Run): BillingPlane {
  const url = (path: string, version: string): string => `${arm.endpoint.url}${path}?api-version=${version}`;
  const contextOf = ({ subscriptionId, resourceGroup }: BillingScope, operation: string) => ({
    operation,
    subscriptionId,
    resourceGroup: resourceGroup ?? undefined,
  });

  return {
    queryCosts(scope, query, signal) {
      const context = contextOf(scope, `read the costs of ${where(scope)}`);
      const first = url(
        `${billingScopePath(scope)}/providers/Microsoft.CostManagement/query`,
        QUERY_API_VERSION,
      );
      return run(context, signal, (either) => queryPages(arm, first, costQueryBody(query), context, either));
    },

    listBudgets(scope, signal) {
      const context = contextOf(scope, `list the budgets of ${where(scope)}`);
      const map = (body: unknown) => demandList(body, 'a list of budgets without rows').map(mapBudget);
      return run(context, signal, (either) =>
        readPages(arm, url(budgetsPath(scope), BUDGETS_API_VERSION), map, context, either),
      );
    },

    getBudget(scope, name, signal) {
      const context = contextOf(scope, `read budget ${name}`);
      return run(context, signal, async (either) => {
        const address = url(budgetPath(scope, name), BUDGETS_API_VERSION);
        const response = await arm.send({ method: 'GET', url: address, signal: either });
        if (response.status === 404) {
          const { code = '' } = faultOf(response.status, response.body, response.header);
          if (!/Subscription|ResourceGroup/i.test(code)) return null;
        }
        if (response.status >= 300) throw refusalOf(response, context);
        return mapBudget(response.body);
      });
    },

    putBudget(scope, name, settings, etag, signal) {
      const context = contextOf(scope, `write budget ${name}`);
      return run(context, signal, async (either) => {
        const address = url(budgetPath(scope, name), BUDGETS_API_VERSION);
        const body = budgetBody(settings, etag);
        const response = await arm.send({ method: 'PUT', url: address, body, signal: either });
        if (response.status === 412 && response.lostAnswer) {
          // The PUT whose answer was lost has changed the eTag; it is done when the budget is as it was sent.
          const now = await arm.send({ method: 'GET', url: address, signal: either });
          if (now.status < 300 && isSameBudget(mapBudget(now.body), settings)) return mapBudget(now.body);
        }
        if (response.status >= 300) throw refusalOf(response, context);
        return mapBudget(response.body);
      });
    },

    deleteBudget(scope, name, signal) {
      const context = contextOf(scope, `delete budget ${name}`);
      return run(context, signal, async (either) => {
        const address = url(budgetPath(scope, name), BUDGETS_API_VERSION);
        const response = await arm.send({ method: 'DELETE', url: address, signal: either });
        // the DELETE whose answer was lost has done its work
        if (response.status === 404 && response.lostAnswer) return;
        if (response.status >= 300) throw refusalOf(response, context);
      });
    },
  };
}

/** The same body is posted to each `nextLink`. 204 is the answer for a period without charges. */
async function queryPages(
  arm: ArmClient,
  first: string,
  body: unknown,
  context: ArmErrorContext,
  signal: AbortSignal,
): Promise<readonly BilledRow[]> {
  const rows: BilledRow[] = [];
  let address: string | null = first;
  for (let page = 0; address !== null; page += 1) {
    if (page === MOST_PAGES) throw unexpectedAnswer(`a result of more than ${MOST_PAGES} pages`);
    const response = await arm.send({ method: 'POST', url: address, body, signal });
    if (response.status >= 300) throw refusalOf(response, context);
    if (response.body === null) break;
    const { rows: more, nextLink } = mapCostPage(response.body);
    rows.push(...more);
    if (nextLink !== null && !URL.canParse(nextLink, address))
      throw unexpectedAnswer('an unreadable nextLink');
    address = nextLink === null ? null : new URL(nextLink, address).toString();
  }
  return rows;
}

function where({ subscriptionId, resourceGroup }: BillingScope): string {
  return resourceGroup === null ? `subscription ${subscriptionId}` : `resource group ${resourceGroup}`;
}
