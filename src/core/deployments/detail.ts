import { taskOf } from '../catalog/task.js';
import type { Account, Deployment } from '../control-plane.js';
import { type FirstCall, firstCallFor } from '../endpoints/first-call.js';
import { type DeploymentRow, deploymentRow } from './row.js';

export interface DeploymentDetail extends DeploymentRow {
  readonly capabilities: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Null where no OpenAI-style route is known for the model. */
  readonly call: FirstCall | null;
}

export function deploymentDetail(
  deployment: Deployment,
  account: Account,
  retires: string | null,
): DeploymentDetail {
  return {
    ...deploymentRow(deployment, account, retires),
    capabilities: deployment.capabilities,
    tags: deployment.tags,
    call: firstCallFor(account, {
      deployment: deployment.name,
      format: deployment.model.format,
      task: taskOf({ ...deployment.model, capabilities: deployment.capabilities }),
    }),
  };
}
