import type { SandboxCatalog } from '../catalog.js';
import { guidFrom } from '../reply.js';
import { settle } from '../settle.js';
import { foldRegion, type SandboxAccount, type SandboxState } from '../state.js';
import { checkAccess } from './access.js';
import { deploymentListing, modelInfo, modelListing, projectListing } from './answers/listings.js';
import { refuseApiVersion } from './api-version.js';
import { answerCall, type Called } from './call.js';
import type { DataExchange, DataReply, DataRequest } from './exchange.js';
import { refuseHeaders } from './header-limit.js';
import { dataRefusals } from './refusals.js';
import { findResource } from './resource.js';
import { readPath, servesApi } from './target.js';

/**
 * The data plane as a function, beside `handle` for the control plane. The order is the one that public
 * reports show: the way in (431), the route's API (404), network, credential and role, then api-version and
 * operation (404, 400), the deployment, the body, the back end.
 */
export function handleData(
  before: SandboxState,
  request: DataRequest,
  now: Date,
  catalog: SandboxCatalog,
): Called {
  const state = settle(before, now);
  const refuse = (reply: DataReply): Called => ({ state, reply: withGatewayHeaders(reply, request, now) });
  const tooMany = refuseHeaders(request.headers);
  if (tooMany !== null) return refuse(tooMany);
  const resource = findResource(state, request.host);
  if (resource === null) return { state, reply: dataRefusals.noSuchResource(request.host) };
  const read = readPath(request.method, request.path);
  if (read === null || !servesApi(resource, read)) return refuse(dataRefusals.routeNotFound());
  const access = checkAccess(state, resource, read, request, now);
  if (access.kind === 'refused') return refuse(access.reply);
  if (read.target === null) return refuse(dataRefusals.routeNotFound());
  const version = refuseApiVersion(read.target, request.query.get('api-version'));
  if (version !== null) return refuse(version);
  const exchange: DataExchange = { request, resource, target: read.target, state, catalog, now };
  const called = answer(exchange, access.account);
  const region = { 'x-ms-region': regionLabel(access.account, catalog) };
  return { state: called.state, reply: withGatewayHeaders(called.reply, request, now, region) };
}

function answer(exchange: DataExchange, account: SandboxAccount): Called {
  const { state } = exchange;
  switch (exchange.target.operation) {
    case 'list-deployments':
      return { state, reply: deploymentListing(exchange, account) };
    case 'list-project-deployments':
      return { state, reply: projectListing(exchange, account) };
    case 'list-models':
      return { state, reply: modelListing(exchange, account) };
    case 'info':
      return { state, reply: modelInfo(exchange, account) };
    default:
      return answerCall(exchange, account);
  }
}

/** Azure writes `East US 2`; the sandbox knows the form without blanks. */
function regionLabel(account: SandboxAccount, catalog: SandboxCatalog): string {
  const region = foldRegion(account.location);
  return catalog.regions.find((name) => name.toLowerCase() === region) ?? account.location;
}

/** Present on refusals too: Azure/azure-sdk-for-java#44517. */
function withGatewayHeaders(
  reply: DataReply,
  request: DataRequest,
  now: Date,
  extra: Readonly<Record<string, string>> = {},
): DataReply {
  return {
    ...reply,
    headers: {
      'apim-request-id': guidFrom('data', request.method, request.host, request.path, now.toISOString()),
      'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
      'x-content-type-options': 'nosniff',
      ...extra,
      ...reply.headers,
    },
  };
}
