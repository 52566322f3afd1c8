import { inVersionOrder } from '../../../core/catalog/order.js';
import { deployableSkus } from '../../../core/catalog/pay-as-you-go.js';
import { chooseVersion } from '../../../core/deployments/choose-version.js';
import type { ModelOffer } from '../../../core/model.js';
import { choiceText } from '../../../render/choice-text.js';
import { asked, type Draft, type DraftStep, filled, type Given, known } from './draft.js';

/** With less, what there is to know of a version goes under it. */
const WIDE = 70;

/** Which version; not asked when a flag says it or only one is open. */
export function versionStep({ session, wish, today }: Given): DraftStep {
  return async (draft, hasBefore) => {
    const facts = filled(draft.facts, 'account');
    const versions = facts.offers.filter((offer) => offer.name === draft.model);
    const open = inVersionOrder(versions, today).filter((offer) => deployableSkus(offer, today).length > 0);
    if (wish.version !== null || open.length < 2) {
      return known(withOffer(draft, chooseVersion(versions, wish.version, today).offer));
    }
    const byText = new Map(open.map((offer) => [offer.version, offer]));
    return asked(
      session,
      hasBefore,
      (questions) =>
        questions.select({
          message: 'Version:',
          choices: open.map((offer) => versionChoice(offer, session.ctx.stderr.columns ?? 80)),
          ...(draft.offer === null ? {} : { initial: draft.offer.version }),
        }),
      (version) => withOffer(draft, filled(byText.get(version) ?? null, 'version')),
    );
  };
}

function withOffer(draft: Draft, offer: ModelOffer): Draft {
  return offer === draft.offer ? draft : { ...draft, offer, sku: null, capacity: null };
}

function versionChoice({ version, isDefault, lifecycle, retires }: ModelOffer, columns: number) {
  const facts = [isDefault ? 'default' : '', lifecycle, retires === null ? '' : `retires ${retires}`]
    .filter(Boolean)
    .join(', ');
  return {
    value: version,
    short: version,
    name: columns < WIDE ? choiceText(version, facts, columns) : `${version}  ${facts}`,
  };
}
