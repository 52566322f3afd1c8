import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { SandboxDeployment } from '../../state.js';
import type { CallBody } from '../body.js';
import { type DataReply, jsonReply } from '../exchange.js';
import { promptTokens } from './text.js';

/** Lengths by Microsoft's model page, 2026; other embedders get Cohere's 1,024. */
const DIMENSIONS: Readonly<Record<string, number>> = {
  'text-embedding-ada-002': 1536,
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
};
const OTHER_DIMENSIONS = 1024;

/** Unit vectors that follow from the text: the same text has the same one. The openai package asks for base64. */
export function embeddingsAnswer(deployment: SandboxDeployment, body: CallBody): DataReply {
  const { model } = deployment;
  const inputs: readonly unknown[] = Array.isArray(body.input) ? body.input : [body.input];
  const length = Math.min(body.dimensions ?? DIMENSIONS[model.name] ?? OTHER_DIMENSIONS, 3072);
  const used = promptTokens(inputs);
  return jsonReply(200, {
    object: 'list',
    data: inputs.map((input, index) => {
      const vector = vectorOf(JSON.stringify(input ?? ''), length);
      return {
        object: 'embedding',
        index,
        embedding:
          body.encoding_format === 'base64'
            ? Buffer.from(Float32Array.from(vector).buffer).toString('base64')
            : vector,
      };
    }),
    model: model.name,
    usage: { prompt_tokens: used, total_tokens: used },
  });
}

function vectorOf(text: string, length: number): number[] {
  const bytes = createHash('sha256').update(text).digest();
  const raw = Array.from({ length }, (_, index) => {
    const byte = bytes[index % bytes.length] ?? 0;
    return Math.sin(byte * 0.1 + index * 0.37);
  });
  const size = Math.hypot(...raw) || 1;
  return raw.map((value) => value / size);
}
