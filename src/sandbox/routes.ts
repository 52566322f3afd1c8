import { putAccount } from './account-write.js';
import {
  deleteAccount,
  getAccount,
  listDeletedAccounts,
  listGroupAccounts,
  listKeys,
  listSubscriptionAccounts,
  regenerateKey,
} from './accounts.js';
import { calculateModelCapacity, listModelCapacities, listRegionModelCapacities } from './capacities.js';
import { queryCosts } from './cost-management.js';
import { deleteBudget, getBudget, listBudgets, putBudget } from './cost-management-budgets.js';
import { deleteDeployment, patchDeployment, putDeployment } from './deployment-write.js';
import { getDeployment, listDeploymentSkus, listDeployments } from './deployments.js';
import type { Handler, Method } from './exchange.js';
import type { RouteKind } from './faults.js';
import { listAccountModels, listRegionModels } from './models.js';
import { getOperation } from './operations.js';
import { listPermissions } from './permissions.js';
import { getProject, listProjects } from './projects.js';
import { getQuotaTier, listRaiPolicies, listResourceSkus } from './provider-lists.js';
import {
  getGroup,
  getProvider,
  getSubscription,
  listGroups,
  listSubscriptions,
  listTenants,
} from './subscriptions.js';
import { listAccountUsages, listRegionUsages } from './usages.js';

export interface Route {
  readonly method: Method;
  /** Segments in lower case; `{name}` takes any one segment. */
  readonly segments: readonly string[];
  readonly kind: RouteKind;
  /** Type in NoRegisteredProviderFound; null for ARM's own resources, which take any api-version. */
  readonly type: string | null;
  readonly handler: Handler;
}

const S = '/subscriptions/{subscription}';
const P = `${S}/providers/microsoft.cognitiveservices`;
const L = `${P}/locations/{location}`;
const GROUP = `${S}/resourcegroups/{group}`;
const GP = `${GROUP}/providers/microsoft.cognitiveservices`;
const A = `${GP}/accounts/{account}`;
const D = `${A}/deployments/{deployment}`;
const COSTS = '/providers/microsoft.costmanagement/query';
const PERMISSIONS = '/providers/microsoft.authorization/permissions';
const BUDGETS = '/providers/microsoft.consumption/budgets';

/** Method, path, what scenarios take it for, provider type, handler. */
const TABLE: readonly (readonly [Method, string, RouteKind, string | null, Handler])[] = [
  ['GET', '/subscriptions', 'read', null, listSubscriptions],
  ['GET', S, 'read', null, getSubscription],
  ['GET', '/tenants', 'read', null, listTenants],
  ['GET', `${S}/resourcegroups`, 'read', null, listGroups],
  ['GET', GROUP, 'read', null, getGroup],
  ['GET', P, 'read', null, getProvider],
  ['GET', `${P}/accounts`, 'read', 'accounts', listSubscriptionAccounts],
  ['GET', `${GP}/accounts`, 'read', 'accounts', listGroupAccounts],
  ['GET', A, 'read', 'accounts', getAccount],
  ['PUT', A, 'account-write', 'accounts', putAccount],
  ['DELETE', A, 'account-write', 'accounts', deleteAccount],
  ['POST', `${A}/listkeys`, 'read', 'accounts', listKeys],
  ['POST', `${A}/regeneratekey`, 'account-write', 'accounts', regenerateKey],
  ['GET', `${A}/models`, 'read', 'accounts', listAccountModels],
  ['GET', `${A}/usages`, 'read', 'accounts', listAccountUsages],
  ['GET', `${A}/raipolicies`, 'read', 'accounts/raiPolicies', listRaiPolicies],
  ['GET', `${A}/projects`, 'read', 'accounts/projects', listProjects],
  ['GET', `${A}/projects/{project}`, 'read', 'accounts/projects', getProject],
  ['GET', `${A}/deployments`, 'read', 'accounts/deployments', listDeployments],
  ['GET', D, 'read', 'accounts/deployments', getDeployment],
  ['PUT', D, 'deployment-write', 'accounts/deployments', putDeployment],
  ['PATCH', D, 'deployment-write', 'accounts/deployments', patchDeployment],
  ['DELETE', D, 'deployment-write', 'accounts/deployments', deleteDeployment],
  ['GET', `${D}/skus`, 'read', 'accounts/deployments', listDeploymentSkus],
  ['GET', `${L}/models`, 'read', 'locations/models', listRegionModels],
  ['GET', `${L}/usages`, 'usages', 'locations/usages', listRegionUsages],
  ['GET', `${L}/modelcapacities`, 'read', 'locations/modelCapacities', listRegionModelCapacities],
  ['GET', `${L}/operationresults/{operation}`, 'read', 'locations/operationResults', getOperation],
  ['GET', `${P}/modelcapacities`, 'read', 'modelCapacities', listModelCapacities],
  ['POST', `${P}/calculatemodelcapacity`, 'read', 'calculateModelCapacity', calculateModelCapacity],
  ['GET', `${P}/skus`, 'read', 'skus', listResourceSkus],
  ['GET', `${P}/deletedaccounts`, 'read', 'deletedAccounts', listDeletedAccounts],
  ['GET', `${P}/quotatiers/default`, 'read', 'quotaTiers', getQuotaTier],
  ...[S, GROUP, A].map((scope) => ['GET', `${scope}${PERMISSIONS}`, 'read', null, listPermissions] as const),
  ...[S, GROUP].flatMap((scope): (typeof TABLE)[number][] => [
    ['POST', `${scope}${COSTS}`, 'read', null, queryCosts],
    ['GET', `${scope}${BUDGETS}`, 'read', null, listBudgets],
    ['GET', `${scope}${BUDGETS}/{budget}`, 'read', null, getBudget],
    ['PUT', `${scope}${BUDGETS}/{budget}`, 'budget-write', null, putBudget],
    ['DELETE', `${scope}${BUDGETS}/{budget}`, 'budget-write', null, deleteBudget],
  ]),
];

export const ROUTES: readonly Route[] = TABLE.map(([method, path, kind, type, handler]) => ({
  method,
  segments: path.split('/').slice(1),
  kind,
  type,
  handler,
}));

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Segments compare without case; a trailing slash is ignored. */
export function matchRoute(method: string, path: string): Match | null {
  const parts = path.replace(/\/$/, '').split('/').slice(1);
  for (const route of ROUTES) {
    const params = route.method === method ? matchSegments(route.segments, parts) : null;
    if (params !== null) return { route, params };
  }
  return null;
}

function matchSegments(
  segments: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, string>> | null {
  if (segments.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = decodeSegment(parts[index] ?? '');
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name !== undefined) params[name] = part;
    else if (part.toLowerCase() !== segment) return null;
  }
  return params;
}

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
