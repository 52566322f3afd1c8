import { nearnessOf } from '../../core/catalog/retirement.js';
import { type DeploymentRow, deploymentRow } from '../../core/deployments/row.js';
import { deploymentsListView } from '../../render/deployments/list-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { holdsDeployments, knownAccountRef, refOf, resolveAccount } from '../account.js';
import { resolveSubscription } from '../subscription.js';
import { withProgress } from '../with-progress.js';
import { retirements } from './retirements.js';
import { viewFacts } from './view-facts.js';

const COLUMNS = [
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
] as const satisfies readonly (keyof DeploymentRow)[];

export function deploymentsListPresentation(session: Session): Presentation<readonly DeploymentRow[]> {
  const facts = viewFacts(session);
  return { table: (rows, theme) => deploymentsListView(rows, theme, facts), columns: COLUMNS };
}

/** The deployments of the chosen account; without one, of every account in the subscription or group. */
export async function runDeploymentsList(session: Session): Promise<Outcome<readonly DeploymentRow[]>> {
  const isOne = session.settings.account !== null;
  const data = isOne ? await rowsOfAccount(session) : await rowsOfAll(session);
  warnOfRetirements(session, data);
  return { data };
}

async function rowsOfAccount(session: Session): Promise<readonly DeploymentRow[]> {
  const azure = await session.azure();
  const signal = session.ctx.interrupt;
  const known = knownAccountRef(session);
  const account = known === null ? await resolveAccount(session) : null;
  const ref = account === null ? known : refOf(account);
  if (ref === null) throw new Error('resolveAccount answers an account or throws');
  const [found, deployments] = await withProgress(session, `Reading the deployments of ${ref.account}`, () =>
    Promise.all([account ?? azure.getAccount(ref, signal), azure.listDeployments(ref, signal)]),
  );
  if (deployments.length === 0)
    session.say(`${found.account} has no deployments. Make one: aimi deploy MODEL`);
  const retires = retirements(session);
  return deployments.map((deployment) => deploymentRow(deployment, found, retires(deployment)));
}

async function rowsOfAll(session: Session): Promise<readonly DeploymentRow[]> {
  const azure = await session.azure();
  const signal = session.ctx.interrupt;
  const subscriptionId = await resolveSubscription(session);
  const retires = retirements(session);
  const [accounts, rows] = await withProgress(
    session,
    'Reading the deployments of all accounts',
    async () => {
      const all = await azure.listAccounts(
        subscriptionId,
        session.settings.resourceGroup ?? undefined,
        signal,
      );
      const able = all.filter(holdsDeployments);
      const lists = await Promise.all(
        able.map(async (account) =>
          (await azure.listDeployments(refOf(account), signal)).map((deployment) =>
            deploymentRow(deployment, account, retires(deployment)),
          ),
        ),
      );
      return [able, lists.flat()] as const;
    },
  );
  session.say(
    `${rows.length} deployment${rows.length === 1 ? '' : 's'} in ${accounts.length} account${accounts.length === 1 ? '' : 's'}.`,
  );
  return rows;
}

/** One line, whatever the number: the list says which and when. */
function warnOfRetirements(session: Session, rows: readonly DeploymentRow[]): void {
  const today = session.ctx.clock.now().toISOString().slice(0, 10);
  const near = rows.filter((row) => nearnessOf(row.retires, today) !== 'far');
  const [first] = near;
  if (first === undefined) return;
  const names = near.map((row) => `${row.name} (${row.retires})`).join(', ');
  session.warn(`Retired or soon to be: ${names}. What comes after: aimi models show ${first.model}`);
}
