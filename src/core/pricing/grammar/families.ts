/** Who makes the models of a product, and how their names are made of words. */
export interface Family {
  readonly id: FamilyId;
  readonly publisher: string;
  /** Words of the family itself, which tell no models apart; behind `FW` the maker's brand does. */
  readonly brands: readonly string[];
}

export type FamilyId =
  | 'openai'
  | 'deepseek'
  | 'grok'
  | 'kimi'
  | 'mistral'
  | 'llama'
  | 'phi'
  | 'mai'
  | 'cohere'
  | 'fireworks';

export const FAMILIES: Readonly<Record<FamilyId, Family>> = {
  openai: { id: 'openai', publisher: 'OpenAI', brands: ['gpt', 'openai'] },
  deepseek: { id: 'deepseek', publisher: 'DeepSeek', brands: ['deepseek'] },
  grok: { id: 'grok', publisher: 'xAI', brands: ['grok'] },
  kimi: { id: 'kimi', publisher: 'Moonshot AI', brands: ['kimi'] },
  mistral: { id: 'mistral', publisher: 'Mistral AI', brands: ['mistral'] },
  llama: { id: 'llama', publisher: 'Meta', brands: ['llama', 'meta'] },
  phi: { id: 'phi', publisher: 'Microsoft', brands: ['phi'] },
  mai: { id: 'mai', publisher: 'Microsoft', brands: ['mai'] },
  cohere: { id: 'cohere', publisher: 'Cohere', brands: ['cohere'] },
  fireworks: { id: 'fireworks', publisher: 'Fireworks', brands: ['fw'] },
};

/**
 * Product names of 2025 and 2026 by a word they contain (`Deepseek model family` became `Azure Deepseek
 * Models`, letter case varies), so that the next renaming is still read. First match wins.
 */
const PRODUCT_WORDS: readonly (readonly [word: string, family: FamilyId])[] = [
  ['fireworks', 'fireworks'],
  ['openai', 'openai'],
  ['deepseek', 'deepseek'],
  ['grok', 'grok'],
  ['kimi', 'kimi'],
  ['mistral', 'mistral'],
  ['llama', 'llama'],
  ['phi', 'phi'],
  ['cohere', 'cohere'],
  ['mai', 'mai'],
];

/** The family of a meter; `MAI-DS-R1` is sold under the product of DeepSeek. Null for other products. */
export function familyOfMeter(productName: string, words: readonly string[]): Family | null {
  if (words.includes('mai')) return FAMILIES.mai;
  if (words[0] === 'fw') return FAMILIES.fireworks;
  const product = productName.toLowerCase().split(/[^a-z0-9]+/);
  const found = PRODUCT_WORDS.find(([word]) => product.includes(word));
  return found === undefined ? null : FAMILIES[found[1]];
}

/** The family that a known model belongs to; null for publishers that no per-token product names. */
export function familyOfModel(publisher: string, name: string): Family | null {
  const first = name.toLowerCase().split('-')[0] ?? '';
  if (publisher === 'Microsoft') {
    if (first === 'mai') return FAMILIES.mai;
    return first === 'phi' ? FAMILIES.phi : null;
  }
  const wanted = plain(publisher);
  return Object.values(FAMILIES).find((family) => plain(family.publisher) === wanted) ?? null;
}

/** `Moonshot AI` and `MoonshotAI` are one publisher. */
function plain(publisher: string): string {
  return publisher.toLowerCase().replaceAll(' ', '');
}
