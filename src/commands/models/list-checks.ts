import { nearestNames } from '../../core/catalog/nearest.js';
import { normaliseLocation } from '../../core/catalog/normalise-location.js';
import { skuMeaning } from '../../core/catalog/sku-meaning.js';
import { skuFromWord } from '../../core/catalog/sku-word.js';
import { AimiError } from '../../errors.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The day to judge by: the wish, else today, but never before `since`, the day the facts begin: they hold
 * what exists, not what existed. `invalid-value` for anything that is no such day.
 */
export function judgedDay(wish: string | null, today: string, since: string): string {
  if (wish === null) return today < since ? since : today;
  if (!DATE.test(wish) || new Date(`${wish}T00:00:00Z`).toJSON()?.slice(0, 10) !== wish) {
    throw new AimiError('invalid-value', {
      message: `--as-of '${wish}' is not a date`,
      hint: 'Write it as YYYY-MM-DD, for example --as-of 2027-01-31',
      details: { option: 'as-of', value: wish },
    });
  }
  if (wish < since) {
    throw new AimiError('invalid-value', {
      message: `--as-of ${wish} is before ${since}: the list knows what exists since then, not what existed before`,
      hint: `Use ${since} or a later day`,
      details: { option: 'as-of', value: wish, since },
    });
  }
  return wish;
}

/** The SKU's listed name, from it or from its short word; `invalid-value` for what is not pay-as-you-go. */
export function payAsYouGoSkuName(word: string): string {
  const name = skuFromWord(word);
  if (name !== null) return name;
  const { billing } = skuMeaning(word.trim());
  throw new AimiError('invalid-value', {
    message:
      billing === 'not known'
        ? `--sku '${word}' is not a pay-as-you-go SKU`
        : `--sku ${word} is not pay-as-you-go for interactive use (billed ${billing})`,
    hint: 'Use GlobalStandard, DataZoneStandard or Standard',
    details: { option: 'sku', value: word, allowed: ['GlobalStandard', 'DataZoneStandard', 'Standard'] },
  });
}

/** The normalised region; `region-not-found` when the catalog has no such region. */
export function knownRegion(word: string, regions: readonly string[]): string {
  const region = normaliseLocation(word);
  if (regions.includes(region)) return region;
  const nearest = nearestNames(region, regions);
  throw new AimiError('region-not-found', {
    message: `The bundled catalog has no region '${word}'`,
    hint: nearest.length === 0 ? `It has ${regions.join(', ')}` : `Did you mean ${nearest.join(' or ')}?`,
    details: { region: word, nearest },
  });
}
