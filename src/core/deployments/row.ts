import { limitsFor } from '../catalog/capacity-meaning.js';
import type { Account, Deployment } from '../control-plane.js';

/** A deployment as every command shows it; the JSON contract of `aimi deployments list` and `show`. */
export interface DeploymentRow {
  readonly name: string;
  readonly account: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly model: string;
  readonly version: string;
  readonly format: string;
  readonly sku: string;
  /** Units. */
  readonly capacity: number;
  readonly tokensPerMinute: number | null;
  readonly requestsPerMinute: number | null;
  /** The service's own word. */
  readonly state: string;
  /** The day from which its model answers no more, by the bundled catalog; null when no date is known. */
  readonly retires: string | null;
  readonly raiPolicy: string | null;
  readonly versionUpgrade: string | null;
  readonly createdAt: string | null;
  readonly id: string;
}

export function deploymentRow(
  deployment: Deployment,
  account: Account,
  retires: string | null,
): DeploymentRow {
  // A deployment's limits are totals: the service has multiplied them by the capacity already.
  const limits = limitsFor(deployment, 1);
  return {
    name: deployment.name,
    account: account.account,
    resourceGroup: account.resourceGroup,
    location: account.location,
    model: deployment.model.name,
    version: deployment.model.version,
    format: deployment.model.format,
    sku: deployment.sku.name,
    capacity: deployment.sku.capacity,
    tokensPerMinute: limits.tokensPerMinute,
    requestsPerMinute: limits.requestsPerMinute,
    state: deployment.provisioningState,
    retires,
    raiPolicy: deployment.raiPolicyName,
    versionUpgrade: deployment.versionUpgradeOption,
    createdAt: deployment.createdAt,
    id: deployment.id,
  };
}
