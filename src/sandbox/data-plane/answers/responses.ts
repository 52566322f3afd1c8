import { guidFrom } from '../../reply.js';
import type { SandboxDeployment } from '../../state.js';
import type { CallBody } from '../body.js';
import { type DataReply, jsonReply } from '../exchange.js';
import { speak, sse } from './text.js';

/** Shape: the Responses API as the openai package types it (6.49). */
export function responsesAnswer(deployment: SandboxDeployment, body: CallBody, now: Date): DataReply {
  const spoken = speak(deployment, body);
  const seed = guidFrom('response', deployment.name, now.toISOString()).replaceAll('-', '');
  const part = { type: 'output_text', text: spoken.text, annotations: [] };
  const item = {
    id: `msg_${seed}`,
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [part],
  };
  const base = {
    id: `resp_${seed}`,
    object: 'response',
    created_at: Math.floor(now.getTime() / 1000),
    model: deployment.name,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
  };
  const whole = {
    ...base,
    status: 'completed',
    output: [item],
    usage: {
      input_tokens: spoken.promptTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: spoken.completionTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: spoken.promptTokens + spoken.completionTokens,
    },
  };
  if (body.stream !== true) return jsonReply(200, whole);

  const started = { ...base, status: 'in_progress', output: [], usage: null };
  const place = { item_id: item.id, output_index: 0, content_index: 0 };
  const empty = { ...part, text: '' };
  const events = [
    { type: 'response.created', response: started },
    { type: 'response.in_progress', response: started },
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...item, status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', ...place, part: empty },
    ...spoken.words.map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
    { type: 'response.output_text.done', ...place, text: spoken.text },
    { type: 'response.content_part.done', ...place, part },
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response: whole },
  ];
  const blocks = events.map((event, index) => sse({ ...event, sequence_number: index }, event.type));
  return { status: 200, body: { kind: 'events', blocks } };
}
