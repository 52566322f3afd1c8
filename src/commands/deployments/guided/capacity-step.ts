import { perUnit } from '../../../core/catalog/capacity-meaning.js';
import { chooseCapacity } from '../../../core/deployments/capacity.js';
import { type Quota, quotaOf } from '../../../core/deployments/quota.js';
import type { SkuOffer } from '../../../core/model.js';
import { isAimiError } from '../../../errors.js';
import { grouped, ratesText } from '../../../render/numbers.js';
import { readCapacity } from '../../option-values.js';
import { asked, type DraftStep, filled, type Given, known } from './draft.js';

/** How many units; not asked when a flag says it or the SKU takes one number only. */
export function capacityStep({ session, wish }: Given): DraftStep {
  return async (draft, hasBefore) => {
    const { usages } = filled(draft.facts, 'account');
    const sku = filled(draft.sku, 'SKU');
    const quota = quotaOf(sku, usages);
    const usual = chooseCapacity(sku, wish.capacity, quota).capacity;
    const { minimum, maximum } = sku.capacity;
    if (wish.capacity !== null || (minimum !== undefined && minimum === maximum)) {
      return known({ ...draft, capacity: usual });
    }
    return asked(
      session,
      hasBefore,
      (questions) =>
        questions.input({
          message: 'Capacity in units:',
          about: aboutCapacity(sku, quota),
          initial: String(draft.capacity ?? usual),
          validate: (text) => refusalOf(sku, quota, text) ?? true,
        }),
      (text) => ({ ...draft, capacity: readCapacity(text) }),
    );
  };
}

function refusalOf(sku: SkuOffer, quota: Quota | null, text: string): string | null {
  try {
    chooseCapacity(sku, readCapacity(text.trim()), quota);
    return null;
  } catch (error) {
    if (isAimiError(error) && error.hint !== undefined) {
      return `${error.message} ${error.hint.replace('--capacity ', '')}`;
    }
    return error instanceof Error ? error.message : String(error);
  }
}

function aboutCapacity(sku: SkuOffer, quota: Quota | null): string {
  const rates = ratesText(perUnit(sku));
  const unit =
    rates === '' ? 'What one unit allows is not published for this model.' : `One unit allows ${rates}.`;
  const left =
    quota === null
      ? 'How much quota is left is not known.'
      : `Quota: ${grouped(quota.free)} of ${grouped(quota.limit)} units are free.`;
  return `${unit} ${left}`;
}
