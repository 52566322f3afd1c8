import type { Modality } from '../types.js';
import type { NameWord } from './split-name.js';
import { MODALITY_BEARERS, MODALITY_WORDS, MODEL_ALIASES } from './words.js';

export interface ModalityReading {
  readonly modality: Modality;
  /** Words of the model and its version, modality words of the model among them. */
  readonly modelWords: readonly NameWord[];
}

/**
 * Tells modality words from model words. `gpt-4o-aud-1217-txt` is text of an audio model, `gpt-4o-rt-aud` audio
 * of a realtime model, `gpt img 1.5 in txt` text of an image model; a single `aud` is both. Null when an image
 * model does not say what it counts: its text and image tokens have different prices.
 */
export function readModality(words: readonly NameWord[]): ModalityReading | null {
  if (words.some(({ text }) => text.startsWith('embedding'))) return { modality: 'text', modelWords: words };
  const places = words.flatMap(({ text }, place) => (Object.hasOwn(MODALITY_WORDS, text) ? [place] : []));
  const last = places.at(-1);
  if (last === undefined) return { modality: 'text', modelWords: words };
  const modality = MODALITY_WORDS[words[last]?.text ?? ''] ?? 'text';
  const without = (dropped: readonly number[]) => words.filter((_, place) => !dropped.includes(place));
  if (words.some(({ text }) => MODALITY_BEARERS.has(MODEL_ALIASES[text] ?? text))) {
    return agree(words, places) ? { modality, modelWords: without(places) } : null;
  }
  if (places.length > 2) return null;
  if (places.length === 2) return { modality, modelWords: without([last]) };
  if (modality === 'image') return null;
  return { modality, modelWords: modality === 'audio' ? words : without([last]) };
}

function agree(words: readonly NameWord[], places: readonly number[]): boolean {
  return new Set(places.map((place) => MODALITY_WORDS[words[place]?.text ?? ''])).size === 1;
}
