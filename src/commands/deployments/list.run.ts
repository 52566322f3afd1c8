import { type DeploymentRow, deploymentRow } from '../../core/deployments/row.js';
import { deploymentsListView } from '../../render/deployments/list-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { holdsDeployments, knownAccountRef, refOf, resolveAccount } from '../account.js';
import { resolveSubscription } from '../subscription.js';

export const deploymentsListPresentation: Presentation<readonly DeploymentRow[]> = {
  table: deploymentsListView,
  columns: [
    'name',
    'account',
    'resourceGroup',
    'location',
    'model',
    'version',
    'format',
    'sku',
    'capacity',
    'tokensPerMinute',
    'requestsPerMinute',
    'state',
  ],
};

/** The deployments of the chosen account; without one, of every account in the subscription or group. */
export async function runDeploymentsList(session: Session): Promise<Outcome<readonly DeploymentRow[]>> {
  const azure = await session.azure();
  const signal = session.ctx.interrupt;
  if (session.settings.account !== null) {
    const known = knownAccountRef(session);
    const [account, deployments] =
      known === null
        ? await resolveAccount(session).then(
            async (found) => [found, await azure.listDeployments(refOf(found), signal)] as const,
          )
        : await Promise.all([azure.getAccount(known, signal), azure.listDeployments(known, signal)]);
    if (deployments.length === 0)
      session.say(`${account.account} has no deployments. Make one: aimi deploy MODEL`);
    return { data: deployments.map((deployment) => deploymentRow(deployment, account)) };
  }
  const subscriptionId = await resolveSubscription(session);
  const all = await azure.listAccounts(subscriptionId, session.settings.resourceGroup ?? undefined, signal);
  const accounts = all.filter(holdsDeployments);
  const rows = await Promise.all(
    accounts.map(async (account) => {
      const deployments = await azure.listDeployments(refOf(account), signal);
      return deployments.map((deployment) => deploymentRow(deployment, account));
    }),
  );
  const data = rows.flat();
  session.say(
    `${data.length} deployment${data.length === 1 ? '' : 's'} in ${accounts.length} account${accounts.length === 1 ? '' : 's'}.`,
  );
  return { data };
}
