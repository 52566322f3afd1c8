const SKU_WORDS: Readonly<Record<string, string>> = {
  globalstandard: 'GlobalStandard',
  global: 'GlobalStandard',
  datazonestandard: 'DataZoneStandard',
  datazone: 'DataZoneStandard',
  standard: 'Standard',
  regional: 'Standard',
};

/** The listed name of a pay-as-you-go SKU, from it or from its short word in any letter case; null for others. */
export function skuFromWord(word: string): string | null {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(SKU_WORDS, key) ? (SKU_WORDS[key] ?? null) : null;
}
