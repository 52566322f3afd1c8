/**
 * Operations at the end of an inference URL, longest first so that the whole one is found. Lower case.
 * Source: Azure OpenAI and Model Inference REST references, learn.microsoft.com; read 2026-11.
 */
export const OPERATIONS: readonly (readonly string[])[] = [
  ['extensions', 'chat', 'completions'],
  ['chat', 'completions'],
  ['images', 'embeddings'],
  ['images', 'generations'],
  ['images', 'edits'],
  ['audio', 'transcriptions'],
  ['audio', 'translations'],
  ['audio', 'speech'],
  ['video', 'generations'],
  ['fine_tuning', 'jobs'],
  ['completions'],
  ['embeddings'],
  ['responses'],
  ['messages'],
  ['info'],
  ['realtime'],
  ['rerank'],
  ['score'],
  ['assistants'],
  ['threads'],
  ['files'],
  ['batches'],
];

export interface OperationAt {
  /** `chat/completions`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The first operation at or after `from`, or null. */
export function findOperation(segments: readonly string[], from: number): OperationAt | null {
  for (let start = from; start < segments.length; start += 1) {
    const words = OPERATIONS.find((each) =>
      each.every((word, offset) => segments[start + offset]?.toLowerCase() === word),
    );
    if (words !== undefined) return { name: words.join('/'), start, end: start + words.length };
  }
  return null;
}
