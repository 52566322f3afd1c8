import type { Modality, PriceKind } from '../types.js';
import type { Counts } from './counts.js';

/** Tokens that one meter counts. */
export interface BilledPart {
  readonly kind: PriceKind;
  readonly modality: Modality;
  readonly count: bigint;
}

export type PartsAnswer =
  | {
      readonly isValid: true;
      /** Without those of count 0. */
      readonly parts: readonly BilledPart[];
      /** Cached tokens that can only have been audio. */
      readonly cachedAudio: bigint;
    }
  | { readonly isValid: false; readonly reason: string };

/**
 * Splits counts into what is billed apart. Cached, written, audio and image tokens are inside the input, and
 * reasoning, audio and image tokens inside the output: nothing is counted twice
 * (learn.microsoft.com/azure/foundry/openai/how-to/prompt-caching, read 2026-08; the usage object's
 * prompt_tokens_details and completion_tokens_details).
 */
export function billedParts(counts: Counts): PartsAnswer {
  const { input, cachedInput, cacheWrite, audioInput, imageInput } = counts;
  const { output, reasoning, audioOutput, imageOutput } = counts;
  // A token can be audio and cached at once; no more of them than the input forces us to see.
  const excess = cachedInput + cacheWrite + audioInput + imageInput - input;
  const cachedAudio = excess > 0n ? excess : 0n;
  if (cachedAudio > cachedInput || cachedAudio > audioInput) {
    return refused(
      `the parts of the input (cached, cache write, audio, image) are ${excess} more than the input`,
    );
  }
  if (audioOutput + imageOutput > output) {
    return refused('the audio and image tokens of the output are more than the output');
  }
  if (reasoning > output)
    return refused('the reasoning tokens, a part of the output, are more than the output');
  const all: readonly BilledPart[] = [
    {
      kind: 'input',
      modality: 'text',
      count: input - cachedInput - cacheWrite - audioInput - imageInput + cachedAudio,
    },
    { kind: 'cachedInput', modality: 'text', count: cachedInput - cachedAudio },
    { kind: 'cacheWrite', modality: 'text', count: cacheWrite },
    { kind: 'input', modality: 'audio', count: audioInput - cachedAudio },
    { kind: 'cachedInput', modality: 'audio', count: cachedAudio },
    { kind: 'input', modality: 'image', count: imageInput },
    { kind: 'output', modality: 'text', count: output - audioOutput - imageOutput },
    { kind: 'output', modality: 'audio', count: audioOutput },
    { kind: 'output', modality: 'image', count: imageOutput },
    { kind: 'searchUnit', modality: 'text', count: counts.searchUnit },
    { kind: 'page', modality: 'text', count: counts.page },
  ];
  return { isValid: true, parts: all.filter(({ count }) => count > 0n), cachedAudio };
}

function refused(reason: string): PartsAnswer {
  return { isValid: false, reason };
}
