import { categoryOf } from './category.js';
import { familyOfMeter } from './families.js';
import type { ModelIndex } from './model-index.js';
import { readAttributes } from './read-attributes.js';
import { readModality } from './read-modality.js';
import { resolveModel } from './resolve-model.js';
import { splitName } from './split-name.js';
import type { MeterCategory, MeterName, MeterReading, UnreadMeter } from './types.js';

const PRICED: ReadonlySet<MeterCategory> = new Set(['tokens', 'search', 'pages', 'finetune-inference']);

/**
 * Reads a meter name of the Azure Retail Prices API. Names have no fixed order, spelling or separator, so they
 * are read as a bag of words; the product says whose model it is. What is not understood is said, not guessed:
 * an unreadable name gives `unknown`, an unnamed model gives `model: null`.
 * `index` holds the known models, from which spelling and the year of a version come.
 */
export function readMeterName(meter: MeterName, index: ModelIndex): MeterReading | UnreadMeter {
  const words = splitName(meter.meterName);
  const texts = words.map(({ text }) => text);
  const family = familyOfMeter(meter.productName, texts);
  const category = categoryOf(texts);
  const publisher = family?.publisher ?? null;
  const nothing = { model: null, version: null, publisher, sku: null, mode: null, context: null };
  if (!PRICED.has(category)) return { category, ...nothing, kind: null, modality: null };
  const unit = words.at(-1)?.text ?? '';
  const said = texts.includes('1m') ? '1M' : null;
  if (said !== null && said !== meter.unitOfMeasure) {
    return { unknown: `the name says ${said}, the unit is ${meter.unitOfMeasure}` };
  }
  const attributes = readAttributes(
    words.filter(({ text }) => text !== unit && text !== '1m'),
    family?.id ?? null,
  );
  if ('unknown' in attributes) return attributes;
  const { rest, ...common } = attributes;
  if (category === 'finetune-inference') {
    const tuned = readModality(rest);
    return { category, ...nothing, ...common, modality: tuned?.modality ?? 'text' };
  }
  const modality = category === 'tokens' ? readModality(rest) : { modality: null, modelWords: rest };
  if (modality === null) return { unknown: 'it does not say whether text, audio or image is counted' };
  const resolved = family === null ? null : resolveModel(modality.modelWords, family, index);
  return {
    category,
    model: resolved?.model ?? null,
    version: resolved?.version ?? null,
    publisher,
    ...common,
    kind: kindOf(category, common.kind, texts),
    modality: modality.modality,
  };
}

/** Embeddings have input only, so their names leave the word out. */
function kindOf(category: MeterCategory, kind: MeterReading['kind'], words: readonly string[]) {
  if (category === 'search') return 'searchUnit';
  if (category === 'pages') return 'page';
  return kind ?? (words.some((word) => word.startsWith('embed')) ? 'input' : null);
}
