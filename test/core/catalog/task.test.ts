import { describe, expect, it } from 'vitest';
import { hasCapability } from '../../../src/core/catalog/filter.js';
import { taskOf } from '../../../src/core/catalog/task.js';
import { offer } from './offers.js';

describe('taskOf', () => {
  it.each([
    ['OpenAI', 'gpt-4.1', { chatCompletion: 'true', responses: 'true' }, 'chat'],
    ['OpenAI', 'gpt-5-codex', { chatCompletion: 'false', responses: 'true' }, 'responses'],
    ['OpenAI', 'text-embedding-3-small', { embeddings: 'true' }, 'embeddings'],
    ['OpenAI', 'gpt-image-1', { imageGenerations: 'true', imageEdits: 'true' }, 'image'],
    [
      'OpenAI',
      'gpt-4o-transcribe',
      { audio: 'true', audioTranscriptions: 'true', realtime: 'true' },
      'audio',
    ],
    ['OpenAI', 'gpt-audio', { chatCompletion: 'true' }, 'audio'],
    ['OpenAI', 'gpt-realtime', { realtime: 'true' }, 'realtime'],
    ['OpenAI', 'sora-2', { videoGenerations: 'true' }, 'video'],
    ['Cohere', 'Cohere-rerank-v4.0-pro', { chatCompletion: 'true' }, 'rerank'],
    ['Cohere', 'Cohere-embed-v3-english', {}, 'embeddings'],
    ['Cohere', 'cohere-command-a', { chatCompletion: 'true' }, 'chat'],
    ['Mistral AI', 'mistral-document-ai-2505', {}, 'document'],
    ['NewCo', 'wonder-1', {}, 'other'],
    ['constructor', 'wonder-1', {}, 'other'],
  ])('of %s %s', (format, name, capabilities, expected) => {
    expect(taskOf(offer({ format, name, capabilities }))).toBe(expected);
  });
});

describe('hasCapability', () => {
  const rerank = offer({
    format: 'Cohere',
    name: 'Cohere-rerank-v4.0-pro',
    capabilities: { chatCompletion: 'true' },
  });
  it.each([
    ['rerank', rerank, true],
    ['chatCompletion', rerank, false],
    ['chat', rerank, false],
    ['CHATCOMPLETION', offer(), true],
    ['assistants', offer({ capabilities: { assistants: 'false' } }), false],
    ['maxContextToken', offer({ capabilities: { maxContextToken: '128000' } }), false],
  ])('%s', (capability, model, expected) => {
    expect(hasCapability(model, capability)).toBe(expected);
  });
});
