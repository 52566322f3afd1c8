import { guidFrom } from '../../reply.js';
import type { SandboxDeployment } from '../../state.js';
import type { CallBody } from '../body.js';
import { type DataReply, jsonReply } from '../exchange.js';
import { speak, sse } from './text.js';

/** Shape: Anthropic's Messages API, as documented in 2026 (`anthropic-version: 2023-06-01`). */
export function messagesAnswer(deployment: SandboxDeployment, body: CallBody, now: Date): DataReply {
  const spoken = speak(deployment, body);
  const usage = { input_tokens: spoken.promptTokens, output_tokens: spoken.completionTokens };
  const message = {
    id: `msg_${guidFrom('message', deployment.name, now.toISOString()).replaceAll('-', '').slice(0, 24)}`,
    type: 'message',
    role: 'assistant',
    model: deployment.model.name,
    content: [{ type: 'text', text: spoken.text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage,
  };
  if (body.stream !== true) return jsonReply(200, message);
  const events = [
    {
      type: 'message_start',
      message: { ...message, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...spoken.words.map((text) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text },
    })),
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: spoken.completionTokens },
    },
    { type: 'message_stop' },
  ];
  return {
    status: 200,
    body: { kind: 'events', blocks: events.map((event) => sse(event, event.type)) },
  };
}
