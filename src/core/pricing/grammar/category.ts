import type { MeterCategory } from './types.js';
import { FINE_TUNE_WORDS, KIND_WORDS, OTHER_UNITS } from './words.js';

/**
 * What a meter counts, from its words with the counted unit last. Fine-tuned models are a class of their own
 * and never give the price of the base model; their token meters without a kind word are training.
 */
export function categoryOf(words: readonly string[]): MeterCategory {
  if (words.includes('provisioned')) return 'provisioned';
  const tuned = new Set(
    words.flatMap((word) => (Object.hasOwn(FINE_TUNE_WORDS, word) ? [FINE_TUNE_WORDS[word]] : [])),
  );
  if (tuned.has('grader')) return 'finetune-grader';
  if (tuned.has('hosting')) return 'finetune-hosting';
  if (tuned.has('training')) return 'finetune-training';
  const unit = words.at(-1) ?? '';
  if (unit === 'tokens') {
    if (!tuned.has('tuned')) return 'tokens';
    return words.some((word) => Object.hasOwn(KIND_WORDS, word)) ? 'finetune-inference' : 'finetune-training';
  }
  if (unit === 'search') return 'search';
  if (unit === 'pages') return 'pages';
  return Object.hasOwn(OTHER_UNITS, unit) ? (OTHER_UNITS[unit] ?? 'other') : 'other';
}
