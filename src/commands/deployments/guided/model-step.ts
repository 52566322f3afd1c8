import { nearestNames } from '../../../core/catalog/nearest.js';
import { inListOrder } from '../../../core/catalog/order.js';
import { deployableSkus } from '../../../core/catalog/pay-as-you-go.js';
import { lastDay, rowSku } from '../../../core/catalog/rows.js';
import { skuFromWord } from '../../../core/catalog/sku-word.js';
import { taskOf } from '../../../core/catalog/task.js';
import { SKU_PREFERENCE } from '../../../core/deployments/choose-sku.js';
import { chooseVersion } from '../../../core/deployments/choose-version.js';
import { quotaOf } from '../../../core/deployments/quota.js';
import type { ModelOffer, SkuOffer } from '../../../core/model.js';
import { AimiError, isAimiError } from '../../../errors.js';
import { type ModelLine, modelChoices } from '../../../render/deployments/model-choices.js';
import { type AccountFacts, asked, type Draft, type DraftStep, filled, type Given } from './draft.js';

/** Which model, by typing parts of its name, publisher or task. */
export function modelStep(given: Given): DraftStep {
  return async (draft, hasBefore) => {
    const { session } = given;
    const facts = filled(draft.facts, 'account');
    const lines = modelLines(facts, given);
    if (lines.length === 0) throw nothingToDeploy(facts, given);
    const { columns, hasUnicode } = session.ctx.stderr;
    const choices = modelChoices(lines, columns ?? 80, hasUnicode ? '…' : '...');
    const texts = choices.map((choice, index) =>
      `${choice.name} ${choice.description} ${lines[index]?.publisher}`.toLowerCase(),
    );
    return asked(
      session,
      hasBefore,
      (questions) =>
        questions.search({
          message: 'Model:',
          legend: 'USD per 1M tokens in / out; day of retirement',
          find(typed) {
            const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
            const found = choices.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
            if (found.length > 0) return found;
            const near = nearestNames(
              typed,
              lines.map((line) => line.name),
            );
            return `No model matches.${near.length === 0 ? '' : ` Near: ${near.join(', ')}`}`;
          },
          ...(draft.model === null ? {} : { initial: draft.model }),
        }),
      (model) => withModel(draft, model),
    );
  };
}

/** What was answered for another model does not hold for this one. */
function withModel(draft: Draft, model: string): Draft {
  if (model === draft.model) return draft;
  return { ...draft, model, offer: null, sku: null, capacity: null, name: null };
}

/** A line for each model of which something can be deployed as the flags want it; those without quota last. */
function modelLines(facts: AccountFacts, { wish, today }: Given): readonly ModelLine[] {
  const byName = new Map<string, ModelOffer[]>();
  for (const offer of inListOrder(facts.offers)) {
    const versions = byName.get(offer.name);
    if (versions === undefined) byName.set(offer.name, [offer]);
    else versions.push(offer);
  }
  const lines = [...byName.values()].flatMap((versions) => {
    const offer = takenVersion(versions, wish.version, today);
    if (offer === null) return [];
    const skus = skusOf(offer, wish, today);
    const [broadest] = skus;
    if (broadest === undefined) return [];
    return [
      {
        name: offer.name,
        publisher: offer.publisher,
        price: facts.priceText(offer, broadest),
        retires: lastDay({ retires: offer.retires, skus: skus.map(rowSku) }),
        task: taskOf(offer),
        skus: skus.map((sku) => sku.name),
        isUsedUp: skus.every((sku) => isUsedUp(sku, facts)),
      },
    ];
  });
  return [...lines.filter((line) => !line.isUsedUp), ...lines.filter((line) => line.isUsedUp)];
}

function takenVersion(
  versions: readonly ModelOffer[],
  wish: string | null,
  today: string,
): ModelOffer | null {
  try {
    return chooseVersion(versions, wish, today).offer;
  } catch (error) {
    if (isAimiError(error)) return null;
    throw error;
  }
}

/** The SKUs that a new deployment may take, the broadest first. */
export function skusOf(offer: ModelOffer, wish: Given['wish'], today: string): readonly SkuOffer[] {
  const open = deployableSkus(offer, today, { includeRetiring: wish.version !== null });
  const wanted = wish.sku === null ? null : (skuFromWord(wish.sku) ?? wish.sku);
  return SKU_PREFERENCE.flatMap((name) =>
    open.filter((sku) => sku.name === name && (wanted === null || wanted === name)),
  );
}

function isUsedUp(sku: SkuOffer, { usages }: AccountFacts): boolean {
  const quota = quotaOf(sku, usages);
  return quota !== null && quota.free < (sku.capacity.minimum ?? 1);
}

function nothingToDeploy({ account }: AccountFacts, { wish }: Given): AimiError {
  const flags = [
    wish.version === null ? [] : [`--version ${wish.version}`],
    wish.sku === null ? [] : [`--sku ${wish.sku}`],
  ].flat();
  return new AimiError('model-not-found', {
    message: `${account.account} in ${account.location} is offered no pay-as-you-go model${flags.length === 0 ? '' : ` with ${flags.join(' and ')}`}.`,
    hint: flags.length === 0 ? 'aimi models list shows what there is elsewhere' : 'Leave the flag out',
    details: { account: account.account, location: account.location },
  });
}
