import type { Account, Usage } from '../../core/control-plane.js';
import { isAimiError } from '../../errors.js';
import type { Session } from '../../session.js';

/**
 * Quota of the account's region; empty when this identity may not read it, because that needs a role at the
 * scope of the subscription and a deployment does not. Unknown is said, not taken for enough.
 */
export async function readUsages(session: Session, account: Account): Promise<readonly Usage[]> {
  const azure = await session.azure();
  try {
    return await azure.listUsages(account.subscriptionId, account.location, session.ctx.interrupt);
  } catch (error) {
    if (!isAimiError(error) || error.code !== 'role-missing') throw error;
    session.warn(
      'Quota is unknown: reading it needs Reader or Cognitive Services Usages Reader on the subscription.',
    );
    return [];
  }
}
