import { fold, keyOf, type SandboxEffect, type SandboxOperation, type SandboxState } from './state.js';

const DAY_MS = 86_400_000;

/**
 * Applies what has ended by `now`. There are no timers: an operation's end is a date in the state, and
 * whoever looks next sees it done. Gives the same object back when nothing has ended.
 */
export function settle(state: SandboxState, now: Date): SandboxState {
  const time = now.toISOString();
  const due = state.operations
    .filter((operation) => !operation.isDone && operation.endsAt <= time)
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
  return due.reduce(finish, state);
}

function finish(state: SandboxState, operation: SandboxOperation): SandboxState {
  const operations = state.operations.map((one) =>
    one.id === operation.id ? { ...one, isDone: true } : one,
  );
  return apply({ ...state, operations }, operation.effect);
}

function apply(state: SandboxState, effect: SandboxEffect): SandboxState {
  switch (effect.kind) {
    case 'account':
      return {
        ...state,
        accounts: state.accounts.map((account) =>
          keyOf(account) === effect.account
            ? { ...account, provisioningState: effect.provisioningState }
            : account,
        ),
      };
    case 'deployment':
      return {
        ...state,
        deployments: state.deployments.map((one) =>
          one.account === effect.account && fold(one.name) === fold(effect.deployment)
            ? { ...one, provisioningState: effect.provisioningState }
            : one,
        ),
      };
    case 'delete-deployment':
      return {
        ...state,
        deployments: state.deployments.filter(
          (one) => !(one.account === effect.account && fold(one.name) === fold(effect.deployment)),
        ),
      };
  }
}

/** Adds an operation and forgets those that ended more than a day ago. */
export function withOperation(state: SandboxState, operation: SandboxOperation, now: Date): SandboxState {
  const horizon = new Date(now.getTime() - DAY_MS).toISOString();
  return {
    ...state,
    operations: [...state.operations.filter((one) => !one.isDone || one.endsAt > horizon), operation],
  };
}

/** True while a write on the account is going on. */
export function isBusy(state: SandboxState, account: string): boolean {
  return state.operations.some((operation) => operation.account === account && !operation.isDone);
}
