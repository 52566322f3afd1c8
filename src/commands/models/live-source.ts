import { parseAccountId } from '../../core/account-id.js';
import type { Session } from '../../session.js';
import { refOf, resolveAccount } from '../account.js';
import { resolveSubscription } from '../subscription.js';
import type { ModelsSource } from './source.js';

/**
 * Decides where a models command reads: what an account may deploy when one is named on the command line,
 * the models list of a region when one is, else the catalog that comes with aimi. Only flags count here,
 * so that a remembered account does not turn a look at the catalog into a request.
 */
export async function modelsSource(session: Session, isBundled: boolean): Promise<ModelsSource> {
  const { settings } = session;
  const isFlag = (name: 'account' | 'location'): boolean => settings.origins[name].kind === 'flag';
  if (isBundled) return { kind: 'bundled', region: isFlag('location') ? settings.location : null };
  if (isFlag('account') && settings.account !== null) {
    const byId = parseAccountId(settings.account);
    return { kind: 'account', ref: byId ?? refOf(await resolveAccount(session)) };
  }
  if (isFlag('location') && settings.location !== null) {
    return {
      kind: 'region',
      subscriptionId: await resolveSubscription(session),
      location: settings.location,
    };
  }
  return { kind: 'bundled', region: null };
}
