import { nearestNames } from '../../core/catalog/nearest.js';
import type { Account, Deployment } from '../../core/control-plane.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { refOf } from '../account.js';
import { withProgress } from '../with-progress.js';

/** Finds deployments by name (letter case aside) in one read; `deployment-not-found` names the nearest ones. */
export async function existingDeployments(
  session: Session,
  account: Account,
  names: readonly string[],
): Promise<readonly Deployment[]> {
  const azure = await session.azure();
  const all = await withProgress(session, `Reading the deployments of ${account.account}`, () =>
    azure.listDeployments(refOf(account), session.ctx.interrupt),
  );
  return names.map((name) => {
    const found = all.find((deployment) => deployment.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
    throw notFound(name, account, all);
  });
}

function notFound(name: string, account: Account, all: readonly Deployment[]): AimiError {
  const names = all.map((deployment) => deployment.name);
  const near = nearestNames(name, names);
  const byModel = all.filter((deployment) => deployment.model.name.toLowerCase() === name.toLowerCase());
  const hint =
    byModel.length > 0
      ? `'${name}' is the model of ${byModel.map((deployment) => deployment.name).join(', ')}: give the deployment's name`
      : near.length > 0
        ? `Did you mean ${near.join(', ')}?`
        : names.length === 0
          ? `${account.account} has no deployments`
          : `It has: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', ...' : ''}`;
  return new AimiError('deployment-not-found', {
    message: `There is no deployment '${name}' in ${account.account}.`,
    hint,
    details: { deployment: name, account: account.account, nearest: near, deployments: names },
  });
}
