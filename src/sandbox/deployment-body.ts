import { systemData } from './account-body.js';
import { accountId } from './exchange.js';
import type { SandboxAccount, SandboxDeployment } from './state.js';

/** Shape: recorded create, list and show of a deployment (2025-10-28). */
export function deploymentBody(account: SandboxAccount, deployment: SandboxDeployment): unknown {
  return {
    id: `${accountId(account)}/deployments/${deployment.name}`,
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    name: deployment.name,
    sku: deployment.sku,
    ...(deployment.tags === null ? {} : { tags: deployment.tags }),
    properties: {
      model: deployment.model,
      versionUpgradeOption: deployment.versionUpgradeOption,
      currentCapacity: deployment.sku.capacity,
      ...(deployment.raiPolicyName === null ? {} : { raiPolicyName: deployment.raiPolicyName }),
      capabilities: deployment.capabilities,
      provisioningState: deployment.provisioningState,
      ...(deployment.rateLimits.length === 0 ? {} : { rateLimits: deployment.rateLimits }),
    },
    systemData: systemData(deployment.audit),
    etag: deployment.etag,
  };
}
