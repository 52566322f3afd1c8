import type { CostLine } from '../../core/pricing/estimate/types.js';

const WORDS: Readonly<Record<CostLine['kind'], string>> = {
  input: 'input',
  cachedInput: 'cached input',
  cacheWrite: 'cache write',
  output: 'output',
  searchUnit: 'searches',
  page: 'pages',
};

/** `cached input, audio, long, at the input price`. */
export function lineKindText({ kind, modality, context, billedAs }: CostLine): string {
  return [
    WORDS[kind],
    ...(modality === 'text' ? [] : [modality]),
    ...(context === 'long' ? ['long'] : []),
    ...(billedAs === kind ? [] : [`at the ${WORDS[billedAs]} price`]),
  ].join(', ');
}

/** `0.0004 per 1K`. */
export function unitPriceText({ unitPrice, per }: CostLine): string {
  return `${unitPrice} per ${per === 1_000 ? '1K' : '1M'}`;
}

/** `gpt-4.1-mini 2025-04-14, GlobalStandard`, with the mode and region when they are not the usual ones. */
export function scopeText({ model, version, sku, mode, region }: CostLine): string {
  return [
    version === null ? model : `${model} ${version}`,
    sku,
    ...(mode === 'standard' ? [] : [mode]),
    ...(region === null ? [] : [region]),
  ].join(', ');
}
