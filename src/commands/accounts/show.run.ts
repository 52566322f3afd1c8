import { type AccountDetail, accountDetail } from '../../core/accounts.js';
import { portalAddress } from '../../core/portal.js';
import { accountsShowView } from '../../render/accounts/show-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { refOf, resolveAccount } from '../account.js';
import { withProgress } from '../with-progress.js';

export function accountsShowPresentation(session: Session): Presentation<AccountDetail> {
  const portal = portalAddress(session.settings);
  return { table: (detail, theme) => accountsShowView(detail, theme, portal) };
}

export async function runAccountsShow(session: Session): Promise<Outcome<AccountDetail>> {
  const account = await resolveAccount(session);
  const azure = await session.azure();
  const deployments = await withProgress(session, `Reading the deployments of ${account.account}`, () =>
    azure.listDeployments(refOf(account), session.ctx.interrupt),
  );
  return { data: accountDetail(account, deployments.length) };
}
