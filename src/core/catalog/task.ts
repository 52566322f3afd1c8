import type { ModelOffer } from '../model.js';

export const TASKS = [
  'chat',
  'responses',
  'embeddings',
  'rerank',
  'image',
  'video',
  'audio',
  'realtime',
  'document',
  'completion',
  'other',
] as const;
/** What a model is for. `responses`: chat through the Responses API only. */
export type Task = (typeof TASKS)[number];

/**
 * Names whose capabilities mislead: Cohere-rerank says `chatCompletion`, Cohere embeddings and the document
 * models say nothing, gpt-audio says `chatCompletion` and nothing of audio. Source: models lists of 2026-04
 * (Azure/azure-dev) and 2026-08-22.
 */
const EXCEPTIONS: readonly (readonly [format: string, name: RegExp, task: Task])[] = [
  ['Cohere', /rerank/i, 'rerank'],
  ['Cohere', /embed/i, 'embeddings'],
  ['Mistral AI', /^mistral-(document-ai|ocr)-/i, 'document'],
  ['OpenAI', /^gpt-(4o-|4o-mini-)?audio(-|$)/i, 'audio'],
  ['OpenAI', /^(o1-pro|o3-pro|computer-use-preview)$/i, 'responses'],
  ['OpenAI', /^text-(search|similarity)-|^code-search-/i, 'embeddings'],
  ['Stability AI', /^Stable-/i, 'image'],
  ['Bria', /^Bria-/i, 'image'],
  ['Black Forest Labs', /^FLUX/i, 'image'],
  ['Anthropic', /^claude-/i, 'chat'],
  ['xAI', /^grok-(4|code-fast-1)$/i, 'chat'],
];

/** Capability keys in the order in which they decide. */
const SIGNS: readonly (readonly [capability: string, task: Task])[] = [
  ['videoGenerations', 'video'],
  ['imageGenerations', 'image'],
  ['audioTranscriptions', 'audio'],
  ['audioSpeech', 'audio'],
  ['audioTranslations', 'audio'],
  ['realtimeTranscription', 'realtime'],
  ['realtime', 'realtime'],
  ['embeddings', 'embeddings'],
  ['chatCompletion', 'chat'],
  ['responses', 'responses'],
  ['completion', 'completion'],
];

export function taskOf(offer: Pick<ModelOffer, 'format' | 'name' | 'capabilities'>): Task {
  const exception = EXCEPTIONS.find(([format, name]) => format === offer.format && name.test(offer.name));
  if (exception !== undefined) return exception[2];
  return SIGNS.find(([capability]) => offer.capabilities[capability] === 'true')?.[1] ?? 'other';
}
