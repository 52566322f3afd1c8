import type { Context } from '../../src/context.js';
import type { ControlPlane } from '../../src/core/control-plane.js';

const unexpected = (): Promise<never> => Promise.reject(new Error('A request that was not expected.'));

/** Azure that answers nothing. */
export const NOBODY: ControlPlane = {
  listSubscriptions: unexpected,
  listAccounts: unexpected,
  getAccount: unexpected,
  listRegionModels: unexpected,
  listAccountModels: unexpected,
  listUsages: unexpected,
  listModelCapacities: unexpected,
  listDeployments: unexpected,
  getDeployment: unexpected,
  beginPut: unexpected,
  beginReplace: unexpected,
  beginPatch: unexpected,
  beginDelete: unexpected,
  listPermissions: unexpected,
  billing: {
    queryCosts: unexpected,
    listBudgets: unexpected,
    getBudget: unexpected,
    putBudget: unexpected,
    deleteBudget: unexpected,
  },
};

/** Azure that answers what is given; every other request fails the command. */
export function fakeAzure(known: Partial<ControlPlane>): Context['openControlPlane'] {
  return () => Promise.resolve({ ...NOBODY, ...known });
}
