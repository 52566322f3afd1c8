import { type Answer, type Exchange, type Handler, param, requireSubscription } from './exchange.js';
import { refusals } from './refusals.js';
import { armSecond, guidFrom } from './reply.js';
import { withOperation } from './settle.js';
import { fold, keyOf, type SandboxAccount, type SandboxOperation, type SandboxState } from './state.js';

export type OperationPlan = Pick<SandboxOperation, 'isDelete' | 'error' | 'effect'> & {
  readonly seconds: number;
};

/** Starts an operation on an account; it is over `seconds` after `now`. */
export function startOperation(
  exchange: Exchange,
  account: SandboxAccount,
  plan: OperationPlan,
): { readonly state: SandboxState; readonly operation: SandboxOperation } {
  const { now, path, state } = exchange;
  const operation: SandboxOperation = {
    id: guidFrom('operation', path, now.toISOString(), String(state.operations.length)),
    subscriptionId: account.subscriptionId,
    location: account.location,
    account: keyOf(account),
    startedAt: now.toISOString(),
    endsAt: new Date(now.getTime() + plan.seconds * 1000).toISOString(),
    isDelete: plan.isDelete,
    error: plan.error,
    effect: plan.effect,
    isDone: false,
  };
  return { state: withOperation(state, operation, now), operation };
}

/** `azure-asyncoperation`, and `location` for a delete; the query imitates the recorded one. */
export function operationHeaders(exchange: Exchange, operation: SandboxOperation): Record<string, string> {
  const url = `${exchange.origin}${operationId(operation)}?api-version=2017-04-18&t=${exchange.now.getTime()}`;
  return { 'azure-asyncoperation': url, ...(operation.isDelete ? { location: url } : {}) };
}

/** GET locations/{location}/operationResults/{operation}; 202 while a delete is running. */
export const getOperation: Handler = (exchange): Answer => {
  requireSubscription(exchange);
  const id = param(exchange, 'operation');
  const operation = exchange.state.operations.find((one) => one.id === fold(id));
  if (operation === undefined) throw refusals.notFound(exchange.path);
  const status = !operation.isDone ? 'InProgress' : operation.error === null ? 'Succeeded' : 'Failed';
  return {
    state: exchange.state,
    reply: {
      status: operation.isDelete && !operation.isDone ? 202 : 200,
      headers: operation.isDone ? {} : operationHeaders(exchange, operation),
      body: {
        id: operationId(operation),
        name: operation.id,
        status,
        startTime: armSecond(operation.startedAt),
        ...(operation.isDone ? { endTime: armSecond(operation.endsAt) } : {}),
        ...(operation.isDone && operation.error !== null ? { error: operation.error } : {}),
      },
    },
  };
};

function operationId(operation: SandboxOperation): string {
  return `/subscriptions/${operation.subscriptionId}/providers/Microsoft.CognitiveServices/locations/${operation.location}/operationResults/${operation.id}`;
}
