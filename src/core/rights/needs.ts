import { adviseRole } from '../arm-errors/roles.js';
import type { Account } from '../control-plane.js';
import { isAllowed, type PermissionSet, type Plane } from './permissions.js';

export type Purpose = 'deploy' | 'quota' | 'call';

interface Need {
  readonly purpose: Purpose;
  readonly action: string;
  readonly plane: Plane;
  readonly scope: 'account' | 'subscription';
  /** Kinds of account it is about; all when absent. */
  readonly kinds?: readonly string[];
}

const C = 'Microsoft.CognitiveServices';

/**
 * What deploying and calling needs. Control plane: operations of Microsoft.CognitiveServices; quota can only be
 * read at the subscription. Data plane: Azure OpenAI routes ask for the OpenAI action, the model inference route
 * for the MaaS one, as its refusal says ("lacks the required data action ...MaaS/chat/completions/action", public
 * reports, read 2026-11).
 */
const NEEDS: readonly Need[] = [
  { purpose: 'deploy', action: `${C}/accounts/deployments/read`, plane: 'control', scope: 'account' },
  { purpose: 'deploy', action: `${C}/accounts/deployments/write`, plane: 'control', scope: 'account' },
  { purpose: 'deploy', action: `${C}/accounts/deployments/delete`, plane: 'control', scope: 'account' },
  { purpose: 'quota', action: `${C}/locations/usages/read`, plane: 'control', scope: 'subscription' },
  {
    purpose: 'call',
    action: `${C}/accounts/OpenAI/deployments/chat/completions/action`,
    plane: 'data',
    scope: 'account',
  },
  {
    purpose: 'call',
    action: `${C}/accounts/MaaS/chat/completions/action`,
    plane: 'data',
    scope: 'account',
    kinds: ['aiservices'],
  },
];

export interface Right {
  readonly purpose: Purpose;
  readonly action: string;
  readonly plane: Plane;
  readonly scope: string;
  /** Null: the permissions of the scope could not be read. */
  readonly isAllowed: boolean | null;
}

/** A role that someone with the right to assign roles may give. */
export interface MissingRole {
  readonly role: string;
  readonly scope: string;
  readonly purposes: readonly Purpose[];
}

export interface Permissions {
  readonly account: readonly PermissionSet[] | null;
  readonly subscription: readonly PermissionSet[] | null;
}

/** Every right that deploying to and calling the account takes, and whether it is there. */
export function judgeRights(
  account: Pick<Account, 'id' | 'kind'>,
  permissions: Permissions,
): readonly Right[] {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(account.id)?.[0] ?? account.id;
  return NEEDS.filter(({ kinds }) => kinds === undefined || kinds.includes(account.kind.toLowerCase())).map(
    ({ purpose, action, plane, scope }) => {
      const sets = permissions[scope];
      return {
        purpose,
        action,
        plane,
        scope: scope === 'account' ? account.id : subscription,
        isAllowed: sets === null ? null : isAllowed(sets, action, plane),
      };
    },
  );
}

/** The fewest built-in roles that give what is missing; one role at one scope is named once. */
export function rolesFor(rights: readonly Right[], kind: string): readonly MissingRole[] {
  const roles = new Map<string, { role: string; scope: string; purposes: Set<Purpose> }>();
  for (const right of rights.filter(({ isAllowed }) => isAllowed === false)) {
    const { role, scope } =
      right.plane === 'data'
        ? { role: callingRole(kind), scope: right.scope }
        : adviseRole(right.action, right.scope);
    const key = `${role}\n${scope}`;
    const known = roles.get(key) ?? { role, scope, purposes: new Set<Purpose>() };
    known.purposes.add(right.purpose);
    roles.set(key, known);
  }
  const found = [...roles.values()].map((row) => ({ ...row, purposes: [...row.purposes] }));
  // A role that writes also reads.
  const writers = found.filter(({ role }) => role.endsWith('Contributor')).map(({ scope }) => scope);
  return found.filter(({ role, scope }) => role !== 'Reader' || !writers.includes(scope));
}

/**
 * "Cognitive Services User" has all data actions of the service; on a resource that is only Azure OpenAI the
 * narrower role does. Source: Azure built-in roles (AI + machine learning), MicrosoftDocs/azure-docs @ 0ff2e41d.
 */
function callingRole(kind: string): string {
  return kind.toLowerCase() === 'openai' ? 'Cognitive Services OpenAI User' : 'Cognitive Services User';
}
