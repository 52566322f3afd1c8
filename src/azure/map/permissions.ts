import type { PermissionSet } from '../../core/rights/permissions.js';
import { demandList, demandObject, listAt } from '../wire-value.js';

/** One page of `GET {scope}/providers/Microsoft.Authorization/permissions`. */
export function mapPermissionPage(body: unknown): readonly PermissionSet[] {
  return demandList(body, 'no list of permissions').map((value) => {
    const row = demandObject(value, 'a permission that is no object');
    const texts = (key: string): readonly string[] =>
      listAt(row, key).filter((each) => typeof each === 'string');
    return {
      actions: texts('actions'),
      notActions: texts('notActions'),
      dataActions: texts('dataActions'),
      notDataActions: texts('notDataActions'),
    };
  });
}
