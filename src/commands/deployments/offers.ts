import { findModel } from '../../core/catalog/find.js';
import { readManagedCompute } from '../../core/catalog/managed-compute.js';
import { foundryOffers } from '../../core/catalog/pay-as-you-go.js';
import { readCatalog } from '../../core/catalog/read.js';
import { modelRefusal } from '../../core/catalog/refusal.js';
import { payAsYouGoRegions } from '../../core/catalog/regions.js';
import type { Account } from '../../core/control-plane.js';
import type { ModelOffer } from '../../core/model.js';
import { AimiError } from '../../errors.js';
import type { Session } from '../../session.js';
import { refOf } from '../account.js';
import { bundledCatalog, today } from '../models/source.js';

/**
 * All versions of one model that the account may deploy. What the account's list lacks is refused with the
 * reason: not pay-as-you-go, retired, offered in other regions, or a wrong name with the nearest ones.
 */
export async function offersOf(
  session: Session,
  account: Account,
  name: string,
): Promise<readonly ModelOffer[]> {
  const azure = await session.azure();
  const offers = foundryOffers(await azure.listAccountModels(refOf(account), session.ctx.interrupt));
  const asOf = today(session);
  const managedCompute = () => readManagedCompute(session.ctx.readData('managed-compute'));
  const answer = findModel(name, { offers, managedCompute, asOf });
  if (answer.kind === 'found') return answer.versions;
  // Retired or without a pay-as-you-go SKU here: chooseVersion and chooseSku say which, with dates.
  if (answer.kind === 'notPayAsYouGo' && answer.versions.length > 0 && answer.reason === 'retired') {
    return answer.versions;
  }
  const known = [
    ...bundledCatalog(session).entries,
    ...readCatalog(session.ctx.readData('catalog-retired')).entries,
  ];
  const elsewhere = findModel(name, {
    offers: known,
    managedCompute: () => [],
    asOf,
  });
  if (elsewhere.kind === 'found') {
    const [offer] = elsewhere.versions;
    const { gated } = offer;
    const regions = payAsYouGoRegions(offer);
    throw new AimiError('model-not-found', {
      message: `${elsewhere.name} is not offered to ${account.account} in ${account.location}.`,
      hint:
        gated === null
          ? `Regions that had it: ${regions.slice(0, 8).join(', ')}${regions.length > 8 ? ', ...' : ''} (aimi models show ${elsewhere.name})`
          : `It is listed only for subscriptions with access (${gated})`,
      details: { model: elsewhere.name, location: account.location, regions, gated },
    });
  }
  // What the catalog knows of a name says more than that this account's list lacks it.
  const said = answer.kind === 'unknown' && elsewhere.kind === 'notPayAsYouGo' ? elsewhere : answer;
  throw modelRefusal(name, said, `the models of ${account.account} (${account.location})`);
}
