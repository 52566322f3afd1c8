/** What one role assignment gives, as `Microsoft.Authorization/permissions` lists it. */
export interface PermissionSet {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

export type Plane = 'control' | 'data';

/**
 * Whether any of the sets allows the action. `notActions` takes away from its own set only: another role may
 * still give it. `*` stands for any text, slashes included; letter case does not matter.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/role-definitions (2026-11). Deny
 * assignments and conditions of assignments are not seen here.
 */
export function isAllowed(sets: readonly PermissionSet[], action: string, plane: Plane): boolean {
  return sets.some((set) =>
    plane === 'control'
      ? matchesAny(set.actions, action) && !matchesAny(set.notActions, action)
      : matchesAny(set.dataActions, action) && !matchesAny(set.notDataActions, action),
  );
}

function matchesAny(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
}

/** Piece by piece between the stars: no regular expression is made of what the service sent. */
function matches(pattern: string, action: string): boolean {
  const pieces = pattern.split('*');
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return pattern === action;
  if (!action.startsWith(first)) return false;
  let from = first.length;
  for (const piece of rest) {
    const at = action.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return action.length - last.length >= from && action.endsWith(last);
}
