import { readCatalog } from '../../core/catalog/read.js';
import type { MissingPrice } from '../../core/pricing/estimate/types.js';
import { AimiError } from '../../errors.js';
import type { PricesSession } from './prices/open-book.js';

const MOST_NAMED = 8;

/** `price-not-found` with what is known instead. Every missing price is in `details`. */
export function missingPriceError(
  session: Pick<PricesSession, 'ctx'>,
  missing: readonly MissingPrice[],
): AimiError {
  const [first] = missing;
  const more = missing.length > 1 ? `, and ${missing.length - 1} more without a price` : '';
  return new AimiError('price-not-found', {
    message: `${first === undefined ? 'There is no price' : missingSentence(session, first)}${more}`,
    hint: first === undefined ? undefined : hintOf(first),
    details: {
      missing: missing.map((entry) => ({
        model: entry.portion.model,
        version: entry.portion.version,
        deployment: entry.portion.deployment,
        sku: entry.portion.sku,
        region: entry.portion.region,
        mode: entry.portion.mode,
        context: entry.portion.context,
        kind: entry.kind,
        modality: entry.modality,
        missing: entry.missing,
        others: entry.others,
        candidates: entry.candidates.map((row) => ({
          version: row.version,
          regions: row.regions,
          price: row.price,
          per: row.per,
          meter: row.meterName,
        })),
      })),
    },
  });
}

/** One line, without a full stop. */
export function missingSentence(session: Pick<PricesSession, 'ctx'>, entry: MissingPrice): string {
  const { portion, missing } = entry;
  const { model, version, sku, region, mode } = portion;
  switch (missing) {
    case 'model':
      return isListed(session, model)
        ? `There is no published price for ${model}: Azure lists the model, and no meter is known`
        : `There is no price for a model '${model}'`;
    case 'version':
      return version === null
        ? `The price of ${model} depends on its version`
        : `There is no price for version ${version} of ${model}`;
    case 'sku':
      return `There is no price for ${model} in ${sku}`;
    case 'mode':
      return `There is no ${mode} price for ${model} in ${sku}`;
    case 'context':
      return `There is no ${mode} price for a request of that size to ${model} in ${sku}`;
    case 'threshold':
      return `${model} has a price of its own for long requests, and the size from which it holds is not known`;
    case 'region':
      return region === null
        ? `The price of ${model} in ${sku} depends on the region`
        : `There is no price for ${model} in ${sku} in ${region}`;
    case 'date':
      return `There is no price for ${model} in ${sku} on that day`;
    default:
      return `There is no price for ${kindText(entry)} of ${model} in ${sku} ${mode}`;
  }
}

function kindText({ kind, modality }: MissingPrice): string {
  const words = {
    input: 'input',
    output: 'output',
    cachedInput: 'cached input',
    cacheWrite: 'cache writes',
    searchUnit: 'searches',
    page: 'pages',
  };
  return `${modality === 'text' ? '' : `${modality} `}${kind === null ? 'tokens' : words[kind]}`;
}

function hintOf({ portion, missing, others }: MissingPrice): string {
  const named = others.slice(0, MOST_NAMED).join(', ') + (others.length > MOST_NAMED ? ', ...' : '');
  if (others.length === 0) return 'aimi cost prices update, or aimi cost prices list for what there is';
  switch (missing) {
    case 'model':
      return `Did you mean ${others.join(' or ')}?`;
    case 'version':
      return `Add --model-version: ${named}`;
    case 'region':
      return `${portion.region === null ? 'Add' : 'Change'} --region: ${named}`;
    case 'sku':
      return `It has one with --sku ${others.join(' or ')}`;
    case 'mode':
      return `It has one with --mode ${others.join(' or ')}`;
    case 'date':
      return `Prices begin ${named}`;
    default:
      return `It has one for: ${named} (aimi cost prices list --model ${portion.model})`;
  }
}

/** Whether Azure offers the model: then the name is right, and the price is what is missing. */
function isListed({ ctx }: Pick<PricesSession, 'ctx'>, model: string): boolean {
  return readCatalog(ctx.readData('catalog')).entries.some(
    ({ name }) => name.toLowerCase() === model.toLowerCase(),
  );
}
