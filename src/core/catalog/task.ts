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
 * Fragments of names whose capabilities mislead or are missing: Cohere-rerank says `chatCompletion`, Cohere embeddings and the document
 * models say nothing, gpt-audio says `chatCompletion` and nothing of audio. Source: models lists of 2026-04
 * (Azure/azure-dev) and 2026-08-22.
 */
const EXCEPTIONS: Readonly<Record<string, readonly { readonly fragment: string; readonly task: Task }[]>> = {
  Cohere: [
    { fragment: 'rerank', task: 'rerank' },
    { fragment: 'embed', task: 'embeddings' },
  ],
  'Mistral AI': [
    { fragment: 'mistral-document-ai-', task: 'document' },
    { fragment: 'mistral-ocr-', task: 'document' },
  ],
  OpenAI: [
    { fragment: 'gpt-audio', task: 'audio' },
    { fragment: 'audio-preview', task: 'audio' },
    { fragment: 'o1-pro', task: 'responses' },
    { fragment: 'o3-pro', task: 'responses' },
    { fragment: 'computer-use-preview', task: 'responses' },
    { fragment: 'text-search-', task: 'embeddings' },
    { fragment: 'text-similarity-', task: 'embeddings' },
    { fragment: 'code-search-', task: 'embeddings' },
  ],
  'Stability AI': [{ fragment: 'stable-', task: 'image' }],
  Bria: [{ fragment: 'bria-', task: 'image' }],
  'Black Forest Labs': [{ fragment: 'flux', task: 'image' }],
  Anthropic: [{ fragment: 'claude-', task: 'chat' }],
  xAI: [{ fragment: 'grok-', task: 'chat' }],
};

/** Capability keys in the order in which they decide. */
const SIGNS: readonly { readonly capability: string; readonly task: Task }[] = [
  { capability: 'videoGenerations', task: 'video' },
  { capability: 'imageGenerations', task: 'image' },
  { capability: 'audioTranscriptions', task: 'audio' },
  { capability: 'audioSpeech', task: 'audio' },
  { capability: 'audioTranslations', task: 'audio' },
  { capability: 'realtimeTranscription', task: 'realtime' },
  { capability: 'realtime', task: 'realtime' },
  { capability: 'embeddings', task: 'embeddings' },
  { capability: 'chatCompletion', task: 'chat' },
  { capability: 'responses', task: 'responses' },
  { capability: 'completion', task: 'completion' },
];

export function taskOf(offer: Pick<ModelOffer, 'format' | 'name' | 'capabilities'>): Task {
  const exceptions = Object.hasOwn(EXCEPTIONS, offer.format) ? EXCEPTIONS[offer.format] : undefined;
  if (exceptions !== undefined) {
    const name = offer.name.toLowerCase();
    const exception = exceptions.find(({ fragment }) => name.includes(fragment));
    if (exception !== undefined) return exception.task;
  }
  return SIGNS.find(({ capability }) => offer.capabilities[capability] === 'true')?.task ?? 'other';
}
