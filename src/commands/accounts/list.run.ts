import { type AccountRow, accountRow } from '../../core/accounts.js';
import { portalAddress } from '../../core/portal.js';
import { accountsListView } from '../../render/accounts/list-view.js';
import type { Outcome, Presentation, Session } from '../../session.js';
import { holdsDeployments } from '../account.js';
import { resolveSubscription } from '../subscription.js';
import { withProgress } from '../with-progress.js';

export interface AccountsListInput {
  /** Also kinds that cannot hold model deployments (Speech, Vision, ...). */
  readonly isAll: boolean;
}

export function accountsListPresentation(session: Session): Presentation<readonly AccountRow[]> {
  const portal = portalAddress(session.settings);
  return { table: (rows, theme) => accountsListView(rows, theme, portal) };
}

export async function runAccountsList(
  session: Session,
  input: AccountsListInput,
): Promise<Outcome<readonly AccountRow[]>> {
  const azure = await session.azure();
  const subscriptionId = await resolveSubscription(session);
  const group = session.settings.resourceGroup ?? undefined;
  const all = await withProgress(session, 'Reading the accounts', () =>
    azure.listAccounts(subscriptionId, group, session.ctx.interrupt),
  );
  const { location } = session.settings;
  const rows = all
    .filter((account) => input.isAll || holdsDeployments(account))
    .filter((account) => location === null || account.location === location)
    .map(accountRow)
    .sort((a, b) => a.name.localeCompare(b.name));
  const hidden = all.length - rows.length;
  if (all.length === 0) {
    session.say(
      'No accounts here. Make one: az cognitiveservices account create --kind AIServices (soft-deleted ones: az cognitiveservices account list-deleted)',
    );
    return { data: rows };
  }
  session.say(
    `${rows.length} account${rows.length === 1 ? '' : 's'}${hidden > 0 ? `; ${hidden} of other kinds or regions left out` : ''}.`,
  );
  return { data: rows };
}
