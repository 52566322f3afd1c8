import { guidFrom } from '../../reply.js';
import type { SandboxDeployment } from '../../state.js';
import type { CallBody } from '../body.js';
import { type DataReply, jsonReply } from '../exchange.js';
import { modelLabel, type Spoken, speak, sse } from './text.js';

const SAFE = {
  hate: { filtered: false, severity: 'safe' },
  self_harm: { filtered: false, severity: 'safe' },
  sexual: { filtered: false, severity: 'safe' },
  violence: { filtered: false, severity: 'safe' },
} as const;

/** Shape: chat completions as recorded in public cassettes of Azure OpenAI, 2025. */
export function chatAnswer(deployment: SandboxDeployment, body: CallBody, now: Date): DataReply {
  const spoken = speak(deployment, body);
  const base = {
    id: `chatcmpl-${guidFrom('chat', deployment.name, now.toISOString()).replaceAll('-', '').slice(0, 29)}`,
    created: Math.floor(now.getTime() / 1000),
    model: modelLabel(deployment),
    system_fingerprint: 'fp_5andb0x',
  };
  if (body.stream === true) return streamed(base, spoken, body);
  return jsonReply(200, {
    ...base,
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: spoken.text, refusal: null, annotations: [] },
        logprobs: null,
        finish_reason: 'stop',
        content_filter_results: SAFE,
      },
    ],
    prompt_filter_results: [{ prompt_index: 0, content_filter_results: SAFE }],
    usage: usage(spoken),
  });
}

/** Azure sends the prompt's filter results first, in a chunk without choices. */
function streamed(base: object, spoken: Spoken, body: CallBody): DataReply {
  const chunk = (extra: object): string => sse({ ...base, object: 'chat.completion.chunk', ...extra });
  const piece = (delta: object, reason: string | null): string =>
    chunk({ choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }] });
  return {
    status: 200,
    body: {
      kind: 'events',
      blocks: [
        chunk({ choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: SAFE }] }),
        piece({ role: 'assistant', content: '' }, null),
        ...spoken.words.map((content) => piece({ content }, null)),
        piece({}, 'stop'),
        ...(body.stream_options?.include_usage === true
          ? [chunk({ choices: [], usage: usage(spoken) })]
          : []),
        sse('[DONE]'),
      ],
    },
  };
}

/** Shape: legacy completions. */
export function completionAnswer(deployment: SandboxDeployment, body: CallBody, now: Date): DataReply {
  const spoken = speak(deployment, body);
  return jsonReply(200, {
    id: `cmpl-${guidFrom('text', deployment.name, now.toISOString()).replaceAll('-', '').slice(0, 29)}`,
    object: 'text_completion',
    created: Math.floor(now.getTime() / 1000),
    model: modelLabel(deployment),
    choices: [{ text: spoken.text, index: 0, finish_reason: 'stop', logprobs: null }],
    usage: usage(spoken),
  });
}

function usage(spoken: Spoken): object {
  return {
    prompt_tokens: spoken.promptTokens,
    completion_tokens: spoken.completionTokens,
    total_tokens: spoken.promptTokens + spoken.completionTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
  };
}
