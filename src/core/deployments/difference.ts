import type { Deployment, DeploymentBody } from '../control-plane.js';

export interface Difference {
  /** `model`, `version`, `sku`, ... as the plan names them. */
  readonly field: string;
  readonly existing: string;
  readonly wanted: string;
}

/**
 * What a create would change on a deployment of the same name; empty when it would change nothing. Only
 * what was asked for is compared: a policy that the service filled in is no difference.
 */
export function differencesFrom(existing: Deployment, wanted: DeploymentBody): readonly Difference[] {
  const { model, raiPolicyName, versionUpgradeOption } = wanted.properties;
  const rows: readonly (readonly [field: string, existing: string, wanted: string | undefined])[] = [
    ['format', existing.model.format, model.format],
    ['model', existing.model.name, model.name],
    ['version', existing.model.version, model.version],
    ['sku', existing.sku.name, wanted.sku.name],
    ['capacity', String(existing.sku.capacity), String(wanted.sku.capacity)],
    ['rai-policy', existing.raiPolicyName ?? '(none)', raiPolicyName],
    ['version-upgrade', existing.versionUpgradeOption ?? '(none)', versionUpgradeOption],
  ];
  return rows.flatMap(([field, was, wish]) =>
    wish === undefined || wish === was ? [] : [{ field, existing: was, wanted: wish }],
  );
}
