import { type AccountDetail, accountDetail } from '../../core/accounts.js';
import { accountsShowView } from '../../render/accounts/show-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { refOf, resolveAccount } from '../account.js';

export const accountsShowPresentation: Presentation<AccountDetail> = { table: accountsShowView };

export async function runAccountsShow(session: Session): Promise<Outcome<AccountDetail>> {
  const account = await resolveAccount(session);
  const azure = await session.azure();
  const deployments = await azure.listDeployments(refOf(account), session.ctx.interrupt);
  return { data: accountDetail(account, deployments.length) };
}
