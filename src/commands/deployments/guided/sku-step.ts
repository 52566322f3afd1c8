import { skuMeaning } from '../../../core/catalog/sku-meaning.js';
import { chooseCapacity } from '../../../core/deployments/capacity.js';
import { chooseSku } from '../../../core/deployments/choose-sku.js';
import { quotaOf } from '../../../core/deployments/quota.js';
import type { SkuOffer } from '../../../core/model.js';
import { type AimiError, isAimiError } from '../../../errors.js';
import { skuChoice } from '../../../render/deployments/sku-choice.js';
import { roomElsewhere, withOtherRegions } from '../other-regions.js';
import { asked, type Draft, type DraftStep, filled, type Given, known } from './draft.js';
import { skusOf } from './model-step.js';

/** Which SKU; one without room can be looked at, with the regions that have some. */
export function skuStep({ session, wish, today }: Given): DraftStep {
  return async (draft, hasBefore) => {
    const { account, usages, priceText } = filled(draft.facts, 'account');
    const offer = filled(draft.offer, 'version');
    const target = { model: offer.name, version: offer.version };
    if (wish.sku !== null) {
      const { sku, capacity } = wish;
      try {
        const allowsRestricted = wish.version !== null;
        return known(
          withSku(draft, chooseSku(offer, { sku, capacity, allowsRestricted }, usages, today).sku),
        );
      } catch (error) {
        if (!isAimiError(error) || error.code !== 'insufficient-quota') throw error;
        throw await withOtherRegions(session, account, target, error);
      }
    }
    const rows = skusOf(offer, wish, today).map((sku) => {
      const quota = quotaOf(sku, usages);
      return { sku, quota, refusal: refusalOf(() => chooseCapacity(sku, wish.capacity, quota)) };
    });
    const isShort = rows.some(({ refusal }) => refusal?.code === 'insufficient-quota');
    const room = isShort ? await roomElsewhere(session, account, target).catch(() => []) : [];
    const choices = rows.map(({ sku, quota, refusal }) =>
      skuChoice(
        {
          name: sku.name,
          price: priceText(offer, sku),
          processedIn: skuMeaning(sku.name).processedIn,
          free: quota?.free ?? null,
          limit: quota?.limit ?? null,
          closes: sku.retires === offer.retires ? null : sku.retires,
          refusal: refusal?.code === 'insufficient-quota' ? 'quota' : (refusal?.message ?? null),
          room: room.filter((row) => row.skuName === sku.name),
        },
        session.ctx.stderr.columns ?? 80,
      ),
    );
    const byName = new Map(rows.map(({ sku }) => [sku.name, sku]));
    return asked(
      session,
      hasBefore,
      (questions) =>
        questions.select({
          message: 'SKU:',
          choices,
          ...initialOf(draft, choices),
        }),
      (name) => withSku(draft, filled(byName.get(name) ?? null, 'SKU')),
    );
  };
}

function initialOf(
  draft: Draft,
  choices: readonly { readonly value: string; readonly isDisabled?: boolean }[],
): { initial?: string } {
  const free = choices.filter((choice) => choice.isDisabled !== true);
  const initial = free.find((choice) => choice.value === draft.sku?.name) ?? free[0];
  return initial === undefined ? {} : { initial: initial.value };
}

function withSku(draft: Draft, sku: SkuOffer): Draft {
  return sku === draft.sku ? draft : { ...draft, sku, capacity: null };
}

function refusalOf(choose: () => unknown): AimiError | null {
  try {
    choose();
    return null;
  } catch (error) {
    if (isAimiError(error)) return error;
    throw error;
  }
}
